using System.Text.Json;
using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Tests;

/// <summary>Several reports as one.</summary>
public sealed class MergeTests
{
    private static Sandbox TwoReports()
    {
        var box = new Sandbox();
        box.Write("a/one.env", $"GITHUB_TOKEN={box.Secret()}\n").Write("b/two.env", $"GITHUB_TOKEN={box.Secret()}\n");
        box.Run("scan", "a", "--report", "json=out/a.json").ExitCode.ShouldBe(1);
        box.Run("scan", "b", "--report", "sarif=out/b.sarif").ExitCode.ShouldBe(1);
        return box;
    }

    [Fact]
    public void Merge_OfAFolder_TellsWhatAllTell()
    {
        using Sandbox box = TwoReports();
        box.Write("out/package.json", "{}").Write("out/other.sarif", """{"runs":[{"tool":{"driver":{"name":"Another"}}}]}""");
        Sandbox.Outcome merged = box.Run("merge", "out", "--report", "sarif=out/all.sarif", "--report", "html=all.html");
        merged.ExitCode.ShouldBe(1, merged.Error);
        merged.Output.ShouldContain("a/one.env");
        merged.Output.ShouldContain("b/two.env");
        merged.Output.ShouldContain("2 findings");

        // The result is no input of the next run, and a merge of merged reports says the same.
        Sandbox.Outcome again = box.Run("merge", "out", "--report", "sarif=out/all.sarif");
        again.Output.ShouldContain("2 findings");
    }

    [Fact]
    public void FailOn_CountsFromThatSeverityOn()
    {
        using Sandbox box = new();
        Rules.Rule rule = Rules.Catalogue.Default.Rules.First(rule => rule is { Severity: Findings.Severity.Medium, Near.Count: 0, Patterns.Count: > 0 });
        box.Write("one.env", $"X={box.Secret(rule.Slug)}\n");
        box.Run("scan", "--report", "json=one.json").ExitCode.ShouldBe(1);
        box.Run("merge", "one.json").ExitCode.ShouldBe(1);
        box.Run("merge", "one.json", "--fail-on", "high").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Merge_WithOneThatCannotBeRead_Is3AndTellsTheRest()
    {
        using Sandbox box = new();
        box.Write("clean.txt", "nothing\n");
        box.Run("scan", "clean.txt", "--report", "json=clean.json").ExitCode.ShouldBe(0);
        box.Run("merge", "clean.json").ExitCode.ShouldBe(0);
        box.Write("half.json", box.Read("clean.json")[..200]);
        Sandbox.Outcome merged = box.Run("merge", "clean.json", "half.json");
        merged.ExitCode.ShouldBe(3, merged.Error);
        merged.Output.ShouldContain("half.json");
        merged.Output.ShouldContain("Make this report anew.");
    }

    /// <summary>The report is the one that a test of the build's task approves: of one reference that two environments lack.</summary>
    [Fact]
    public void BuildThatVerifies_AndVerify_TellTheSameOnce()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", """
            environments: { dev: , prod: }
            stores: { runtime: { type: azure-key-vault, address: https://kv-shop.vault.azure.net } }
            secrets: { shop-db: { store: runtime, owner: team-shop } }
            """);
        LockRecord missing = new("dev", "runtime", ReferenceKinds.Secret, "shop-db") { Id = "shop-db", State = LockRecord.Missing, Asked = new DateTime(2026, 6, 15, 0, 0, 0, DateTimeKind.Utc) };
        box.Write("secretguard.lock", LockFormat.Write([missing with { Asked = new DateTime(2026, 5, 6, 0, 0, 0, DateTimeKind.Utc) }, missing with { Environment = "prod" }])).Write("App.csproj", "<Project />").Write("Code.cs", "one\ntwo\n").Write("obj/secretguard.inventory.json", InventoryFormat.Write(
            [new(new SecretReference(StoreTypes.AzureKeyVault, ReferenceKinds.Secret, "shop-db") { IsSecret = true }, new Location("Code.cs", 1, 1, 1, 3), "App")]));
        box.Run("verify", "--offline", "--report", "json=out/verify.json", "--report", "sarif=out/verify.sarif").ExitCode.ShouldBe(1);
        box.Write("out/build.sarif", File.ReadAllText(Path.Combine(Sandbox.Repository, "tests/SecretGuard.Tasks.Tests/Approved/VerifyReferencesTests.Report_HoldsWhatTheLockSaysOnce_InTheTermsOfTheCommandLine.approved.txt")));
        Told(box.Read("out/verify.json")).Length.ShouldBe(2);
        foreach (string[] parts in (string[][])[["out"], ["out/build.sarif", "out/verify.sarif"], ["out/build.sarif"]])
        {
            Told(box.Run(["merge", .. parts, "--format", "json"]).Output).ShouldBe(Told(box.Read("out/verify.json")), string.Join(' ', parts));
        }
    }

    [Theory]
    [InlineData("nowhere", "'nowhere' does not exist")]
    [InlineData("empty", "no report of SecretGuard below 'empty'")]
    public void NothingToMerge_Is2(string path, string expected)
    {
        using var box = new Sandbox(git: false);
        box.Write("empty/x.json", "{}");
        Sandbox.Outcome merged = box.Run("merge", path);
        merged.ExitCode.ShouldBe(2);
        merged.Error.ShouldContain(expected);
    }

    private static string[] Told(string report)
    {
        using JsonDocument json = JsonDocument.Parse(report);
        return [.. json.RootElement.GetProperty("findings").EnumerateArray().Select(finding => string.Join(" | ", ((string[])["id", "rule", "title", "preview", "severity", "fingerprint"]).Select(name => finding.GetProperty(name))))];
    }
}
