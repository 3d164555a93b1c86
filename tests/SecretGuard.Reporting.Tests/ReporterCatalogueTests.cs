using System.Text;

namespace SecretGuard.Reporting.Tests;

/// <summary>What holds for every format.</summary>
public sealed class ReporterCatalogueTests
{
    private const int ManyFindings = 30_000;
    private const long MostBytesPerFinding = 8_000;

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
    public void ThirtyThousandFindings_AreWrittenInLittleMemory(string format)
    {
        Report report = SampleReport.Large(ManyFindings);
        IReporter reporter = ReporterCatalogue.Find(format)!;
        using var output = new CountingWriter();
        long before = GC.GetAllocatedBytesForCurrentThread();
        reporter.Write(report, output);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{output.Written} characters, {allocated / ManyFindings} bytes a finding, largest piece {output.Largest}");
        allocated.ShouldBeLessThan(MostBytesPerFinding * ManyFindings);

        // Nothing piles up: what is written is handed on in small pieces, however many there are.
        output.Largest.ShouldBeLessThan(256 * 1024);
    }

    private sealed class CountingWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public long Written { get; private set; }

        public int Largest { get; private set; }

        public override void Write(char value) => Count(1);

        public override void Write(string? value) => Count(value?.Length ?? 0);

        public override void Write(char[] buffer, int index, int count) => Count(count);

        private void Count(int length)
        {
            Written += length;
            Largest = Math.Max(Largest, length);
        }
    }
}
