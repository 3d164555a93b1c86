using System.Globalization;
using SecretGuard.Git.History;
using SecretGuard.Git.Reading;

namespace SecretGuard.Git;

/// <summary>A git repository, read without git. Nothing is ever written, fetched or run but the question whether it may be read.</summary>
/// <remarks>Objects are those as stored: replace references and grafts replace nothing. Reading is safe from any number of threads until it is disposed.</remarks>
public sealed class GitRepository : IDisposable
{
    private const long CacheBytes = 16 << 20;
    private const string Stash = "refs/stash";

    private readonly ObjectStore _store;
    private readonly ObjectReader _reader;
    private readonly RepositoryOptions _options;
    private readonly string _indexFile;

    private GitRepository(RepositoryLayout layout, RepositoryOptions options)
    {
        (Layout, _options) = (layout, options);

        // Where a hook changes the folder, git still takes the path from the work tree's root.
        _indexFile = options.IndexFile is { } index ? Path.GetFullPath(index, layout.WorkTree ?? Environment.CurrentDirectory) : Path.Combine(layout.GitDirectory, "index");
        Settings = RepositorySettings.Read(layout);
        string objects = options.ObjectDirectory is { } given ? Path.GetFullPath(given) : Path.Combine(layout.CommonDirectory, "objects");
        var problems = new ObjectProblems();
        _store = new ObjectStore(Alternates.Resolve(objects, options.AlternateObjectDirectories, problems), Settings.ObjectFormat, problems);
        _reader = new ObjectReader(_store, new Lazy<BaseCache>(() => new BaseCache(CacheBytes)));
    }

    /// <summary>Where its parts lie.</summary>
    public RepositoryLayout Layout { get; }

    /// <summary>What its configuration says.</summary>
    public RepositorySettings Settings { get; }

    /// <summary>Whether it has no work tree, here or elsewhere.</summary>
    public bool IsBare => Settings.IsBare && Layout.WorkTree is null && !Directory.Exists(Path.Combine(Layout.CommonDirectory, "worktrees"));

    /// <summary>Packs and alternates that could not be opened.</summary>
    public IReadOnlyList<ObjectProblem> Problems => _store.Problems;

    /// <summary>The names of the files of all packs.</summary>
    public IEnumerable<string> PackNames => _store.Packs.Select(pack => pack.Name);

    /// <summary>Opens the repository that a path lies in.</summary>
    /// <param name="path">A folder.</param>
    /// <param name="options">What git would take from its environment; null for none of it.</param>
    /// <param name="cancellation">Ends the waiting for git, where it is asked.</param>
    /// <exception cref="RepositoryException">There is none, or it cannot or must not be read.</exception>
    public static GitRepository Open(string path, RepositoryOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new RepositoryOptions();
        RepositoryLayout layout = RepositoryLayout.Find(path, options);
        if (options.GitDirectory is null)
        {
            Ownership.Check(layout, cancellation);
        }

        return new GitRepository(layout, options);
    }

    /// <summary>Whether it has an object, in whatever state.</summary>
    public bool Has(in ObjectId id) => _store.TryFind(id, null, out _);

    /// <summary>Says of the first bytes of ids whether there is such an object, in whatever state: for many questions one after the other.</summary>
    /// <param name="questions">About how many.</param>
    internal Func<ulong, bool> PrefixSearch(int questions) => _store.PrefixSearch(questions);

    /// <summary>Reads one object, whatever way it is stored; a damaged copy gives way to another.</summary>
    /// <param name="id">The object.</param>
    /// <param name="found">Its kind and content.</param>
    /// <param name="problem">Why it could not be read; null where the repository does not have it.</param>
    public bool TryRead(in ObjectId id, out GitObject found, out ObjectProblem? problem) => _reader.TryRead(id, null, out found, out problem);

    /// <summary>Reads one object unless it is larger than asked for.</summary>
    /// <param name="id">The object.</param>
    /// <param name="mostBytes">How large it may be.</param>
    /// <param name="content">Takes its bytes where it is no larger, as many as the header says; another array takes its place where it is too short.</param>
    /// <param name="header">Kind and size.</param>
    /// <param name="problem">Why it could not be read; null where the repository does not have it.</param>
    public bool TryRead(in ObjectId id, long mostBytes, ref byte[] content, out ObjectHeader header, out ObjectProblem? problem) =>
        _reader.TryRead(id, mostBytes, ref content, out header, out problem);

    /// <summary>Reads kind and size of an object without making it.</summary>
    /// <param name="id">The object.</param>
    /// <param name="header">Its kind and size.</param>
    /// <param name="problem">Why it could not be read; null where the repository does not have it.</param>
    public bool TryReadHeader(in ObjectId id, out ObjectHeader header, out ObjectProblem? problem) => _reader.TryReadHeader(id, out header, out problem);

    /// <summary>Reads the beginning of an object's content, however large it is; false where it is stored as a difference from another one, or cannot be read.</summary>
    /// <param name="id">The object.</param>
    /// <param name="beginning">Takes it.</param>
    /// <param name="length">How much of it there is.</param>
    public bool TryReadBeginning(in ObjectId id, Span<byte> beginning, out int length) => _reader.TryReadBeginning(id, beginning, out length);

    /// <summary>
    /// Hands over every object once, whatever number of packs, alternates and files hold it and whether anything leads to it.
    /// The order is that of the storage: bases before their deltas, else any.
    /// </summary>
    /// <typeparam name="TState">What visitors keep of a base for its deltas.</typeparam>
    /// <param name="newVisitor">Makes the visitor of one thread.</param>
    /// <param name="options">What to read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>What was read and what could not be.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ReadSummary ReadAll<TState>(Func<IObjectVisitor<TState>> newVisitor, ReadOptions options, CancellationToken cancellation = default)
        where TState : class =>
        FullReading.Run(_store, _reader, newVisitor, options, cancellation);

    /// <summary>Reads the index; it is empty where there is none.</summary>
    /// <exception cref="RepositoryException">It cannot be read, is damaged, or of a format that is not known.</exception>
    public IndexFile ReadIndex() => IndexFile.Read(_indexFile, Settings.ObjectFormat, Layout.GitDirectory);

    /// <summary>Reads the last commit of the work tree that the repository was opened by; zero where its branch has none yet.</summary>
    /// <param name="cancellation">Ends the waiting for git, where it must be asked.</param>
    /// <exception cref="RepositoryException">It cannot be read.</exception>
    public ObjectId ReadHead(CancellationToken cancellation = default) =>
        Settings.HasRefTables ? ReadReferences(cancellation).Head?.Id ?? default : HeadReference.Read(Layout);

    /// <summary>Reads all references: branches, tags, remotes', stash, notes, replacements, HEAD of every work tree.</summary>
    /// <param name="cancellation">Ends the waiting for git, where it must be asked.</param>
    /// <exception cref="RepositoryException">Only git can read them, and it does not.</exception>
    public References ReadReferences(CancellationToken cancellation = default)
    {
        References read = Settings.HasRefTables ? ReferencesOfGit.Read(Layout, cancellation) : new ReferenceFiles(Layout).Read();

        // A file whose name is no UTF-8 cannot be opened by name here.
        return read.All.Any(reference => reference.Name.Contains('\uFFFD', StringComparison.Ordinal)) ? ReferencesOfGit.Read(Layout, cancellation) : read;
    }

    /// <summary>Reads all reflogs, so that a caller knows what only they lead to.</summary>
    /// <param name="cancellation">Ends the waiting for git, where it must be asked.</param>
    /// <exception cref="RepositoryException">They cannot be read.</exception>
    public IEnumerable<ReflogEntry> ReadReflogs(CancellationToken cancellation = default) =>
        Settings.HasRefTables ? ReferencesOfGit.ReadReflogs(Layout, cancellation) : ReflogFiles.Read(Layout);

    /// <summary>Reads what was stashed, as <c>stash@{0}</c> and so on: a reference leads to the last one only.</summary>
    /// <param name="cancellation">Ends the waiting for git, where it must be asked.</param>
    /// <exception cref="RepositoryException">They cannot be read.</exception>
    public IReadOnlyList<Reference> ReadStashes(CancellationToken cancellation = default)
    {
        IEnumerable<ReflogEntry> log = Settings.HasRefTables ? ReferencesOfGit.ReadReflog(Layout, Stash, cancellation) : ReflogFiles.Read(Layout, Stash).Reverse();
        return [.. log.Select((entry, place) => new Reference(string.Create(CultureInfo.InvariantCulture, $"stash@{{{place}}}"), entry.New))];
    }

    /// <summary>Asks git what only it knows, of the objects that this repository was opened with.</summary>
    internal GitResult Ask(CancellationToken cancellation, params ReadOnlySpan<string> arguments) => GitProcess.Run(Layout.GitDirectory, _options, cancellation, arguments);

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();
}
