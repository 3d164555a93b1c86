using System.Diagnostics;
using System.Text;
using SecretGuard.Detection;
using SecretGuard.Triage;

namespace SecretGuard.Core.Tests.Triage;

/// <summary>Markers by the thousand cost time that grows with the text. Runs alone: it measures.</summary>
[Collection(nameof(LinearTimeTests))]
public sealed class InlineSuppressionTimeTests
{
    [Theory]
    [InlineData("// secretguard:allow * x\n")]
    [InlineData("// secretguard:allow * x ")]
    [InlineData("# pragma: allowlist nextline secret ")]
    [InlineData("pragma: ")]
    [InlineData("{\"//secretguard\":\"allow * x\"")]
    public void Judge_MarkersByTheThousand_TakesLinearTime(string unit)
    {
        Content once = Repeat(unit, 40_000), fourTimes = Repeat(unit, 160_000);
        LinearTime.Holds(() => Seconds(once), () => Seconds(fourTimes), unit);
    }

    private static Content Repeat(string unit, int count)
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, count)));
        return Content.FromBytes(text, text.Length, "a.json");
    }

    private static double Seconds(Content content)
    {
        var triage = new ContentTriage(new TriagePolicy { CompatPragmas = true });
        long start = Stopwatch.GetTimestamp();
        triage.Judge(content, [], []).Findings.ShouldBeEmpty();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
