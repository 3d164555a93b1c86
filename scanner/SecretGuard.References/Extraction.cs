using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Linting;

namespace SecretGuard.References;

/// <summary>What extractors found in some files. Filled by them, in any order.</summary>
/// <param name="declared">Extractors that a user declared, beside those of <see cref="ExtractorCatalogue"/>.</param>
/// <param name="lints">Where what is wrong in the same texts and their parts goes; null where nobody asks.</param>
public sealed class Extraction(IReadOnlyList<IExtractor> declared, LintFindings? lints = null)
{
    private readonly List<InventoryRecord> _records = [];
    private readonly List<InventoryRecord> _takenAway = [];
    private readonly List<StoreDeclaration> _stores = [];
    private readonly List<ClusterObject> _objects = [];
    private readonly List<FileDraft> _drafts = [];
    private readonly List<Unread> _unread = [];
    private readonly HashSet<Unread> _told = [];

    /// <summary>For the extractors of the catalogue alone.</summary>
    public Extraction()
        : this([])
    {
    }

    /// <summary>Extractors that a user declared. They read parts of files too, which others find, so whoever reads carries them on.</summary>
    public IReadOnlyList<IExtractor> Declared { get; } = declared;

    /// <summary>What is wrong in the texts, or null where nobody asks.</summary>
    public LintFindings? Lints { get; } = lints;

    /// <summary>What is declared of the repository: files may differ by its environments.</summary>
    public Declaration Declaration { get; init; } = Declaration.Empty;

    /// <summary>The references.</summary>
    public IReadOnlyList<InventoryRecord> Records => _records;

    /// <summary>References of other files that a file takes away where it holds, as an overlay does in its environment; the place is its own.</summary>
    public IReadOnlyList<InventoryRecord> TakenAway => _takenAway;

    /// <summary>The stores that manifests declare.</summary>
    public IReadOnlyList<StoreDeclaration> Stores => _stores;

    /// <summary>The objects of operators.</summary>
    public IReadOnlyList<ClusterObject> Objects => _objects;

    /// <summary>Files that are to be read with others.</summary>
    public IReadOnlyList<FileDraft> Drafts => _drafts;

    /// <summary>What could not be understood.</summary>
    public IReadOnlyList<Unread> Unread => _unread;

    /// <summary>An empty one for a part of what is read here.</summary>
    internal Extraction Fresh() => new(Declared, Lints);

    /// <summary>Adds a reference.</summary>
    public void Add(InventoryRecord record) => _records.Add(record);

    /// <summary>Notes that a file takes a reference away; <see cref="InventoryRecord.Location"/> is where it does.</summary>
    public void TakeAway(InventoryRecord record) => _takenAway.Add(record);

    /// <summary>Adds a store.</summary>
    public void Add(StoreDeclaration store) => _stores.Add(store);

    /// <summary>Adds an object of an operator.</summary>
    public void Add(ClusterObject found) => _objects.Add(found);

    /// <summary>Adds a file that is to be read with others.</summary>
    public void Add(FileDraft draft) => _drafts.Add(draft);

    /// <summary>Adds what was found elsewhere.</summary>
    public void Add(Extraction other) => Add(other, other._records);

    /// <summary>Adds what was found elsewhere in some files; what could not be read in them is theirs.</summary>
    public void Add(Extraction other, Predicate<string> isOf)
    {
        _records.AddRange(other._records.Where(record => isOf(record.Location.Path)));
        _takenAway.AddRange(other._takenAway.Where(record => isOf(record.Location.Path)));
        _stores.AddRange(other._stores.Where(store => isOf(store.Location.Path)));
        _drafts.AddRange(other._drafts.Where(draft => isOf(draft.Path)));
    }

    /// <summary>Adds what was found elsewhere, of its references only some.</summary>
    internal void Add(Extraction other, IEnumerable<InventoryRecord> records)
    {
        _records.AddRange(records);
        _takenAway.AddRange(other._takenAway);
        _stores.AddRange(other._stores);
        _objects.AddRange(other._objects);
        _drafts.AddRange(other._drafts);
        foreach (Unread unread in other._unread)
        {
            Add(unread);
        }
    }

    /// <summary>Adds a reference at its place.</summary>
    internal void Add(SecretReference reference, Location at, string consumer, SecretReference? provides = null) =>
        Add(new InventoryRecord(reference, at, consumer) { Provides = provides });

    /// <summary>Tells that a part was not understood, and so may name more. Several extractors may tell the same: it is kept once.</summary>
    public void Add(Unread unread)
    {
        if (_told.Add(unread))
        {
            _unread.Add(unread);
        }
    }
}

/// <summary>A part of a file that could not be read.</summary>
/// <param name="Location">Where reading ended.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record Unread(Location Location, string Reason);
