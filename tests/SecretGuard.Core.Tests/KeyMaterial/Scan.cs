using System.Text;
using SecretGuard.Detection;
using SecretGuard.Detection.KeyMaterial;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;
using SecretGuard.Rules;

namespace SecretGuard.Core.Tests.KeyMaterial;

/// <summary>Runs the rules of key material alone, so that no other rule's match hides theirs.</summary>
internal static class Scan
{
    private static readonly Detector Detector = new(new RuleSet(
        [.. KeyRules.All, .. SeedRules.All, .. BinaryRules.All, .. JsonWebTokenRules.All],
        [.. Enumerable.Range(0, Catalogue.MatcherCount).Select(Catalogue.Matcher).Where(matcher => matcher.GetType().Namespace == typeof(PemMatcher).Namespace)]));

    public static IReadOnlyList<Match> All(string text, string path = "src/sample.txt") => Detector.Detect(Content.FromText(text, path));

    public static IReadOnlyList<Match> All(byte[] content) => Detector.Detect(Content.FromBytes(content, content.Length, "key.bin"));

    public static Match One(string text, string path = "src/sample.txt") => All(text, path).ShouldHaveSingleItem(text.Length < 3000 ? text : text[..3000]);

    public static void Finds(string text, string slug, Confidence confidence, string? value = null)
    {
        Match match = One(text);
        match.Rule.Slug.ShouldBe(slug);
        match.Confidence.ShouldBe(confidence, match.Reason);
        if (value is not null)
        {
            Value(text, match).ShouldBe(value);
        }
    }

    public static void Silent(string text) => All(text).ShouldBeEmpty(text.Length < 3000 ? text : text[..3000]);

    public static string Value(string text, Match match) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text), match.Start, match.Length);
}
