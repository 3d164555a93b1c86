using System.Diagnostics;
using System.Text;
using SecretGuard.Detection;
using SecretGuard.Triage;

namespace SecretGuard.Core.Tests.Triage;

/// <summary>Markers by the thousand cost time that grows with the text. Runs alone: it measures.</summary>
[Collection(nameof(LinearTimeTests))]
public sealed class InlineSuppressionTimeTests
{
    private const double MostGrowth = 11; // four times the text at a cost of the square takes 16 times as long
    private const int Attempts = 20;

    [Theory]
    [InlineData("// secretguard:allow * x\n")]
    [InlineData("// secretguard:allow * x ")]
    [InlineData("# pragma: allowlist nextline secret ")]
    [InlineData("pragma: ")]
    [InlineData("{\"//secretguard\":\"allow * x\"")]
    public void Judge_MarkersByTheThousand_TakesLinearTime(string unit)
    {
        Content once = Repeat(unit, 40_000), fourTimes = Repeat(unit, 160_000);
        double small = double.MaxValue, large = double.MaxValue;
        for (int attempt = 0; attempt < Attempts && (attempt == 0 || large / small >= MostGrowth); attempt++)
        {
            small = Math.Min(small, Seconds(once));
            large = Math.Min(large, Seconds(fourTimes));
        }

        (large / small).ShouldBeLessThan(MostGrowth);
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
