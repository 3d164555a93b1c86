using System.Text;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Reporting;
using SecretGuard.Rules;

namespace SecretGuard.Cli.Scanning;

/// <summary>Draws examples of rules and looks for them. The same examples every time: a failure can be looked at again.</summary>
internal static class RuleTester
{
    private const int Samples = 20;
    private const int Seed = 20_000;

    /// <summary>Tests the catalogue. A rule without formats, or one that needs a word beside the value, has nothing to draw.</summary>
    public static IEnumerable<RuleTest> TestBuiltIn()
    {
        var detector = new Detector(Catalogue.Default);
        return Catalogue.Default.Rules.Select(rule => rule.Patterns.Count > 0 && rule.Near.Count == 0
            ? new RuleTest(rule.Slug, IsCustom: false, Samples, Failures(RuleTestFailureKind.NotFound, null, OwnExamples(rule), text => !Finds(detector, rule, text)))
            : new RuleTest(rule.Slug, IsCustom: false, 0, []));
    }

    /// <summary>Tests a rule of the user's against the examples that stand beside it.</summary>
    public static RuleTest TestCustom(CustomRule custom)
    {
        Rule rule = custom.Rule;
        var detector = new Detector(new RuleSet([rule], [custom.Matcher]));
        var failures = new List<RuleTestFailure>();
        if (custom.Matching.Count == 0)
        {
            failures.Add(new RuleTestFailure(RuleTestFailureKind.NoExamples, null, 0));
        }

        failures.AddRange(custom.Matching.SelectMany(pattern =>
            Failures(RuleTestFailureKind.NotFound, pattern.Text, Drawn(pattern, rule), text => !Finds(detector, rule, text))));
        failures.AddRange(custom.NotMatching.SelectMany(pattern =>
            Failures(RuleTestFailureKind.Found, pattern.Text, Drawn(pattern, rule), text => Finds(detector, rule, text))));
        return new RuleTest(rule.Slug, IsCustom: true, Samples * (custom.Matching.Count + custom.NotMatching.Count), failures);
    }

    /// <summary>One failure for all examples of a format that fail, or none.</summary>
    private static IReadOnlyList<RuleTestFailure> Failures(RuleTestFailureKind kind, string? format, IEnumerable<string> examples, Func<string, bool> fails)
    {
        int count = examples.Count(fails);
        return count == 0 ? [] : [new RuleTestFailure(kind, format, count)];
    }

    private static IEnumerable<string> OwnExamples(Rule rule)
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, Samples).Select(_ => rule.MakeExample(random));
    }

    private static IEnumerable<string> Drawn(TokenPattern pattern, Rule rule)
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, Samples).Select(_ => pattern.Sample(random)).Select(sample => rule.Checksum?.Seal(sample) ?? sample);
    }

    private static bool Finds(Detector detector, Rule rule, string example)
    {
        byte[] text = Encoding.UTF8.GetBytes($"value = \"{example}\"\n");
        return detector.Detect(Content.FromBytes(text, text.Length, "example.txt")).Any(match => match.Rule == rule);
    }
}
