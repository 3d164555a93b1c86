namespace SecretGuard.Git.Tests;

/// <summary>Every object of a repository once, byte for byte as git has it.</summary>
public sealed class ReadAllTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void LooseObjects_AreReadAsGitReadsThem() => ShouldReadAsGit(_sandbox.Make());

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(250)]
    public void Pack_OfAnyDepth_IsReadAsGitReadsIt(int depth)
    {
        string repository = _sandbox.Make(commits: 300);
        _sandbox.Git(repository, "repack", "-adfq", $"--depth={depth}", "--window=20");
        ShouldReadAsGit(repository).Deltas.ShouldBeGreaterThan(100);
    }

    private static Collector ShouldReadAsGit(string repository, RepositoryOptions? options = null)
    {
        (Collector read, ReadSummary summary) = Collector.Read(repository, from: options);
        summary.Problems.ShouldBeEmpty();
        Dictionary<string, (string Kind, byte[] Content)> expected = Oracle.Objects(repository);
        read.Twice.ShouldBeEmpty();
        read.Objects.Keys.Order().ShouldBe(expected.Keys.Order());
        foreach ((string id, (string kind, byte[] content)) in expected)
        {
            read.Objects[id].Kind.ShouldBe(kind);
            read.Objects[id].Content.AsSpan().SequenceEqual(content).ShouldBeTrue(id);
        }

        summary.Objects.ShouldBe(expected.Count);
        summary.Bytes.ShouldBe(expected.Values.Sum(found => (long)found.Content.Length));
        return read;
    }
}
