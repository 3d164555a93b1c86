using System.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Reporting.Tests;

/// <summary>Planted values of every kind, found by the real detector: no format lets one through.</summary>
public sealed class CanaryTests
{
    private const int ShownAtMost = 12;

    private static readonly Lazy<(Report Report, IReadOnlyList<string> Found, IReadOnlyList<string> Beside)> Planted = new(Plant);

    public static TheoryData<string> Formats => [.. ReporterCatalogue.All.Select(reporter => reporter.Format)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void PlantedValues_AreInNoReport(string format)
    {
        (Report report, IReadOnlyList<string> found, IReadOnlyList<string> beside) = Planted.Value;
        report.Findings.Count.ShouldBeGreaterThanOrEqualTo(found.Count);
        string[] values = [.. found, .. beside];
        string output = SampleReport.Write(ReporterCatalogue.Find(format)!, report);
        values.ShouldAllBe(value => !output.Contains(value, StringComparison.Ordinal));
        values.SelectMany(Pieces).ShouldAllBe(piece => !output.Contains(piece, StringComparison.Ordinal));
    }

    [Fact]
    public void Finding_HasNoPropertyThatAReporterCouldShowInPlain()
    {
        // A new property of text is a new way out: whoever adds one looks at who fills it.
        typeof(Finding).GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => property.Name)
            .ShouldBe(["DiagnosticId", "Rule", "Title", "Preview", "Reason", "Fingerprint"], ignoreOrder: true);
    }

    private static (Report Report, IReadOnlyList<string> Found, IReadOnlyList<string> Beside) Plant()
    {
        var random = new Random(23);
        Rule[] rules = [.. Catalogue.Default.Rules.Where(rule => rule.Patterns.Count > 0 && rule.Near.Count == 0)];
        string[] values = [.. rules.Select(rule => rule.MakeExample(random))];
        string[] beside = [.. values.Select(_ => Unreported(random))];
        string text = string.Concat(values.Select((value, i) => $"const pair{(char)('a' + i % 26)} = [\"{value}\", \"{values[^(i + 1)]}\", \"{beside[i]}\"]; // password: {beside[i]}\n"));
        var content = Content.FromText(text, "src/planted.ts");
        var detector = new Detector(Catalogue.Default);
        IReadOnlyList<Match> seen = detector.See(content), matches = detector.Resolve(seen);
        IReadOnlyList<Finding> findings = FindingBuilder.Build(content, matches, seen);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        string[] found = [.. matches.Select(match => Encoding.UTF8.GetString(bytes, match.Start, match.Length)).Distinct(StringComparer.Ordinal)];
        found.Length.ShouldBeGreaterThanOrEqualTo(rules.Length);
        return (SampleReport.Empty with { Findings = findings, Rules = Catalogue.Default.Rules }, found, beside);
    }

    /// <summary>A password that stands beside a finding: a rule may report it or not, and a report may not show it.</summary>
    private static string Unreported(Random random) => string.Concat(Enumerable.Range(0, 4).Select(_ => $"{(char)('a' + random.Next(26))}{(char)('A' + random.Next(26))}{random.Next(10)}"));

    /// <summary>The value's second half without what a format might escape: a part that leaks is a leak too.</summary>
    private static IEnumerable<string> Pieces(string value) => new string([.. value[(value.Length / 2)..].Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(piece => piece.Length >= ShownAtMost);
}
