using System.Text;
using System.Text.RegularExpressions;

namespace SecretGuard.Cli.Tests;

/// <summary>The hook before a commit: what is staged, and of that what is new.</summary>
public sealed class HookTests
{
    private static string Line(string secret) => $"GITHUB_TOKEN={secret}\n";

    [Fact]
    public void AddedLines_AreFound_AndOldOnesAreNot()
    {
        using var box = new Sandbox();
        string old = box.Secret();
        box.Write("a.env", Line(old)).Write("b.txt", "one\n").Commit();
        box.Write("a.env", $"{Line(old)}B=1\n").Write("b.txt", "one\ntwo\n").Git("add", ".");
        Sandbox.Outcome clean = box.Run("hook");
        clean.ExitCode.ShouldBe(0, clean.Error);
        clean.Output.ShouldMatch(@"^2 staged files, [0-9]+ B, [0-9]+\.[0-9]{2} s: no findings\n$");
        box.Write("b.txt", $"one\ntwo\n{Line(box.Secret())}").Git("add", ".");
        Sandbox.Outcome found = box.Run("hook");
        found.ExitCode.ShouldBe(1, found.Error);
        found.Output.ShouldContain("b.txt\n  3:14 ");
        found.Output.ShouldNotContain("a.env");
        found.Output.ShouldContain("2 staged files, ");
        box.Planted.ShouldAllBe(secret => !found.Output.Contains(secret));
        box.Run("hook", "a.env").ExitCode.ShouldBe(0);
        box.Run("hook", "a.env", "b.txt").ExitCode.ShouldBe(1);
    }

    /// <summary>pre-commit names files as they are called, and a scoped package's folder begins with it.</summary>
    [Fact]
    public void NamesThatBeginWithAt_AreFiles()
    {
        using var box = new Sandbox();
        box.Write("@scope/a.env", Line(box.Secret())).Write("@b.txt", "x\n").Git("add", ".");
        foreach (string[] options in new string[][] { [], ["--fail-on", "low"] })
        {
            Sandbox.Outcome outcome = box.Run(["hook", .. options, "@scope/a.env", "@b.txt"]);
            outcome.ExitCode.ShouldBe(1, outcome.Error);
            outcome.Output.ShouldContain("@scope/a.env\n");
            outcome.Output.ShouldContain("2 staged files, ");
        }

        box.Run("scan", "@scope").ExitCode.ShouldBe(1);
    }

    /// <summary>Without options no parser is set up: what is told and what it ends with is the same.</summary>
    [Theory]
    [InlineData("a.env", "b.txt")]
    [InlineData("b.txt")]
    [InlineData("gone.txt")]
    [InlineData("--no-color", "a.env")]
    [InlineData("")]
    [InlineData(".")]
    public void WithoutOptions_TellsWhatTheParserWouldTell(params string[] names)
    {
        using var box = new Sandbox();
        box.Write("a.env", Line(box.Secret())).Write("b.txt", "x\n").Git("add", ".");
        Sandbox.Outcome plain = box.Run(["hook", .. names]), parsed = box.Run(["hook", "--fail-on", "low", .. names]);
        (plain.ExitCode, plain.Error, WithoutTime(plain.Output)).ShouldBe((parsed.ExitCode, parsed.Error, WithoutTime(parsed.Output)));
        box.Run(["hook", .. names, "--fail-onn", "low"]).ExitCode.ShouldBe(2);
    }

    private static string WithoutTime(string output) => Regex.Replace(output, @"[0-9.]+ s:", "", RegexOptions.NonBacktracking);

    [Fact]
    public void TheIndex_IsLookedAt_NotTheWorkTree()
    {
        using var box = new Sandbox();
        box.Write("a.env", Line(box.Secret())).Write("b.env", "B=1\n").Git("add", ".");
        box.Write("a.env", "A=1\n").Write("b.env", Line(box.Secret()));
        foreach (string[] named in new string[][] { [], ["a.env", "b.env"] })
        {
            Sandbox.Outcome outcome = box.Run(["hook", .. named]);
            outcome.ExitCode.ShouldBe(1, outcome.Error);
            outcome.Output.ShouldContain("a.env\n");
            outcome.Output.ShouldNotContain("b.env");
        }
    }

    [Fact]
    public void FilesThatAreNotStaged_AreLookedAtAsTheyAre()
    {
        using var box = new Sandbox();
        box.Write("old.env", Line(box.Secret())).Write("gone.txt", "x\n").Commit();
        box.Write("new.env", Line(box.Secret())).Git("rm", "--quiet", "gone.txt");
        Sandbox.Outcome outcome = box.Run("hook", "old.env", "new.env", "gone.txt");
        outcome.ExitCode.ShouldBe(1, outcome.Error);
        outcome.Output.ShouldContain("new.env\n");
        outcome.Output.ShouldContain("old.env\n");
        outcome.Output.ShouldContain("2 unstaged files, ");
        box.Git("add", "--intent-to-add", "new.env");
        box.Run("hook").Output.ShouldContain("0 staged files, 0 B, ");
        box.Run("hook", "new.env").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void WhatHasNothingToLookAt_SaysSo()
    {
        using var box = new Sandbox();
        box.Run("hook").Error.ShouldContain("nothing is staged that the last commit has not");
        box.Write("a.txt", "x\n").Write("skip/b.env", Line(box.Secret())).Write("secretguard.yml", "version: 1\nexclude: ['skip/**']\n").Commit();
        box.Run("hook").Error.ShouldContain("nothing was looked at: nothing is staged");
        box.Write("skip/b.env", "B=2\n").Git("add", ".");
        Sandbox.Outcome excluded = box.Run("hook");
        excluded.ExitCode.ShouldBe(0);
        excluded.Error.ShouldContain("all that is staged is excluded");
        excluded.Output.ShouldStartWith("0 staged files, 1 excluded, 0 B, ");
        box.Run("hook", "skip/b.env").Error.ShouldContain("every file that was named is excluded");
        box.Run("hook", "nowhere.txt").Error.ShouldContain("'nowhere.txt' does not exist, and is not staged");
        box.Run("hook", "skip").Error.ShouldContain("'skip' is a folder");
        box.Run("hook", "").ExitCode.ShouldBe(2);

        using var outside = new Sandbox(git: false);
        Sandbox.Outcome none = outside.Run("hook");
        none.ExitCode.ShouldBe(2);
        none.Error.ShouldContain("is in no git repository: nothing is staged here");
        outside.Write("a.env", Line(outside.Secret()));
        outside.Run("hook", "a.env").ExitCode.ShouldBe(1);
        outside.Git("init", "--quiet", "--bare");
        outside.Run("hook").Error.ShouldContain("bare repository");
    }

    [Fact]
    public void ASecretOfSeveralLines_CountsWhereOneOfThemIsNew()
    {
        using var box = new Sandbox();
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        string[] lines = rsa.ExportPkcs8PrivateKeyPem().Split('\n');
        string[] cut = [.. lines[..4], .. lines[5..]];
        box.Write("key.txt", $"# a key\n{string.Join('\n', cut)}\n").Commit();
        box.Write("key.txt", $"# a key\n{string.Join('\n', lines)}\n").Git("add", ".");
        Sandbox.Outcome outcome = box.Run("hook");
        outcome.ExitCode.ShouldBe(1, outcome.Output + outcome.Error);
        outcome.Output.ShouldContain("key.txt\n  2:1 ");
    }

    [Fact]
    public void WhatIsMovedRenamedOrHasOtherLineEnds_IsNothingNew()
    {
        using var box = new Sandbox();
        string text = $"A=1\nB=2\n{Line(box.Secret())}C=3\n";
        box.Write("a.env", text).Write("b.env", text.Replace("A", "D", StringComparison.Ordinal)).Commit();
        box.Git("mv", "a.env", "moved.env");
        box.Write("copied.env", text).Write("b.env", text.Replace("A", "D", StringComparison.Ordinal).ReplaceLineEndings("\r\n")).Git("add", ".");
        Sandbox.Outcome outcome = box.Run("hook");
        outcome.ExitCode.ShouldBe(0, outcome.Output);
        outcome.Output.ShouldContain("3 staged files, ");
    }

    [Fact]
    public void TextOfAnyEncoding_IsComparedLineByLine()
    {
        using var box = new Sandbox();
        string old = Line(box.Secret());
        var utf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: true);
        byte[] Text(string text) => [.. utf16.GetPreamble(), .. utf16.GetBytes(text)];
        box.Write("a.env", Text(old)).Commit();
        box.Write("a.env", Text(old + "B=1\n")).Git("add", ".");
        box.Run("hook").ExitCode.ShouldBe(0);
        box.Write("a.env", Text(old + Line(box.Secret()))).Git("add", ".");
        box.Run("hook").Output.ShouldContain("a.env\n  2:14 ");
        box.Write("a.env", Encoding.UTF8.GetBytes(old)).Git("add", ".");
        box.Run("hook").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void NamesOfAnyKind_AreFound()
    {
        using var box = new Sandbox();
        string[] names = ["a b.env", "it's.env", "ü/ä.env"];
        names = OperatingSystem.IsWindows() ? names : [.. names, "say \"so\".env", "back\\slash.env", "new\nline.env"];
        foreach (string name in names)
        {
            box.Write(name, Line(box.Secret()));
        }

        box.Git("add", ".");
        box.Run("hook").Output.ShouldContain($"{names.Length} staged files, ");
        foreach (string name in names)
        {
            box.Run("hook", name).ExitCode.ShouldBe(1, name);
        }

        box.Run(["hook", "ä.env"], null, [], "ü").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void NamesThatAreNoText_AreFound()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "names there are text");
        using var box = new Sandbox();
        box.Write("x", Line(box.Secret()));
        box.Shell($"cd '{box.Root}' && mv x \"$(printf 'b\\377d.env')\" && git add .");
        box.Run("hook").ExitCode.ShouldBe(1);
        box.RunInShell("secretguard hook \"$(printf 'b\\377d.env')\"").ExitCode.ShouldBe(1);
        box.Shell($"rm -rf '{box.Root}'/*.env");
    }

    [Fact]
    public void LinksSubmodulesAndDeletedFiles_AreNoObstacle()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        using var box = new Sandbox();
        box.Write("a.txt", "x\n").Write("b.txt", "x\n").Commit();
        box.Shell($"cd '{box.Root}' && ln -s nowhere link && git add link && git rm -q b.txt");
        box.Git("update-index", "--add", "--cacheinfo", $"160000,{new string('1', 40)},module");
        Directory.CreateDirectory(Path.Combine(box.Root, "module"));
        Sandbox.Outcome outcome = box.Run("hook");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Output.ShouldContain("1 staged file, 7 B, ");
        box.Run("hook", "link", "module", "b.txt").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void BothSidesOfAConflict_AreLookedAt()
    {
        using var box = new Sandbox();
        box.Write("a.env", "A=1\n").Commit();
        box.Git("checkout", "--quiet", "-b", "side");
        box.Write("a.env", Line(box.Secret())).Commit();
        box.Git("checkout", "--quiet", "main");
        box.Write("a.env", "A=2\n").Commit();
        box.RunInShell("git merge --quiet side").ExitCode.ShouldBe(1);
        Sandbox.Outcome outcome = box.Run("hook");
        outcome.ExitCode.ShouldBe(1, outcome.Error);
        outcome.Output.ShouldContain("a.env\n  1:14 ");
        box.Run("hook", "a.env").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void WhatAMergeBrings_IsNewHere()
    {
        using var box = new Sandbox();
        box.Write("a.txt", "x\n").Commit();
        box.Git("checkout", "--quiet", "-b", "side");
        box.Write("b.env", Line(box.Secret())).Commit();
        box.Git("checkout", "--quiet", "main");
        box.Write("a.txt", "y\n").Commit();
        box.Git("merge", "--quiet", "--no-commit", "side");
        box.Run("hook").ExitCode.ShouldBe(1);
        box.Run("hook", "--stage", "pre-merge-commit").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void LargeFiles_AreLookedAtWhereGitLfsHasThem()
    {
        using var box = new Sandbox();
        byte[] content = Encoding.UTF8.GetBytes(Line(box.Secret()));
        string id = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        box.Write("a.env", $"version https://git-lfs.github.com/spec/v1\noid sha256:{id}\nsize {content.Length}\n").Git("add", ".");
        Sandbox.Outcome missing = box.Run("hook");
        missing.ExitCode.ShouldBe(3);
        missing.Output.ShouldContain("git lfs fetch");
        box.Write($".git/lfs/objects/{id[..2]}/{id[2..4]}/{id}", content);
        box.Run("hook").ExitCode.ShouldBe(1);
        byte[] binary = [1, 0, 2, 0, 0, .. new byte[9000]];
        string other = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(binary));
        box.Write("a.env", $"version https://git-lfs.github.com/spec/v1\noid sha256:{other}\nsize {binary.Length}\n").Write($".git/lfs/objects/{other[..2]}/{other[2..4]}/{other}", binary).Git("add", ".");
        box.Run("hook", "--max-file-size", "1KB").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void WhatCannotBeRead_EndsWith3()
    {
        using var box = new Sandbox();
        box.Write("a.txt", new string('a', 3000)).Git("add", ".");
        box.Run("hook", "--max-file-size", "1KB").ExitCode.ShouldBe(3);
        byte[] noText = [1, 0, 2, 0, 0, .. new byte[90000]];
        box.Git("rm", "--cached", "--quiet", "a.txt");
        box.Write("a.bin", noText).Git("add", "a.bin");
        box.Run("hook", "--max-file-size", "1KB").ExitCode.ShouldBe(0, "of what is no text the beginning says all");
        box.Git("rm", "--cached", "--quiet", "a.bin");
        box.Git("add", "a.txt");
        string id = box.Output("rev-parse", ":a.txt");
        File.Delete(Path.Combine(box.Root, ".git", "objects", id[..2], id[2..]));
        Sandbox.Outcome outcome = box.Run("hook");
        outcome.ExitCode.ShouldBe(3);
        outcome.Output.ShouldContain("its staged content cannot be read");
    }

    [Fact]
    public void ConfigurationBaselineAndComments_HoldAsInAScan()
    {
        using var box = new Sandbox();
        box.Write("old.env", Line(box.Secret())).Commit();
        box.Run("baseline", "create", "--reason", "old").ExitCode.ShouldBe(0);
        box.Commit();
        box.Write("old.env", $"A=1\n\n{box.Read("old.env").Trim()} \n").Git("add", ".");
        Sandbox.Outcome accepted = box.Run("hook");
        accepted.ExitCode.ShouldBe(0, accepted.Output);
        accepted.Output.ShouldContain("1 suppressed");
        box.Write("b.env", $"# secretguard:allow github-pat-classic made up\n{Line(box.Secret())}").Git("add", ".");
        box.Run("hook").ExitCode.ShouldBe(0);
        box.Write("c.env", Line(box.Secret())).Git("add", ".");
        box.Run("hook").ExitCode.ShouldBe(1);
        box.Run("hook", "--rule", "json-web-token").ExitCode.ShouldBe(0);
        box.Run("hook", "--exclude", "c.env").ExitCode.ShouldBe(0);
        Sandbox.Outcome sarif = box.Run("hook", "--format", "sarif");
        sarif.ExitCode.ShouldBe(1);
        sarif.Output.ShouldContain("\"c.env\"");
    }

    [Fact]
    public void ArchivesThatAreStaged_AreLookedInto()
    {
        using var box = new Sandbox();
        using var stream = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var member = new StreamWriter(zip.CreateEntry("in.env").Open());
            member.Write(Line(box.Secret()));
        }

        box.Write("a.zip", stream.ToArray()).Git("add", ".");
        box.Run("hook").ExitCode.ShouldBe(0);
        box.Run("hook", "--archives").Output.ShouldContain("a.zip!/in.env");
    }

    /// <summary>git tells a hook by its variables which index the commit is made of.</summary>
    [Theory]
    [InlineData("commit --quiet --message=test", 1)]
    [InlineData("commit --quiet --message=test --all", 1)]
    [InlineData("commit --quiet --message=test -- a.env", 1)]
    [InlineData("commit --quiet --message=test -- b.txt", 0)]
    [InlineData("commit --quiet --message=test --allow-empty --only", 0)]
    public void ACommit_IsStoppedByWhatItWouldHold(string arguments, int code)
    {
        using Sandbox box = WithHook("pre-commit", "secretguard hook");
        box.Write("a.env", "A=1\n").Write("b.txt", "x\n").Git("add", ".");
        box.Git("commit", "--quiet", "--message=first", "--no-verify");
        box.Write("a.env", Line(box.Secret())).Write("b.txt", "y\n").Git("add", "a.env");
        Sandbox.Outcome outcome = Git(box, arguments);
        outcome.ExitCode.ShouldBe(code, outcome.Output + outcome.Error);
    }

    [Fact]
    public void ACommitInALinkedWorkTree_AndFromAFolder_IsStopped()
    {
        using Sandbox box = WithHook("pre-commit", "cd src && secretguard hook");
        box.Write("src/a.txt", "x\n").Git("add", ".");
        box.Git("commit", "--quiet", "--message=first", "--no-verify");
        box.Git("worktree", "add", "--quiet", "linked");
        box.Write("linked/src/b.env", Line(box.Secret())).Git("-C", "linked", "add", ".");
        Sandbox.Outcome linked = Git(box, "-C linked commit --quiet --message=test");
        linked.ExitCode.ShouldBe(1, linked.Error);
        linked.Error.ShouldContain("1 staged file, ");
        box.Write("src/b.env", Line(box.Secret())).Git("add", "src");
        Git(box, "-C src commit --quiet --message=test").ExitCode.ShouldBe(1);
    }

    /// <summary>A repository with a hook, in whose shell lines <c>git</c> runs it.</summary>
    internal static Sandbox WithHook(string name, string line)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a hook for a POSIX shell");
        var box = new Sandbox();
        box.Write($".git/hooks/{name}", $"#!/bin/sh\n{line}\n");
        box.Shell($"chmod +x '{box.Root}/.git/hooks/{name}'");
        return box;
    }

    internal static Sandbox.Outcome Git(Sandbox box, string arguments) => box.RunInShell($"git -c user.name=Test -c user.email=test@example.org {arguments}");
}
