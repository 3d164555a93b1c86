using System.Globalization;
using System.Text;
using System.Xml.Linq;
using SecretGuard.Findings;

namespace SecretGuard.Reporting.Tests;

/// <summary>What consumers of a format cut off or count is respected by the reporter, and said.</summary>
public sealed class FormatLimitTests
{
    private const int MostSummaryBytes = 1024 * 1024;

    [Fact]
    public void GitHub_ShowsTenOfEachLevelAndCountsTheRest()
    {
        string[] lines = SampleReport.Write(new GitHubReporter(), SampleReport.Large(200)).TrimEnd('\n').Split('\n');
        lines.Count(line => line.StartsWith("::error ", StringComparison.Ordinal)).ShouldBe(GitHubReporter.MostPerLevel);
        lines.Count(line => line.StartsWith("::warning ", StringComparison.Ordinal)).ShouldBe(GitHubReporter.MostPerLevel);
        lines.Count(line => line.StartsWith("::notice ", StringComparison.Ordinal)).ShouldBe(GitHubReporter.MostPerLevel);
        lines[^1].ShouldBe("::notice title=SecretGuard::171 more remarks not shown here. 412 files (7 binary), 8.1 MB, 0.3 s: 200 findings (40 critical, 40 high, 40 medium, 40 low, 40 info)");
    }

    [Fact]
    public void GitHub_TellsGapsAndTheWorstFirst()
    {
        Report report = SampleReport.Large(200) with { Incomplete = [new Incomplete("vault", "unreachable", null)] };
        string[] lines = SampleReport.Write(new GitHubReporter(), report).Split('\n');
        lines[0].ShouldBe("::error title=Not looked at::vault: unreachable");
        lines[1].ShouldContain(report.Findings.First(finding => finding.Severity == Severity.Critical).Location.Path);
    }

    [Fact]
    public void Markdown_FitsIntoAJobSummaryAndCountsTheRest()
    {
        string output = SampleReport.Write(new MarkdownReporter(), SampleReport.Large(30_000));
        Encoding.UTF8.GetByteCount(output).ShouldBeLessThan(MostSummaryBytes);
        int rows = output.Split('\n').Count(line => line.StartsWith("| critical", StringComparison.Ordinal) || line.StartsWith("| high", StringComparison.Ordinal));
        output.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"{30_000 - rows} more findings did not fit here."));
    }

    [Fact]
    public void JUnit_CountsWhatItLists()
    {
        XElement suites = XDocument.Parse(SampleReport.Write(new JUnitReporter(), SampleReport.Full)).Root!;
        XElement suite = suites.Element("testsuite")!;
        foreach ((string attribute, string element) in ((string, string)[])[("failures", "failure"), ("errors", "error"), ("skipped", "skipped")])
        {
            ((int)suite.Attribute(attribute)!).ShouldBe(suite.Descendants(element).Count());
        }

        ((int)suites.Attribute("tests")!).ShouldBe(suite.Elements("testcase").Count());
    }

    [Fact]
    public void CleanRun_IsOneLineOfTextAndOnePassedTest()
    {
        SampleReport.Write(new TextReporter(color: false), SampleReport.Empty).ShouldBe("412 files (7 binary), 8.1 MB, 0.3 s: no findings\n");
        XElement suite = XDocument.Parse(SampleReport.Write(new JUnitReporter(), SampleReport.Empty)).Root!.Element("testsuite")!;
        suite.Elements("testcase").ShouldHaveSingleItem().HasElements.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1.0 kB")]
    [InlineData(1049, "1.0 kB")]
    [InlineData(1050, "1.1 kB")]
    [InlineData(8_123_456, "8.1 MB")]
    [InlineData(long.MaxValue, "9223372.0 TB")]
    public void Size_IsShortAndDecimal(long bytes, string text) => Amount.OfBytes(bytes).ShouldBe(text);

    [Theory]
    [InlineData("plain", 5, "plain")]
    [InlineData("longer", 5, "long…")]
    [InlineData("abc😀def", 5, "abc…")]
    public void Cut_KeepsPairsWhole(string text, int most, string expected) => text.Cut(most).ShouldBe(expected);
}
