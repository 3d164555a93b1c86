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

    [Fact]
    public void Pack_WithDeltasByIdAndAFirstIndex_IsReadAsGitReadsIt()
    {
        string repository = _sandbox.Make(commits: 80);
        _sandbox.Git(repository, "-c", "repack.useDeltaBaseOffset=false", "-c", "pack.indexVersion=1", "repack", "-adfq");
        ShouldReadAsGit(repository).Deltas.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void PackIndex_WithLargeOffsets_IsReadAsGitReadsIt()
    {
        string repository = _sandbox.Make();
        _sandbox.Git(repository, "repack", "-adfq");
        string pack = Directory.GetFiles(Path.Combine(repository, ".git/objects/pack"), "*.pack").Single();
        File.SetAttributes(Path.ChangeExtension(pack, ".idx"), FileAttributes.Normal);
        _sandbox.Git(repository, "index-pack", "--index-version=2,0x40", pack);
        ShouldReadAsGit(repository);
    }

    [Fact]
    public void ManyPacks_WithCommonObjectsAndLooseOnes_GiveEachOnce()
    {
        string repository = MakeManyPacks();
        ShouldReadAsGit(repository);
        _sandbox.Git(repository, "multi-pack-index", "write");
        ShouldReadAsGit(repository);
    }

    /// <summary>A multi-pack index stands beside the indexes of its packs and takes the place of none: git reads no pack without, and neither do we, but say so.</summary>
    [Fact]
    public void MultiPackIndex_KeepsTheIndexesOfItsPacks()
    {
        string repository = MakeManyPacks();
        string folder = Path.Combine(repository, ".git/objects/pack");
        int packs = Directory.GetFiles(folder, "*.pack").Length;
        _sandbox.Git(repository, "multi-pack-index", "write");
        _sandbox.Git(repository, "multi-pack-index", "expire");
        _sandbox.Git(repository, "multi-pack-index", "repack");
        string[] indexes = Directory.GetFiles(folder, "*.idx");
        indexes.Length.ShouldBe(Directory.GetFiles(folder, "*.pack").Length);
        indexes.Length.ShouldBeGreaterThanOrEqualTo(packs);
        ShouldReadAsGit(repository);
        foreach (string index in indexes)
        {
            File.SetAttributes(index, FileAttributes.Normal);
            File.Delete(index);
        }

        (_, ReadSummary summary) = Collector.Read(repository);
        summary.Problems.Count(problem => problem.Reason.Contains("index-pack", StringComparison.Ordinal)).ShouldBe(indexes.Length);
    }

    [Fact]
    public void Alternates_OfAlternates_AreRead()
    {
        string first = _sandbox.Make("first");
        _sandbox.Git(_sandbox.Root, "clone", "-q", "--shared", first, "second");
        _sandbox.Git(_sandbox["second"], "commit", "-q", "--allow-empty", "-m", "Second");
        _sandbox.Git(_sandbox.Root, "clone", "-q", "--shared", "second", "third");
        _sandbox.Git(_sandbox["third"], "commit", "-q", "--allow-empty", "-m", "Third");
        ShouldReadAsGit(_sandbox["third"]);
    }

    [Fact]
    public void Quarantine_IsReadWithWhatItAddsTo()
    {
        string repository = _sandbox.Make("first");
        string other = _sandbox.Make("other", commits: 60);
        var options = new RepositoryOptions
        {
            ObjectDirectory = Path.Combine(other, ".git/objects"),
            AlternateObjectDirectories = [Path.Combine(repository, ".git/objects")],
        };
        (Collector read, ReadSummary summary) = Collector.Read(repository, from: options);
        summary.Problems.ShouldBeEmpty();
        read.Objects.Keys.Order().ShouldBe(Oracle.Objects(repository).Keys.Union(Oracle.Objects(other).Keys).Order());
    }

    [Theory]
    [InlineData("--bare")]
    [InlineData("--mirror")]
    [InlineData("--depth=3")]
    [InlineData("--filter=blob:none", "--no-checkout")]
    public void Clone_OfAnyKind_IsReadAsGitReadsIt(params string[] arguments)
    {
        string source = _sandbox.Make("source");
        _sandbox.Git(source, "config", "uploadpack.allowFilter", "true");
        _sandbox.Git(_sandbox.Root, ["clone", "-q", .. arguments, new Uri(source).AbsoluteUri, "clone"]);
        ShouldReadAsGit(_sandbox["clone"]);
        using GitRepository repository = Sandbox.Open(_sandbox["clone"]);
        repository.Settings.IsShallow.ShouldBe(arguments[0].StartsWith("--depth", StringComparison.Ordinal));
        repository.Settings.IsPartial.ShouldBe(arguments[0].StartsWith("--filter", StringComparison.Ordinal));
        repository.Settings.IsBare.ShouldBe(arguments[0] is "--bare" or "--mirror");
        repository.Settings.Remotes.ShouldBe(["origin"]);
    }

    [Fact]
    public void Sha256_IsReadAsGitReadsIt()
    {
        string repository = _sandbox.Make("repo", 100, "--object-format=sha256");
        ShouldReadAsGit(repository);
        _sandbox.Git(repository, "repack", "-adfq");
        ShouldReadAsGit(repository).Objects.Keys.ShouldAllBe(id => id.Length == 64);
    }

    [Fact]
    public void EmptyRepository_HasNothing()
    {
        _sandbox.Git(_sandbox.Root, "init", "-q", "empty");
        ShouldReadAsGit(_sandbox["empty"]).Objects.ShouldBeEmpty();
    }

    [Fact]
    public void ReplacedAndUnreachableObjects_AreThereAsStored()
    {
        string repository = _sandbox.Make();
        string head = _sandbox.Git(repository, "rev-parse", "main").Trim();
        _sandbox.Git(repository, "replace", head, "main~1");
        _sandbox.Git(repository, "update-ref", "-d", "refs/heads/side");
        _sandbox.Git(repository, "config", "core.useReplaceRefs", "false");
        ShouldReadAsGit(repository).Objects.Keys.ShouldContain(head);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void AnyNumberOfThreadsAndLittleMemory_GiveTheSame(int threads)
    {
        string repository = _sandbox.Make(commits: 200);
        _sandbox.Git(repository, "repack", "-adfq", "--depth=100", "--window=30");
        (Collector read, ReadSummary summary) = Collector.Read(repository, new ReadOptions { Threads = threads, BaseMemory = 1000 });
        summary.Problems.ShouldBeEmpty();
        read.Twice.ShouldBeEmpty();
        read.Objects.Keys.Order().ShouldBe(Oracle.Objects(repository).Keys.Order());
    }

    [Fact]
    public void Kinds_ThatAreNotAskedFor_AreNotHandedOver()
    {
        string repository = _sandbox.Make();
        _sandbox.Git(repository, "repack", "-adfq");
        (Collector read, _) = Collector.Read(repository, new ReadOptions { Kinds = ObjectKinds.Commits | ObjectKinds.Tags });
        read.Objects.Values.Select(found => found.Kind).Distinct().Order().ShouldBe(["commit", "tag"]);
    }

    [Fact]
    public void Filter_LeavesOthersOutAndStillMakesBases()
    {
        string repository = _sandbox.Make(commits: 150);
        _sandbox.Git(repository, "repack", "-adfq", "--depth=50");
        Dictionary<string, (string Kind, byte[] Content)> all = Oracle.Objects(repository);
        foreach (string id in all.Keys.Order().Take(25))
        {
            (Collector read, _) = Collector.Read(repository, new ReadOptions { Filter = found => found.ToString() == id });
            read.Objects.Single().Value.Content.ShouldBe(all[id].Content);
        }
    }

    [Theory]
    [InlineData(false, 4500)]
    [InlineData(true, 4500)]
    [InlineData(true, 1000)]
    [InlineData(true, 100)]
    [InlineData(true, 0)]
    public void BlobsAboveTheLimit_AreNamed(bool packed, int limit)
    {
        string repository = _sandbox.Make(commits: 60);
        if (packed)
        {
            _sandbox.Git(repository, "repack", "-adfq");
        }

        (Collector read, ReadSummary summary) = Collector.Read(repository, new ReadOptions { MaxBlobSize = limit });
        Dictionary<string, (string Kind, byte[] Content)> all = Oracle.Objects(repository);
        string[] large = [.. all.Where(found => found.Value.Kind == "blob" && found.Value.Content.Length > limit).Select(found => found.Key).Order()];
        large.ShouldNotBeEmpty();
        summary.LargeBlobs.Select(found => found.Id.ToString()).ShouldBe(large);
        summary.LargeBlobs.ShouldAllBe(found => all[found.Id.ToString()].Content.Length == found.Size);
        read.Objects.Count.ShouldBe(all.Count - large.Length);
        summary.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void SingleObjects_AreReadAsGitReadsThem()
    {
        string path = MakeManyPacks();
        using GitRepository repository = Sandbox.Open(path);
        foreach ((string text, (string kind, byte[] content)) in Oracle.Objects(path))
        {
            ObjectId.TryParse(text, out ObjectId id).ShouldBeTrue();
            repository.TryRead(id, out GitObject found, out ObjectProblem? problem).ShouldBeTrue();
            problem.ShouldBeNull();
            found.Kind.ToString().ShouldBe(kind, StringCompareShould.IgnoreCase);
            found.Content.AsSpan().SequenceEqual(content).ShouldBeTrue();
            repository.TryReadHeader(id, out ObjectHeader header, out _).ShouldBeTrue();
            header.ShouldBe(new ObjectHeader(found.Kind, content.Length));

            // Into an array of any length: what is behind the content in it is not touched.
            byte[] exact = [], longer = [.. Enumerable.Repeat((byte)7, content.Length + 1)], untouched = [1];
            repository.TryRead(id, content.Length, ref exact, out ObjectHeader whole, out _).ShouldBeTrue();
            (whole, exact.AsSpan().SequenceEqual(content)).ShouldBe((header, true));
            repository.TryRead(id, content.Length, ref longer, out _, out _).ShouldBeTrue();
            longer.AsSpan(0, content.Length).SequenceEqual(content).ShouldBeTrue();
            repository.TryRead(id, content.Length - 1, ref untouched, out ObjectHeader larger, out _).ShouldBeTrue();
            (larger, untouched[0]).ShouldBe((header, (byte)1));
        }

        repository.TryRead(new ObjectId(new byte[20]), out _, out ObjectProblem? missing).ShouldBeFalse();
        missing.ShouldBeNull();
        byte[] nothing = [];
        repository.TryRead(new ObjectId(new byte[20]), 1, ref nothing, out _, out missing).ShouldBeFalse();
        missing.ShouldBeNull();
    }

    /// <summary>What is written over the content of an object does not change what the next one is made of.</summary>
    [Fact]
    public void OneArrayForAllObjects_LeavesTheirBasesAsTheyAre()
    {
        string path = MakeManyPacks();
        File.WriteAllText(Path.Combine(path, "loose.txt"), "x");
        _sandbox.Git(path, "add", "loose.txt");
        using GitRepository repository = Sandbox.Open(path);
        IReadOnlyDictionary<string, (string Kind, byte[] Content)> objects = Oracle.Objects(path);
        byte[] shared = [];
        for (int round = 0; round < 2; round++)
        {
            foreach ((string text, (string _, byte[] content)) in objects)
            {
                ObjectId.TryParse(text, out ObjectId id).ShouldBeTrue();
                repository.TryRead(id, content.Length, ref shared, out ObjectHeader header, out _).ShouldBeTrue();
                shared.AsSpan(0, (int)header.Size).SequenceEqual(content).ShouldBeTrue($"{text} in round {round}");
                shared.AsSpan().Fill((byte)'!');
            }
        }
    }

    [Fact]
    public void AFailingVisitor_EndsTheReadingWithItsFault()
    {
        string repository = _sandbox.Make(commits: 100);
        using GitRepository opened = Sandbox.Open(repository);
        Should.Throw<InvalidOperationException>(() => opened.ReadAll(() => new Failing(), new ReadOptions { Threads = 4 }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Cancellation_EndsTheReading()
    {
        string repository = _sandbox.Make();
        using GitRepository opened = Sandbox.Open(repository);
        Should.Throw<OperationCanceledException>(() => opened.ReadAll(() => new Collector(), new ReadOptions(), new CancellationToken(canceled: true)));
    }

    private string MakeManyPacks()
    {
        string repository = _sandbox.Make(commits: 30);
        _sandbox.Git(repository, "repack", "-adfq");
        for (int i = 0; i < 3; i++)
        {
            _sandbox.Git(repository, Story.Tell(50 + (20 * i)), "-c", "fastimport.unpackLimit=1", "fast-import", "--quiet", "--force");
        }

        _sandbox.Git(repository, Story.Tell(20, seed: 9), "-c", "fastimport.unpackLimit=100000", "fast-import", "--quiet", "--force");
        return repository;
    }

    private static Collector ShouldReadAsGit(string repository)
    {
        (Collector read, ReadSummary summary) = Collector.Read(repository);
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

    private sealed class Failing : IObjectVisitor<object>
    {
        public object? Visit(in ObjectVisit visit, object? baseState) => throw new InvalidOperationException();
    }
}
