using System.Text;
using SecretGuard.DetectSecrets.Baselines;

namespace SecretGuard.DetectSecrets.Tests.Commands;

/// <summary>The hook: which exit code, which words, and what becomes of the baseline.</summary>
public sealed class HookTests
{
    private const string Name = ".secrets.baseline";

    [Fact]
    public void File_WithoutSecrets_Passes()
    {
        Session.Outcome outcome = Session.Hook(new FakeWorkspace().Add("a.py", "x = 1\n"), "a.py");
        (outcome.ExitCode, outcome.Output, outcome.Error).ShouldBe((0, "", ""));
    }

    [Fact]
    public void NewSecret_Fails_AndIsToldWithoutItsValue()
    {
        Session.Outcome outcome = Session.Hook(Leaky("a.py"), "a.py");
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldStartWith("ERROR: Potential secrets about to be committed to git repo!\n\nSecret Type: Secret Keyword\nLocation:    a.py:1\n");
        outcome.Output.ShouldContain("Total secrets detected: 1\n");
        outcome.Output.ShouldContain("in #security");
        (outcome.Output + outcome.Error).ShouldNotContain(Made.Password());
    }

    [Fact]
    public void NewSecret_AsJson_IsABaselineOfWhatIsNew()
    {
        SecretsBaseline told = BaselineReader.Read(Session.Hook(Leaky("a.py"), "--json", "a.py").Output);
        told.Entries.Single().ShouldBe(new SecretEntry(new SecretIdentity("a.py", SecretIdentity.HashOf(Made.Password()), "Secret Keyword"), 1));
        told.GeneratedAt.ShouldBe(Session.Now);
    }

    [Theory]
    [InlineData("a.py")]
    [InlineData("./a.py")]
    public void KnownSecret_Passes_AndNothingIsWritten(string file)
    {
        FakeWorkspace workspace = WithBaseline(Leaky("a.py"));
        Session.Hook(workspace, "--baseline", Name, file).ExitCode.ShouldBe(0);
        workspace.Writes.ShouldBe(0);
    }

    [Fact]
    public void KnownSecret_OfAnotherFile_IsNew() =>
        Session.Hook(WithBaseline(Leaky("a.py")).Add("b.py", Line()), "--baseline", Name, "a.py", "b.py").Output.ShouldContain("b.py:1");

    [Fact]
    public void PathOfWindows_InTheBaseline_IsTheSame()
    {
        FakeWorkspace workspace = WithBaseline(Leaky("src/a.py"));
        workspace.Add(Name, workspace.Text(Name).Replace("src/a.py", "src\\\\a.py", StringComparison.Ordinal));
        Session.Hook(workspace, "--baseline", Name, "src/a.py").ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 3)]
    public void MovedLine_CountsForTheOriginalOnly(bool strict, int exitCode)
    {
        FakeWorkspace workspace = WithBaseline(Leaky("a.py")).Add("a.py", $"\n\n{Line()}");
        Session.Outcome outcome = Session.Hook(workspace, [.. Strict(strict), "--baseline", Name, "a.py"]);
        outcome.ExitCode.ShouldBe(exitCode);
        BaselineReader.Read(workspace.Text(Name)).Entries.Single().Line.ShouldBe(strict ? 3 : 1);
        outcome.Output.Contains($"Please `git add {Name}`, thank you.", StringComparison.Ordinal).ShouldBe(strict);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 3)]
    public void OtherVersion_CountsForTheOriginalOnly(bool strict, int exitCode)
    {
        FakeWorkspace workspace = WithBaseline(Leaky("a.py"));
        workspace.Add(Name, workspace.Text(Name).Replace("1.5.0", "1.4.0", StringComparison.Ordinal));
        Session.Hook(workspace, [.. Strict(strict), "--baseline", Name, "a.py"]).ExitCode.ShouldBe(exitCode);
    }

    [Fact]
    public void GoneSecret_IsTakenOut_AndLabelsOfOthersStay()
    {
        FakeWorkspace workspace = WithBaseline(Leaky("a.py").Add("b.py", Line(2)).Add("c.py", Line(3)));
        workspace.Add(Name, workspace.Text(Name).Replace("\"line_number\": 1\n", "\"line_number\": 1,\n        \"is_secret\": true\n", StringComparison.Ordinal));
        Session.Outcome outcome = Session.Hook(workspace.Add("a.py", "x = 1\n").Add("c.py", ""), "--baseline", Name, "a.py", "b.py");
        outcome.ExitCode.ShouldBe(3);
        outcome.Output.ShouldStartWith("The baseline file was updated.\n");
        SecretsBaseline written = BaselineReader.Read(workspace.Text(Name));
        written.Entries.Select(entry => (entry.Identity.File, entry.IsSecret)).ShouldBe([("b.py", true), ("c.py", true)], "c.py was not scanned");
        written.Settings.Filters.ShouldContain(filter => filter.Text("filename") == Name);
    }

    [Fact]
    public void GoneSecret_OfASlimBaseline_LeavesItSlim()
    {
        FakeWorkspace workspace = Leaky("a.py").Add("b.py", Line(2));
        workspace.Add(Name, Session.Run(workspace, "scan", "--slim").Output);
        Session.Hook(workspace.Add("a.py", $"\n{Line()}"), "--baseline", Name, "a.py", "b.py").ExitCode.ShouldBe(0);
        Session.Hook(workspace.Add("a.py", ""), "--baseline", Name, "a.py", "b.py").ExitCode.ShouldBe(3);
        workspace.Text(Name).ShouldNotContain("line_number");
        workspace.Text(Name).ShouldNotContain("generated_at");
        Session.Hook(workspace.Add("b.py", ""), "--strict-compat", "--baseline", Name, "b.py").ExitCode.ShouldBe(3);
        workspace.Text(Name).ShouldContain("generated_at");
    }

    [Fact]
    public void NewSecret_LeavesTheBaselineAlone()
    {
        FakeWorkspace workspace = WithBaseline(Leaky("a.py"));
        Session.Hook(workspace.Add("a.py", Line(2)), "--baseline", Name, "a.py").ExitCode.ShouldBe(1);
        workspace.Writes.ShouldBe(0);
    }

    [Fact]
    public void EntryOfAKindThatNobodyLooksFor_Stays()
    {
        FakeWorkspace workspace = WithBaseline(Leaky("a.py"));
        workspace.Add(Name, workspace.Text(Name).Replace("\"Secret Keyword\"", "\"DB2 Credentials\"", StringComparison.Ordinal));
        Session.Hook(workspace.Add("a.py", ""), "--baseline", Name, "a.py").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void EntryThatOnlyItsHashTells_Stays()
    {
        // Such as one that a plugin of another version captured in another way.
        FakeWorkspace workspace = WithBaseline(Leaky("a.py"));
        workspace.Add("a.py", $"open({Made.Password()})\n");
        Session.Hook(workspace, "--baseline", Name, "a.py").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void UnstagedBaseline_Fails()
    {
        FakeWorkspace workspace = WithBaseline(Leaky("a.py"));
        workspace.Unstaged.Add(Name);
        Session.Outcome outcome = Session.Hook(workspace, "--baseline", Name, "a.py");
        (outcome.ExitCode, outcome.Output).ShouldBe((1, $"Your baseline file ({Name}) is unstaged.\n`git add {Name}` to fix this.\n"));
    }

    [Theory]
    [InlineData("{", 1, "error: Unable to read baseline.")]
    [InlineData("{}", 1, "error: Invalid baseline.")]
    [InlineData(null, 2, "detect-secrets-hook: error: argument --baseline: Invalid path: .secrets.baseline")]
    public void Baseline_ThatIsNone_IsTold(string? text, int exitCode, string message)
    {
        var workspace = new FakeWorkspace();
        Session.Outcome outcome = Session.Hook(text is null ? workspace : workspace.Add(Name, text), "--baseline", Name);
        outcome.ExitCode.ShouldBe(exitCode);
        outcome.Error.ShouldContain(message);
    }

    [Fact]
    public void StagedContent_IsWhatCounts()
    {
        FakeWorkspace workspace = new FakeWorkspace().Add("a.py", "x = 1\n").Add("b.py", Line());
        workspace.StagedFiles["a.py"] = Encoding.UTF8.GetBytes(Line());
        workspace.StagedFiles["b.py"] = Encoding.UTF8.GetBytes("x = 1\n");
        Session.Outcome outcome = Session.Hook(workspace, "a.py", "b.py");
        outcome.Output.ShouldContain("a.py:1");
        outcome.Output.ShouldNotContain("b.py");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Utf16_IsRead(string encoding)
    {
        var workspace = new FakeWorkspace();
        Encoding utf16 = Encoding.GetEncoding(encoding);
        workspace.Files["a.cs"] = [.. utf16.GetPreamble(), .. utf16.GetBytes($"var password = \"{Made.Password()}\";\n")];
        Session.Hook(workspace, "a.cs").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void ConnectionStringInCSharp_IsFoundUnderItsOwnKind()
    {
        string text = $"var c = \"Server=db.corp.net;Database=x;User Id=sa;Password={TestKit.Placeholders.Fill("‹pw›", new Random(1))}\";\n";
        Session.Hook(new FakeWorkspace().Add("a.cs", text), "a.cs").Output.ShouldContain("Secret Type: Password in a connection string\nLocation:    a.cs:1\n");
        Session.Hook(new FakeWorkspace().Add("a.cs", text), "--disable-plugin", "SecretGuard", "a.cs").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void SameBytes_AreToldOnce()
    {
        var workspace = new FakeWorkspace().Add("a.py", $"t = {Made.GitHub()}\n").Add("k.pem", PrivateKey(1));
        Session.Outcome outcome = Session.Hook(workspace, "a.py", "k.pem");
        outcome.Output.ShouldContain("Total secrets detected: 2\n");
    }

    [Theory]
    [InlineData("# pragma: allowlist secret", 0)]
    [InlineData("// pragma: whitelist secret because", 0)]
    [InlineData("/* pragma: allowlist secret */ x", 1)]
    public void Pragma_OfALine_Holds(string comment, int exitCode) =>
        Session.Hook(new FakeWorkspace().Add("a.py", $"{Line().TrimEnd()} {comment}\n"), "a.py").ExitCode.ShouldBe(exitCode);

    [Fact]
    public void Verbose_SaysHowMuchWasLookedAt() =>
        Session.Hook(Leaky("a.py").Add("b.py", ""), "-v", "a.py", "b.py").Error.ShouldBe("secretguard: files looked at: 2, secrets in them: 1\n");

    [Fact]
    public void FileThatCannotBeNamed_IsNotPassedOver()
    {
        Session.Outcome outcome = Session.Hook(new FakeWorkspace(), "caf\uFFFD.py");
        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("not looked at: caf");
    }

    [Fact]
    public void MissingAndIgnoredFiles_AreLeftOut_AndTheMissingOnesTold()
    {
        Session.Outcome outcome = Session.Hook(new FakeWorkspace().Add("a.css", Line()).Add("yarn.lock", Line()).Add("swagger.json", Line()), "none.py", "a.css", "yarn.lock", "swagger.json");
        outcome.ExitCode.ShouldBe(0);
        outcome.Error.ShouldBe("secretguard: 'none.py' does not exist\n");
    }

    private static string[] Strict(bool strict) => strict ? ["--strict-compat"] : [];

    internal static string Line(int seed = 1) => $"password = \"{Made.Password(seed)}\"\n";

    internal static string PrivateKey(int seed) => $"-----BEGIN RSA PRIVATE KEY-----\n{Made.Of("[A-Za-z0-9+/]{64}", seed)}\n{Made.Of("[A-Za-z0-9+/]{60}", seed + 50)}\n-----END RSA PRIVATE KEY-----\n";

    internal static FakeWorkspace Leaky(string path) => new FakeWorkspace().Add(path, Line());

    internal static FakeWorkspace WithBaseline(FakeWorkspace workspace) => workspace.Add(Name, Session.Run(workspace, "scan").Output);
}
