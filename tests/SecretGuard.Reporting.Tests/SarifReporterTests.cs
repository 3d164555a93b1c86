using System.Text.Json;
using SecretGuard.Findings;

namespace SecretGuard.Reporting.Tests;

/// <summary>What GitHub code scanning needs of SARIF beyond its schema.</summary>
public sealed class SarifReporterTests
{
    [Fact]
    public void RuleIndex_PointsAtTheRuleOfTheResult()
    {
        JsonElement run = Run(SampleReport.Full);
        JsonElement rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        foreach (JsonElement result in run.GetProperty("results").EnumerateArray())
        {
            rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().ShouldBe(result.GetProperty("ruleId").GetString());
        }
    }

    [Fact]
    public void EqualLines_AreCountedTheSameWhetherSuppressedOrNot()
    {
        Report full = SampleReport.Full;
        Report accepted = full with { Findings = [.. full.Findings.Skip(1)], Suppressed = [new(full.Findings[0], SuppressionKind.Baseline, null), .. full.Suppressed] };
        Hashes(accepted).ShouldBe(Hashes(full));
        Hashes(full).Count(hash => hash.EndsWith(":3", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Gap_MakesTheInvocationUnsuccessful()
    {
        Run(SampleReport.Full).GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean().ShouldBeFalse();
        Run(SampleReport.Empty).GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData(SuppressionKind.Inline, "inSource")]
    [InlineData(SuppressionKind.Allowlist, "external")]
    [InlineData(SuppressionKind.Baseline, "external")]
    public void Suppression_SaysWhereItStands(SuppressionKind kind, string expected)
    {
        Report report = SampleReport.Empty with { Suppressed = [new(SampleReport.Full.Findings[0], kind, "known")] };
        JsonElement suppression = Run(report).GetProperty("results")[0].GetProperty("suppressions")[0];
        suppression.GetProperty("kind").GetString().ShouldBe(expected);
        suppression.GetProperty("justification").GetString().ShouldBe("known");
    }

    [Fact]
    public void MoreResultsThanARunMayHold_KeepsTheWorstInOrderAndSaysSo()
    {
        Report large = SampleReport.Large(30_000);
        JsonElement run = Run(large with { Suppressed = [new(SampleReport.Full.Findings[0], SuppressionKind.Inline, null)] });
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        results.Length.ShouldBe(SarifReporter.MostResults);
        results.ShouldAllBe(result => result.GetProperty("suppressions").GetArrayLength() == 0);
        string[] severities = [.. results.Select(result => result.GetProperty("properties").GetProperty("severity").GetString()!)];
        severities.Count(severity => severity != "info").ShouldBe(large.Findings.Count(finding => finding.Severity != Severity.Info));
        string[] uris = [.. results.Select(result => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!)];
        uris.ShouldBe(uris.Order(StringComparer.Ordinal));
        run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString()!.ShouldStartWith("5001 results are left out");
    }

    [Theory]
    [InlineData("a b/c#d?e.cs", "a%20b/c%23d%3Fe.cs")]
    [InlineData("C:x/100%.txt", "C%3Ax/100%25.txt")]
    [InlineData("設/é", "%E8%A8%AD/%C3%A9")]
    [InlineData("src/[id].tsx", "src/%5Bid%5D.tsx")]
    public void Path_BecomesARelativeUri(string path, string uri) => SarifLocation.RelativeUri(path).ShouldBe(uri);

    [Fact]
    public void Finding_WithoutARule_IsNamedByItsDiagnostic()
    {
        Finding verdict = SampleReport.Full.Findings[0] with { DiagnosticId = "SG5003", Rule = "missing" };
        JsonElement run = Run(SampleReport.Empty with { Findings = [verdict] });
        run.GetProperty("results")[0].GetProperty("ruleId").GetString().ShouldBe("SG5003");
        run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("properties").GetProperty("tags").GetArrayLength().ShouldBe(1);
    }

    private static string[] Hashes(Report report) =>
        [.. Run(report).GetProperty("results").EnumerateArray().Select(result => result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!)];

    private static JsonElement Run(Report report)
    {
        using var document = JsonDocument.Parse(SampleReport.Write(new SarifReporter(), report));
        return document.RootElement.GetProperty("runs")[0].Clone();
    }
}
