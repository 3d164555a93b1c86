using System.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Core.Tests.Decoding;

/// <summary>Secrets of issuers under encodings, and what the detector says of them.</summary>
internal static class Decoded
{
    private static readonly Detector Detector = new(Catalogue.Default);

    /// <summary>Kinds of different alphabets and lengths, with and without a checksum.</summary>
    public static readonly string[] Kinds = ["github-pat-classic", "gitlab-personal-access-token", "npm-access-token", "openai-api-key", "sendgrid-api-key", "slack-bot-token", "stripe-secret-key"];

    public static string Example(string slug, int seed) => Catalogue.Default.Rules.Single(rule => rule.Slug == slug).MakeExample(new Random(seed));

    public static IReadOnlyList<Match> All(string text, string path = "src/sample.ts") =>
        [.. Detector.Detect(Content.FromText(text, path)).Where(match => match.Confidence >= Confidence.Medium)];

    /// <summary>Asserts that exactly the bytes between the marks are found, as this kind.</summary>
    public static void Finds(string before, string encoded, string after, string slug, string path = "src/sample.ts")
    {
        string text = before + encoded + after;
        Match match = All(text, path).ShouldHaveSingleItem(text);
        match.Rule.Slug.ShouldBe(slug, text);
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text), match.Start, match.Length).ShouldBe(encoded, text);
        match.Encodings.ShouldBePositive();
        match.Reason.ShouldNotBeNull().ShouldContain("inside ");
    }

    public static void Silent(string text, string path = "src/sample.ts") => All(text, path).ShouldBeEmpty(text.Length < 2000 ? text : text[..2000]);

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Every byte through one format: <c>%{0:X2}</c>, <c>\u{0:x4}</c>.</summary>
    public static string Each(string text, Func<byte, string> encode) => string.Concat(Encoding.UTF8.GetBytes(text).Select(encode));
}
