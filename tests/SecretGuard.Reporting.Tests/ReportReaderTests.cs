using SecretGuard.Findings;

namespace SecretGuard.Reporting.Tests;

/// <summary>Reports that are read back, and put together.</summary>
public sealed class ReportReaderTests
{
    private static readonly ReportReader Reader = new(SampleReport.Rules);

    [Fact]
    public void Json_ReadBack_SaysTheSame()
    {
        string text = SampleReport.Write(new JsonReporter(), SampleReport.Full);
        SampleReport.Write(new JsonReporter(), Reader.Read(text)).ShouldBe(text);
    }

    [Fact]
    public void Sarif_ReadBack_SaysTheSame()
    {
        string text = SampleReport.Write(new SarifReporter(), SampleReport.Full);
        Report read = Reader.Read(text);
        read.Findings.Select(finding => finding with { Excerpt = new Excerpt("", 0, 0) }).ShouldBe(SampleReport.Full.Findings.Select(finding => finding with { Excerpt = new Excerpt("", 0, 0) }), ignoreOrder: true);
        read.Suppressed.Select(item => item.Reason).ShouldBe(["the documentation's example", "before 2026, ticket 77", null], ignoreOrder: true);
        read.Incomplete.Single().Path.ShouldBe("data/dump.sql");
        read.Notices.ShouldBe(SampleReport.Full.Notices);
        read.Revision.ShouldBe(SampleReport.Full.Revision);
        read.StartedAt.ShouldBe(SampleReport.Full.StartedAt);
        read.Elapsed.ShouldBe(SampleReport.Full.Elapsed);
    }

    /// <summary>A build names a rule and a place, and leaves the rest to what is known of the rule.</summary>
    [Fact]
    public void SarifOfABuild_IsRead()
    {
        Report read = Reader.Read("""
            {"runs":[{"tool":{"driver":{"name":"SecretGuard","rules":[{"id":"SG1002/acme-token"}]}},
              "invocations":[{"executionSuccessful":false,"toolExecutionNotifications":[
                {"level":"error","message":{"text":"Not looked at: it is locked."},"descriptor":{"id":"SG9007"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a%20b.env"}}}]}]}],
              "automationDetails":{"id":"secretguard/build/"},
              "results":[{"ruleId":"SG1002/acme-token","level":"error","message":{"text":"m"},
                "locations":[{"physicalLocation":{"artifactLocation":{"uri":"src/a.env"},"region":{"startLine":2,"startColumn":3,"endLine":2,"endColumn":9}}}],
                "suppressions":[],"properties":{"severity":"critical"}}]}]}
            """);
        Finding finding = read.Findings.Single();
        (finding.DiagnosticId, finding.Rule, finding.Title, finding.Severity, finding.Confidence).ShouldBe(("SG1002", "acme-token", "Acme access token", Severity.Critical, Confidence.VeryHigh));
        finding.Location.ShouldBe(new Location("src/a.env", 2, 3, 2, 9));
        read.Incomplete.ShouldBe([new Incomplete("a b.env", "Not looked at: it is locked.", null)]);
        read.Command.ShouldBe("build");
        SampleReport.Write(new TextReporter(color: false), read).ShouldContain("2:3 critical Acme access token [acme-token] SG1002\n\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"runs":[{"tool":{"driver":{"name":"Another"}},"results":[]}]}""")]
    [InlineData("""{"runs":[{"tool":{"driver":{"name":"SecretGuard"}},"results":[{}]}]}""")]
    [InlineData("""{"runs":[{"tool":{"driver":{"name":"SecretGuard"}},"results":[{"ruleId":"SG1002/x"}]}]}""")]
    [InlineData("""{"schema":"secretguard-report-1"}""")]
    [InlineData("""{"schema":"secretguard-report-1","command":"scan","summary":{},"startedAt":5}""")]
    [InlineData("""{"schema":"secretguard-report-1","command":"scan","summary":{},"startedAt":"2026-01-01T00:00:00Z","findings":[{"id":"SG1002"}]}""")]
    public void NoReport_IsRefusedInWords(string text) => Should.Throw<FormatException>(() => Reader.Read(text)).Message.ShouldNotEndWith(".");

    /// <summary>Every beginning of a report is refused: half a report must not pass for a whole one.</summary>
    [Fact]
    public void CutOff_IsRefused()
    {
        foreach (IReporter reporter in new IReporter[] { new JsonReporter(), new SarifReporter() })
        {
            string text = SampleReport.Write(reporter, SampleReport.Full).TrimEnd();
            for (int length = 0; length < text.Length; length += 97)
            {
                Should.Throw<FormatException>(() => Reader.Read(text[..length]));
            }
        }
    }

    [Fact]
    public void Merged_TellsEachOnceInOrder()
    {
        Report full = SampleReport.Full, twice = MergedReport.Of([full, full]);
        twice.Findings.ShouldBe(full.Findings, ignoreOrder: true);
        twice.Suppressed.Select(item => item.Finding).ShouldBe(full.Suppressed.Select(item => item.Finding), ignoreOrder: true);
        twice.Incomplete.ShouldBe(full.Incomplete);
        twice.Notices.ShouldBe(full.Notices);
        twice.Counts.Files.ShouldBe(2 * full.Counts.Files);

        Report even = full with { Findings = [.. full.Findings.Where((_, i) => i % 2 == 0)] }, odd = full with { Findings = [.. full.Findings.Where((_, i) => i % 2 == 1)] };
        SampleReport.Write(new TextReporter(color: false), MergedReport.Of([odd, even]) with { Counts = full.Counts }).ShouldBe(SampleReport.Write(new TextReporter(color: false), MergedReport.Of([full])));
    }

    [Fact]
    public void Merged_WhatCountsInOne_Counts()
    {
        Report accepted = SampleReport.Empty with { Suppressed = [new(SampleReport.Full.Findings[0], SuppressionKind.Baseline, null)] };
        Report merged = MergedReport.Of([accepted, SampleReport.Full]);
        merged.Findings.ShouldContain(SampleReport.Full.Findings[0]);
        merged.Suppressed.Select(item => item.Finding).ShouldNotContain(SampleReport.Full.Findings[0]);
    }

    [Fact]
    public void Merged_LastsFromTheFirstToTheLast()
    {
        Report late = SampleReport.Empty with { StartedAt = SampleReport.Empty.StartedAt.AddMinutes(1), Revision = "another", Command = "git" };
        Report merged = MergedReport.Of([late, SampleReport.Full]);
        merged.StartedAt.ShouldBe(SampleReport.Full.StartedAt);
        merged.Elapsed.ShouldBe(late.Elapsed + TimeSpan.FromMinutes(1));
        merged.Revision.ShouldBeNull();
        merged.Command.ShouldBe("merge");
    }

    /// <summary>Parts of a history's scan tell one secret each with what they saw of it.</summary>
    [Fact]
    public void PartsOfAHistory_TellOneSecretOnce()
    {
        Finding one = SampleReport.History.Findings[0];
        Provenance way = one.Provenance!;
        Finding other = one with
        {
            Location = one.Location with { Path = "older/place.env" },
            Fingerprint = one.Fingerprint!.Replace(":deploy/prod.env:", ":older/place.env:", StringComparison.Ordinal),
            Provenance = way with { FirstCommit = new string('0', 40), FirstDate = way.FirstDate!.Value.AddDays(-1), LastDate = way.LastDate!.Value.AddDays(1), IsInHead = false, Paths = ["older/place.env"], Places = 3 },
        };
        Report merged = MergedReport.Of([SampleReport.History with { Findings = [one] }, SampleReport.History with { Findings = [other] }]);
        Finding told = merged.Findings.ShouldHaveSingleItem();
        told.Location.ShouldBe(one.Location);
        told.Provenance!.FirstCommit.ShouldBe(other.Provenance.FirstCommit);
        told.Provenance.Places.ShouldBe(5);
        told.Provenance.Paths.ShouldBe([.. way.Paths, "older/place.env"]);
        Finding second = other with { Location = one.Location, Fingerprint = other.Fingerprint[..^4] + "0000" };
        MergedReport.Of([merged with { Findings = [one] }, merged with { Findings = [second] }]).Findings.Count.ShouldBe(2);
    }
}
