namespace SecretGuard.Cli.Tests;

/// <summary>Setting hooks up in whatever way a repository keeps them, without harm to what others wrote there.</summary>
public sealed class InstallHookTests
{
    private static string Line(string secret) => $"GITHUB_TOKEN={secret}\n";

    [Fact]
    public void ARepositoryWithoutHooks_GetsGitsOwn_AndLosesThemAgain()
    {
        using Sandbox box = Posix();
        box.Run("install-hook", "--dry-run").Output.ShouldStartWith("would write .git/hooks/pre-commit\n  + #!/bin/sh\n");
        File.Exists(Path.Combine(box.Root, ".git/hooks/pre-commit")).ShouldBeFalse();
        string[] all = ["install-hook", "--stage", "pre-commit", "--stage", "commit-msg", "--stage", "pre-push"];
        box.Run(all).ExitCode.ShouldBe(0);
        box.Run(all).Output.ShouldContain("calls secretguard already (pre-push)");
        ShouldStopACommit(box);
        HookTests.Git(box, $"commit --quiet --allow-empty --message='Deploy with {box.Secret()}'").ExitCode.ShouldBe(1);
        Sandbox.Outcome removed = box.Run("install-hook", "--uninstall");
        removed.Output.ShouldContain("remove .git/hooks/pre-push\n");
        Directory.GetFiles(Path.Combine(box.Root, ".git/hooks")).Where(file => !file.EndsWith(".sample", StringComparison.Ordinal)).ShouldBeEmpty();
        box.Run("install-hook", "--uninstall").Output.ShouldContain("does not call secretguard");
    }

    [Fact]
    public void SomebodysHook_RunsAfterOurs_AndStaysWhenOursGoes()
    {
        using Sandbox box = Posix();
        const string Hook = "#!/usr/bin/env bash\n# mine\necho ran >> ran.txt\nexit 0";
        WriteHook(box, "pre-commit", Hook);
        box.Run("install-hook").ExitCode.ShouldBe(0);
        ShouldStopACommit(box);
        box.Read("ran.txt").ShouldBe("ran\n", "the clean commit only");
        box.Run("install-hook", "--uninstall").ExitCode.ShouldBe(0);
        box.Read(".git/hooks/pre-commit").ShouldBe(Hook + "\n");
    }

    [Fact]
    public void SomebodysHookOfAPush_StillReadsWhatGitSays()
    {
        using Sandbox box = Posix();
        WriteHook(box, "pre-push", "#!/bin/sh\ncat > said.txt\n");
        box.Run("install-hook", "--stage", "pre-push").ExitCode.ShouldBe(0);
        using var origin = new Sandbox(git: false);
        origin.Git("init", "--quiet", "--bare");
        box.Write("a.txt", "x\n").Commit();
        HookTests.Git(box, $"push --quiet '{origin.Root}' main").ExitCode.ShouldBe(0);
        box.Read("said.txt").ShouldBe($"refs/heads/main {box.Output("rev-parse", "HEAD")} refs/heads/main {new string('0', 40)}\n");
        box.Write("b.env", Line(box.Secret())).Commit();
        HookTests.Git(box, $"push --quiet '{origin.Root}' main").ExitCode.ShouldNotBe(0);
    }

    [Fact]
    public void AHookThatCannotBeAddedTo_IsLeftAloneWithAWayOut()
    {
        using Sandbox box = Posix();
        foreach ((string text, string why) in new[] { ("#!/usr/bin/env python3\nprint()\n", "is no script of a POSIX shell"), ("#!/bin/sh\nsecretguard scan\n", "calls secretguard already") })
        {
            WriteHook(box, "pre-commit", text);
            Sandbox.Outcome outcome = box.Run("install-hook");
            outcome.ExitCode.ShouldBe(2);
            outcome.Error.ShouldContain(why);
            outcome.Error.ShouldContain("secretguard hook || exit $?");
            box.Read(".git/hooks/pre-commit").ShouldBe(text);
        }

        box.Write(".git/hooks/pre-commit", "#!/bin/sh\n");
        box.Shell($"chmod -x '{box.Root}/.git/hooks/pre-commit'");
        box.Run("install-hook").Error.ShouldContain("cannot be executed");
        box.Shell($"cd '{box.Root}/.git/hooks' && rm pre-commit && ln -s ../../hook pre-commit");
        box.Write("hook", "#!/bin/sh\n");
        box.Run("install-hook").Error.ShouldContain("is a link");
    }

    [Fact]
    public void HooksPath_IsFollowed_UnlessOthersShareIt()
    {
        using Sandbox box = Posix();
        box.Git("config", "core.hooksPath", ".githooks");
        box.Run("install-hook").Output.ShouldContain("write .githooks/pre-commit\n");
        ShouldStopACommit(box);
        box.Git("config", "--unset", "core.hooksPath");
        box.Write("global", "[core]\n\thooksPath = shared\n");
        Sandbox.Outcome shared = box.Run(["install-hook"], null, [("GIT_CONFIG_GLOBAL", Path.Combine(box.Root, "global"))]);
        shared.ExitCode.ShouldBe(2);
        shared.Error.ShouldContain("core.hooksPath is set");
    }

    [Fact]
    public void Husky_KeepsItsFolder()
    {
        using Sandbox box = Posix();
        const string Hook = "#!/bin/sh\n. \"$(dirname \"$0\")/_/husky.sh\"\n\ndotnet husky run\n";
        box.Write(".husky/pre-commit", Hook).Write(".husky/task-runner.json", "{}");
        box.Shell($"chmod +x '{box.Root}/.husky/pre-commit'");
        Sandbox.Outcome outcome = box.Run("install-hook");
        outcome.Output.ShouldContain("write .husky/pre-commit\n");
        outcome.Output.ShouldContain("next: dotnet husky install");
        box.Read(".husky/pre-commit").ShouldContain("secretguard hook || exit $?");
        box.Run("install-hook", "--uninstall").ExitCode.ShouldBe(0);
        box.Read(".husky/pre-commit").ShouldBe(Hook);
    }

    /// <summary><c>husky.sh</c> of Husky.Net, and of husky up to 8, runs the script that calls it once more: what is above its line runs twice.</summary>
    [Fact]
    public void ALineOfHusky_ComesBeforeOurs()
    {
        using Sandbox box = Posix();
        box.Write(".husky/_/husky.sh", "if [ -z \"$husky_skip_init\" ]; then\n  [ \"$HUSKY\" = 0 ] && exit 0\n  export husky_skip_init=1\n  sh -e \"$0\" \"$@\"\n  exit $?\nfi\n");
        box.Write(".husky/pre-commit", "#!/bin/sh\n. \"$(dirname \"$0\")/_/husky.sh\"\n\necho theirs\n");
        box.Shell("chmod +x .husky/pre-commit");
        box.Git("config", "core.hooksPath", ".husky");
        box.Run("install-hook").ExitCode.ShouldBe(0);
        box.Write("a.txt", "x\n").Git("add", "a.txt");
        Sandbox.Outcome clean = HookTests.Git(box, "commit --message=clean");
        clean.ExitCode.ShouldBe(0, clean.Output + clean.Error);
        string all = clean.Output + clean.Error;
        (all.Split("1 staged file").Length, all.Split("theirs").Length).ShouldBe((2, 2), all);
        box.Write("a.env", Line(box.Secret())).Git("add", "a.env");
        HookTests.Git(box, "commit --message=leak").ExitCode.ShouldBe(1);
        box.Run("install-hook", "--uninstall").ExitCode.ShouldBe(0);
        box.Read(".husky/pre-commit").ShouldBe("#!/bin/sh\n. \"$(dirname \"$0\")/_/husky.sh\"\n\necho theirs\n");
    }

    /// <summary>husky 9 writes scripts that name no program and that nobody can execute: <c>_/h</c> hands them to a shell. Its folder is made here as it makes it.</summary>
    [Theory]
    [InlineData("npm test")]
    [InlineData("npm test\nnpm run lint\n")]
    [InlineData("#!/usr/bin/env sh\nnpm test\n")]
    public void Husky9_HandsScriptsToAShell(string hook)
    {
        using Sandbox box = Posix();
        box.Write(".husky/_/h", "s=$(dirname \"$(dirname \"$0\")\")/$(basename \"$0\")\n[ ! -f \"$s\" ] && exit 0\nsh -e \"$s\" \"$@\"\n").Write(".husky/pre-commit", hook).Write("npm", "#!/bin/sh\necho tested >> tested.txt\n");
        foreach (string stage in (string[])["pre-commit", "commit-msg", "pre-push"])
        {
            box.Write($".husky/_/{stage}", "#!/usr/bin/env sh\n. \"${0%/*}/h\"\n");
        }

        box.Shell("chmod +x .husky/_/pre-commit .husky/_/commit-msg .husky/_/pre-push npm");
        box.Git("config", "core.hooksPath", ".husky/_");
        box.Run("install-hook", "--stage", "pre-commit", "--stage", "commit-msg").ShouldSatisfyAllConditions(outcome => outcome.ExitCode.ShouldBe(0, outcome.Error), outcome => outcome.Output.ShouldNotContain("next:"));
        box.Write("a.env", Line(box.Secret())).Git("add", "a.env");
        Sandbox.Outcome stopped = box.RunInShell("PATH=\"$PWD:$PATH\" git -c user.name=T -c user.email=t@example.org commit --quiet --message=leak");
        stopped.ExitCode.ShouldBe(1, stopped.Output + stopped.Error);
        box.Git("rm", "--quiet", "--cached", "a.env");
        box.RunInShell($"PATH=\"$PWD:$PATH\" git -c user.name=T -c user.email=t@example.org commit --quiet --allow-empty --message='{box.Secret()}'").ExitCode.ShouldBe(1);
        box.RunInShell("PATH=\"$PWD:$PATH\" git -c user.name=T -c user.email=t@example.org commit --quiet --allow-empty --message=clean").ExitCode.ShouldBe(0);
        box.Read("tested.txt").ShouldContain("tested", customMessage: "what was there runs after ours");
        box.Run("install-hook", "--uninstall").ExitCode.ShouldBe(0);
        box.Read(".husky/pre-commit").TrimEnd().ShouldBe(hook.TrimEnd());
        File.Exists(Path.Combine(box.Root, ".husky/commit-msg")).ShouldBeFalse();
    }

    /// <summary>What is shown is what comes, also where lines like it stand elsewhere in the file.</summary>
    [Fact]
    public void ASecondStage_IsShownAsItIsWritten()
    {
        using Sandbox box = Posix();
        box.Write("lefthook.yml", "pre-commit:\n  commands:\n    lint:\n      run: echo\n");
        box.Run("install-hook").ExitCode.ShouldBe(0);
        box.Run("install-hook", "--stage", "commit-msg", "--dry-run").Output.ReplaceLineEndings("\n").ShouldContain("  + commit-msg:\n  +   commands:\n  +     secretguard:\n  +       run: secretguard hook --stage commit-msg {1}\n");
    }

    [Theory]
    [InlineData("repos:\n- repo: https://example.org/a\n  rev: v1\n  hooks:\n  - id: a\n", "")]
    [InlineData("# ours\nrepos:\n  - repo: https://example.org/a # pinned\n    rev: v1\n    hooks:\n      - id: a\n\n# for all\nfail_fast: true\n", "  ")]
    public void PreCommit_GetsAnEntryInItsList(string text, string indent)
    {
        using var box = new Sandbox();
        box.Write(".pre-commit-config.yaml", text);
        Sandbox.Outcome outcome = box.Run("install-hook");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Output.ShouldContain("next: pre-commit install --hook-type pre-commit");
        string after = box.Read(".pre-commit-config.yaml");
        after.ShouldContain($"      - id: a\n{indent}# >>> secretguard".Replace("      - id", indent.Length == 0 ? "  - id" : "      - id", StringComparison.Ordinal));
        after.ShouldContain($"\n{indent}- repo: local\n{indent}  hooks:\n{indent}  - id: secretguard\n");
        box.Run("install-hook").Output.ShouldContain("calls secretguard already");
        box.Run("install-hook", "--uninstall").ExitCode.ShouldBe(0);
        box.Read(".pre-commit-config.yaml").ShouldBe(text);
    }

    [Fact]
    public void PreCommit_RunsWhatWasWritten()
    {
        using Sandbox box = Posix();
        Assert.SkipUnless(box.RunInShell("pre-commit --version").ExitCode == 0, "pre-commit is not installed");
        box.Write(".pre-commit-config.yaml", "repos: []\n");
        box.Run("install-hook").Error.ShouldContain("has no list 'repos:'");
        box.Write(".pre-commit-config.yaml", "repos:\n").Run("install-hook").ExitCode.ShouldBe(0);
        box.RunInShell("pre-commit install").ExitCode.ShouldBe(0);
        box.Git("add", ".");
        ShouldStopACommit(box);
    }

    [Theory]
    [InlineData("assert_lefthook_installed: true\n", "\npre-commit:\n  commands:\n    secretguard:\n      run: secretguard hook\n")]
    [InlineData("pre-commit:\n  parallel: true\n  commands:\n    lint:\n      run: make lint\n", "\n    secretguard:\n      run: secretguard hook\n")]
    [InlineData("pre-commit:\n  jobs:\n    - name: lint\n      run: make lint\npre-push:\n  commands:\n    test:\n      run: make\n", "\n    - name: secretguard\n      run: secretguard hook\n")]
    [InlineData("pre-commit:\n  scripts:\n    a.sh:\n      runner: sh\n", "\n  commands:\n    secretguard:\n      run: secretguard hook\n")]
    public void Lefthook_GetsACommandOrAJob(string text, string expected)
    {
        using var box = new Sandbox();
        box.Write("lefthook.yml", text);
        Sandbox.Outcome outcome = box.Run("install-hook");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Output.ShouldContain("next: lefthook install");
        string.Concat(box.Read("lefthook.yml").Split('\n').Where(line => !line.TrimStart().StartsWith('#')).Select(line => line + "\n")).ShouldContain(expected);
        box.Run("install-hook").Output.ShouldContain("calls secretguard already");
        box.Run("install-hook", "--uninstall").ExitCode.ShouldBe(0);
        box.Read("lefthook.yml").ShouldBe(text);
    }

    [Fact]
    public void LefthookInAnotherLanguage_IsLeftAlone()
    {
        using var box = new Sandbox();
        box.Write("lefthook.toml", "[pre-commit]\n");
        Sandbox.Outcome outcome = box.Run("install-hook", "--stage", "pre-push");
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("run: secretguard hook --stage pre-push {1} {2}\n      use_stdin: true");
    }

    [Fact]
    public void SeveralWays_AreAskedAbout()
    {
        using var box = new Sandbox();
        box.Write(".pre-commit-config.yaml", "repos:\n").Write("lefthook.yml", "a: 1\n").Write(".config/dotnet-tools.json", """{ "tools": { "secretguard.cli": {} } }""");
        Sandbox.Outcome outcome = box.Run("install-hook");
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("pre-commit in .pre-commit-config.yaml, lefthook in lefthook.yml");
        box.Run("install-hook", "--using", "lefthook").ExitCode.ShouldBe(0);
        box.Read("lefthook.yml").ShouldContain("run: dotnet tool run secretguard hook\n");
        box.Run("install-hook", "--using", "husky").Error.ShouldContain("nothing of husky");
        box.Run("install-hook", "--using", "huskey").Error.ShouldContain("did you mean 'husky'");
        box.Run("install-hook", "--stage", "pre-comit").Error.ShouldContain("did you mean 'pre-commit'");
        using var outside = new Sandbox(git: false);
        outside.Run("install-hook").Error.ShouldContain("is in no git repository");
    }

    private static Sandbox Posix()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "hooks for a POSIX shell");
        return new Sandbox();
    }

    private static void WriteHook(Sandbox box, string name, string text)
    {
        box.Write($".git/hooks/{name}", text);
        box.Shell($"chmod +x '{box.Root}/.git/hooks/{name}'");
    }

    private static void ShouldStopACommit(Sandbox box)
    {
        box.Write("canary.txt", "x\n").Git("add", "canary.txt");
        Sandbox.Outcome clean = HookTests.Git(box, "commit --quiet --message=clean");
        clean.ExitCode.ShouldBe(0, clean.Output + clean.Error);
        box.Write("canary.txt", Line(box.Secret())).Git("add", "canary.txt");
        Sandbox.Outcome stopped = HookTests.Git(box, "commit --quiet --message=leak");
        stopped.ExitCode.ShouldBe(1);
        (stopped.Output + stopped.Error).ShouldContain("canary.txt");
        box.Git("reset", "--quiet", "--hard");
    }
}
