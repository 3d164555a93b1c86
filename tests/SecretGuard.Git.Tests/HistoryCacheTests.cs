using System.Security.Cryptography;
using System.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Git.Scanning;
using SecretGuard.Rules;
using SecretGuard.TestKit;
using SecretGuard.Triage;

namespace SecretGuard.Git.Tests;

/// <summary>What a run keeps for the next: this one looks at what is new only, and tells what it would tell without.</summary>
public sealed class HistoryCacheTests : IDisposable
{
    private static readonly Detector Detector = new(Catalogue.Default);

    private readonly Sandbox _sandbox = new();
    private readonly string _path;
    private readonly Random _random = new(8);

    public HistoryCacheTests()
    {
        _path = _sandbox["repo"];
        _sandbox.Git(_sandbox.Root, "init", "-q", "-b", "main", "repo");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string CacheFolder => Path.Combine(_path, ".git", "secretguard");

    private string CacheFile => Directory.GetFiles(CacheFolder).ShouldHaveSingleItem();

    public void Dispose() => _sandbox.Dispose();

    /// <summary>The way of a repository, with everything that makes a run's memory wrong where it is used carelessly.</summary>
    [Fact]
    public void EveryRun_TellsWhatARunWithoutItTells()
    {
        string first = Line(), second = Line(), word = $"DB_PASSWORD={Placeholders.Fill("‹pw›", _random)}\n";
        Action[] steps =
        [
            () => Commit(("a.txt", "nothing\n"), ("conf/b.env", first)),
            () => Commit(("a.txt", "more\n")),
            () => Commit(("conf/b.env", $"N=1\n{first}"), ("c/d/e.env", second)),
            () => Commit(("conf/b.env", null)),
            () => Git("mv", "c", "moved"),
            () => Commit(),
            () => Git("checkout", "-q", "-b", "side", "HEAD~2"),
            () => Commit(("side.env", first), ("word.cs", word)),
            () => Git("gc", "-q"),
            () => Git("checkout", "-q", "main"),
            () => Git("merge", "-q", "-m", "merged", "side"),
            () => Git("mv", "word.cs", "word.env"),
            () => Commit(),
            () => Commit($"Use {Placeholders.Fill("‹pat›", _random)}", []),
            () => Git("tag", "-a", "-m", $"with {Placeholders.Fill("‹pat›", _random)}", "v1"),
            () => Git("repack", "-adfq"),
            () => Commit(("late.env", second)),
            () => Git("reset", "-q", "--hard", "HEAD~3"),
            () => Git("reflog", "expire", "--expire=now", "--all"),
            () => Git("tag", "-d", "v1"),
            () => Git("gc", "-q", "--prune=now"),
            () => Git("branch", "-q", "-D", "side"),
        ];
        bool everyPlace = false;
        foreach (Action step in steps)
        {
            step();
            everyPlace = !everyPlace;
            CompareRuns(everyPlace);
            CompareRuns(!everyPlace);
        }
    }

    /// <summary>What is told of a hundred paths, and of more than are told.</summary>
    [Fact]
    public void Paths_OfManyCommits_AreThoseOfARunWithoutIt()
    {
        string line = Line();
        for (int run = 0; run < 4; run++)
        {
            Commit([.. Enumerable.Range(run * 40, 40).Select(i => ($"f{i % 7}/g{i}/a.env", (string?)line)), ($"h{run}.env", Line())]);
            Commit(($"f{run}/b.txt", "text"));
            CompareRuns(everyPlace: false);
            Git("mv", $"f{run}", $"moved{run}");
            Commit();
            CompareRuns(everyPlace: false);
        }
    }

    /// <summary>Among tests it is made up: it is told where it stood before, by the run that finds it and by the next.</summary>
    [Fact]
    public void SecretThatMovedToTests_IsToldWhereItCounts()
    {
        Commit(("src/a.cs", $"class A\n{{\n    string password = \"abc{123}def\";\n}}\n"));
        Git("mv", "src", "tests");
        Commit(("b.txt", "text\n"));
        CompareRuns(everyPlace: false);
        Commit(("b.txt", "more text\n"));
        CompareRuns(everyPlace: false);
        HistoryOutcome outcome = Run("k");
        (outcome.ProblemCount, outcome.Findings.ShouldHaveSingleItem().Location.Path).ShouldBe((0, "src/a.cs"));
    }

    /// <summary>Ten folders that each hold ten that each hold ten: nobody walks through them all.</summary>
    [Fact]
    public void NewCommit_WithMorePathsThanCanBeWalked_IsToldAsWithoutIt()
    {
        Commit(("a.env", Line()));
        CompareRuns(everyPlace: false);
        string tree = _sandbox.Git(_path, "rev-parse", "HEAD^{tree}").Trim();
        for (int depth = 0; depth < 12; depth++)
        {
            string entries = string.Concat(Enumerable.Range(0, 10).Select(i => $"040000 tree {tree}\t{i}\n"));
            tree = Encoding.UTF8.GetString(_sandbox.Git(_path, Encoding.UTF8.GetBytes(entries), "mktree")).Trim();
        }

        Git("update-ref", "refs/heads/main", _sandbox.Git(_path, "commit-tree", "-p", "HEAD", "-m", "wide", tree).Trim());
        CompareRuns(everyPlace: false);
        Run("k").Findings.ShouldHaveSingleItem().Provenance!.Paths.Count.ShouldBe(Provenance.MostPaths);
    }

    [Fact]
    public void SecondRun_LooksAtNothing_AndThirdAtWhatIsNew()
    {
        Commit(("a.env", Line()), ("b.txt", "text\n"));
        Run("k").Findings.Count.ShouldBe(1);
        DateTime written = File.GetLastWriteTimeUtc(CacheFile);
        Damage("b.txt");
        Run("k").ProblemCount.ShouldBe(0, "an object that was looked at is read again");
        File.GetLastWriteTimeUtc(CacheFile).ShouldBe(written, "nothing was new");
        Commit(("c.env", Line()));
        Run("k").Findings.Count.ShouldBe(2);
        Run("other").ProblemCount.ShouldBe(1, "another way to scan knows nothing yet");
    }

    /// <summary>Neither a secret, nor a digest of one that a list of passwords could be tried on.</summary>
    [Fact]
    public void File_HoldsNoSecretAndNoDigestOfOne()
    {
        string pat = Placeholders.Fill("‹pat›", _random);
        Commit(("a.env", $"GITHUB_TOKEN={pat}\n"));
        Run("k").Findings.Count.ShouldBe(1);
        byte[] bytes = File.ReadAllBytes(CacheFile), value = Encoding.UTF8.GetBytes(pat);
        byte[][] forbidden =
        [
            value[..8], SHA256.HashData(value)[..6], SHA512.HashData(value)[..6],
        ];
        foreach (byte[] part in forbidden)
        {
            bytes.AsSpan().IndexOf(part).ShouldBe(-1);
        }
    }

    [Fact]
    public void DamagedFile_IsAsGoodAsNone()
    {
        Commit(("a.env", Line()));
        string[] told = Tell(Run("k"));
        byte[] good = File.ReadAllBytes(CacheFile);
        for (int at = 0; at < good.Length; at += Math.Max(1, good.Length / 12))
        {
            byte[] flipped = [.. good];
            flipped[at] ^= 0x40;
            foreach (byte[] bad in (byte[][])[flipped, good[..at]])
            {
                File.WriteAllBytes(CacheFile, bad);
                Tell(Run("k")).ShouldBe(told);
            }
        }

        Tell(Run("k")).ShouldBe(told);
    }

    [Fact]
    public void File_IsItsOwnersAlone_AndNothingIsLeftBesideIt()
    {
        Commit(("a.env", Line()));
        Run("k");
        Directory.GetFiles(CacheFolder).ShouldBe([CacheFile]);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(CacheFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void WhereNothingCanBeWritten_TheRunIsNotDisturbed()
    {
        Commit(("a.env", Line()));
        File.WriteAllText(CacheFolder, "a file in its place");
        Run("k").Findings.Count.ShouldBe(1);
        Run("k").Findings.Count.ShouldBe(1);
    }

    /// <summary>A file that is fetched later would have no name: the tree that gives it one was looked at before.</summary>
    [Fact]
    public void PartialClone_KeepsNothing()
    {
        Commit(("a.env", Line()));
        Git("config", "uploadpack.allowFilter", "true");
        _sandbox.Git(_sandbox.Root, "clone", "-q", "--no-checkout", "--filter=blob:none", $"file://{_path}", "partial");
        using GitRepository repository = GitRepository.Open(_sandbox["partial"], null, Stop);
        new HistoryScan(repository, Detector, new TriagePolicy(), new HistoryOptions { CacheKey = "k" }).Run(Stop).Commits.ShouldBe(1);
        Directory.Exists(Path.Combine(_sandbox["partial"], ".git", "secretguard")).ShouldBeFalse();
    }

    [Fact]
    public void RunsAtATime_DoEachOtherNoHarm()
    {
        Commit(("a.env", Line()));
        string[] told = Tell(Run(key: null));
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Stop }, _ => Tell(Run("k")).ShouldBe(told));
        Tell(Run("k")).ShouldBe(told);
    }

    private void CompareRuns(bool everyPlace)
    {
        string[] fresh = Tell(Run(key: null, everyPlace)), kept = Tell(Run("k", everyPlace)), again = Tell(Run("k", everyPlace));
        kept.ShouldBe(fresh);
        again.ShouldBe(fresh);
    }

    private static string[] Tell(HistoryOutcome outcome) =>
    [
        $"{outcome.Commits} commits, {outcome.Files} files, {outcome.Bytes} bytes, {outcome.ProblemCount} problems",
        .. outcome.Findings.Select(finding =>
        {
            Provenance way = finding.Provenance!;
            return $"{finding.Location.Path}:{finding.Location.StartLine} {finding.Rule} {way.FirstCommit} {way.LastCommit} {way.IsInHead} {way.Reach} {way.Places} {string.Join(' ', way.Paths)} {string.Join(' ', way.EveryPlace)}";
        }),
    ];

    private string Line() => Placeholders.Fill("GITHUB_TOKEN=‹pat›\n", _random);

    private HistoryOutcome Run(string? key, bool everyPlace = false)
    {
        using GitRepository repository = GitRepository.Open(_path, null, Stop);
        return new HistoryScan(repository, Detector, new TriagePolicy(), new HistoryOptions { CacheKey = key, EveryPlace = everyPlace }).Run(Stop);
    }

    private void Git(params string[] arguments) => _sandbox.Git(_path, arguments);

    private void Commit(params (string Path, string? Text)[] files) => Commit("more", files);

    private void Commit(string message, params (string Path, string? Text)[] files)
    {
        foreach ((string name, string? text) in files)
        {
            string file = Path.Combine(_path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            if (text is null)
            {
                File.Delete(file);
            }
            else
            {
                File.WriteAllText(file, text);
            }
        }

        Git("add", "--all");
        Git("commit", "-q", "--allow-empty", "-m", message);
    }

    private void Damage(string name)
    {
        string blob = _sandbox.Git(_path, "rev-parse", $"HEAD:{name}").Trim(), file = Path.Combine(_path, ".git", "objects", blob[..2], blob[2..]);
        File.SetAttributes(file, FileAttributes.Normal);
        File.WriteAllBytes(file, [1, 2, 3]);
    }
}
