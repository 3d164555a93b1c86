using System.Text;
using System.Text.Json;
using SecretGuard.Findings;
using SecretGuard.TestKit;

namespace SecretGuard.Reporting.Tests;

/// <summary>The formats that are JSON: their schemas, and what hostile text does to them.</summary>
public sealed class JsonFormatTests
{
    public static TheoryData<string> Names => Hostile.Names;

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("gitlab")]
    [InlineData("codequality")]
    public void Output_SatisfiesTheSchema(string format)
    {
        string schema = Schema(format);
        foreach (Report report in (Report[])[SampleReport.Full, SampleReport.Empty, .. Hostile.Texts.Values.Select(SampleReport.Hostile)])
        {
            JsonSchemaCheck.Errors(schema, Write(format, report)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void SchemaCheck_FindsWhatIsWrong()
    {
        string output = Write("json", SampleReport.Full);
        JsonSchemaCheck.Errors(ReportSchema.Text, output.Replace("\"critical\"", "\"awful\"", StringComparison.Ordinal)).ShouldNotBeEmpty();
        JsonSchemaCheck.Errors(ReportSchema.Text, output.Replace("\"startLine\"", "\"line\"", StringComparison.Ordinal)).ShouldNotBeEmpty();
        JsonSchemaCheck.Errors(Schema("sarif"), Write("sarif", SampleReport.Full).Replace("\"region\"", "\"snippet\"", StringComparison.Ordinal)).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void HostileText_ComesBackAsItWas(string name)
    {
        string text = Hostile.Texts[name];
        JsonElement finding = Parse(Write("json", SampleReport.Hostile(text))).GetProperty("findings")[0];

        // Half a pair has no UTF-8: only that is replaced.
        finding.GetProperty("title").GetString().ShouldBe(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        finding.GetProperty("location").GetProperty("path").GetString()!.Length.ShouldBe(text.Length);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Ndjson_IsOneObjectALine(string name)
    {
        string[] lines = Write("ndjson", SampleReport.Hostile(Hostile.Texts[name])).TrimEnd('\n').Split('\n');
        lines.Select(line => Parse(line).GetProperty("type").GetString()).ShouldBe(
            ["report", "rule", "rule", "finding", "suppressed", "notice", "incomplete", "summary"]);
    }

    [Fact]
    public void Json_HasTheSameFieldsAsNdjson()
    {
        JsonElement whole = Parse(Write("json", SampleReport.Full));
        JsonElement[] records = [.. Write("ndjson", SampleReport.Full).TrimEnd('\n').Split('\n').Select(Parse)];
        foreach ((string array, string type) in ((string, string)[])[("findings", "finding"), ("suppressed", "suppressed"), ("rules", "rule"), ("notices", "notice"), ("incomplete", "incomplete")])
        {
            IEnumerable<string> fields = whole.GetProperty(array)[0].EnumerateObject().Select(property => property.Name);
            records.First(record => record.GetProperty("type").GetString() == type).EnumerateObject().Select(property => property.Name).ShouldBe(["type", .. fields]);
        }
    }

    [Fact]
    public void CodeQuality_FingerprintsAreUniqueAndStayWhenLinesMove()
    {
        string[] before = Fingerprints(SampleReport.Full);
        before.Distinct(StringComparer.Ordinal).Count().ShouldBe(before.Length);
        Report moved = SampleReport.Full with
        {
            Findings = [.. SampleReport.Full.Findings.Select(Down)],
            Suppressed = [.. SampleReport.Full.Suppressed.Select(suppressed => suppressed with { Finding = Down(suppressed.Finding) })],
        };
        Fingerprints(moved).ShouldBe(before);
    }

    private static Finding Down(Finding finding) =>
        finding with { Location = finding.Location with { StartLine = finding.Location.StartLine + 100, EndLine = finding.Location.EndLine + 100 } };

    private static string[] Fingerprints(Report report) =>
        [.. Parse(Write("codequality", report)).EnumerateArray().Select(issue => issue.GetProperty("fingerprint").GetString()!)];

    private static string Schema(string format)
    {
        if (format == "json")
        {
            return ReportSchema.Text;
        }

        using var reader = new StreamReader(typeof(JsonFormatTests).Assembly.GetManifestResourceStream($"{format}.json")!);
        return reader.ReadToEnd();
    }

    private static string Write(string format, Report report) => SampleReport.Write(ReporterCatalogue.Find(format)!, report);

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
