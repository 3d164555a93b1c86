using System.Text.Json;

namespace SecretGuard.Cli.Tests;

/// <summary>What is told of how a secret is taken out of a history is done here, word by word: the secret is gone, and nothing else is.</summary>
public sealed class GitAdviceTests
{
    [Fact]
    public void WhatOnlyAStashOrATagOrANoteLeadsTo_IsToldByItsName()
    {
        using var box = new Sandbox();
        box.Write("a.txt", "nothing\n").Commit();
        foreach (string name in new[] { "one.env", "two.env" })
        {
            box.Write(name, Line(box.Secret())).Git("add", name);
            box.Git("stash", "--quiet");
        }

        box.Git("notes", "add", "-m", Line(box.Secret()));
        box.Write("three.env", Line(box.Secret())).Commit();
        box.Git("tag", "v1");
        box.Git("reset", "--quiet", "--hard", "HEAD~1");
        box.Git("tag", "--annotate", "v2", "-m", Line(box.Secret()));
        Dictionary<string, string?> told = Ways(box);
        told.Count.ShouldBe(5);
        told["one.env"].ShouldBe("stash@{1}");
        told["two.env"].ShouldBe("stash@{0}");
        told["three.env"].ShouldBe("refs/tags/v1");
        told.ShouldContain(pair => pair.Key.StartsWith("(message of tag") && pair.Value == "refs/tags/v2");
        told.ShouldContain(pair => pair.Value == "refs/notes/commits");

        string text = box.Run("git").Output;
        text.ShouldContain("not pushed, only in stash@{1}; 1 version");
        text.ShouldContain("not pushed, only in tag v1; 1 version");
        text.ShouldNotContain("git commit --amend");

        box.Git("cherry-pick", "v1");
        Ways(box)["three.env"].ShouldBeNull("a branch leads to it too");
    }

    [Fact]
    public void Advice_TakesOutWhatItIsFor_AndLeavesStashes()
    {
        using var box = new Sandbox();
        box.Write("a.txt", "nothing\n").Commit();
        box.Write("work.txt", "not done yet\n").Git("add", "work.txt");
        box.Git("stash", "--quiet");
        box.Write("bad.env", Line(box.Secret())).Git("add", "bad.env");
        box.Git("stash", "--quiet");
        box.Write("b.env", Line(box.Secret())).Commit();
        box.Write("b.env", "nothing\n").Git("commit", "--quiet", "--all", "--amend", "--no-edit");
        box.Write("c.env", Line(box.Secret())).Commit();
        box.Git("tag", "v1");
        box.Git("reset", "--quiet", "--hard", "HEAD~1");
        box.Git("notes", "add", "-m", Line(box.Secret()));
        Ways(box).Count.ShouldBe(4);

        string advice = box.Run("git").Output;
        advice.ShouldContain("'git stash drop STASH'");
        box.Git("stash", "drop", "--quiet", "stash@{0}");
        advice.ShouldContain("'git update-ref -d NAME', with refs/notes/commits, refs/tags/v1 as the name");
        box.Git("update-ref", "-d", "refs/notes/commits");
        box.Git("update-ref", "-d", "refs/tags/v1");
        advice.ShouldContain("'git -c gc.reflogExpireUnreachable=now gc --prune=now'");
        box.Git("-c", "gc.reflogExpireUnreachable=now", "gc", "--quiet", "--prune=now");
        box.Run("git").ExitCode.ShouldBe(0);
        box.Output("stash", "list").Split('\n').Length.ShouldBe(1);
        box.Git("stash", "pop", "--quiet");
        File.ReadAllText(Path.Combine(box.Root, "work.txt")).ShouldBe("not done yet\n");
    }

    [Fact]
    public void Advice_SaysHowManyNamesItLeavesOut()
    {
        using var box = new Sandbox();
        box.Write("a.txt", "nothing\n").Commit();
        foreach (string name in new[] { "v1", "v2", "v3", "v4" })
        {
            box.Git("tag", "--annotate", name, "-m", Line(box.Secret()));
        }

        box.Run("git").Output.ShouldContain("with refs/tags/v1, refs/tags/v2, refs/tags/v3, and 1 more as the name");
    }

    private static string Line(string secret) => $"TOKEN={secret}\n";

    /// <summary>The path of each secret with the name that alone leads to it.</summary>
    private static Dictionary<string, string?> Ways(Sandbox box)
    {
        using JsonDocument report = JsonDocument.Parse(box.Run("git", "--format", "json").Output);
        return report.RootElement.GetProperty("findings").EnumerateArray().ToDictionary(
            finding => finding.GetProperty("location").GetProperty("path").GetString()!,
            finding => finding.GetProperty("provenance").TryGetProperty("onlyIn", out JsonElement name) ? name.GetString() : null);
    }
}
