namespace SecretGuard.Git.Tests;

/// <summary>Finds the repository that git finds, and keeps its rule of safe.directory.</summary>
public sealed class DiscoveryTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void FolderInAWorkTree_FindsTheRepositoryAbove()
    {
        string path = _sandbox.Make();
        Directory.CreateDirectory(Path.Combine(path, "a/b"));
        ShouldFindAsGit(Path.Combine(path, "a/b"));
        ShouldFindAsGit(Path.Combine(path, ".git"));
        ShouldFindAsGit(Path.Combine(path, ".git/objects"));
    }

    [Fact]
    public void WorktreeAndSubmodule_AreFollowed()
    {
        string path = _sandbox.Make();
        _sandbox.Git(path, "worktree", "add", "-q", _sandbox["tree"], "side");
        ShouldFindAsGit(_sandbox["tree"]);
        _sandbox.Git(_sandbox.Root, "init", "-q", "super");
        _sandbox.Git(_sandbox["super"], "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", path, "sub");
        ShouldFindAsGit(Path.Combine(_sandbox["super"], "sub"));
        using GitRepository tree = Sandbox.Open(_sandbox["tree"]);
        tree.ReadReferences(TestContext.Current.CancellationToken).Head!.Target.ShouldBe("refs/heads/side");
        Collector.Read(Path.Combine(_sandbox["super"], "sub")).Collector.Objects.Count.ShouldBe(Oracle.Objects(path).Count);
    }

    [Fact]
    public void GivenGitDirectory_IsTaken()
    {
        string path = _sandbox.Make();
        RepositoryLayout.Find(_sandbox.Root, new RepositoryOptions { GitDirectory = "repo/.git" }).GitDirectory.ShouldBe(Path.Combine(path, ".git"));
        Should.Throw<RepositoryException>(() => RepositoryLayout.Find(path, new RepositoryOptions { GitDirectory = "none" })).Fault.ShouldBe(RepositoryFault.NotFound);
    }

    [Fact]
    public void NoRepository_IsSaid()
    {
        RepositoryException error = Should.Throw<RepositoryException>(() => Sandbox.Open(_sandbox.Root, new RepositoryOptions { Ceilings = [Path.GetTempPath()] }));
        error.Fault.ShouldBe(RepositoryFault.NotFound);
        error.Message.ShouldBe($"'{_sandbox.Root}' is in no git repository");
    }

    [Fact]
    public void GitFileThatLeadsNowhere_IsSaid()
    {
        File.WriteAllText(_sandbox[".git"], "gitdir: nowhere\n");
        Should.Throw<RepositoryException>(() => Sandbox.Open(_sandbox.Root)).Message.ShouldContain("nowhere");
        File.WriteAllText(_sandbox[".git"], "something else");
        Should.Throw<RepositoryException>(() => Sandbox.Open(_sandbox.Root)).Fault.ShouldBe(RepositoryFault.Damaged);
    }

    [Theory]
    [InlineData("[extensions]\n\tsomething = new", "the extension 'something'")]
    [InlineData("[extensions]\n\tobjectFormat = sha512", "the object format 'sha512'")]
    [InlineData("[core]\n\trepositoryFormatVersion = 7", "the repository's format version 7")]
    public void UnknownFormat_IsRefused(string lines, string expected)
    {
        string path = _sandbox.Make();
        File.AppendAllText(Path.Combine(path, ".git/config"), "[core]\n\trepositoryFormatVersion = 1\n" + lines + "\n");
        RepositoryException error = Should.Throw<RepositoryException>(() => Sandbox.Open(path));
        error.Fault.ShouldBe(RepositoryFault.Unsupported);
        error.Message.ShouldContain(expected);
    }

    /// <summary>How a repository is stored git reads from its own file alone, whatever that includes.</summary>
    [Theory]
    [InlineData("[include]\n\tpath = other")]
    [InlineData("[includeIf \"gitdir:**/.git\"]\n\tpath = other")]
    public void WhatTheConfigurationIncludes_SaysNothingOfHowItIsStored(string include)
    {
        string path = _sandbox.Make();
        File.AppendAllText(Path.Combine(path, ".git/config"), include + "\n");
        File.WriteAllText(Path.Combine(path, ".git/other"), "[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\tobjectFormat = sha256\n\tsomething = new\n[remote \"origin\"]\n\turl = ../else\n");
        _sandbox.Git(path, "remote").ShouldBe("origin\n", "git includes the file");
        using GitRepository repository = Sandbox.Open(path);
        repository.Settings.ObjectFormat.ShouldBe(ObjectFormat.Sha1);
        Collector.Read(path).Collector.Objects.Keys.Order().ShouldBe(Oracle.Objects(path).Keys.Order());
    }

    /// <summary>What only says where else something stands changes nothing of how objects are read: an older git refuses it, and we read it.</summary>
    [Theory]
    [InlineData("preciousObjects = true")]
    [InlineData("relativeWorktrees = true")]
    [InlineData("submodulePathConfig = true")]
    [InlineData("worktreeConfig = true")]
    public void ExtensionThatChangesNothingOfObjects_IsRead(string extension)
    {
        string path = _sandbox.Make();
        int expected = Oracle.Objects(path).Count;
        File.AppendAllText(Path.Combine(path, ".git/config"), $"[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\t{extension}\n");
        using GitRepository repository = Sandbox.Open(path);
        Collector.Read(repository).Collector.Objects.Count.ShouldBe(expected);
    }

    [Fact]
    public void ReferencesOfAnotherFormat_AreAskedOfGit()
    {
        string path = _sandbox.Make();
        File.AppendAllText(Path.Combine(path, ".git/config"), "[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\trefStorage = reftable\n");
        using GitRepository repository = Sandbox.Open(path);
        repository.Settings.HasRefTables.ShouldBeTrue();

        if (Sandbox.Try(path, [], "for-each-ref").ExitCode == 0)
        {
            repository.ReadReferences(TestContext.Current.CancellationToken).All.ShouldBeEmpty("there are no such tables");
        }
        else
        {
            string message = Should.Throw<RepositoryException>(() => repository.ReadReferences(TestContext.Current.CancellationToken)).Message;
            message.ShouldContain("only git can read: the installed git is too old for this repository and does not know refstorage (update git");
        }
    }

    [Fact]
    public void RepositoryOfAnotherUser_IsReadOnlyIfGitReadsIt()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName != "root")
        {
            Assert.Skip("only root can give files to another user");
        }

        string path = _sandbox.Make();
        TestKit.Tool.Run("chown", path, "-R", "12345", ".").MustSucceed();
        RepositoryException error = Should.Throw<RepositoryException>(() => Sandbox.Open(path));
        error.Fault.ShouldBe(RepositoryFault.Refused);
        error.Message.ShouldContain($"git config --global --add safe.directory {path}", customMessage: "as git tells it");
        using GitRepository given = Sandbox.Open(path, new RepositoryOptions { GitDirectory = Path.Combine(path, ".git") });
    }

    [Theory]
    [InlineData("[a \"b.C\"]\n\tKey = one # comment\n\tkey = \"two ; # \" three\\t\\\"\n", "two ; #  three\t\"")]
    [InlineData("[A \"b.C\"] key", "true")]
    [InlineData("[a \"b.C\"]\nkey = first \\\n  second  \n", "first   second")]
    [InlineData("[a]\nkey = other\n[a \"b.c\"]\nkey = other\n", null)]
    public void Config_IsReadAsGitReadsIt(string text, string? expected) => GitConfig.Parse(text).Value("a", "b.C", "key").ShouldBe(expected);

    private void ShouldFindAsGit(string folder)
    {
        using GitRepository repository = Sandbox.Open(folder);
        repository.Layout.GitDirectory.ShouldBe(_sandbox.Git(folder, "rev-parse", "--absolute-git-dir").Trim());
        Path.GetFullPath(_sandbox.Git(folder, "rev-parse", "--git-common-dir").Trim(), folder).ShouldBe(repository.Layout.CommonDirectory);
    }
}
