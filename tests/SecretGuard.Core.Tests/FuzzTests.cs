using System.Text;
using SecretGuard.Detection;
using SecretGuard.Rules;

namespace SecretGuard.Core.Tests;

/// <summary>Thousands of damaged texts; the benchmarks run millions.</summary>
public sealed class FuzzTests
{
    private const int Batches = 8;
    private const int TextsInBatch = 500;

    private static readonly string[] Paths = ["a.cs", "a.json", "a.yml", "a.env", "a.xml", "a.sh", "a.sql", "a.md", "Dockerfile", "a.ps1", "a.tf", "a.unknown"];
    private static readonly Detector Detector = new(Catalogue.Default);
    private static readonly Lazy<byte[]> Seed = new(MakeSeed);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Batches)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Detect_DamagedTexts_MatchesLieInTheTextInOrderAndAreTheSameEachTime(int seed)
    {
        var random = new Random(seed);
        int found = 0;
        for (int i = 0; i < TextsInBatch; i++)
        {
            byte[] text = Mutation.Of(Seed.Value, 4096, random);
            string path = Paths[random.Next(Paths.Length)];
            IReadOnlyList<Match> matches = Detect(text, path);
            int end = 0;
            foreach (Match match in matches)
            {
                match.Start.ShouldBeGreaterThanOrEqualTo(end);
                match.Length.ShouldBePositive();
                end = match.End;
            }

            found += matches.Count;
            Detect(text, path).ShouldBe(matches);
        }

        found.ShouldBePositive("nothing was found in any text: the damage is too great to test anything");
    }

    private static IReadOnlyList<Match> Detect(byte[] text, string path)
    {
        var content = Content.FromBytes([.. text], text.Length, path);
        IReadOnlyList<Match> matches = Detector.Detect(content);
        matches.ShouldAllBe(match => match.End <= content.Length);
        return matches;
    }

    /// <summary>An example of every rule in the ways in which files of all kinds bind a value to a name.</summary>
    private static byte[] MakeSeed()
    {
        var random = new Random(20260101);
        string[] ways =
        [
            "var password = \"{0}\";\n", "\"apiKey\": \"{0}\",\n", "secret: {0}\n", "export TOKEN={0}\n", "<add key=\"Password\" value=\"{0}\" />\n", "curl -u user:{0} https://host.corp.net/\n",
            "Authorization: Bearer {0}\n", "Server=db;User Id=sa;Password={0};\n", "https://user:{0}@host.corp.net/a?token={0}&x=1\n", "IDENTIFIED BY '{0}';\n", "\\u0022{0}\\u0022 + \"{0}\" +\n",
        ];
        var text = new StringBuilder();
        foreach (Rule rule in Catalogue.Default.Rules.Where(rule => rule.Patterns.Count > 0 || rule.Example is not null))
        {
            text.Append(string.Format(System.Globalization.CultureInfo.InvariantCulture, ways[random.Next(ways.Length)], rule.MakeExample(random)));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
