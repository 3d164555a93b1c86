using System.Text;
using SecretGuard.Git.History;

namespace SecretGuard.Git.Tests;

/// <summary>Commits, tags, trees, references and reflogs as git tells them.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Commits_HaveWhatGitTells()
    {
        string path = _sandbox.Make();
        string[] expected = _sandbox.Git(path, "log", "--all", "--format=%H|%T|%P|%an|%ae|%at|%cn|%ct|%s").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using GitRepository repository = Sandbox.Open(path);
        IEnumerable<string> read = Ids(expected).Select(id =>
        {
            var commit = new Commit(Content(repository, id));
            string subject = Text(commit.Message).Split('\n')[0];
            return $"{id}|{commit.Tree}|{string.Join(' ', commit.Parents)}|{Text(commit.Author.Name)}|{Text(commit.Author.Email)}|{commit.Author.Seconds}|{Text(commit.Committer.Name)}|{commit.Committer.Seconds}|{subject}";
        });
        read.ShouldBe(expected);
    }

    [Fact]
    public void SignedCommitInAnotherEncoding_IsUnderstood()
    {
        const string Text1 = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor N. O\u00E9 <n@example.invalid> 1600000000 -0330\ncommitter C <> -5 +1400\ngpgsig -----BEGIN\n encoding fake\n \n -----END\nencoding ISO-8859-1\n\nSubject\n\nparent none\n";
        var commit = new Commit(Encoding.Latin1.GetBytes(Text1));
        Text(commit.Encoding).ShouldBe("ISO-8859-1");
        commit.Parents.ShouldBeEmpty();
        commit.Author.Zone.ShouldBe(-210);
        commit.Author.Time.ShouldBe(new DateTimeOffset(2020, 9, 13, 8, 56, 40, TimeSpan.FromMinutes(-210)));
        commit.Committer.Seconds.ShouldBe(-5);
        commit.Committer.Email.IsEmpty.ShouldBeTrue();
        Text(commit.Message).ShouldBe("Subject\n\nparent none\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("tree zzzz\nparent\nauthor\n\n")]
    [InlineData("author <>>< 99999999999999999999 +99999999999\ncommitter > < 9223372036854775807 +0000")]
    public void DamagedCommit_IsEmptyWhereItIs(string text)
    {
        var commit = new Commit(Encoding.UTF8.GetBytes(text));
        commit.Tree.IsZero.ShouldBeTrue();
        commit.Parents.ShouldBeEmpty();
        commit.Author.Time.ToUnixTimeSeconds().ShouldBe(0);
        _ = commit.Committer.Time;
        new Tag(Encoding.UTF8.GetBytes(text)).TargetKind.ShouldBe(ObjectKind.None);
    }

    [Fact]
    public void Tag_HasWhatItIsPutOn()
    {
        string path = _sandbox.Make();
        using GitRepository repository = Sandbox.Open(path);
        var tag = new Tag(Content(repository, _sandbox.Git(path, "rev-parse", "v1").Trim()));
        tag.Target.ToString().ShouldBe(_sandbox.Git(path, "rev-parse", "v1^{}").Trim());
        tag.TargetKind.ShouldBe(ObjectKind.Commit);
        Text(tag.Name).ShouldBe("v1");
        Text(tag.Tagger.Name).ShouldBe("T");
        Text(tag.Message).ShouldBe("First\n\nwith a body\n");
    }

    [Fact]
    public void Tree_HasItsEntriesInBytes()
    {
        string path = _sandbox.Make();
        string[] expected = Encoding.Latin1.GetString(_sandbox.Git(path, [], "ls-tree", "-z", "main")).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        using GitRepository repository = Sandbox.Open(path);
        var tree = new Tree(Content(repository, _sandbox.Git(path, "rev-parse", "main^{tree}").Trim()), ObjectFormat.Sha1);
        var read = new List<string>();
        while (tree.MoveNext())
        {
            string mode = Convert.ToString(tree.Current.Mode, 8).PadLeft(6, '0');
            read.Add($"{mode} {(tree.Current.IsTree ? "tree" : "blob")} {tree.Current.Id}\t{Encoding.Latin1.GetString(tree.Current.Name)}");
        }

        tree.IsDamaged.ShouldBeFalse();
        read.ShouldBe(expected);
        read.ShouldContain(line => line.EndsWith("c\u00E9.t", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void References_AreThoseOfGit(bool packed)
    {
        string path = MakeWithEverything();
        if (packed)
        {
            _sandbox.Git(path, "pack-refs", "--all");
            _sandbox.Git(path, "update-ref", "refs/heads/side", "main~2");
        }

        string[] expected = _sandbox.Git(path, "for-each-ref", "--format=%(refname) %(objectname)").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using GitRepository repository = Sandbox.Open(path);
        References references = repository.ReadReferences(TestContext.Current.CancellationToken);
        references.Problems.ShouldBeEmpty();
        references.All.Where(found => found.Name.StartsWith("refs/", StringComparison.Ordinal)).Select(found => $"{found.Name} {found.Id}").ShouldBe(expected);
        references.Head!.Target.ShouldBe("refs/heads/main");
        references.Head.Id.ToString().ShouldBe(_sandbox.Git(path, "rev-parse", "HEAD").Trim());
        references.All.Select(found => found.Name).ShouldContain("worktrees/tree/HEAD");
        references.All.Select(found => found.Name).ShouldContain("refs/stash");
    }

    /// <summary>git is asked where references are no files. Where they are, it tells the same, so that any git can show it; but for where HEAD was before, which it does not list.</summary>
    [Theory]
    [InlineData("repo")]
    [InlineData("tree")]
    public void ReferencesOfGit_AreThoseOfTheFiles(string folder)
    {
        MakeWithEverything();
        _sandbox.Git(_sandbox["tree"], "checkout", "-q", "--detach");
        _sandbox.Git(_sandbox["tree"], "commit", "-q", "--allow-empty", "-m", "Led to by the head of a work tree only");
        using GitRepository repository = Sandbox.Open(_sandbox[folder]);
        References files = repository.ReadReferences(TestContext.Current.CancellationToken);
        References asked = ReferencesOfGit.Read(repository.Layout, TestContext.Current.CancellationToken);
        asked.Head!.Id.ShouldBe(files.Head!.Id);
        IEnumerable<string> Lines(References references) => references.All.Where(found => !found.Name.EndsWith("ORIG_HEAD", StringComparison.Ordinal)).Select(found => $"{found.Name} {found.Id}");
        Lines(asked).ShouldBe(Lines(files), ignoreOrder: true);
    }

    /// <summary>In tables, where the installed git can make them (2.45); an older one has nothing but files.</summary>
    [Fact]
    public void ReferencesInTables_AreThoseOfGit()
    {
        string[] tables = ["--ref-format=reftable"];
        bool canMake = Sandbox.Try(_sandbox.Root, [], ["init", "-q", .. tables, "probe"]).ExitCode == 0;
        string path = MakeWithEverything(canMake ? tables : []);
        string lost = _sandbox.Git(path, "rev-parse", "HEAD").Trim();
        _sandbox.Git(path, "commit", "-q", "--amend", "--allow-empty", "-m", "Amended");
        using GitRepository repository = Sandbox.Open(path);
        repository.Settings.HasRefTables.ShouldBe(canMake);
        References references = repository.ReadReferences(TestContext.Current.CancellationToken);
        string[] expected = _sandbox.Git(path, "for-each-ref", "--format=%(refname) %(objectname)").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        references.All.Where(found => found.Name.StartsWith("refs/", StringComparison.Ordinal)).Select(found => $"{found.Name} {found.Id}").ShouldBe(expected);
        references.All.Single(found => found.Name == "worktrees/tree/HEAD").Id.ToString().ShouldBe(_sandbox.Git(_sandbox["tree"], "rev-parse", "HEAD").Trim());
        repository.ReadHead(TestContext.Current.CancellationToken).ToString().ShouldBe(_sandbox.Git(path, "rev-parse", "HEAD").Trim());
        repository.ReadReflogs(TestContext.Current.CancellationToken).Select(entry => entry.New.ToString()).ShouldContain(lost);
    }

    [Fact]
    public void BrokenReferences_AreNamed()
    {
        string path = _sandbox.Make();
        File.WriteAllText(Path.Combine(path, ".git/refs/heads/garbage"), "garbage");
        File.WriteAllText(Path.Combine(path, ".git/refs/heads/ring"), "ref: refs/heads/ring\n");
        using GitRepository repository = Sandbox.Open(path);
        References references = repository.ReadReferences(TestContext.Current.CancellationToken);
        references.Problems.Select(problem => problem.Name).ShouldBe(["refs/heads/garbage", "refs/heads/ring"]);
    }

    [Fact]
    public void UnbornBranch_HasNoHead()
    {
        _sandbox.Git(_sandbox.Root, "init", "-q", "empty");
        using GitRepository repository = Sandbox.Open(_sandbox["empty"]);
        References references = repository.ReadReferences(TestContext.Current.CancellationToken);
        references.Head.ShouldBeNull();
        references.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Reflogs_NameWhatOnlyTheyLeadTo()
    {
        string path = MakeWithEverything();
        string lost = _sandbox.Git(path, "rev-parse", "HEAD").Trim();
        _sandbox.Git(path, "commit", "-q", "--amend", "--allow-empty", "-m", "Amended");
        string[] expected = _sandbox.Git(path, "log", "-g", "--all", "--format=%H").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using GitRepository repository = Sandbox.Open(path);
        string[] read = [.. repository.ReadReflogs(TestContext.Current.CancellationToken).Select(entry => entry.New.ToString())];
        read.ShouldContain(lost);
        expected.Except(read).ShouldBeEmpty();
    }

    [Fact]
    public void CommitGraph_ReachesWhatGitReaches()
    {
        string path = _sandbox.Make(commits: 120);
        using GitRepository repository = Sandbox.Open(path);
        CommitGraph graph = CommitGraph.Read(repository, threads: 2, TestContext.Current.CancellationToken);
        foreach (string start in new[] { "main", "side", "main~7" })
        {
            bool[] reached = graph.Reach([graph.Find(Id(_sandbox.Git(path, "rev-parse", start)))]);
            Enumerable.Range(0, graph.Count).Where(commit => reached[commit]).Select(commit => graph.Id(commit).ToString())
                .ShouldBe(_sandbox.Git(path, "rev-list", start).Split('\n', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
        }

        Enumerable.Range(0, graph.Count).ShouldAllBe(commit => !graph.LacksParents(commit) && graph.CommitSeconds(commit) == graph.AuthorSeconds(commit) + 100);
    }

    [Fact]
    public void CommitGraph_OfAShallowClone_KnowsItsEdge()
    {
        string source = _sandbox.Make();
        _sandbox.Git(_sandbox.Root, "clone", "-q", "--depth=2", new Uri(source).AbsoluteUri, "clone");
        using GitRepository repository = Sandbox.Open(_sandbox["clone"]);
        CommitGraph graph = CommitGraph.Read(repository, threads: 2, TestContext.Current.CancellationToken);
        Enumerable.Range(0, graph.Count).ShouldContain(commit => graph.LacksParents(commit));
    }

    private string MakeWithEverything(params string[] initArguments)
    {
        string path = _sandbox.Make(initArguments: initArguments);
        _sandbox.Git(path, "reset", "-q", "--hard", "main");
        File.WriteAllText(Path.Combine(path, "empty"), "changed");
        _sandbox.Git(path, "stash", "-q");
        _sandbox.Git(path, "commit", "-q", "--allow-empty", "-m", "Later");
        _sandbox.Git(path, "notes", "add", "-m", "A note");
        _sandbox.Git(path, "worktree", "add", "-q", "--detach", _sandbox["tree"], "main~1");
        _sandbox.Git(path, "symbolic-ref", "refs/heads/alias", "refs/heads/main");
        return path;
    }

    private static IEnumerable<string> Ids(string[] lines) => lines.Select(line => line.Split('|')[0]);

    private static byte[] Content(GitRepository repository, string id)
    {
        repository.TryRead(Id(id), out GitObject found, out _).ShouldBeTrue();
        return found.Content;
    }

    private static ObjectId Id(string text) => ObjectId.TryParse(text.Trim(), out ObjectId id) ? id : throw new ArgumentException($"'{text}' is no id", nameof(text));

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
