namespace SecretGuard.Reporting.Tests;

/// <summary>What every format makes of one sample, for reading in a review. A new format fails until its output is approved.</summary>
public sealed class ApprovedOutputTests
{
    public static TheoryData<string> Formats => [.. ReporterCatalogue.All.Select(reporter => reporter.Format)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Sample_IsWrittenAsApproved(string format) =>
        Approve(SampleReport.Write(ReporterCatalogue.Find(format)!, SampleReport.Full), $"sample.{format}");

    [Theory]
    [MemberData(nameof(Formats))]
    public void EmptyReport_IsWrittenAsApproved(string format) =>
        Approve(SampleReport.Write(ReporterCatalogue.Find(format)!, SampleReport.Empty), $"empty.{format}");

    [Theory]
    [MemberData(nameof(Formats))]
    public void History_IsWrittenAsApproved(string format) =>
        Approve(SampleReport.Write(ReporterCatalogue.Find(format)!, SampleReport.History), $"history.{format}");

    [Fact]
    public void SampleInColor_IsWrittenAsApproved() =>
        Approve(SampleReport.Write(new TextReporter(color: true), SampleReport.Full).Replace("\e", "␛", StringComparison.Ordinal), "sample.text-in-color");

    [Fact]
    public void SampleOnANarrowTerminal_IsWrittenAsApproved() =>
        Approve(SampleReport.Write(new TextReporter(color: false, columns: 72), SampleReport.Full), "sample.text-in-72-columns");

    /// <summary>Style and script of the page are files that are reviewed as such.</summary>
    private static string WithoutAssets(string output) => output
        .Replace(HtmlAssets.Style, "/* page.css */\n", StringComparison.Ordinal)
        .Replace(HtmlAssets.Script, "/* page.js */\n", StringComparison.Ordinal);

    private static void Approve(string output, string name) => WithoutAssets(output).ShouldMatchApproved(options => options
        .NoDiff()
        .SubFolder("Approved")
        .WithFilenameGenerator((_, _, type, _) => $"{name}.{type}.txt"));
}
