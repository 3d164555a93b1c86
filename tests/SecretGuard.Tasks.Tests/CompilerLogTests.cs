using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Tasks.Compilers;
using SecretGuard.Tasks.Scanning;

namespace SecretGuard.Tasks.Tests;

/// <summary>The compiler's log, whole, cut off, of another version, and of a compiler that ran no analyzer.</summary>
public sealed class CompilerLogTests
{
    private const string Rules = "\"tool\": { \"driver\": { \"rules\": [ { \"id\": \"CS1\" }, { \"id\": \"SG2001\" } ] } }";

    private static string Result(string properties, string uri) => $$"""
        { "ruleId": "SG2001", "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "{{uri}}" }, "region": { "startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 9 } } } ],
          "properties": { "warningLevel": 1, "customProperties": { {{properties}} } } }
        """;

    private static string Log(params string[] results) => $$"""{ "version": "2.1.0", "runs": [ { "results": [ {{string.Join(", ", results)}} ], {{Rules}} } ] }""";

    [Fact]
    public void Record_IsReadWithItsPlaceBelowTheRoot()
    {
        string root = Path.GetTempPath(), file = Path.Combine(root, "src", "Größe 1.cs");
        string log = Log(Result("\"store\": \"configuration\", \"kind\": \"config\", \"name\": \"Db:\\u0050assword\", \"optional\": \"false\", \"secret\": \"true\"", new Uri(file).AbsoluteUri), "{ \"ruleId\": \"CS1\" }");
        InventoryRecord record = CompilerLog.References(log, root, "Shop").ShouldNotBeNull().ShouldHaveSingleItem();
        (record.Location.Path, record.Location.StartLine, record.Location.EndColumn, record.Consumer).ShouldBe(("src/Größe 1.cs", 3, 9, "Shop"));
        record.Reference.ShouldBe(new SecretReference("configuration", "config", "Db:Password") { IsOptional = false, IsSecret = true });
    }

    [Fact]
    public void NothingReferredTo_IsAnEmptyInventory() => CompilerLog.References(Log(), "/", "Shop").ShouldNotBeNull().ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "runs": [ { "results": [], "tool": { "driver": { "rules": [ { "id": "CS1" } ] } } } ] }""")]
    [InlineData("""{ "runs": [] }""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("3")]
    public void AnalyzerThatDidNotRun_IsNoEmptyInventory(string log) => CompilerLog.References(log, "/", "Shop").ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("{ \"runs\": [ { \"results\": [")]
    [InlineData("{ \"runs\": nonsense }")]
    [InlineData("{ \"runs\": [] } more")]
    [InlineData("{ \"runs\": \"\\q\" }")]
    public void CutOffOrGarbage_IsTold(string log) => Should.Throw<FormatException>(() => CompilerLog.References(log, "/", "Shop"));

    [Fact]
    public void Findings_AreThoseOfThisPackage_LessWhatIsSuppressed()
    {
        string Found(string id, string more) => $$"""{ "ruleId": "{{id}}", "level": "error", "message": { "text": "Move it." }, "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "file:///src/A%20b.cs" }, "region": { "startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 9 } } } ]{{more}} }""";
        string properties = ", \"properties\": { \"customProperties\": { \"rule\": \"generic-password\", \"severity\": \"Critical\" } }";
        Remark remark = CompilerLog.Findings(Log(Found("SG1001", properties), Found("SG1003", ", \"suppressions\": [ { \"kind\": \"inSource\" } ]"), Found("CS1", ""), Found("SG2001", ""), Found("SG2004", ""))).ShouldHaveSingleItem();
        (remark.Id, remark.Rule, remark.Severity, remark.Message, remark.Location.StartLine, remark.Location.EndColumn).ShouldBe(("SG1001", "generic-password", Severity.Critical, "Move it.", 3, 9));
        remark.Location.Path.ShouldEndWith("A b.cs");
        CompilerLog.Findings(Log(Found("SG2003", ", \"properties\": { \"customProperties\": { \"severity\": \"High\" } }"))).Select(told => (told.Id, told.Rule, told.Severity, told.IsFinding)).ShouldBe([("SG2003", "", Severity.High, true)]);
    }

    [Fact]
    public void NestedWithoutEnd_IsTold() => Should.Throw<FormatException>(() => CompilerLog.References(new string('[', 100_000), "/", "Shop"));
}
