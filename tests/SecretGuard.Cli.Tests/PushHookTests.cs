namespace SecretGuard.Cli.Tests;

/// <summary>The hooks around a push and the one of a message.</summary>
public sealed class PushHookTests
{
    private static string Line(string secret) => $"GITHUB_TOKEN={secret}\n";

    private static string Zeros { get; } = new('0', 40);

    [Fact]
    public void APush_IsStoppedByWhatTheRemoteLacks()
    {
        using Sandbox box = HookTests.WithHook("pre-push", "exec secretguard hook --stage pre-push \"$@\"");
        using Sandbox origin = Bare(box);
        box.Write("old.env", Line(box.Secret())).Commit();
        box.Git("push", "--quiet", "--no-verify", "origin", "main");
        box.Write("a.txt", "x\n").Commit();
        Sandbox.Outcome clean = HookTests.Git(box, "push --quiet origin main");
        clean.ExitCode.ShouldBe(0, clean.Error);
        clean.Output.ShouldStartWith("1 pushed reference, 1 new version of files, ");

        string secret = box.Secret();
        box.Write("new.env", Line(secret)).Commit();
        File.Delete(Path.Combine(box.Root, "new.env"));
        box.Commit();
        Sandbox.Outcome stopped = HookTests.Git(box, "push --quiet origin main");
        stopped.ExitCode.ShouldNotBe(0);
        stopped.Output.ShouldContain("new.env\n");
        stopped.Output.ShouldContain("not pushed");
        stopped.Output.ShouldNotContain("old.env");
        (stopped.Output + stopped.Error).ShouldNotContain(secret);
        HookTests.Git(box, "push --quiet origin main:other").ExitCode.ShouldNotBe(0, "another branch brings it too");
        HookTests.Git(box, "push --quiet origin --delete main").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void ATagWithASecretInItsMessage_IsNotPushed()
    {
        using Sandbox box = HookTests.WithHook("pre-push", "exec secretguard hook --stage pre-push \"$@\"");
        using Sandbox origin = Bare(box);
        box.Write("a.txt", "x\n").Commit();
        box.Git("push", "--quiet", "--no-verify", "origin", "main");
        box.Git("tag", "--annotate", "v1", "--message", $"Released with {box.Secret()}");
        HookTests.Git(box, "push --quiet origin v1").Output.ShouldContain("(message of tag ");
    }

    [Fact]
    public void APushToANewRemote_BringsEverything()
    {
        using Sandbox box = HookTests.WithHook("pre-push", "exec secretguard hook --stage pre-push \"$@\"");
        using Sandbox origin = Bare(box), fork = new(git: false);
        fork.Git("init", "--quiet", "--bare");
        box.Write("old.env", Line(box.Secret())).Commit();
        box.Git("push", "--quiet", "--no-verify", "origin", "main");
        HookTests.Git(box, $"push --quiet '{fork.Root}' main").ExitCode.ShouldNotBe(0);
    }

    [Fact]
    public void TheRangeOfTheFramework_IsLookedAt()
    {
        using var box = new Sandbox();
        box.Write("old.env", Line(box.Secret())).Commit();
        box.Git("tag", "start");
        box.Write("a.txt", "x\n").Commit();
        (string, string?)[] range = [("PRE_COMMIT_FROM_REF", "start"), ("PRE_COMMIT_TO_REF", "HEAD"), ("PRE_COMMIT_REMOTE_NAME", "origin")];
        box.Run(["hook", "a.txt", "old.env"], null, range).Output.ShouldStartWith("1 pushed reference, 1 new version of files, ");
        box.Write("b.env", Line(box.Secret())).Commit();
        Sandbox.Outcome outcome = box.Run(["hook", "a.txt"], null, range);
        outcome.ExitCode.ShouldBe(1, outcome.Error);
        outcome.Output.ShouldContain("b.env\n");
        outcome.Output.ShouldNotContain("old.env");
        box.Git("update-ref", "refs/remotes/origin/main", "HEAD");
        box.Run(["hook"], null, range[..2]).Output.ShouldContain("b.env\n", customMessage: "in CI it is on the remote already");
        box.Git("update-ref", "-d", "refs/remotes/origin/main");
        box.Run(["hook"], null, [("PRE_COMMIT_LOCAL_BRANCH", "refs/heads/main"), ("PRE_COMMIT_REMOTE_NAME", "origin")]).Output.ShouldContain("old.env\n", customMessage: "the remote has nothing yet");
        box.Run(["hook"], null, [("PRE_COMMIT_FROM_REF", "nowhere"), ("PRE_COMMIT_TO_REF", "HEAD")]).ExitCode.ShouldBe(2);
    }

    [Fact]
    public void WhatIsNoLineOfGit_IsRefused()
    {
        using var box = new Sandbox();
        box.Write("a.txt", "x\n").Commit();
        box.Run(["hook", "--stage", "pre-push", "origin"], "nonsense\n", []).Error.ShouldContain("is not what git gives to this hook");
        box.Run(["hook", "--stage", "pre-receive"], "a b c\n", []).ExitCode.ShouldBe(2);
        box.Run(["hook", "--stage", "pre-push", "origin"], "", []).Output.ShouldStartWith("nothing new is pushed, ");
        box.Run(["hook", "--stage", "pre-push", "origin"], $"(delete) {Zeros} refs/heads/a {box.Output("rev-parse", "HEAD")}\n", []).ExitCode.ShouldBe(0);
        box.Run(["hook", "--stage", "pre-push", "origin"], $"HEAD@{{1 day ago}} {box.Output("rev-parse", "HEAD")} refs/heads/a {Zeros}\n", []).Output.ShouldStartWith("1 pushed reference, 1 new version");
        box.Run(["hook", "--stage", "pre-push", "origin"], $"refs/heads/a {new string('1', 40)} refs/heads/a {Zeros}\n", []).ShouldSatisfyAllConditions(
            pushed => pushed.ExitCode.ShouldBeOneOf([2, 3], "an older git gives up, a newer one tells what is missing"),
            pushed => (pushed.Output + pushed.Error).ShouldContain(pushed.ExitCode == 2 ? "git cannot tell which commits are meant" : "it is missing here"));
        box.Run(["hook", "--stage", "pre-pull"], "", []).Error.ShouldContain("did you mean 'pre-push'");
    }

    /// <summary>What is pushed lies in a folder of its own until the hook lets it pass; a large push as a pack, a small one as files.</summary>
    [Theory]
    [InlineData("1")]
    [InlineData("10000")]
    public void AServer_RefusesAPushWithASecret(string unpackLimit)
    {
        using Sandbox server = HookTests.WithHook("pre-receive", "exec secretguard hook --stage pre-receive");
        server.Git("config", "core.bare", "true");
        server.Git("config", "receive.unpackLimit", unpackLimit);
        using var box = new Sandbox();
        box.Git("remote", "add", "origin", Path.Combine(server.Root, ".git"));
        box.Write("a.txt", "x\n").Commit();
        Sandbox.Outcome clean = Push(server, box, "main");
        clean.ExitCode.ShouldBe(0, clean.Error);
        clean.Error.ShouldContain("1 pushed reference, 1 new version of files, ");
        string secret = box.Secret();
        box.Write("b.env", Line(secret)).Commit();
        Sandbox.Outcome refused = Push(server, box, "main");
        refused.ExitCode.ShouldNotBe(0);
        refused.Error.ShouldContain("b.env");
        refused.Error.ShouldContain("pre-receive hook declined");
        refused.Error.ShouldNotContain(secret);
        refused.Error.ShouldNotContain("nothing leads to it");
        Push(server, box, "main~1:refs/heads/other").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void AMessage_IsLookedAtAsItWillBeCommitted()
    {
        using Sandbox box = HookTests.WithHook("commit-msg", "exec secretguard hook --stage commit-msg \"$1\"");
        box.Write("a.txt", "x\n").Git("add", ".");
        string secret = box.Secret();
        Sandbox.Outcome stopped = HookTests.Git(box, $"commit --quiet --message='Deploy with {secret}'");
        stopped.ExitCode.ShouldBe(1);
        stopped.Error.ShouldContain("(message of the commit)\n");
        stopped.Error.ShouldContain("SG4002");
        stopped.Error.ShouldNotContain(secret);
        HookTests.Git(box, $"commit --quiet --message='Deploy' --message='# {secret}'").ExitCode.ShouldBe(1, "without an editor git keeps comments");
        box.Write("edited", $"Deploy\n\n# {secret}\n");
        Sandbox.Outcome edited = box.RunInShell("git -c user.name=Test -c user.email=test@example.org -c core.editor=\"cp '$PWD/edited'\" commit --quiet");
        edited.ExitCode.ShouldBe(0, edited.Error);
        box.Output("log", "-1", "--format=%B").ShouldBe("Deploy");
    }

    [Fact]
    public void WhatStandsBelowTheScissors_IsNoPartOfTheMessage()
    {
        using Sandbox box = HookTests.WithHook("commit-msg", "exec secretguard hook --stage commit-msg \"$1\"");
        box.Write("a.env", Line(box.Secret())).Git("add", ".");
        Sandbox.Outcome outcome = box.RunInShell("git -c user.name=Test -c user.email=test@example.org -c core.editor=\"sed -i 1s/^/Deploy/\" commit --quiet --verbose");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldContain("1 message, ");
    }

    [Theory]
    [InlineData("Title\n# ‹s›\n", "#", false, false)]
    [InlineData("Title\n# ‹s›\n", "#", true, true)]
    [InlineData("Title\n# ‹s›\n", ";", false, true)]
    [InlineData("Title\n; ‹s›\n", ";", false, false)]
    [InlineData("Title\n ‹s› # note\n", "#", false, true)]
    [InlineData("Title\n# ------------------------ >8 ------------------------\n# Below is left out.\n‹s›\n", "#", true, false)]
    [InlineData("Title\n# ------------------------ >8 ------------------------\n‹s›\n", "#", false, true)]
    public void Cleaning_LeavesWhatIsCommitted(string text, string mark, bool keepsComments, bool isKept) =>
        Hooks.CommitMessage.Clean(text, [mark], keepsComments).Contains("‹s›", StringComparison.Ordinal).ShouldBe(isKept);

    [Fact]
    public void TheFileOfAMessage_IsKnownWithoutAStage()
    {
        using var box = new Sandbox();
        box.Write(".git/COMMIT_EDITMSG", $"Deploy with {box.Secret()}\n");
        box.Run("hook", ".git/COMMIT_EDITMSG").Output.ShouldContain("SG4002");
        box.Run("hook", "--stage", "commit-msg").ExitCode.ShouldBe(2);
        box.Run("hook", "--stage", "commit-msg", "nowhere").Error.ShouldContain("'nowhere' cannot be read");
    }

    private static Sandbox Bare(Sandbox box)
    {
        var origin = new Sandbox(git: false);
        origin.Git("init", "--quiet", "--bare");
        box.Git("remote", "add", "origin", origin.Root);
        return origin;
    }

    /// <summary>Pushes with the server's command <c>secretguard</c> at hand, as one that is installed there is.</summary>
    private static Sandbox.Outcome Push(Sandbox server, Sandbox box, string reference) =>
        server.RunInShell($"cd '{box.Root}' && git push --quiet origin {reference}");
}
