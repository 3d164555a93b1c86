using System.Diagnostics;
using SecretGuard.Findings;

namespace SecretGuard.Reporting.Tests;

/// <summary>What holds for every format.</summary>
public sealed class ReporterCatalogueTests
{
    private const int ManyFindings = 30_000;

    public static TheoryData<string> Formats => [.. ReporterCatalogue.All.Select(reporter => reporter.Format)];

    [Fact]
    public void Formats_AreUniqueLowerCaseWords()
    {
        string[] names = [.. ReporterCatalogue.All.Select(reporter => reporter.Format)];
        names.Distinct(StringComparer.Ordinal).Count().ShouldBe(names.Length);
        names.ShouldAllBe(name => name.All(char.IsAsciiLetterLower));
    }

    [Fact]
    public void Find_TakesAnyCaseAndRefusesOthers()
    {
        ReporterCatalogue.Find("SARIF").ShouldBeOfType<SarifReporter>();
        ReporterCatalogue.Find("yaml").ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void SameReport_TwiceGivesTheSameText(string format)
    {
        IReporter reporter = ReporterCatalogue.Find(format)!;
        SampleReport.Write(reporter, SampleReport.Full).ShouldBe(SampleReport.Write(reporter, SampleReport.Full));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Output_EndsLinesWithLineFeedsAndItselfWithOne(string format)
    {
        string output = SampleReport.Write(ReporterCatalogue.Find(format)!, SampleReport.Full);
        output.ShouldEndWith("\n");
        output.ShouldNotContain('\r');
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Gap_IsToldInEveryFormat(string format)
    {
        Report report = SampleReport.Empty with { Incomplete = [new Incomplete("vault", "unreachable", null)] };
        SampleReport.Write(ReporterCatalogue.Find(format)!, report).ShouldContain("unreachable");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void ThirtyThousandFindings_AreWrittenInSecondsAndLittleMemory(string format)
    {
        Report report = SampleReport.Large(ManyFindings);
        IReporter reporter = ReporterCatalogue.Find(format)!;
        long before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        reporter.Write(report, TextWriter.Null);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(20_000L * ManyFindings);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Properties_OfAFinding_CannotHoldMoreThanTheBuilderMasked(string format)
    {
        // A value stands only where a reporter was never given it: in none of the words of a finding. This holds as long as a finding
        // has no property for it; a new one must be looked at here.
        typeof(Finding).GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => property.Name).ShouldBe(
            ["DiagnosticId", "Rule", "Title", "Preview", "Reason", "Fingerprint"], ignoreOrder: true);
        string canary = Convert.ToHexString(Guid.NewGuid().ToByteArray());
        Finding finding = SampleReport.Full.Findings[0];
        Report report = SampleReport.Empty with { Findings = [finding with { Excerpt = Masked($"token = {canary};", canary), Preview = $"… ({canary.Length} characters)" }] };
        SampleReport.Write(ReporterCatalogue.Find(format)!, report).ShouldNotContain(canary);
    }

    private static Excerpt Masked(string line, string value)
    {
        int at = line.IndexOf(value, StringComparison.Ordinal);
        return new Excerpt(line.Replace(value, SampleReport.Mask, StringComparison.Ordinal), at, SampleReport.Mask.Length);
    }
}
