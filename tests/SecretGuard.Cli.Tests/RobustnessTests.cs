using SecretGuard.TestKit;
using System.Diagnostics;
using System.Text;

namespace SecretGuard.Cli.Tests;

/// <summary>Odd names, odd encodings, a git that refuses, a user who stops.</summary>
public sealed class RobustnessTests
{
    [Fact]
    public void Scan_OddNames_AreScannedOrTold()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "other systems do not allow such names");
        using var box = new Sandbox();
        string secret = box.Secret();
        box.Write("new\nline.py", $"'{secret}'").Write("back\\slash.py", $"'{secret}'").Write("-dash.py", $"'{secret}'");
        box.Shell("printf x > \"$(printf 'bad\\377.py')\"");
        foreach (string option in (string[])["--no-color", "--all-files"])
        {
            Sandbox.Outcome outcome = box.Run("scan", option);
            outcome.ExitCode.ShouldBe(1);
            outcome.Output.ShouldMatch(@"new\\u\{?0*A\}?line\.py|new\\nline\.py");
            outcome.Output.ShouldContain("back\\slash.py\n");
            outcome.Output.ShouldContain(": 3 findings (all critical), 1 not looked at");
        }
    }

    [Fact]
    public void Scan_APipeInTheTree_DoesNotHang()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "no named pipes in folders");
        using var box = new Sandbox();
        box.Shell("mkfifo pipe");
        box.Run("scan", "--all-files").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Scan_WhatKeepsItWaitingPastTheTimeLimit_Is3()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "no named pipes in folders");
        using var box = new Sandbox();
        box.Write("a.py", "x = 1\n").Shell("mkfifo pipe");
        Sandbox.Outcome unopened = box.Run("scan", "pipe", "--timeout", "1"), unwritten = box.RunInShell("secretguard scan - --timeout 1 <> pipe");
        unopened.ExitCode.ShouldBe(3, unopened.Scrubbed());
        unopened.Output.ShouldContain("pipe the time limit was reached in it.");
        unwritten.ExitCode.ShouldBe(3, unwritten.Scrubbed());
        unwritten.Output.ShouldContain("stdin the time limit was reached in it.");
    }

    [Fact]
    public void Scan_StopsInsideAFile_AndFindingsOfOthersWin()
    {
        using var box = new Sandbox();
        var random = new Random(1);
        const string Word = "password";
        box.Write("slow.py", string.Concat(Enumerable.Range(0, 4000).Select(i => $"{Word} = '{random.NextInt64():x}{(char)('g' + (i % 20))}!'\n")));
        Sandbox.Outcome slow = box.Run("scan", "--timeout", "2", "--format", "json");
        slow.ExitCode.ShouldBe(3, slow.Error);
        slow.Output.ShouldContain("\"reason\": \"the time limit was reached in it.\"");
        box.Write("a.py", $"'{box.Secret()}'");
        box.Run("scan", "--timeout", "2", "--format", "json").ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData(false, "closed this folder cannot be read.")]
    [InlineData(true, "closed/a.py access is denied.")]
    public void Scan_WhatMayNotBeRead_Is3(bool git, string folder)
    {
        using var box = new Sandbox(git);
        box.Write("closed/a.py", "x").Write("b.py", "x");
        if (git)
        {
            box.Git("add", "--all");
        }

        box.Shell("chmod 0 closed b.py");
        Sandbox.Outcome outcome = box.RunUnprivileged("scan"), excluding = box.RunUnprivileged("scan", "--exclude", "closed/**", "--exclude", "b.py");
        box.Shell("chmod 755 closed");
        excluding.ExitCode.ShouldBe(0, excluding.Scrubbed());
        outcome.ExitCode.ShouldBe(3, outcome.Scrubbed());
        outcome.Output.ShouldContain(folder);
        outcome.Output.ShouldContain("b.py access is denied.");
    }

    [Fact]
    public void Explain_AFileThatMayNotBeRead_Is3()
    {
        using var box = new Sandbox();
        box.Write("b.py", "x").Shell("chmod 0 b.py");
        Sandbox.Outcome outcome = box.RunUnprivileged("explain", "b.py:1");
        outcome.ExitCode.ShouldBe(3);
        outcome.Error.ShouldContain("not looked at: b.py: access is denied.");
    }

    [Fact]
    public void Scan_AnUnreadableConfigurationOrAReadOnlyFolder_Is2()
    {
        using var box = new Sandbox();
        box.Write("shut/a", "").Write("secretguard.yml", "version: 1\n").Shell("chmod 500 shut && chmod 0 secretguard.yml");
        box.RunUnprivileged("scan").Error.ShouldMatch("^secretguard: cannot read '.*secretguard.yml': ");
        box.Shell("chmod 600 secretguard.yml");
        Sandbox.Outcome outcome = box.RunUnprivileged("scan", "--report", "json=shut/x.json");
        box.Shell("chmod 700 shut");
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldEndWith("shut/x.json': access is denied\n");
    }

    [Fact]
    public void Scan_ABareRepository_SaysThatItsCommitsAreNotLookedAt()
    {
        using var box = new Sandbox(git: false);
        box.Git("init", "--quiet", "--bare", "bare");
        box.Run("scan", "bare").Error.ShouldContain("'bare' is a bare repository or git's own folder: what is committed in it is not looked at");
    }

    [Fact]
    public void Scan_ARepositoryThatGitRefuses_IsReadAnywayAndSaysWhy()
    {
        using var box = new Sandbox();
        box.Write(".gitignore", "b.py\n").Write("a.py", $"'{box.Secret()}'").Write("b.py", $"'{box.Secret()}'");
        Sandbox.Outcome outcome = box.Run(["scan"], null, [("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")]);
        outcome.Error.ShouldContain("another user owns it");
        outcome.Error.ShouldContain("safe.directory");
        outcome.Output.ShouldContain(": 1 finding");
    }

    [Fact]
    public void Scan_UnderAHooksVariables_LooksAtItsOwnRepository()
    {
        using var box = new Sandbox();
        using var other = new Sandbox();
        box.Write("a.py", $"'{box.Secret()}'");
        Sandbox.Outcome outcome = box.Run(["scan"], null, [("GIT_DIR", Path.Combine(other.Root, ".git")), ("GIT_WORK_TREE", other.Root), ("GIT_INDEX_FILE", "/nowhere")]);
        outcome.Output.ShouldContain(": 1 finding");
    }

    [Fact]
    public void Scan_AHostileRepository_RunsNothingOfIt()
    {
        using var box = new Sandbox();
        box.Write("a.py", "x = 1\n").Commit();
        box.Git("config", "core.fsmonitor", "touch hacked; false");
        box.Git("config", "diff.external", "touch hacked; false");
        box.Write("a.py", "x = 2\n");

        // A framework that looks for 'git' looks beside the program and in the current folder before PATH.
        if (!OperatingSystem.IsWindows())
        {
            box.Write("git", "#!/bin/sh\ntouch hacked\n").Shell("chmod +x git");
        }

        box.Run("scan").ExitCode.ShouldBe(0);
        box.Run("scan", "--since", "HEAD").ExitCode.ShouldBe(0);
        File.Exists(Path.Combine(box.Root, "hacked")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public void Baseline_AsPowerShellWritesIt_IsUnderstood(string encoding)
    {
        using var box = new Sandbox();
        box.Write("a.py", $"'{box.Secret()}'").Run("baseline", "create").ExitCode.ShouldBe(0);
        string text = box.Read("secretguard.baseline").ReplaceLineEndings("\r\n");
        File.WriteAllText(Path.Combine(box.Root, "secretguard.baseline"), text, Encoding.GetEncoding(encoding));
        box.Run("scan").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Baseline_WithAConflict_Is2WithThePlace()
    {
        using var box = new Sandbox();
        Sandbox.Outcome outcome = box.Write("secretguard.baseline", "# secretguard.baseline 1\n<<<<<<< HEAD\n").Run("scan");
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldStartWith("secretguard: secretguard.baseline(2): a merge conflict");
    }

    [Fact]
    public void Scan_StoppedByTheUser_Is130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent by kill");
        using var box = new Sandbox(git: false);
        var start = new ProcessStartInfo(BuiltTool.Program, BuiltTool.With("scan", "-"))
        {
            UseShellExecute = false,
            WorkingDirectory = box.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;

        // It waits for input that never comes; a moment later it is surely past its start.
        Thread.Sleep(1500);
        box.Shell($"kill -INT {process.Id}");
        process.WaitForExit(TimeSpan.FromSeconds(20)).ShouldBeTrue();
        process.ExitCode.ShouldBe(130);
        process.StandardError.ReadToEnd().ShouldEndWith("secretguard: stopped; nothing was reported\n");
        process.StandardOutput.ReadToEnd().ShouldBeEmpty();
    }
}
