namespace SecretGuard.Cli.Tests;

/// <summary>What a history leads to and the repository lacks.</summary>
public sealed class HistoryGapTests
{
    /// <summary>What is missing is read by nobody, so that reading all there is does not notice: it is looked for.</summary>
    [Theory]
    [InlineData("HEAD~1:a.env", "a.env a version of it (")]
    [InlineData("HEAD~1:d", "(object ")]
    [InlineData("HEAD~1^{tree}", "(object ")]
    [InlineData("HEAD~1", "(history) objects that it leads to are missing here|(object ")] // an older git cannot tell which commit it is, a newer one can
    [InlineData("HEAD", "refs/heads/main it leads to an object that is missing here")]
    public void WhatTheHistoryLeadsToAndIsMissing_IsTold(string name, string told)
    {
        using var box = new Sandbox();
        foreach (int i in Enumerable.Range(0, 3))
        {
            box.Write("a.env", $"X={i}\n").Write("d/b.txt", $"number {i}\n").Commit();
        }

        box.Git("commit", "--quiet", "--allow-empty", "--message=dropped");
        box.Git("reset", "--quiet", "--hard", "HEAD~1");
        box.Run("git", "--no-cache").ExitCode.ShouldBe(0, "what an earlier run looked at is no gap");
        Remove(box.Output("rev-parse", name));
        foreach (string[] arguments in (string[][])[["git"], ["git", "--no-cache"]])
        {
            Sandbox.Outcome outcome = box.Run(arguments);
            outcome.ExitCode.ShouldBe(3, outcome.Output + outcome.Error);
            told.Split('|').ShouldContain(line => outcome.Output.Contains(line, StringComparison.Ordinal), outcome.Output);
        }

        void Remove(string id)
        {
            string file = Path.Combine(box.Root, ".git", "objects", id[..2], id[2..]);
            File.SetAttributes(file, FileAttributes.Normal);
            File.Delete(file);
        }
    }

    /// <summary>A run over everything, and one that asks after little besides what it knows, look for it in packs in two ways.</summary>
    [Fact]
    public void WhatIsMissingInAPack_IsTold_ByTheNextRunToo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "packs are made by lines of a POSIX shell");
        using var box = new Sandbox();
        for (int i = 0; i < 200; i++)
        {
            box.Write($"d{i % 10}/f{i}.txt", $"number {i}\n");
        }

        box.Commit();
        box.Git("repack", "-adq");
        box.Run("git").ExitCode.ShouldBe(0);
        box.Write("d3/new.txt", "new\n").Commit();
        PackWithout("HEAD:d3/new.txt");
        Sandbox.Outcome next = box.Run("git"), all = box.Run("git", "--no-cache");
        (next.ExitCode, all.ExitCode).ShouldBe((3, 3), next.Output + all.Output);
        next.Output.ShouldContain("d3/new.txt a version of it (");
        all.Output.ShouldContain("d3/new.txt a version of it (");

        void PackWithout(string name)
        {
            string id = box.Output("rev-parse", name);
            box.Shell($"git cat-file --batch-all-objects --batch-check='%(objectname)' | grep -v {id} | git pack-objects -q .git/objects/pack/pack > .git/made");
            box.Shell("for pack in .git/objects/pack/*; do case $pack in *$(cat .git/made)*) ;; *) rm -f $pack ;; esac; done; rm -rf .git/objects/[0-9a-f][0-9a-f]");
        }
    }

    /// <summary>What nothing leads to any more loses its parts when git cleans up: that is no gap.</summary>
    [Fact]
    public void WhatGitCleanedUp_IsNotMissed()
    {
        using var box = new Sandbox();
        box.Write("a.txt", "x\n").Commit();
        box.Write("b.txt", "dropped\n").Commit();
        string blob = box.Output("rev-parse", "HEAD:b.txt");
        box.Git("reset", "--quiet", "--hard", "HEAD~1");
        box.Git("reflog", "expire", "--expire=now", "--all");
        box.Git("commit", "--quiet", "--allow-empty", "--message=nothing");
        File.SetAttributes(Path.Combine(box.Root, ".git/objects", blob[..2], blob[2..]), FileAttributes.Normal);
        File.Delete(Path.Combine(box.Root, ".git/objects", blob[..2], blob[2..]));
        box.Run("git").ShouldSatisfyAllConditions(outcome => outcome.ExitCode.ShouldBe(0, outcome.Output), outcome => outcome.Output.ShouldNotContain("missing"));
    }

    /// <summary>A name of git that leads to nothing is no gap in the history: what it led to nobody can know, and all that is there is looked at.</summary>
    [Fact]
    public void NamesThatLeadToNothing_HideNothing()
    {
        using var box = new Sandbox();
        box.Write("a.env", $"GITHUB_TOKEN={box.Secret()}\n").Commit();
        box.Write(".git/refs/heads/gone", new string('1', 40) + "\n").Write(".git/refs/heads/broken", "no id\n").Write(".git/refs/heads/link", "ref: refs/heads/nowhere\n").Write(".git/HEAD", "ref: refs/heads/unborn\n");
        Sandbox.Outcome outcome = box.Run("git");
        outcome.ExitCode.ShouldBe(1, outcome.Output + outcome.Error);
        outcome.Output.ShouldContain("a.env");
        outcome.Output.ShouldContain("refs/heads/broken it is damaged");
        outcome.Output.ShouldContain("refs/heads/gone it leads to an object that is missing here");
        outcome.Output.ShouldNotContain("refs/heads/link", customMessage: "a branch without a commit yet is no fault");
        Sandbox.Outcome reachable = box.Run("git", "--reachable");
        reachable.ExitCode.ShouldBe(2);
        reachable.Error.ShouldContain("git cannot tell which commits are meant (git failed: fatal: bad ", customMessage: "an older git names the reference, a newer one HEAD");
    }
}
