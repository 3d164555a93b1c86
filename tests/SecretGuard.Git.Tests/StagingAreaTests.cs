using System.Globalization;
using System.Text;

namespace SecretGuard.Git.Tests;

/// <summary>What is staged, as <c>git diff --cached</c> tells it.</summary>
public sealed class StagingAreaTests : IDisposable
{
    private readonly Sandbox _sandbox = new();
    private readonly List<GitRepository> _opened = [];

    public void Dispose()
    {
        _opened.ForEach(repository => repository.Dispose());
        _sandbox.Dispose();
    }

    [Theory]
    [InlineData("2")]
    [InlineData("4")]
    public void Changes_AreThoseOfGit(string version)
    {
        string repository = MakeCheckedOut();
        _sandbox.Git(repository, "update-index", "--index-version", version);
        ShouldChangeAsGit(repository).ShouldBe(0);
        var random = new Random(5);
        for (int round = 0; round < 12; round++)
        {
            Stage(repository, random);
            ShouldChangeAsGit(repository).ShouldBeGreaterThan(0);
            if (round % 4 == 3)
            {
                // The cache of trees is whole again.
                _sandbox.Git(repository, "commit", "-q", "-m", "Round");
                ShouldChangeAsGit(repository).ShouldBe(0);
            }
        }
    }

    [Fact]
    public void FirstCommit_IsNewAsAWhole()
    {
        _sandbox.Git(_sandbox.Root, "init", "-q", "new");
        Write("new", "a b/c \"d\".txt", "text");
        _sandbox.Git(_sandbox["new"], "add", ".");
        StagedFile file = Read(_sandbox["new"]).Changes().ShouldHaveSingleItem();
        file.Path.ShouldBe("a b/c \"d\".txt");
        file.Committed.IsZero.ShouldBeTrue();
    }

    [Fact]
    public void Head_IsFoundWhereverItIs()
    {
        string repository = MakeCheckedOut();
        string commit = _sandbox.Git(repository, "rev-parse", "HEAD").Trim();
        foreach (string[] way in new string[][] { ["pack-refs", "--all"], ["checkout", "-q", "--detach"], ["checkout", "-q", "-b", "deep/er"] })
        {
            _sandbox.Git(repository, way);
            Head(repository).ToString().ShouldBe(commit);
        }

        _sandbox.Git(repository, "worktree", "add", "-q", "../linked");
        Write("linked", "new.txt", "new");
        _sandbox.Git(_sandbox["linked"], "add", "new.txt");
        Read(_sandbox["linked"]).Changes().ShouldHaveSingleItem().Path.ShouldBe("new.txt");
        Read(repository).Changes().ShouldBeEmpty();
        _sandbox.Git(repository, "checkout", "-q", "--orphan", "unborn");
        Head(repository).IsZero.ShouldBeTrue();
        Read(repository).Changes().Count.ShouldBeGreaterThan(300);
        File.WriteAllText(Path.Combine(repository, ".git/refs/heads/unborn"), "nonsense");
        Should.Throw<RepositoryException>(() => Read(repository)).Message.ShouldContain("refs/heads/unborn");
    }

    [Fact]
    public void PathsThatWereAdded_Submodules_AndConflicts_AreTold()
    {
        string repository = MakeCheckedOut();
        Write("repo", "later.txt", "later");
        _sandbox.Git(repository, "add", "--intent-to-add", "later.txt");
        _sandbox.Git(repository, "update-index", "--add", "--cacheinfo", $"160000,{new string('1', 40)},module");
        Read(repository).Changes().ShouldBeEmpty();
        StagedFile[] named = [.. Read(repository).Of(["later.txt", "module", "many/0001.txt", "nowhere"])];
        named.Select(file => (file.Path, file.IsIntentToAdd, file.IsSubmodule, file.IsChanged))
            .ShouldBe([("later.txt", true, false, false), ("many/0001.txt", false, false, false), ("module", false, true, false)]);

        string blob = _sandbox.Git(repository, "rev-parse", "HEAD:many/0001.txt").Trim();
        string other = Encoding.ASCII.GetString(_sandbox.Git(repository, "theirs"u8.ToArray(), "hash-object", "-w", "--stdin")).Trim();
        _sandbox.Git(repository, Encoding.UTF8.GetBytes($"0 {new string('0', 40)} 0\tmany/0001.txt\n100644 {other} 1\tmany/0001.txt\n100644 {blob} 2\tmany/0001.txt\n100644 {other} 3\tmany/0001.txt\n"), "update-index", "--index-info");
        Read(repository).Changes().Select(file => file.Id.ToString()).ShouldBe([other, other]);
        Read(repository).Of(["many/0001.txt"]).Count.ShouldBe(3);
    }

    [Fact]
    public void SparseIndex_HidesNoChange()
    {
        string repository = MakeCheckedOut();
        string before = _sandbox.Git(repository, "rev-parse", "HEAD").Trim();
        Write("repo", "many/0002.txt", "changed");
        Write("repo", "many/sub/new.txt", "new");
        _sandbox.Git(repository, "add", ".");
        _sandbox.Git(repository, "commit", "-q", "-m", "Change");
        _sandbox.Git(repository, "sparse-checkout", "set", "--cone", "--sparse-index", "src");
        Read(repository).Changes().ShouldBeEmpty();
        _sandbox.Git(repository, "reset", "-q", "--soft", before);
        Read(repository).Changes().Select(file => file.Path).ShouldBe(["many/0002.txt", "many/sub/new.txt"]);
        Read(repository).Of(["many/sub/new.txt"]).ShouldHaveSingleItem().IsChanged.ShouldBeTrue();
    }

    [Fact]
    public void NamesOfAnyBytes_AreTold()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "names there are no bytes");
        string repository = MakeCheckedOut();
        string blob = _sandbox.Git(repository, "rev-parse", "HEAD:many/0001.txt").Trim();
        _sandbox.Git(repository, [.. Encoding.UTF8.GetBytes($"100644 {blob}\t"), (byte)'d', 0xFF, (byte)'/', 0xE9, (byte)'\n'], "update-index", "--index-info");
        Read(repository).Changes().ShouldHaveSingleItem().Path.ShouldBe("d\uFFFD/\uFFFD");
        Read(repository).Of(["d\uFFFD/\uFFFD"]).Count.ShouldBe(1);
    }

    [Fact]
    public void Known_FindsWhatWasOnlyRenamed()
    {
        string repository = MakeCheckedOut();
        _sandbox.Git(repository, "mv", "many/0003.txt", "elsewhere.txt");
        StagingArea staging = Read(repository);
        StagedFile renamed = staging.Changes().ShouldHaveSingleItem();
        staging.Known(new HashSet<ObjectId> { renamed.Id }).ShouldBe([renamed.Id]);
        staging.WasCommitted("many/0003.txt").ShouldBeTrue();
        staging.WasCommitted("elsewhere.txt").ShouldBeFalse();
    }

    [Fact]
    public void CommitThatIsNotHere_IsTold()
    {
        string repository = MakeCheckedOut();
        File.WriteAllText(Path.Combine(repository, ".git/refs/heads/main"), new string('1', 40));
        Should.Throw<RepositoryException>(() => Read(repository)).Message.ShouldContain(new string('1', 40));
    }

    private int ShouldChangeAsGit(string repository)
    {
        string[] told = [.. _sandbox.Git(repository, "diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=d").Split('\0', StringSplitOptions.RemoveEmptyEntries).Chunk(2)
            .Select(pair => (Fields: pair[0].Split(' '), Path: pair[1])).Where(change => change.Fields[2] != change.Fields[3])
            .Select(change => $"{change.Path} {change.Fields[2]} {change.Fields[3]}")];
        IReadOnlyList<StagedFile> changes = Read(repository).Changes();
        changes.Select(file => $"{file.Path} {(file.Committed.IsZero ? new string('0', 40) : file.Committed.ToString())} {file.Id}").ShouldBe(told);
        Read(repository).Of([.. changes.Select(file => file.Path)]).ShouldBe(changes);
        return told.Length;
    }

    /// <summary>Changes some files, adds some, removes some, and makes one executable.</summary>
    private void Stage(string repository, Random random)
    {
        string[] files = _sandbox.Git(repository, "ls-files", "-z", "many").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        Write("repo", files[random.Next(files.Length)], $"changed {random.Next()}");
        Write("repo", $"many/{random.Next(20)}/{random.Next(20)}/new.txt", $"{random.Next()}");
        Write("repo", $"{(char)random.Next('a', 'z')}.txt", $"{random.Next()}");
        _sandbox.Git(repository, "add", ".");
        _sandbox.Git(repository, "rm", "-q", "--cached", files[random.Next(files.Length)]);
        _sandbox.Git(repository, "update-index", "--chmod=+x", "many/0200.txt");
    }

    private void Write(string repository, string path, string text)
    {
        string full = Path.Combine(_sandbox[repository], path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private string MakeCheckedOut()
    {
        string repository = _sandbox.Make(commits: 3);
        _sandbox.Git(repository, "checkout", "-q", "main");
        for (int i = 0; i < 300; i++)
        {
            Write("repo", string.Create(CultureInfo.InvariantCulture, $"many/{i:0000}.txt"), $"{i}");
        }

        Write("repo", "src/a.txt", "a");
        _sandbox.Git(repository, "add", ".");
        _sandbox.Git(repository, "commit", "-q", "-m", "Many");
        return repository;
    }

    private StagingArea Read(string repository)
    {
        _opened.Add(Sandbox.Open(repository));
        return StagingArea.Read(_opened[^1], TestContext.Current.CancellationToken);
    }

    private static ObjectId Head(string repository)
    {
        using GitRepository opened = Sandbox.Open(repository);
        return opened.ReadHead(TestContext.Current.CancellationToken);
    }
}
