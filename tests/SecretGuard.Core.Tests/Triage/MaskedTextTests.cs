using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Core.Tests.Triage;

/// <summary>Excerpts of lines with many secrets. Runs alone: it measures.</summary>
[Collection(nameof(LinearTimeTests))]
public sealed class MaskedTextTests
{
    private static readonly Rule Rule = Catalogue.Default.Rules[0];

    [Theory]
    [InlineData(1000)]
    [InlineData(32000)]
    public void LongLineOfSecrets_LooksAtAFewRangesForEach(int count)
    {
        (Content content, List<Match> matches) = Line(count);
        var text = new MaskedText(content, new LineMap(content), matches);
        foreach (Match match in matches)
        {
            text.Text(Math.Max(0, match.Start - 240), match.Start, 0).ShouldNotContain("q");
        }

        text.Steps.ShouldBeLessThan(count * 60L);
    }

    [Fact]
    public void OverlappingRanges_AreMaskedWhole()
    {
        Content content = Content.FromText("a = qqqqqqqqqqqqqqqqqqqq; b\n", "a.txt");
        Match[] matches = [new(Rule, 4, 20, Confidence.High, null), new(Rule, 6, 4, Confidence.High, null), new(Rule, 12, 3, Confidence.High, null)];
        new MaskedText(content, new LineMap(content), matches).Text(0, 27, 0).ShouldBe("a = [secret]; b");
        new MaskedText(content, new LineMap(content), matches).Text(16, 27, 0).ShouldBe("[secret]; b");
    }

    [Fact]
    public void LongLineOfSecrets_TakesLinearTime() => LinearTime.Holds(() => Seconds(8000), () => Seconds(32000), "secrets in one line", mostGrowth: 9);

    private static double Seconds(int count)
    {
        (Content content, List<Match> matches) = Line(count);
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        FindingBuilder.Build(content, matches, matches).Count.ShouldBe(count);
        return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static (Content Content, List<Match> Matches) Line(int count)
    {
        const string Unit = "x='qqqqqqqqqqqq',";
        Content content = Content.FromText(string.Concat(Enumerable.Repeat(Unit, count)), "a.txt");
        return (content, [.. Enumerable.Range(0, count).Select(i => new Match(Rule, (i * Unit.Length) + 3, 12, Confidence.High, null))]);
    }
}
