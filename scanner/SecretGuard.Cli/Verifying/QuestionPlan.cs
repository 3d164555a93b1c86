using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;
using SecretGuard.References;
using SecretGuard.References.Joining;
using SecretGuard.Rules;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying;

/// <summary>What the stores of one environment are to be asked: for every reference that no other one fills, and for every declared secret.</summary>
internal sealed class QuestionPlan
{
    private const string Any = "*";

    private readonly bool _looksAtValues;
    private readonly EnvironmentStores _stores;
    private readonly LocalPlaces _local;
    private readonly ReferenceGraph _graph;
    private readonly List<Question> _questions = [];
    private readonly List<Question> _leftOut = [];
    private readonly List<Question> _helping = [];
    private readonly List<Unasked> _unasked = [];
    private readonly List<Broken> _broken = [];
    private readonly List<Place> _made = [];

    /// <summary>Plans.</summary>
    /// <param name="stores">The stores of the environment.</param>
    /// <param name="local">What needs no declaration.</param>
    /// <param name="records">What the environment refers to.</param>
    /// <param name="secrets">What is declared for it.</param>
    /// <param name="looksAtValues">Whether fields that may be missing are asked for too: what they hold can be wrong.</param>
    public QuestionPlan(EnvironmentStores stores, LocalPlaces local, IReadOnlyList<InventoryRecord> records, IEnumerable<DeclaredSecret> secrets, bool looksAtValues = false)
    {
        _looksAtValues = looksAtValues;
        _stores = stores;
        _local = local;
        _graph = new ReferenceGraph(records);
        Records = records;
        foreach (InventoryRecord record in records.Where(IsOfInterest))
        {
            Plan(record);
        }

        foreach (InventoryRecord key in _graph.OfAddedSources().Where(IsOfInterest).Where(IsKnown).Where(IsThereBefore))
        {
            Ask(key, _local.Settings(key));
        }

        foreach (DeclaredSecret secret in secrets)
        {
            Plan(secret);
        }

        InventoryRecord[] asked = [.. _questions.Select(question => question.Record).OfType<InventoryRecord>()];
        _broken.AddRange(stores.Declared.SelectMany(store => NameTransforms.Collisions(store, asked)).Select(wrong => new Broken(wrong.Record, stores.Name, wrong.Cause) { Rule = ReferenceRules.Colliding }));
    }

    /// <summary>The objects of operators that the environment's cluster is to have.</summary>
    public IReadOnlyList<ClusterObject> Objects { get; init; } = [];

    /// <summary>The stores of the environment.</summary>
    public EnvironmentStores Stores => _stores;

    /// <summary>The environment's name; empty where none is declared.</summary>
    public string Environment => _stores.Name;

    /// <summary>What the environment refers to.</summary>
    public IReadOnlyList<InventoryRecord> Records { get; }

    /// <summary>What is asked.</summary>
    public IReadOnlyList<Question> Questions => _questions;

    /// <summary>What is not.</summary>
    public IReadOnlyList<Unasked> NotAsked => _unasked;

    /// <summary>What needs no store to be wrong.</summary>
    public IReadOnlyList<Broken> Broken => _broken;

    /// <summary>Where what is declared as made by the cluster itself will be. Nobody is asked for it.</summary>
    public IReadOnlyList<Place> Made => _made;

    /// <summary>What is asked only because it says more of a question: what is declared of it, what may stand in its place, what its value is compared with.</summary>
    public IReadOnlyList<Question> Helping => _helping;

    /// <summary>Leaves out what is not wanted.</summary>
    public void Keep(Predicate<Question> question, Predicate<Unasked> unasked, Predicate<Broken> broken)
    {
        _leftOut.AddRange(_questions.Where(one => !question(one)));
        _questions.RemoveAll(one => !question(one));
        _unasked.RemoveAll(one => !unasked(one));
        _broken.RemoveAll(one => !broken(one));
    }

    /// <summary>Asks all the same for what of that helps to answer the rest, here or in another environment.</summary>
    public void Help(Predicate<Question> helps)
    {
        _helping.AddRange(_leftOut.Where(one => helps(one)).Select(one => one with { IsHelping = true }));
        _leftOut.RemoveAll(helps);
    }

    /// <summary>The references that a way ends with, beginning at one: what is asked about in its stead.</summary>
    public IEnumerable<InventoryRecord> EndsOf(InventoryRecord record) => EndsOf(record, []);

    private IEnumerable<InventoryRecord> EndsOf(InventoryRecord record, HashSet<InventoryRecord> passed)
    {
        if (!passed.Add(record))
        {
            return [];
        }

        InventoryRecord[] sources = ReferenceGraph.IsRelay(record.Reference) ? [.. SourcesOf(record)] : [];
        return sources.Length == 0 ? [record] : sources.SelectMany(source => EndsOf(source, passed));
    }

    private IEnumerable<InventoryRecord> SourcesOf(InventoryRecord record) =>
        _graph.SourcesOf(record.Reference).Where(source => source != record && !(source.Reference.Store == StoreTypes.Environment && source.ProvidesItself));

    /// <summary>A source hands on whatever it has, and who writes a secret does not need it. Documents show how variables are set and files written; they do not need them.</summary>
    private static bool IsOfInterest(InventoryRecord record) =>
        record.Reference is { IsSecret: true, Kind: not ReferenceKinds.Source and not ReferenceKinds.ProviderClass }
        && (record.Reference.Store == StoreTypes.Environment || !record.ProvidesItself)
        && !(record.Reference.Store is StoreTypes.Environment or StoreTypes.Files && record.Location.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase));

    private void Plan(InventoryRecord record)
    {
        if (!IsFilledAsNamed(record) && IsKnown(record) && IsThereBefore(record) && (!MayBeFilled(record.Reference) || !IsFilled(record)))
        {
            Ask(record);
        }
    }

    /// <summary>Whether another place fills what is named in the same way, though only a run knows how: the name that a helper of a chart makes.</summary>
    private bool IsFilledAsNamed(InventoryRecord record) =>
        record.Reference is { IsOpen: true, Store: StoreTypes.Kubernetes } reference && reference.Name != Any && SourcesOf(record).Any();

    /// <summary>Whether it is to be there before anything is deployed; if not, it is noted that nobody is asked.</summary>
    private bool IsThereBefore(InventoryRecord record)
    {
        bool isDeployed = record.Reference.Store == StoreTypes.AzureKeyVault && _graph.SourcesOf(record.Reference).Any(source => source.Reference.IsDeployed);
        if (isDeployed)
        {
            _unasked.Add(new Unasked(record, _stores.Name, "the app host writes it when it is deployed"));
        }

        return !isDeployed;
    }

    /// <summary>Whether the whole name is known; if not, it is noted that nobody is asked.</summary>
    private bool IsKnown(InventoryRecord record)
    {
        SecretReference reference = record.Reference;
        bool isOpen = new[] { reference.Name, reference.Property, DeclaredStores.FolderOf(reference) }.Any(part => part?.Contains(Any, StringComparison.Ordinal) == true);
        if (isOpen)
        {
            _unasked.Add(new Unasked(record, _stores.Name, "a part of the name is known only when it runs"));
        }

        return !isOpen;
    }

    /// <summary>A build of an image is given its secrets by who runs it, whom the repository need not show; a pipeline has some of its variables from a vault, and the others from groups.</summary>
    private static bool MayBeFilled(SecretReference reference) => ReferenceGraph.IsRelay(reference) || reference.Store is StoreTypes.DockerBuild or StoreTypes.AzurePipelines;

    /// <summary>Whether another place fills it: then that place is asked about instead.</summary>
    private bool IsFilled(InventoryRecord record)
    {
        SecretReference reference = record.Reference;
        if (SourcesOf(record).Any())
        {
            return true;
        }

        string? cause = _graph.FilledOtherwise(reference);
        if (cause is not null && reference.IsOptional != true)
        {
            _broken.Add(new Broken(record, _stores.Name, cause));
        }

        return cause is not null;
    }

    private void Ask(InventoryRecord record) => Ask(record, []);

    /// <summary>Asks the stores that a reference names, or this machine where nothing is declared.</summary>
    /// <param name="record">The reference.</param>
    /// <param name="others">Where else it may be.</param>
    private void Ask(InventoryRecord record, IEnumerable<Place> others)
    {
        SecretReference reference = record.Reference;
        Place[] places = [.. _stores.For(record).Select(store => new Place(store, QualifiedNames.QueryOf(reference, store.Declared)))];
        if (places.Length == 0 && !_stores.IsDeclared && !reference.IsOfScript)
        {
            places = [.. _local.For(record)];
        }

        if (places.Length == 0)
        {
            _unasked.Add(new Unasked(record, _stores.Name, UnaskedReason.Of(reference, _stores)));
            return;
        }

        _questions.Add(new Question(_stores.Name, record.Location, [.. places, .. others]) { Record = record, IsOptional = reference.IsOptional == true });
    }

    private void Plan(DeclaredSecret secret)
    {
        if (!secret.IsFor(_stores.Name) && _stores.Name.Length > 0)
        {
            return;
        }

        StoreInUse? store = secret.Store is { } name ? _stores.Named(name) : _stores.Only;
        foreach (StoreInUse holder in new[] { store }.Concat(secret.Mirrors.Select(_stores.Named)).OfType<StoreInUse>())
        {
            string key = QualifiedNames.Of(holder.Declared, _stores.Values.Fill(secret.NameIn(holder.Declared.Name)));
            if (secret.Origin != SecretOrigin.External)
            {
                _made.Add(new Place(holder, new SecretQuery(key))); // it comes with the cluster
                continue;
            }

            IEnumerable<DeclaredField?> fields = secret.Fields.Where(field => field.IsRequired || _looksAtValues).Select(field => (DeclaredField?)field).DefaultIfEmpty(null);
            foreach (DeclaredField? field in fields)
            {
                _questions.Add(new Question(_stores.Name, secret.Location, [new Place(holder, new SecretQuery(key, field?.Name, Kind: QualifiedNames.KindOf(secret.Kind)))]) { Secret = secret, IsOptional = !secret.IsRequired || field is { IsRequired: false } });
            }
        }
    }
}
