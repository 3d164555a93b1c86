using System.Globalization;
using System.Runtime.Versioning;
using System.Text;
using SecretGuard.Detection;
using SecretGuard.Rules;

namespace SecretGuard.Core.Tests;

/// <summary>Both builds of Core find the same: one corpus through both.</summary>
public sealed class NetStandardBuildTests
{
    private static readonly string[] Paths = ["src/a.cs", "a.json", "a.yml", ".env", "deploy.sh", "notes.md", "web.config"];

    private static readonly NetStandardBuild Other = new();

    private static readonly Detector Detector = new(Catalogue.Default);

    [Fact]
    public void TheOtherBuild_IsTheOneForCompilers()
    {
        Other.Assembly.GetCustomAttributes(typeof(TargetFrameworkAttribute), inherit: false).Cast<TargetFrameworkAttribute>().Single().FrameworkName.ShouldBe(".NETStandard,Version=v2.0");
    }

    [Fact]
    public void Corpus_ThroughBothBuilds_GivesTheSameMatches()
    {
        int matches = 0;
        foreach ((string path, byte[] text) in Corpus())
        {
            string[] expected = [.. Detect(text, path)];
            Other.Detect(text, path).ShouldBe(expected, $"{path}: {Encoding.UTF8.GetString(text)}");
            matches += expected.Length;
        }

        matches.ShouldBeGreaterThan(Catalogue.Default.Rules.Count, "the corpus must hold something to find");
    }

    /// <summary>Every rule's example under several names and syntaxes, the same damaged, and in other encodings.</summary>
    private static IEnumerable<(string Path, byte[] Text)> Corpus()
    {
        var random = new Random(20261123);
        foreach (Rule rule in Catalogue.Default.Rules.Where(rule => rule.Patterns.Count > 0 || rule.Example is not null))
        {
            string example = rule.MakeExample(random), near = rule.Near.Count > 0 ? rule.Near[0] : "service", path = Paths[random.Next(Paths.Length)];
            string text = $"{near}_api_key = \"{example}\"\n\"password\": \"Kw{random.Next(10, 99)}!m{near}\",\nServer=h1.corp.net;User Id=u;Password={example};\ncurl -u user:{example} https://user:{random.Next():x8}@db.corp.net/ // {near} é\n";
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            yield return (path, bytes);
            yield return (path, Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray());
            yield return (path, Encoding.Latin1.GetBytes(text));
            yield return (path, Damaged(bytes, random));
        }
    }

    private static byte[] Damaged(byte[] bytes, Random random)
    {
        byte[] damaged = [.. bytes];
        for (int i = 0; i < 5; i++)
        {
            damaged[random.Next(damaged.Length)] = (byte)random.Next(1, 256);
        }

        return damaged;
    }

    private static IEnumerable<string> Detect(byte[] bytes, string path) =>
        Detector.Detect(Content.FromBytes([.. bytes], bytes.Length, path))
            .Select(match => string.Create(CultureInfo.InvariantCulture, $"{match.Rule.Slug} {match.Start}+{match.Length} {match.Confidence} {match.Reason}"));
}
