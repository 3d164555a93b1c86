using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SecretGuard.Cli.Tests;

/// <summary>The scan of everything that a repository holds.</summary>
public sealed class GitTests
{
    private static string Line(string secret) => $"GITHUB_TOKEN={secret}\n";

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, 7).Select(_ => (char)random.Next('a', 'z' + 1))) + random.Next(100, 999);

    private static JsonElement[] Findings(Sandbox.Outcome outcome) => [.. JsonDocument.Parse(outcome.Output).RootElement.GetProperty("findings").EnumerateArray()];

    private static JsonElement Only(Sandbox box, params string[] arguments)
    {
        Sandbox.Outcome outcome = box.Run(["git", "--format", "json", .. arguments]);
        outcome.ExitCode.ShouldBe(1, outcome.Error);
        JsonElement[] findings = Findings(outcome);
        findings.Length.ShouldBe(1, outcome.Output);
        return findings[0];
    }

    private static JsonElement Way(JsonElement finding) => finding.GetProperty("provenance");

    /// <summary>A log of the branches would miss most of these.</summary>
    [Fact]
    public void EverythingThatGitHolds_IsLookedAt()
    {
        using var box = new Sandbox();
        box.Write("kept.txt", "nothing\n").Commit();
        string[] names = ["gone", "branch", "stash", "amended", "note", "merge", "message", "tag", "loose", "staged"];
        Dictionary<string, string> secrets = names.ToDictionary(name => name, _ => box.Secret());
        box.Write("gone.env", Line(secrets["gone"])).Commit();
        File.Delete(Path.Combine(box.Root, "gone.env"));
        box.Commit();
        box.Git("checkout", "--quiet", "-b", "side");
        box.Write("branch.env", Line(secrets["branch"])).Commit();
        box.Git("checkout", "--quiet", "main");
        box.Write("kept.txt", Line(secrets["stash"])).Git("stash", "--quiet");
        box.Write("kept.txt", Line(secrets["amended"])).Commit();
        box.Write("kept.txt", "clean again\n").Git("commit", "--quiet", "--all", "--amend", "--message=mended");
        box.Git("notes", "add", "--message", Line(secrets["note"]));
        box.Git("merge", "--quiet", "--no-commit", "side");
        box.Write("merged.env", Line(secrets["merge"])).Commit();
        box.Git("commit", "--quiet", "--allow-empty", "--message", $"Deploy with {secrets["message"]}");
        box.Git("tag", "--annotate", "v1", "--message", $"Released with {secrets["tag"]}");
        box.Write("loose.env", Line(secrets["loose"])).Git("hash-object", "-w", "loose.env");
        File.Delete(Path.Combine(box.Root, "loose.env"));
        box.Write("staged.env", Line(secrets["staged"])).Git("add", "staged.env");
        box.Git("rm", "--quiet", "--cached", "staged.env");
        File.Delete(Path.Combine(box.Root, "staged.env"));

        Sandbox.Outcome all = box.Run("git", "--format", "json");
        all.ExitCode.ShouldBe(1, all.Error);
        Findings(all).Length.ShouldBe(names.Length, string.Join('\n', Findings(all).Select(finding => finding.GetProperty("location").GetProperty("path").GetString())));
        Findings(box.Run("git", "--format", "json", "--no-messages")).Length.ShouldBe(names.Length - 2);
        Findings(box.Run("git", "--format", "json", "--reachable")).Length.ShouldBe(names.Length - 3);
        box.Git("repack", "-a", "-d", "-q");
        Findings(box.Run("git", "--format", "json", "--threads", "1")).Length.ShouldBe(names.Length);
        box.Planted.ShouldAllBe(secret => !all.Output.Contains(secret));
    }

    [Fact]
    public void OneSecretInManyVersions_IsOneFindingWithItsWay()
    {
        using var box = new Sandbox();
        string secret = box.Secret();
        box.Write("a.txt", "nothing\n").Commit();
        box.Write("src/b.env", $"A=1\n{Line(secret)}").Commit();
        string first = box.Output("rev-parse", "HEAD");
        box.Write("src/b.env", $"A=2\n\n{Line(secret)}B=3\n").Write("copy/c.env", Line(secret)).Commit();
        JsonElement here = Only(box);
        here.GetProperty("location").GetProperty("path").GetString().ShouldBe("copy/c.env");
        here.GetProperty("id").GetString().ShouldBe("SG4001");
        Way(here).GetProperty("firstCommit").GetString().ShouldBe(first);
        Way(here).GetProperty("lastCommit").GetString().ShouldBe(box.Output("rev-parse", "HEAD"));
        Way(here).GetProperty("inHead").GetBoolean().ShouldBeTrue();
        Way(here).GetProperty("reach").GetString().ShouldBe("local");
        Way(here).GetProperty("places").GetInt32().ShouldBe(3);
        Way(here).GetProperty("paths").EnumerateArray().Select(path => path.GetString()).ShouldBe(["copy/c.env", "src/b.env"]);

        string last = box.Output("rev-parse", "HEAD");
        box.Git("rm", "--quiet", "-r", "src", "copy");
        box.Commit();
        JsonElement gone = Only(box);
        Way(gone).GetProperty("inHead").GetBoolean().ShouldBeFalse();
        Way(gone).GetProperty("lastCommit").GetString().ShouldBe(last);
    }

    [Fact]
    public void Reach_TellsWhatIsPushed()
    {
        using var box = new Sandbox();
        using var origin = new Sandbox(git: false);
        origin.Git("init", "--quiet", "--bare");
        box.Git("remote", "add", "origin", origin.Root);
        box.Write("a.env", Line(box.Secret())).Commit();
        Way(Only(box)).GetProperty("reach").GetString().ShouldBe("local");
        box.Git("push", "--quiet", "origin", "main");
        Way(Only(box)).GetProperty("reach").GetString().ShouldBe("remote");
        Way(Findings(origin.Run("git", "--format", "json")).ShouldHaveSingleItem()).GetProperty("reach").GetString().ShouldBe("remote", "a bare one is what others fetch from");
        box.Git("checkout", "--quiet", "--orphan", "other");
        box.Git("rm", "--quiet", "-r", "--force", ".");
        box.Write("b.txt", "nothing\n").Commit();
        box.Git("branch", "--quiet", "-D", "main");
        box.Git("branch", "--quiet", "-r", "-D", "origin/main");
        Way(Only(box)).GetProperty("reach").GetString().ShouldBe("unreachable");
    }

    [Fact]
    public void RangesAndBranches_NarrowIt()
    {
        using var box = new Sandbox();
        box.Write("old.env", Line(box.Secret())).Commit();
        box.Git("tag", "start");
        box.Git("checkout", "--quiet", "-b", "side");
        box.Write("new.env", Line(box.Secret())).Commit();
        Findings(box.Run("git", "--format", "json")).Length.ShouldBe(2);
        foreach (string[] narrowed in new string[][] { ["--range", "start..side"], ["--since", "start"] })
        {
            Only(box, narrowed).GetProperty("location").GetProperty("path").GetString().ShouldBe("new.env");
        }

        Only(box, "--branch", "main").GetProperty("location").GetProperty("path").GetString().ShouldBe("old.env");
        box.Run("git", "--since", "nowhere").ExitCode.ShouldBe(2);
        box.Run("git", "--since=--all").ExitCode.ShouldBe(2);
    }

    /// <summary>What a push brings is read, and nothing else: an object before it may be as it likes.</summary>
    [Fact]
    public void Range_ReadsTheRestOnlyToTellWhoHoldsASecret()
    {
        using var box = new Sandbox();
        box.Write("a.txt", "old\n").Commit();
        box.Write("a.txt", "start\n").Commit();
        box.Git("tag", "start");
        box.Write("b.txt", "new\n").Commit();
        string old = box.Output("rev-parse", "start~1^{tree}");
        File.Delete(Path.Combine(box.Root, ".git/objects", old[..2], old[2..]));
        box.Write($".git/objects/{old[..2]}/{old[2..]}", "no object");
        box.Run("git", "--range", "start..main").ExitCode.ShouldBe(0);
        box.Run("git").ExitCode.ShouldBe(3);
        string secret = box.Secret();
        box.Write("c.env", Line(secret)).Commit();
        JsonElement found = Only(box, "--range", "start..main");
        Way(found).GetProperty("inHead").GetBoolean().ShouldBeTrue();
        Way(found).GetProperty("reach").GetString().ShouldBe("local");
        box.Write("d/c.env", Line(secret)).Commit();
        Way(Only(box, "--range", "start..main~1")).GetProperty("lastCommit").GetString().ShouldBe(box.Output("rev-parse", "main"), "what came after the range tells of the way too");
    }

    /// <summary>The file of the cache is written beside its place: where a run is killed in the middle, the next tells what it would tell without.</summary>
    [Fact]
    public void RunThatIsKilledWhileItKeepsWhatItKnows_DoesNoHarm()
    {
        using var box = new Sandbox();
        for (int i = 0; i < 2000; i++)
        {
            box.Write($"d{i % 40}/f{i}.txt", $"number {i}\n");
        }

        box.Write("a.env", Line(box.Secret())).Commit();
        string told = box.Run("git", "--no-cache").Output, folder = Path.Combine(box.Root, ".git/secretguard");
        for (int round = 0; round < 4; round++)
        {
            using (Process tool = box.StartTool("git"))
            {
                SpinWait.SpinUntil(() => tool.HasExited || (Directory.Exists(folder) && Directory.GetFiles(folder).Length > 0));
                Thread.Sleep(round);
                tool.Kill();
                tool.WaitForExit();
            }

            ShouldTell(box.Run("git").Output);
            ShouldTell(box.Run("git").Output);
            Directory.Delete(folder, recursive: true);
        }

        void ShouldTell(string output) => Undated(output).ShouldBe(Undated(told));
        static string Undated(string output) => Regex.Replace(output, @"\d+\.\d+ s", "…", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void AcceptedSecrets_StayAccepted()
    {
        using var box = new Sandbox();
        string secret = box.Secret();
        box.Write("a.env", Line(secret)).Commit();
        box.Write("a.env", $"# secretguard:allow github-pat-classic made up for the manual\n{Line(secret)}").Commit();
        box.Run("git").ExitCode.ShouldBe(0);
        box.Write("b.env", Line(box.Secret())).Commit();
        box.Run("baseline", "create", "--reason", "old").ExitCode.ShouldBe(0);
        box.Run("git").ExitCode.ShouldBe(0);
        box.Run("git", "--exclude", "*.env").ExitCode.ShouldBe(0);
    }

    /// <summary>The same word in a text that proves little, and in a call that proves it: it is shown at the call.</summary>
    [Fact]
    public void ValueThatStandsTwice_IsShownWhereItIsOne()
    {
        using var box = new Sandbox();
        string word = $"{Word(new Random(9))[..2]}pass";
        box.Write("Ssl.java", $"// settings\nString options = System.getenv(\"PKCS\") + \"&keyStorePassword={word}\";\nSystem.setProperty(\"javax.net.ssl.keyStorePassword\", \"{word}\");\n").Commit();
        Sandbox.Outcome outcome = box.Run("git", "--format", "json");
        outcome.ExitCode.ShouldBe(1, outcome.Error);
        Findings(outcome).ShouldHaveSingleItem().GetProperty("location").GetProperty("startLine").GetInt32().ShouldBe(3);
    }

    /// <summary>What is a value in one kind of file is an expression in another; both names of the bytes are looked at, and it is shown where it is one.</summary>
    [Fact]
    public void FileThatGotAnotherName_IsLookedAtUnderBoth()
    {
        using var box = new Sandbox();
        box.Write("settings.env", $"DB_PASSWORD={Word(new Random(5))}\n").Commit();
        box.Git("mv", "settings.env", "settings.cs");
        box.Commit();
        box.Run("scan", "settings.cs").ExitCode.ShouldBe(0);
        JsonElement found = Only(box);
        found.GetProperty("location").GetProperty("path").GetString().ShouldBe("settings.env");
        Way(found).GetProperty("inHead").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void WhatIsNotHere_IsTold()
    {
        using var box = new Sandbox();
        using var clone = new Sandbox(git: false);
        box.Write("a.txt", "one\n").Commit();
        box.Write("a.txt", "two\n").Commit();
        clone.Git("clone", "--quiet", "--depth=1", $"file://{box.Root}", "shallow");
        Sandbox.Outcome shallow = clone.Run("git", "shallow");
        shallow.ExitCode.ShouldBe(3);
        shallow.Output.ShouldContain("history incomplete: shallow");

        box.Git("config", "uploadpack.allowFilter", "true");
        clone.Git("clone", "--quiet", "--filter=blob:none", "--no-checkout", $"file://{box.Root}", "partial");
        foreach (string[] narrow in (string[][])[[], ["--reachable"], ["--range", "HEAD~1..HEAD"]])
        {
            Sandbox.Outcome partial = clone.Run(["git", "partial", .. narrow]);
            partial.ExitCode.ShouldBe(3);
            partial.Output.ShouldContain("a partial clone: what it has not fetched is not looked at");
        }

        clone.Output("-C", "partial", "rev-list", "--objects", "--all", "--missing=print").Split('\n').Count(line => line.StartsWith('?')).ShouldBe(2, "nothing was fetched");

        byte[] noText = [1, 0, 2, 0, 0, .. new byte[9000]];
        box.Write("large.bin", noText).Write("large.txt", new string('x', 3000)).Commit();
        Sandbox.Outcome large = box.Run("git", "--max-blob", "2KB");
        large.ExitCode.ShouldBe(3);
        large.Output.ShouldContain("large.txt");
        large.Output.ShouldNotContain("large.bin", customMessage: "of what is no text the beginning says all");
        box.Git("repack", "-a", "-d", "-q");
        box.Git("mv", "large.bin", "moved.bin");
        box.Commit();
        Sandbox.Outcome again = box.Run("git", "--max-blob", "2KB");
        again.Output.ShouldContain("large.txt");
        again.Output.ShouldNotContain(".bin", customMessage: "in a pack and elsewhere, too");

        box.Write("a.txt", "changed\n").Commit();
        string blob = box.Output("rev-parse", "HEAD:a.txt"), file = Path.Combine(box.Root, ".git", "objects", blob[..2], blob[2..]);
        File.SetAttributes(file, FileAttributes.Normal);
        File.WriteAllBytes(file, [1, 2, 3]);
        Sandbox.Outcome damaged = box.Run("git");
        damaged.ExitCode.ShouldBe(3, damaged.Output);
        damaged.Output.ShouldContain("git fsck");
    }

    [Fact]
    public void EveryPlace_IsListedWithItsFirstCommit()
    {
        using var box = new Sandbox();
        string secret = box.Secret();
        box.Write("a.env", Line(secret)).Commit();
        string first = box.Output("rev-parse", "HEAD");
        box.Write("a.env", $"A=1\n{Line(secret)}").Write("b/c.env", Line(secret)).Commit($"Use {secret}");
        string second = box.Output("rev-parse", "HEAD");
        Sandbox.Outcome outcome = box.Run("git", "--format", "json", "--every-place");
        var places = Findings(outcome).SelectMany(finding => Way(finding).GetProperty("everyPlace").EnumerateArray())
            .Select(place => (place.GetProperty("commit").GetString(), place.GetProperty("path").GetString(), place.GetProperty("line").GetInt32()));
        places.ShouldBe([(second, $"(message of commit {second[..12]})", 1), (first, "a.env", 1), (second, "a.env", 2), (second, "b/c.env", 1)], ignoreOrder: true);
        string text = box.Run("git", "--every-place").Output;
        text.ShouldContain($"at: {first[..10]} a.env:1\n");
        text.ShouldContain($"at: {second[..10]} b/c.env:1\n");
    }

    /// <summary>Each part looks at its own objects only, and the secret of three versions is found by whoever has one of them.</summary>
    [Fact]
    public void Shards_TogetherTellWhatOneRunTells()
    {
        using var box = new Sandbox();
        string[] secrets = [.. Enumerable.Range(0, 6).Select(_ => box.Secret())];
        for (int i = 0; i < 12; i++)
        {
            box.Write($"f{i % 4}.env", $"N={i}\n{Line(secrets[i % 6])}").Git("add", "--all");
            box.Git("commit", "--quiet", $"--date=2026-01-{i + 1:00}T00:00:00Z", $"--message={(i == 7 ? $"Use {secrets[0]}" : "more")}");
        }

        box.Git("gc", "--quiet");
        string[] parts = ["1/3", "2/3", "3/3"];
        foreach (string part in parts)
        {
            box.Run("git", "--shard", part, "--every-place", "--report", $"json=part{part[0]}.json").ExitCode.ShouldBe(1);
        }

        Sandbox.Outcome merged = box.Run("merge", "--format", "json", "part1.json", "part2.json", "part3.json");
        merged.ExitCode.ShouldBe(1, merged.Error);
        JsonElement[] whole = Findings(box.Run("git", "--every-place", "--format", "json"));
        Findings(merged).Select(Essence).Order().ShouldBe(whole.Select(Essence).Order());
        JsonDocument.Parse(merged.Output).RootElement.GetProperty("summary").GetProperty("files").GetInt32().ShouldBe(12);
        Enumerable.Range(1, 3).Count(i => JsonDocument.Parse(box.Read($"part{i}.json")).RootElement.GetProperty("findings").GetArrayLength() > 0).ShouldBeGreaterThan(1);
        foreach (string wrong in (string[])["0/3", "4/3", "x", "1/2/3"])
        {
            box.Run("git", "--shard", wrong).ExitCode.ShouldBe(2);
        }

        static string Essence(JsonElement finding) => string.Join(' ',
            finding.GetProperty("location").GetProperty("path").GetString(), finding.GetProperty("fingerprint").GetString(),
            Way(finding).GetProperty("firstCommit").GetString(), Way(finding).GetProperty("lastCommit").GetString(), Way(finding).GetProperty("places").GetInt32(), Way(finding).GetProperty("everyPlace").GetArrayLength());
    }

    [Fact]
    public void Submodules_AreLookedAtWhereAsked()
    {
        using var inner = new Sandbox();
        using var box = new Sandbox();
        string secret = inner.Secret();
        inner.Write("a.env", Line(secret)).Commit();
        inner.Write("a.env", "N=1\n").Commit();
        box.Write("b.txt", "nothing\n").Commit();
        box.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.Root, "libs/inner");
        box.Commit();
        box.Run("git").ExitCode.ShouldBe(0);
        JsonElement found = Only(box, "--submodules");
        found.GetProperty("location").GetProperty("path").GetString().ShouldBe("libs/inner/a.env");
        Way(found).GetProperty("firstCommit").GetString().ShouldBe(inner.Output("rev-parse", "HEAD~"));
        box.Git("submodule", "--quiet", "deinit", "--force", "libs/inner");
        Only(box, "--submodules").GetProperty("location").GetProperty("path").GetString().ShouldBe("libs/inner/a.env");
    }

    /// <summary>Messages are stored in the encoding that their commit names; what git itself would refuse to write (UTF-16 holds bytes of zero) can be in a repository all the same.</summary>
    [Theory]
    [InlineData("ISO-8859-1", false)]
    [InlineData("windows-1252", false)]
    [InlineData("UTF-16", true)]
    [InlineData("UTF-16LE", false)]
    [InlineData("UTF-16BE", false)]
    [InlineData("no-such-encoding", false)]
    public void MessagesInAnyEncoding_AreLookedAt(string name, bool hasMark)
    {
        using var box = new Sandbox();
        box.Write("a.txt", "x\n").Commit();
        string secret = box.Secret(), message = $"Zugriff für alle\n\nGH_TOKEN={secret}\n";
        System.Text.Encoding encoding = name switch { "UTF-16" or "UTF-16LE" => System.Text.Encoding.Unicode, "UTF-16BE" => System.Text.Encoding.BigEndianUnicode, _ => System.Text.Encoding.Latin1 };
        byte[] head = System.Text.Encoding.ASCII.GetBytes($"tree {box.Output("rev-parse", "HEAD^{tree}")}\nauthor A <a@example.org> 1700000000 +0000\ncommitter A <a@example.org> 1700000000 +0000\nencoding {name}\n\n");
        box.Write("../" + Path.GetFileName(box.Root) + ".commit", [.. head, .. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(message)]);
        string commit = box.Output("hash-object", "-t", "commit", "-w", "--literally", box.Root + ".commit");
        File.Delete(box.Root + ".commit");
        commit.Length.ShouldBe(40);
        box.Git("update-ref", "refs/heads/told", commit);
        Sandbox.Outcome outcome = box.Run("git");
        outcome.ExitCode.ShouldBe(1, outcome.Output + outcome.Error);
        outcome.Output.ShouldContain($"(message of commit {commit[..12]})");
    }

    [Fact]
    public void NoRepository_Is2()
    {
        using var box = new Sandbox(git: false);
        box.Run("git").ExitCode.ShouldBe(2);
        box.Run("git", "nowhere").ExitCode.ShouldBe(2);
    }

    [Fact]
    public void Text_TellsTheWayOut()
    {
        using var box = new Sandbox();
        box.Write("a.env", Line(box.Secret())).Commit();
        Sandbox.Outcome told = box.Run("git");
        told.Output.ShouldContain("still in HEAD, not pushed; 1 version");
        told.Output.ShouldContain("git commit --amend");
        told.Output.ShouldContain("gc --prune=now");
    }
}
