using SecretGuard.DetectSecrets.Baselines;

namespace SecretGuard.DetectSecrets.Tests.Commands;

/// <summary>Scanning for a baseline, and the options that choose what counts.</summary>
public sealed class ScanTests
{
    private const string Name = ".secrets.baseline";

    [Fact]
    public void Scan_WithFindings_EndsWithZero_AndPrintsABaseline()
    {
        Session.Outcome outcome = Session.Run(HookTests.Leaky("a.py"), "scan");
        outcome.ExitCode.ShouldBe(0);
        SecretsBaseline printed = BaselineReader.Read(outcome.Output);
        printed.Version.ShouldBe("1.5.0");
        printed.Settings.Plugins.Count.ShouldBe(27);
        printed.Settings.Filters.Count.ShouldBe(11);
        printed.Entries.Single().Identity.Type.ShouldBe("Secret Keyword");
        printed.Write().ShouldBe(outcome.Output);
    }

    [Fact]
    public void Scan_WithABaseline_WritesIt_AndKeepsLabels()
    {
        FakeWorkspace workspace = HookTests.WithBaseline(HookTests.Leaky("a.py"));
        workspace.Add(Name, workspace.Text(Name).Replace("\"line_number\": 1\n", "\"line_number\": 1,\n        \"is_secret\": false\n", StringComparison.Ordinal));
        Session.Outcome outcome = Session.Run(workspace.Add("a.py", HookTests.Line(2) + HookTests.Line(1)), "scan", "--baseline", Name);
        (outcome.ExitCode, outcome.Output).ShouldBe((0, ""));
        BaselineReader.Read(workspace.Text(Name)).Entries.OrderBy(entry => entry.Line).Select(entry => (entry.Line, entry.IsSecret)).ShouldBe([(1, null), (2, false)]);
    }

    [Fact]
    public void Scan_WithThePluginsOfABaseline_UsesNoOther()
    {
        FakeWorkspace workspace = HookTests.Leaky("a.py").Add(Name, "{\"version\": \"1.4.0\", \"plugins_used\": [{\"name\": \"TwilioKeyDetector\"}], \"filters_used\": [], \"results\": {}}");
        Session.Run(workspace, "scan", "--baseline", Name, "--disable-plugin", "SecretGuard").ExitCode.ShouldBe(0);
        BaselineReader.Read(workspace.Text(Name)).Entries.ShouldBeEmpty();
        Session.Run(workspace, "scan", "--baseline", Name, "--force-use-all-plugins", "--disable-plugin", "SecretGuard").ExitCode.ShouldBe(0);
        BaselineReader.Read(workspace.Text(Name)).Settings.Plugins.Count.ShouldBe(27);
        BaselineReader.Read(workspace.Text(Name)).Entries.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("--exclude-lines pass", 0)]
    [InlineData("--exclude-files ^a", 0)]
    [InlineData("--exclude-secrets ^Kx", 0)]
    [InlineData("--exclude-secrets ^kx", 1)]
    [InlineData("--disable-plugin KeywordDetector --disable-plugin SecretGuard", 0)]
    [InlineData("--word-list words.txt", 0)]
    public void Options_LeaveOut(string options, int count)
    {
        FakeWorkspace workspace = HookTests.Leaky("a.py").Add("words.txt", $"no\n{Made.Password()[2..6].ToUpperInvariant()}\n");
        BaselineReader.Read(Session.Run(workspace, ["scan", .. options.Split(' '), "a.py"]).Output).Entries.Count.ShouldBe(count);
    }

    [Theory]
    [InlineData("--plugin own.py", "custom rule")]
    [InlineData("--filter own.py::f", "custom rule")]
    [InlineData("--gibberish-model m", "custom rule")]
    [InlineData("--disable-plugin KeywordDetectr", "did you mean 'KeywordDetector'?")]
    [InlineData("--disable-filter nope", "there is no filter 'nope'")]
    [InlineData("--hex-limit 9", "9 must be between 0.0 and 8.0")]
    [InlineData("-n --only-verified", "not allowed with argument -n/--no-verify")]
    [InlineData("--exclude-lines (", "no regular expression")]
    public void Options_ThatCannotBeCarriedOut_AreRefused(string options, string message)
    {
        Session.Outcome outcome = Session.Run(HookTests.Leaky("a.py"), ["scan", .. options.Split(' ')]);
        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""));
        outcome.Error.ShouldContain(message);
    }

    [Fact]
    public void PluginInPython_OfABaseline_IsRefusedWithAWayOut()
    {
        FakeWorkspace workspace = HookTests.Leaky("a.py").Add(Name, "{\"version\": \"1.5.0\", \"plugins_used\": [{\"name\": \"Own\", \"path\": \"file://own.py\"}], \"filters_used\": [], \"results\": {}}");
        Session.Outcome outcome = Session.Hook(workspace, "--baseline", Name, "a.py");
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("custom rule in secretguard.yml");
    }

    [Fact]
    public void Slim_HasNeitherLinesNorDate()
    {
        string text = Session.Run(HookTests.Leaky("a.py"), "scan", "--slim").Output;
        text.ShouldNotContain("line_number");
        text.ShouldNotContain("generated_at");
    }

    [Fact]
    public void WithoutARepository_OnlyAllFilesAreScanned()
    {
        FakeWorkspace workspace = new FakeWorkspace { HasGit = false }.Add("a.py", HookTests.Line());
        Session.Outcome outcome = Session.Run(workspace, "scan");
        BaselineReader.Read(outcome.Output).Entries.ShouldBeEmpty();
        outcome.Error.ShouldContain("--all-files");
        BaselineReader.Read(Session.Run(workspace, "scan", "--all-files").Output).Entries.Count.ShouldBe(1);
        BaselineReader.Read(Session.Run(workspace, "scan", "a.py").Output).Entries.Count.ShouldBe(1);
    }

    [Fact]
    public void OnlyAllowlisted_ShowsWhatCommentsAccept()
    {
        FakeWorkspace workspace = new FakeWorkspace().Add("a.py", $"{HookTests.Line(1)}{HookTests.Line(2).TrimEnd()}  # pragma: allowlist secret\n");
        BaselineReader.Read(Session.Run(workspace, "scan", "--only-allowlisted").Output).Entries.Select(entry => entry.Line).ShouldBe([2]);
    }

    [Fact]
    public void Text_GetsAVerdictOfEveryPlugin()
    {
        string key = Made.Of("AKIA[A-Z0-9]{16}");
        Session.Outcome outcome = Session.Run(new FakeWorkspace(), key + "\n", isInteractive: false, "scan", "--string");
        outcome.Output.ShouldStartWith("AWSKeyDetector          : True  (unverified)\nArtifactoryDetector     : False\n");
        outcome.Output.ShouldMatch(@"Base64HighEntropyString : False \(\d\.\d+\)");
        Session.Run(new FakeWorkspace(), "scan", "-n", "--string", key).Output.ShouldStartWith("AWSKeyDetector          : True\n");
        Session.Run(new FakeWorkspace(), "scan", "--base64-limit", "1", "--string", "abcdefgh1").Output.ShouldContain("Base64HighEntropyString : True  (3.17)\n");
    }

    [Theory]
    [InlineData("", 0, "usage: detect-secrets ", "")]
    [InlineData("--version", 0, "1.5.0\n", "")]
    [InlineData("-v", 1, "", "detect-secrets: error: Unspecified action.")]
    [InlineData("look", 2, "", "invalid choice: 'look'")]
    [InlineData("scan --list-all-plugins", 0, "AWSKeyDetector\n", "")]
    public void Program_WithoutACommand(string line, int exitCode, string output, string error)
    {
        Session.Outcome outcome = Session.Run(new FakeWorkspace(), line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        outcome.ExitCode.ShouldBe(exitCode);
        outcome.Output.ShouldStartWith(output);
        outcome.Error.ShouldContain(error);
    }

    [Theory]
    [InlineData("a.yaml", "k: {0}\n")]
    [InlineData(".env", "K={0}\n")]
    [InlineData("a.ini", "[x]\nk = {0}\n")]
    public void ValueWithoutQuotes_IsRandomEnough(string path, string text)
    {
        FakeWorkspace workspace = new FakeWorkspace().Add(path, text.Replace("{0}", Made.Of("[A-Za-z0-9]{60}"), StringComparison.Ordinal));
        BaselineReader.Read(Session.Run(workspace, "scan").Output).Entries.Select(entry => entry.Identity.Type).ShouldBe(["Base64 High Entropy String"]);
    }
}
