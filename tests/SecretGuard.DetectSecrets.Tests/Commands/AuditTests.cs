using SecretGuard.DetectSecrets.Baselines;

namespace SecretGuard.DetectSecrets.Tests.Commands;

/// <summary>Labelling, counting, listing and comparing.</summary>
public sealed class AuditTests
{
    private const string Name = ".secrets.baseline";

    [Theory]
    [InlineData("y n s", "False True None")]
    [InlineData("n q", "True None None")]
    [InlineData("x y y y", "False False False")]
    [InlineData("y b s y n", "None False True")]
    [InlineData("", "None None None")]
    public void Answers_BecomeLabels(string answers, string labels)
    {
        FakeWorkspace workspace = Three();
        Session.Outcome outcome = Session.Run(workspace, answers.Replace(' ', '\n'), isInteractive: true, "audit", Name);
        outcome.ExitCode.ShouldBe(0);
        string.Join(' ', Entries(workspace).Select(entry => entry.IsSecret?.ToString() ?? "None")).ShouldBe(labels);
    }

    [Fact]
    public void Decision_IsWrittenAtOnce()
    {
        FakeWorkspace workspace = Three();
        int before = workspace.Writes;
        Session.Run(workspace, "y\nn\ns\n", isInteractive: true, "audit", Name);
        (workspace.Writes - before).ShouldBe(2);
    }

    [Fact]
    public void Labelled_IsNotAskedAgain()
    {
        FakeWorkspace workspace = Three();
        Session.Run(workspace, "y\n", isInteractive: true, "audit", Name);
        Session.Run(workspace, "n\nn\n", isInteractive: true, "audit", Name).Output.ShouldContain("Secret:      1 of 2\n");
        Session.Run(workspace, "", isInteractive: true, "audit", Name).Output.ShouldContain("Nothing to audit!");
    }

    [Fact]
    public void Screen_ShowsTheSecretToAPersonOnly()
    {
        Session.Run(Three(), "q\n", isInteractive: true, "audit", Name).Output.ShouldContain(Made.Password(1));
        Session.Run(Three(), "q\n", isInteractive: false, "audit", Name).Output.ShouldNotContain(Made.Password(1));
    }

    [Fact]
    public void GoneSecret_CanOnlyBeSkipped()
    {
        FakeWorkspace workspace = Three().Add("a.py", "");
        Session.Outcome outcome = Session.Run(workspace, "y\ns\nq\n", isInteractive: true, "audit", Name);
        outcome.Output.ShouldContain("not found");
        Entries(workspace).ShouldAllBe(entry => entry.IsSecret == null);
    }

    [Fact]
    public void SlimBaseline_IsRefused()
    {
        FakeWorkspace workspace = HookTests.Leaky("a.py");
        workspace.Add(Name, Session.Run(workspace, "scan", "--slim").Output);
        Session.Outcome outcome = Session.Run(workspace, "audit", Name);
        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("no line numbers");
    }

    [Fact]
    public void Stats_CountLabels()
    {
        FakeWorkspace workspace = Three();
        Session.Run(workspace, "y\nn\nq\n", isInteractive: true, "audit", Name);
        Session.Run(workspace, "audit", "--stats", Name).Output.ShouldBe("""
            Plugin: KeywordDetector
            Statistics: True Positives: 1, False Positives: 1, Unknown: 1, Precision: 0.5, Recall: 0.5


            """.ReplaceLineEndings("\n"));
        Session.Run(workspace, "audit", "--stats", "--json", Name).Output.ShouldContain("\"true-positives\": 1,");
    }

    [Fact]
    public void Report_HoldsNoSecret()
    {
        FakeWorkspace workspace = Three();
        Session.Run(workspace, "y\nn\nq\n", isInteractive: true, "audit", Name);
        Session.Outcome outcome = Session.Run(workspace, "audit", "--report", Name);
        outcome.Output.ShouldStartWith("{\n    \"results\": [\n        {\n            \"category\": \"VERIFIED_FALSE\",\n            \"filename\": \"a.py\",\n            \"lines\": {\n                \"1\": \"password = \\\"[secret]\\\"\"\n");
        outcome.Output.ShouldNotContain(Made.Password(1));
        outcome.Error.ShouldContain("masked");
        Session.Run(workspace, "audit", "--report", "--only-real", Name).Output.ShouldNotContain("VERIFIED_FALSE");
        Session.Run(workspace, "audit", "--report", "--only-false", Name).Output.ShouldNotContain("VERIFIED_TRUE");
    }

    [Fact]
    public void Diff_ShowsWhatIsInOneOnly()
    {
        FakeWorkspace workspace = Three();
        workspace.Add("other", Session.Run(workspace.Add("d.py", HookTests.Line(9)), "scan", "b.py", "c.py", "d.py").Output);
        string output = Session.Run(workspace, "audit", "--diff", Name, "other").Output;
        output.ShouldContain("Filename:    a.py\nSecret Type: Secret Keyword\nStatus:      >> REMOVED <<\n");
        output.ShouldContain("Filename:    d.py\nSecret Type: Secret Keyword\nStatus:      >> ADDED <<\n");
        output.ShouldNotContain("b.py");
    }

    [Theory]
    [InlineData("audit", 2)]
    [InlineData("audit .secrets.baseline .secrets.baseline", 1)]
    [InlineData("audit --diff .secrets.baseline", 1)]
    [InlineData("audit --diff --stats .secrets.baseline", 2)]
    [InlineData("audit none", 1)]
    public void WrongLine_IsTold(string line, int exitCode)
    {
        Session.Outcome outcome = Session.Run(Three(), line.Split(' '));
        outcome.ExitCode.ShouldBe(exitCode);
        outcome.Error.ShouldNotBeEmpty();
    }

    private static FakeWorkspace Three() => HookTests.WithBaseline(HookTests.Leaky("a.py").Add("b.py", HookTests.Line(2)).Add("c.py", HookTests.Line(3)));

    private static IEnumerable<SecretEntry> Entries(FakeWorkspace workspace) => BaselineReader.Read(workspace.Text(Name)).Entries.OrderBy(entry => entry.Identity.File, StringComparer.Ordinal);
}
