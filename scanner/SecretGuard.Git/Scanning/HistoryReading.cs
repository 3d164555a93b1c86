using SecretGuard.Detection;
using SecretGuard.Git.Caching;

namespace SecretGuard.Git.Scanning;

/// <summary>The readings of one scan: of what is new to a cache, put together with what it knows.</summary>
internal sealed class HistoryReading(GitRepository repository, Detector detector, HistoryOptions options, HistoryCache cache, HistorySecrets secrets, HashSet<ObjectId>? wanted)
{
    private readonly List<LogVisitor> _logs = [];
    private readonly List<BlobVisitor> _blobs = [];
    private readonly HashSet<ObjectId> _news = [];
    private ulong[] _places = []; // the marks of folders under their paths
    private readonly string[] _packs = [.. repository.PackNames];
    private readonly List<ulong> _noTexts = []; // the marks of large files that are no text
    private TreeFolders _folders = new([]);

    /// <summary>The names in the trees that were read.</summary>
    public IReadOnlyList<NameTable> Names { get; private set; } = [];

    /// <summary>The commits that were asked for; all that are there after <see cref="ReadRest"/>.</summary>
    public IReadOnlyList<StoredCommit> Commits { get; private set; } = [];

    /// <summary>What annotated tags are put on.</summary>
    public IReadOnlyDictionary<ObjectId, ObjectId> Tags { get; private set; } = new Dictionary<ObjectId, ObjectId>();

    /// <summary>What was too large to be read, with a path, but for what is excluded.</summary>
    public IReadOnlyList<(string Path, LargeBlob Blob)> LargeBlobs { get; private set; } = [];

    /// <summary>What could not be read: the first of it.</summary>
    public IReadOnlyList<ObjectProblem> Problems { get; private set; } = [];

    /// <summary>How many more could not.</summary>
    public long UntoldProblems { get; private set; }

    /// <summary>Whether the cache did not know all.</summary>
    public bool IsAnythingNew => Marks.Any() || _packs.Any(pack => !cache.Packs.Contains(pack));

    public int Files => cache.Files + _blobs.Sum(part => part.Files) + _noTexts.Count;

    public int Binary => cache.Binary + _blobs.Sum(part => part.Binary) + _noTexts.Count;

    public long Bytes => cache.Bytes + _blobs.Sum(part => part.Bytes);

    private IEnumerable<ulong> Marks => _logs.SelectMany(part => part.Marks).Concat(_blobs.SelectMany(part => part.Marks)).Concat(_noTexts).Concat(_places);

    /// <summary>The paths of files, for one thread.</summary>
    public ObjectPaths NewPaths() => new(_folders);

    /// <summary>Reads commits, tags and trees, then files. False where an old file is a secret's under a new name: who held it before, the cache cannot tell.</summary>
    public bool Run(CancellationToken cancellation)
    {
        ReadSummary log = ReadLog(Unknown, options, cancellation);
        ReadSummary files = Read<BlobVisitor, BlobState>(ObjectKinds.Blobs, Filter, _blobs, NewBlobVisitor, cancellation);
        ObjectPaths paths = NewPaths();
        LargeBlobs =
        [
            .. cache.LargeBlobs.Where(large => repository.Has(large.Blob.Id))
                .Concat(files.LargeBlobs.Where(blob => !IsNoText(blob.Id)).Select(blob => (Path: paths.Of(blob.Id) ?? SecretTeller.NameOf(blob.Id), Blob: blob)).Where(large => !options.IsExcluded(large.Path)))
                .DistinctBy(large => large.Blob.Id).OrderBy(large => large.Path, StringComparer.Ordinal),
        ];
        Problems = [.. log.Problems.Concat(files.Problems).Distinct()];
        UntoldProblems = log.ProblemCount - log.Problems.Count + files.ProblemCount - files.Problems.Count;
        _places = options.CacheKey is null ? [] : [.. _logs.SelectMany(part => part.Trees.SelectMany((tree, number) => _folders.Of(part.Names, number).Select(folder => cache.MarkOf(tree, folder))))];
        return !new NewPlaces(repository, cache, paths, _blobs[0], options.MaxBlobSize).Look(Names, cancellation);

        BlobVisitor NewBlobVisitor() => new(detector, secrets, NewPaths(), options, cache, cancellation);
    }

    /// <summary>Whether a file that is too large to be read is no text, of which nobody looks at more than the beginning.</summary>
    private bool IsNoText(ObjectId id)
    {
        byte[] beginning = new byte[Content.Sniffed];
        bool isNoText = repository.TryReadBeginning(id, beginning, out int length) && Content.IsNoText(beginning.AsSpan(0, length));
        if (isNoText)
        {
            _noTexts.Add(cache.Hash.Of(id));
        }

        return isNoText;
    }

    /// <summary>Reads commits, tags and trees beyond those that were asked for: who held a secret, they may tell too.</summary>
    public void ReadRest(CancellationToken cancellation)
    {
        if (wanted is not null)
        {
            ReadLog(id => !wanted.Contains(id), options with { Messages = false }, cancellation);
        }
    }

    /// <summary>Reads of the trees that may lead to files what does; what the cache knows besides.</summary>
    public HolderTrees ReadEntries(IReadOnlyCollection<ObjectId> holders, CancellationToken cancellation)
    {
        HashSet<ulong> leading = TreeClosure.Above(holders, cache.Trees, Names);
        var parts = new List<HolderVisitor>();
        Read<HolderVisitor, object>(ObjectKinds.Trees, id => leading.Contains(id.Prefix) && !cache.Has(id), parts, () => new HolderVisitor(leading, cache.Trees), cancellation);
        return HolderTreesMaker.Add(cache.Trees, [.. parts.Select(part => part.Entries)], holders);
    }

    /// <summary>What the next run need not look at again.</summary>
    /// <param name="found">The secrets.</param>
    /// <param name="toKeep">What leads to them, by the place of each in the cache.</param>
    public HistoryCache ToCache(IEnumerable<HistorySecret> found, Func<int[], HolderTrees> toKeep)
    {
        // The old at their places, and the new of one object after each other: it is read once.
        HistorySecret[] all = [.. found.OrderBy(secret => Math.Min(secret.Number, cache.Secrets.Count)).ThenBy(secret => secret.Seen.Holder)];
        int[] placeOf = new int[all.Length == 0 ? 0 : all.Max(secret => secret.Number) + 1];
        for (int i = 0; i < all.Length; i++)
        {
            placeOf[all[i].Number] = i;
        }

        return new HistoryCache(cache.Hash, Merged(cache.Seen, [.. Marks, .. LargeBlobs.Select(item => cache.Hash.Of(item.Blob.Id))]))
        {
            Packs = _packs.ToHashSet(StringComparer.Ordinal),
            Commits = Commits,
            Tags = Tags,
            Secrets = [.. all.Select(KeptSecrets.Of)],
            Trees = toKeep(placeOf),
            LargeBlobs = LargeBlobs,
            Files = Files,
            Binary = Binary,
            Bytes = Bytes,
        };
    }

    /// <summary>All marks, sorted, each once.</summary>
    private static ulong[] Merged(ulong[] old, ulong[] added)
    {
        Array.Sort(added);
        ulong[] all = new ulong[old.Length + added.Length];
        int count = 0;
        for (int i = 0, j = 0; i < old.Length || j < added.Length;)
        {
            ulong next = j == added.Length || (i < old.Length && old[i] <= added[j]) ? old[i++] : added[j++];
            if (count == 0 || all[count - 1] != next)
            {
                all[count++] = next;
            }
        }

        return count == all.Length ? all : all[..count];
    }

    /// <summary>Whether the cache does not know a commit.</summary>
    public bool IsNew(StoredCommit commit) => _news.Contains(commit.Id);

    private ReadSummary ReadLog(Func<ObjectId, bool> filter, HistoryOptions how, CancellationToken cancellation)
    {
        ReadSummary log = Read<LogVisitor, object>(
            ObjectKinds.Commits | ObjectKinds.Trees | ObjectKinds.Tags, filter, _logs, () => new LogVisitor(detector, secrets, how, cache, cancellation), cancellation);
        Names = [.. _logs.Select(part => part.Names)];
        _folders = new TreeFolders(Names);

        Commits = [.. cache.Commits, .. _logs.SelectMany(part => part.Commits)];
        _news.UnionWith(_logs.SelectMany(part => part.Commits).Select(commit => commit.Id));
        Tags = cache.Tags.Concat(_logs.SelectMany(part => part.Tags)).DistinctBy(tag => tag.Key).ToDictionary();
        return log;
    }

    private bool Unknown(ObjectId id) => wanted?.Contains(id) != false && !cache.Has(id);

    private bool Filter(ObjectId id) => options.Shard.Has(id) && Unknown(id);

    private ReadSummary Read<TVisitor, TState>(ObjectKinds kinds, Func<ObjectId, bool> filter, List<TVisitor> visitors, Func<TVisitor> make, CancellationToken cancellation)
        where TVisitor : IObjectVisitor<TState>
        where TState : class =>
        repository.ReadAll<TState>(
            () =>
            {
                TVisitor visitor = make();
                visitors.Add(visitor);
                return visitor;
            },
            new ReadOptions { Kinds = kinds, Filter = filter, SkipsPack = cache.Packs.Contains, MaxBlobSize = options.MaxBlobSize, Threads = options.Threads },
            cancellation);
}
