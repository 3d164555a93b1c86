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
}
