using SecretGuard.TestKit;

namespace SecretGuard.Cli.Tests;

/// <summary>The other commands, end to end.</summary>
public sealed class CommandTests
{
    [Fact]
    public void Init_ARepositoryWithASecret_WritesWhatIsNeededAndSaysWhatIsNext()
    {
        using var box = new Sandbox();
        box.Write("a.py", $"x = '{box.Secret()}'\n");
        box.Run("init").Scrubbed().ShouldMatchApproved(settings => settings.SubFolder("Approved").NoDiff());
        box.Read("secretguard.yml").ShouldStartWith("# yaml-language-server: $schema=.config/secretguard.schema.json\n");
        box.Read(".config/secretguard.schema.json").ShouldContain("compatPragmas");
        box.Run("scan").ExitCode.ShouldBe(0);
        box.Run("scan", "--fail-on-unaudited").ExitCode.ShouldBe(1);
        box.Run("init").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Init_TheHookThatItPrints_StopsACommit()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a line for a POSIX shell");
        using var box = new Sandbox();
        string hook = box.Run("init").Output.Split('\n').Single(line => line.StartsWith("  hook ", StringComparison.Ordinal))["  hook ".Length..];
        box.RunInShell(hook).ExitCode.ShouldBe(0);
        box.RunInShell("git add --all && git -c user.name=Test -c user.email=test@example.org commit --quiet --message=clean").ExitCode.ShouldBe(0);
        box.Write("a.py", $"x = '{box.Secret()}'\n");
        Sandbox.Outcome commit = box.RunInShell("git add --all && git -c user.name=Test -c user.email=test@example.org commit --quiet --message=leaky");
        commit.ExitCode.ShouldBe(1);
        (commit.Output + commit.Error).ShouldContain("github-pat-classic");
    }

    [Fact]
    public void Baseline_ThroughItsLife()
    {
        using var box = new Sandbox();
        box.Write("a.py", $"x = '{box.Secret()}'\n").Write("b.py", $"x = '{box.Secret()}'\n").Write("secretguard.yml", "version: 1\n");
        box.Run("baseline", "create", "--reason", "before", "--owner", "ops", "--expires", "2999-01-01").ExitCode.ShouldBe(0);
        box.Read("secretguard.yml").ShouldStartWith("version: 1\nsalt: \"");
        box.Read("secretguard.baseline").Split('\n')[1].ShouldEndWith("\tops\t2999-01-01\tbefore");
        box.Run("baseline", "create").ExitCode.ShouldBe(2);
        box.Run("scan").ExitCode.ShouldBe(0);

        // Lines move, a file moves, a file is renamed, a secret goes.
        string before = box.Read("secretguard.baseline");
        box.Write("sub/a.py", "\n\n\n" + box.Read("a.py")).Write("c.py", box.Read("b.py"));
        File.Delete(Path.Combine(box.Root, "a.py"));
        File.Delete(Path.Combine(box.Root, "b.py"));
        box.Run("baseline", "update", "--check").ExitCode.ShouldBe(1);
        box.Read("secretguard.baseline").ShouldBe(before);
        box.Run("baseline", "update").Output.ShouldBe("secretguard.baseline: 2 entries; 0 removed, 1 renamed, 0 added, 0 not accepted\n");
        box.Read("secretguard.baseline").ShouldBe(before.Replace(":b.py:", ":c.py:", StringComparison.Ordinal));
        box.Write("c.py", $"x = '{box.Secret()}'\n");
        Sandbox.Outcome scan = box.Run("scan");
        scan.ExitCode.ShouldBe(1);
        scan.Output.ShouldContain("1 entry in secretguard.baseline speaks of a secret that is gone");
        box.Run("baseline", "update").ExitCode.ShouldBe(1);
        box.Read("secretguard.baseline").Split('\n').Length.ShouldBe(3);
        box.Run("baseline", "update", "--add").ExitCode.ShouldBe(0);
        box.Run("baseline", "stats").Scrubbed().ShouldMatchApproved(settings => settings.SubFolder("Approved").NoDiff());
    }

    [Fact]
    public void BaselineMerge_AsGitsDriver_MergesWithoutConflict()
    {
        using var box = new Sandbox();
        box.Write(".gitattributes", "secretguard.baseline merge=secretguard-baseline\n");
        box.Git("config", "merge.secretguard-baseline.driver", $"{BuiltTool.InShell} baseline merge %O %A %B");
        string Entry(char digit) => $"sg1:some-rule:a.env:{new string(digit, 32)}\t-\t-\t-\n";
        const string Header = "# secretguard.baseline 1\n";
        box.Write("secretguard.baseline", Header + Entry('4')).Commit();
        box.Git("switch", "--quiet", "-c", "other");
        box.Write("secretguard.baseline", Header + Entry('4') + Entry('5')).Commit();
        box.Git("switch", "--quiet", "main");
        box.Write("secretguard.baseline", Header + Entry('3')).Commit();
        box.Git("merge", "--quiet", "--no-edit", "other");
        box.Read("secretguard.baseline").ShouldBe(Header + Entry('3') + Entry('5'));
    }

    [Fact]
    public void Explain_APlaceOrAFingerprint_TellsWhyAndKeepsTheSecret()
    {
        using var box = new Sandbox();
        box.Write("src/a.py", $"\nx = '{box.Secret()}'\n").Run("init").ExitCode.ShouldBe(0);
        Sandbox.Outcome place = box.Run("explain", "src/a.py:2");
        place.Scrubbed().ShouldMatchApproved(settings => settings.SubFolder("Approved").NoDiff());
        string fingerprint = box.Read("secretguard.baseline").Split('\n')[1].Split('\t')[0];
        box.Run("explain", fingerprint).Output.ShouldBe(place.Output);
        box.Run("explain", fingerprint, "--reveal").ExitCode.ShouldBe(2);
        box.Run("explain", "src/a.py:1").ExitCode.ShouldBe(2);
        box.Run("explain", "nonsense").ExitCode.ShouldBe(2);
    }

    [Fact]
    public void Suppressions_ListsWhatIsAccepted()
    {
        using var box = new Sandbox();
        box.Write("a.py", $"x = '{box.Secret()}'  # secretguard:allow * test data\ny = '{box.Secret()}'  # pragma: allowlist secret\n")
            .Write("b.py", $"x = '{box.Secret()}'\n").Write("secretguard.yml", "allow: [{paths: b.py, reason: sample}]\n");
        box.Run("suppressions").Scrubbed().ShouldMatchApproved(settings => settings.SubFolder("Approved").NoDiff());
        box.Run("suppressions", "--format", "csv").Output.Split('\n').Length.ShouldBe(5);
    }

    [Fact]
    public void Help_OfTheToolAndOfScan_ShowsExamples()
    {
        using var box = new Sandbox(git: false);
        box.Run("--help").Scrubbed().ShouldMatchApproved(settings => settings.SubFolder("Approved").NoDiff());
        box.Run("scan", "--help").Output.ShouldContain("git diff | secretguard scan -");
        box.Run("--version").Output.ShouldMatch(@"^\d+\.\d+\.\d+\r?\n$");
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void Completion_EveryShell_AsksTheToolItself(string shell)
    {
        using var box = new Sandbox(git: false);
        box.Run("completion", shell).Output.ShouldContain("[suggest:");
        box.Run("completion", "tcsh").ExitCode.ShouldBe(2);
        box.Run("[suggest:21]", "secretguard baseline ").Output.ShouldContain("create");
    }

    [Fact]
    public void Rules_ListShowAndTest_KnowTheCatalogue()
    {
        using var box = new Sandbox(git: false);
        box.Run("rules", "list").Output.Split('\n').Length.ShouldBe(SecretGuard.Rules.Catalogue.Default.Rules.Count + 1);
        box.Run("rules", "show", "github-pat-classic").Output.ShouldContain("https://github.com/settings/tokens");
        box.Run("rules", "show", "sg3101").Output.ShouldContain("rule           manifest-api-deprecated\n  id             SG3101\n");
        box.Run("rules", "show", "secret-missing").Output.ShouldContain("SG5001");
        box.Run("rules", "show", "github-pat-clasic").Error.ShouldContain("did you mean 'github-pat-classic'?");
        box.Run("rules", "test").ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("scan --exclude [", "--exclude: the pattern '[' opens a bracket and does not close it")]
    [InlineData("scan --report json=x --report sarif=x", "--report: two reports would be written to 'x'")]
    [InlineData("baseline create --expires 2020-01-01", "--expires: 2020-01-01 is past")]
    public void WhatCannotBeMeant_Is2(string line, string message)
    {
        using var box = new Sandbox();
        Sandbox.Outcome outcome = box.Run(line.Split(' '));
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(message);
    }

    [Fact]
    public void Completion_OfAConfidence_OffersWhatHelpShows()
    {
        using var box = new Sandbox(git: false);
        string[] words = box.Run("[suggest:34]", "secretguard scan --min-confidence ").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        words.ShouldBe(["high", "low", "medium", "very-high"], ignoreOrder: true);
    }

    [Fact]
    public void Completion_OfZsh_AnswersTheFirstTab()
    {
        Assert.SkipUnless(File.Exists("/bin/zsh") || File.Exists("/usr/bin/zsh"), "there is no zsh");
        using var box = new Sandbox();
        box.Write("zfunc/_secretguard", box.Run("completion", "zsh").Output);
        Sandbox.Outcome outcome = box.RunInShell("fpath=(zfunc $fpath); compadd() { print -l -- ${(P)2}; }; _files() { :; }; autoload -U _secretguard; words=(secretguard baseline ''); _secretguard", "zsh");
        outcome.Output.ShouldContain("create", customMessage: outcome.Error);
    }

    [Fact]
    public void Scan_OutsideOfARepository_ReadsGitignoreWithGitToo()
    {
        using var box = new Sandbox(git: false);
        box.Write(".gitignore", "b.py\n").Write("a.py", $"'{box.Secret()}'").Write("b.py", $"'{box.Secret()}'");
        Sandbox.Outcome outcome = box.Run("scan");
        outcome.Output.ShouldContain(": 1 finding");
        outcome.Error.ShouldContain("no git repository, .gitignore files were read all the same");
    }

    [Fact]
    public void Comment_ThatNamesNoRule_GetsAHint()
    {
        using var box = new Sandbox();
        string secret = box.Secret();
        box.Write("a.py", $"x = '{secret}'  # secretguard:allow github-pat-clasic why\n");
        box.Run("scan").Output.ShouldContain("did you mean 'github-pat-classic'?");
        box.Write("a.py", $"x = '{secret}'  # SecretGuard:Allow github-pat-classic: why\n");
        box.Run("scan").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Update_WithANewDay_RenewsWhatIsExpired()
    {
        using var box = new Sandbox();
        box.Write("a.py", $"'{box.Secret()}'").Run("baseline", "create", "--reason", "old", "--expires", "2099-01-01").ExitCode.ShouldBe(0);
        box.Write("secretguard.baseline", box.Read("secretguard.baseline").Replace("2099-01-01", "2020-01-01", StringComparison.Ordinal));
        box.Run("baseline", "update", "--add").ExitCode.ShouldBe(1);
        box.Run("baseline", "update", "--add", "--expires", "2098-02-03").ExitCode.ShouldBe(0);
        box.Read("secretguard.baseline").ShouldContain("2098-02-03");
        box.Read("secretguard.baseline").ShouldContain("old");
        box.Run("scan").ExitCode.ShouldBe(0);
    }
}
