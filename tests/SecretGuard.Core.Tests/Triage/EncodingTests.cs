using System.Text;
using SecretGuard.Core.Tests.Decoding;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Core.Tests.Triage;

/// <summary>One text in every encoding: the same findings at the same lines and columns.</summary>
public sealed class EncodingTests
{
    private static readonly Detector Detector = new(Catalogue.Default);

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16", "utf-16 with mark", "utf-16BE", "utf-16BE with mark", "latin1"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_GivesTheSameFindings(string name)
    {
        string text = Text();
        IReadOnlyList<Finding> expected = Findings(Encoding.UTF8.GetBytes(text));
        expected.Select(finding => finding.Location.StartLine).ShouldBe([2, 3, 4, 6]);
        expected[1].Location.StartColumn.ShouldBe(text.Split('\n')[2].IndexOf("gh", StringComparison.Ordinal) + 1);

        string[] parts = name.Split(' ');
        Encoding encoding = Encoding.GetEncoding(parts[0]);
        byte[] mark = parts.Length > 1 ? encoding.GetPreamble() : [];
        Findings([.. mark, .. encoding.GetBytes(text)]).ShouldBe(expected);
    }

    /// <summary>Umlauts before the values move bytes, not columns; one value stands in joined strings, one under Base64.</summary>
    private static string Text()
    {
        string token = Decoded.Example("github-pat-classic", 1), other = Decoded.Example("npm-access-token", 2);
        return string.Join('\n',
            "# Schlüssel für die Übergabe",
            $"/* größer */ var password = \"{Generated.Password(1)}\";",
            $"/* äöü ß é */ var x = \"{token}\";",
            $"/* äöü */ var y = \"{Decoded.Base64(other)}\";\r",
            "/* ç */",
            $"/* ñ */ var z = \"{token[..4]}\" + \"{token[4..]}\";",
            "");
    }

    private static IReadOnlyList<Finding> Findings(byte[] bytes)
    {
        Content content = Content.FromBytes(bytes, bytes.Length, "src/größe.js");
        IReadOnlyList<Match> matches = Detector.Detect(content);
        return FindingBuilder.Build(content, matches, matches);
    }
}
