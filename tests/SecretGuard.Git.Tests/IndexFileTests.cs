using System.Globalization;
using System.Text;

namespace SecretGuard.Git.Tests;

/// <summary>The index entry by entry as <c>git ls-files --stage</c> tells it.</summary>
public sealed class IndexFileTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("2")]
    [InlineData("4")]
    public void Index_OfAnyVersion_IsReadAsGitReadsIt(string version)
    {
        string repository = MakeCheckedOut();
        _sandbox.Git(repository, "update-index", "--index-version", version);
        ShouldReadAsGit(repository).ShouldBeGreaterThan(300);
    }

    [Fact]
    public void IntentToAddAndSkippedFiles_AreTold()
    {
        string repository = MakeCheckedOut();
        File.WriteAllText(Path.Combine(repository, "new.txt"), "new");
        _sandbox.Git(repository, "add", "--intent-to-add", "new.txt");
        _sandbox.Git(repository, "update-index", "--skip-worktree", "empty");
        ShouldReadAsGit(repository);
        using GitRepository opened = Sandbox.Open(repository);
        var told = new List<string>();
        foreach (IndexEntry entry in opened.ReadIndex())
        {
            if (entry.IsIntentToAdd || entry.IsSkipped)
            {
                told.Add($"{Encoding.UTF8.GetString(entry.Path)} {entry.IsIntentToAdd} {entry.IsSkipped}");
            }
        }

        told.ShouldBe(["empty False True", "new.txt True False"]);
    }

    [Fact]
    public void SplitIndex_IsReadWithItsSharedPart()
    {
        string repository = MakeCheckedOut();
        _sandbox.Git(repository, "config", "splitIndex.maxPercentChange", "100");
        _sandbox.Git(repository, "update-index", "--split-index");
        foreach (string name in new[] { "a-new", "many/0007.txt", "many/0100.txt", "zz-new" })
        {
            File.WriteAllText(Path.Combine(repository, name), name);
            _sandbox.Git(repository, "add", name);
        }

        _sandbox.Git(repository, "rm", "-q", "--cached", "many/0003.txt", "many/0200.txt");
        Directory.GetFiles(Path.Combine(repository, ".git"), "sharedindex.*").ShouldNotBeEmpty();
        ShouldReadAsGit(repository);
        foreach (string shared in Directory.GetFiles(Path.Combine(repository, ".git"), "sharedindex.*"))
        {
            File.Delete(shared);
        }

        using GitRepository opened = Sandbox.Open(repository);
        Should.Throw<RepositoryException>(() => opened.ReadIndex()).Message.ShouldContain("sharedindex");
    }

    [Fact]
    public void SparseIndex_HasFolders()
    {
        string repository = MakeCheckedOut();
        _sandbox.Git(repository, "sparse-checkout", "set", "--cone", "--sparse-index", "src");
        using GitRepository opened = Sandbox.Open(repository);
        var folders = new List<string>();
        foreach (IndexEntry entry in opened.ReadIndex())
        {
            if (entry.IsFolder)
            {
                folders.Add(Encoding.UTF8.GetString(entry.Path));
            }
        }

        folders.ShouldContain("many/");
    }

    [Fact]
    public void Conflict_HasItsStages()
    {
        string repository = MakeCheckedOut();
        _sandbox.Git(repository, "checkout", "-q", "-b", "other");
        File.WriteAllText(Path.Combine(repository, "many/0001.txt"), "theirs");
        _sandbox.Git(repository, "commit", "-qam", "Theirs");
        _sandbox.Git(repository, "checkout", "-q", "main");
        File.WriteAllText(Path.Combine(repository, "many/0001.txt"), "ours");
        _sandbox.Git(repository, "commit", "-qam", "Ours");
        Sandbox.Try(repository, [], "merge", "-q", "other").ExitCode.ShouldBe(1);
        ShouldReadAsGit(repository);
        using GitRepository opened = Sandbox.Open(repository);
        var stages = new List<int>();
        foreach (IndexEntry entry in opened.ReadIndex())
        {
            if (entry.Path.SequenceEqual("many/0001.txt"u8))
            {
                stages.Add(entry.Stage);
            }
        }

        stages.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void GivenIndexFile_IsReadInstead()
    {
        string repository = MakeCheckedOut();
        File.Copy(Path.Combine(repository, ".git/index"), _sandbox["other-index"]);
        _sandbox.Git(repository, "rm", "-q", "--cached", "-r", "many");
        using GitRepository opened = Sandbox.Open(repository, new RepositoryOptions { IndexFile = _sandbox["other-index"] });
        opened.ReadIndex().Count.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void NoIndex_IsEmpty()
    {
        using GitRepository opened = Sandbox.Open(_sandbox.Make());
        opened.ReadIndex().GetEnumerator().MoveNext().ShouldBeFalse();
    }

    [Theory]
    [InlineData("2")]
    [InlineData("4")]
    public void DamageAnywhere_IsToldOrRead(string version)
    {
        string repository = MakeCheckedOut(files: 12);
        _sandbox.Git(repository, "config", "splitIndex.maxPercentChange", "100");
        _sandbox.Git(repository, "update-index", "--split-index", "--index-version", version);
        string file = Path.Combine(repository, ".git/index");
        byte[] whole = File.ReadAllBytes(file);
        var random = new Random(2);
        for (int i = 0; i < 1500; i++)
        {
            byte[] broken = i % 3 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            if (broken.Length > 0)
            {
                broken[random.Next(broken.Length)] ^= (byte)random.Next(256);
            }

            File.WriteAllBytes(file, broken);
            using GitRepository opened = Sandbox.Open(repository);
            try
            {
                foreach (IndexEntry entry in opened.ReadIndex())
                {
                    entry.Id.Length.ShouldBe(20);
                }
            }
            catch (RepositoryException error)
            {
                error.Message.ShouldContain("index");
            }
        }
    }

    private string MakeCheckedOut(int files = 300)
    {
        string repository = _sandbox.Make();
        _sandbox.Git(repository, "reset", "-q", "--hard", "main");
        Directory.CreateDirectory(Path.Combine(repository, "many"));
        for (int i = 0; i < files; i++)
        {
            File.WriteAllText(Path.Combine(repository, $"many/{i:0000}.txt"), $"{i}");
        }

        File.WriteAllText(Path.Combine(repository, "many/" + new string('n', 200)), "long");
        _sandbox.Git(repository, "add", "many");
        _sandbox.Git(repository, "commit", "-qm", "Many");
        return repository;
    }

    private int ShouldReadAsGit(string repository)
    {
        string[] expected = [.. Encoding.Latin1.GetString(_sandbox.Git(repository, [], "ls-files", "--stage", "-z")).Split('\0', StringSplitOptions.RemoveEmptyEntries)];
        using GitRepository opened = Sandbox.Open(repository);
        var read = new List<string>();
        foreach (IndexEntry entry in opened.ReadIndex())
        {
            string mode = Convert.ToString(entry.Mode, 8).PadLeft(6, '0');
            read.Add(string.Create(CultureInfo.InvariantCulture, $"{mode} {entry.Id} {entry.Stage}\t{Encoding.Latin1.GetString(entry.Path)}"));
        }

        read.ShouldBe(expected);
        return read.Count;
    }
}
