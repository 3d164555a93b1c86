using System.Text;
using Lib = LibGit2Sharp;

namespace SecretGuard.Git.Tests;

/// <summary>libgit2, which shares no code with git, as a second oracle of what a repository holds.</summary>
public sealed class LibGit2Tests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public LibGit2Tests()
    {
        try
        {
            Lib.GlobalSettings.Version.ShouldNotBeNull();
        }
        catch (Exception error) when (error is TypeInitializationException or DllNotFoundException)
        {
            Assert.Skip("there is no libgit2 for this platform");
        }
    }

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Objects_AreThoseThatLibgit2Reads(bool isPacked)
    {
        string path = _sandbox.Make(commits: 200);
        if (isPacked)
        {
            _sandbox.Git(path, "repack", "-adfq", "--depth=100", "--window=30");
        }

        (Collector read, ReadSummary summary) = Collector.Read(path);
        summary.Problems.ShouldBeEmpty();
        using var repository = new Lib.Repository(path);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Lib.GitObject expected in repository.ObjectDatabase)
        {
            seen.Add(expected.Sha).ShouldBeTrue();
            (string kind, byte[] content) = read.Objects[expected.Sha];
            Lib.GitObjectMetadata metadata = repository.ObjectDatabase.RetrieveObjectMetadata(expected.Id);
            (kind, content.Length).ShouldBe((metadata.Type.ToString().ToLowerInvariant(), (int)metadata.Size));
            ShouldSay(content, expected);
        }

        seen.Order(StringComparer.Ordinal).ShouldBe(read.Objects.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void References_LeadWhereLibgit2SaysThatTheyDo()
    {
        string path = _sandbox.Make();
        _sandbox.Git(path, "checkout", "-q", "-f", "main");
        File.WriteAllText(Path.Combine(path, "work.txt"), "not done yet");
        _sandbox.Git(path, "add", "work.txt");
        _sandbox.Git(path, "stash", "-q");
        _sandbox.Git(path, "tag", "-a", "v2", "-m", "second");
        _sandbox.Git(path, "notes", "add", "-m", "note");
        _sandbox.Git(path, "symbolic-ref", "refs/heads/alias", "refs/heads/main");
        _sandbox.Git(path, "pack-refs", "--all");
        _sandbox.Git(path, "branch", "late");
        using GitRepository own = Sandbox.Open(path);
        using var repository = new Lib.Repository(path);
        own.ReadReferences(TestContext.Current.CancellationToken).All.Where(reference => reference.Name.StartsWith("refs/", StringComparison.Ordinal))
            .Select(reference => (reference.Name, reference.Id.ToString())).Order()
            .ShouldBe(repository.Refs.Select(reference => (reference.CanonicalName, reference.ResolveToDirectReference().TargetIdentifier)).Order());
        own.ReadHead(TestContext.Current.CancellationToken).ToString().ShouldBe(repository.Head.Tip.Sha);
        own.ReadStashes(TestContext.Current.CancellationToken).Select(stash => stash.Id.ToString()).ShouldBe(repository.Stashes.Select(stash => stash.WorkTree.Sha));
        foreach (string name in new[] { "HEAD", "refs/heads/main", "refs/stash" })
        {
            own.ReadReflogs(TestContext.Current.CancellationToken).Where(entry => entry.Name == name).Select(entry => entry.New.ToString()).Reverse()
                .ShouldBe(repository.Refs.Log(name).Select(entry => entry.To.Sha), name);
        }
    }

    [Fact]
    public void Index_HoldsWhatLibgit2SeesInIt()
    {
        string path = _sandbox.Make();
        _sandbox.Git(path, "checkout", "-q", "-f", "main");
        File.WriteAllText(Path.Combine(path, "src", "new file.txt"), "staged");
        _sandbox.Git(path, "add", "src");
        using GitRepository own = Sandbox.Open(path);
        using var repository = new Lib.Repository(path);
        List<(string, string)> entries = [];
        foreach (IndexEntry entry in own.ReadIndex())
        {
            entries.Add((Encoding.UTF8.GetString(entry.Path), entry.Id.ToString()));
        }

        entries.Order().ShouldBe(repository.Index.Select(entry => (entry.Path, entry.Id.Sha)).Order());
    }

    /// <summary>What libgit2 has made of an object stands in the bytes of it.</summary>
    private static void ShouldSay(byte[] content, Lib.GitObject expected)
    {
        switch (expected)
        {
            case Lib.Blob blob:
                using (Stream stream = blob.GetContentStream())
                {
                    byte[] bytes = new byte[content.Length];
                    stream.ReadExactly(bytes);
                    content.AsSpan().SequenceEqual(bytes).ShouldBeTrue(expected.Sha);
                }

                break;
            case Lib.Commit commit:
                Encoding.UTF8.GetString(content).ShouldStartWith($"tree {commit.Tree.Sha}\n{string.Concat(commit.Parents.Select(parent => $"parent {parent.Sha}\n"))}author {commit.Author.Name} <{commit.Author.Email}> {commit.Author.When.ToUnixTimeSeconds()} ");
                Encoding.UTF8.GetString(content).ShouldEndWith("\n\n" + commit.Message);
                break;
            case Lib.TagAnnotation tag:
                Encoding.UTF8.GetString(content).ShouldStartWith($"object {tag.Target.Sha}\n");
                break;
            case Lib.Tree tree:
                foreach (Lib.TreeEntry entry in tree)
                {
                    content.AsSpan().IndexOf(Convert.FromHexString(entry.Target.Sha)).ShouldBeGreaterThan(0);
                }

                break;
        }
    }
}
