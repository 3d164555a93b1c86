using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>
/// The ways of secrets: from a key of the configuration to an environment variable, the secret of the cluster that it comes from, and the store that this is filled
/// from. Names are held against each other as those who read them do.
/// </summary>
public sealed partial class ReferenceGraph
{
    private const int LongestWay = 16;
    private const int MostSteps = 10_000; // where everything hands on everything, ways multiply

    private readonly IReadOnlyList<InventoryRecord> _records;
    private readonly IReadOnlyList<InventoryRecord> _ofSources;
    private readonly ProviderIndex _providers;
    private readonly ILookup<string, InventoryRecord> _renamed;

    /// <summary>Joins records.</summary>
    /// <param name="records">All that a repository refers to.</param>
    public ReferenceGraph(IReadOnlyList<InventoryRecord> records)
    {
        (_records, _ofSources) = JoinedRecords.Of(records);
        _providers = new ProviderIndex(_records);
        _renamed = _records.Where(record => record.Renamed is not null).ToLookup(record => record.Renamed!.Former, StringComparer.Ordinal);
    }

    /// <summary>The ways that lead through anything of this name, whether it is a key, a variable, a secret, or a field of one: from who uses it to who keeps it.</summary>
    public IReadOnlyList<ReferenceStep> Trace(string name)
    {
        SecretReference[] beginnings = [.. _records.SelectMany(record => record.Provides is null ? [record.Reference] : new[] { record.Provides, record.Reference })
            .Where(reference => Bears(reference, name)).DistinctBy(SameNames.Identity)];
        var steps = new Budget();
        ReferenceStep[] ways = [.. beginnings.SelectMany(beginning => Users(beginning, [])).DistinctBy(SameNames.Identity).Select(user => Step(user, UseOf(user), [], steps))];

        // What a longer way passes through needs no way of its own; of ways that pass through each other, the first is told.
        return [.. ways.Where((way, i) => !ways.Where((other, j) => j != i && Passes(other, way.Name) && (j < i || !Passes(way, other.Name))).Any())];
    }

    /// <summary>Where the ways begin that lead through this: what is handed on under another name begins there.</summary>
    private SecretReference[] Users(SecretReference name, HashSet<(string, string, string, string?, string?)> passed, int length = 0)
    {
        if (length == LongestWay || !passed.Add(SameNames.Identity(name)))
        {
            return [];
        }

        SecretReference[] users = [.. _records.Where(record => record.Provides is not null && SameNames.IsSame(name, record.Reference) && SameNames.Identity(record.Provides) != SameNames.Identity(name)).Select(record => record.Provides!)
            .Concat(_records.Where(record => record.Reference.Store != name.Store && SameNames.IsSame(name, record.Reference)).Select(record => record.Reference))
            .DistinctBy(SameNames.Identity)];
        SecretReference[] beginnings = [.. users.SelectMany(user => Users(user, passed, length + 1))];
        return beginnings.Length == 0 ? [name] : beginnings;
    }

    private ReferenceStep Step(SecretReference name, InventoryRecord? record, List<SecretReference> passed, Budget budget)
    {
        if (budget.Left-- <= 0 || passed.Count == LongestWay || passed.Exists(earlier => SameNames.Identity(earlier) == SameNames.Identity(name)))
        {
            return new ReferenceStep(name, record, []) { EndsHere = true };
        }

        passed.Add(name);
        IReadOnlyList<InventoryRecord> sources = SourcesOf(name);
        ReferenceStep[] steps = [.. Variables(sources, name).Select(variable => Step(variable, null, passed, budget))
            .Concat(sources.Where(source => source.Provides!.Store == name.Store && !SameNames.IsSame(source.Reference, name)).Select(source => Step(source.Reference, source, passed, budget)))
            .DistinctBy(step => (SameNames.Identity(step.Name), step.Record?.Location, step.Record?.Environment))];
        passed.RemoveAt(passed.Count - 1);
        bool endsHere = !JoinedRecords.IsRelay(name) || sources.Count > steps.Length;
        return new ReferenceStep(name, record, steps) { EndsHere = endsHere, Cause = endsHere || steps.Length > 0 ? null : FilledOtherwise(name) ?? Unknown(name) };
    }

    /// <summary>What more can be said of a name that nothing fills; null for nothing.</summary>
    private static string? Unknown(SecretReference name) => name switch
    {
        { Store: StoreTypes.ExternalSecrets or StoreTypes.Dapr, Address: { } store } => $"no manifest here says which store '{store}' is, or several say different ones",
        { Store: StoreTypes.Configuration or StoreTypes.Environment, IsSecret: false } => "nothing here says where this comes from; its name is not that of a secret, and only those are looked for in files of settings",
        _ => null,
    };

    /// <summary>A place that asks for a name and hands it on to nobody: the first, code before files that settings are kept in.</summary>
    private InventoryRecord? UseOf(SecretReference name) => _records.Where(record => record.Provides is null && SameNames.Identity(record.Reference) == SameNames.Identity(name)).OrderBy(record => record.Consumer.Length == 0).FirstOrDefault();

    /// <summary>The variables by which a key of the configuration gets its value.</summary>
    private static IEnumerable<SecretReference> Variables(IEnumerable<InventoryRecord> sources, SecretReference name) =>
        sources.Select(source => source.Provides!).Where(provided => provided.Store != name.Store).DistinctBy(SameNames.Identity);

    private static bool Passes(ReferenceStep way, SecretReference name) => way.Sources.Any(source => SameNames.Identity(source.Name) == SameNames.Identity(name) || Passes(source, name));

    private static bool Bears(SecretReference reference, string name) =>
        SameNames.IsName(reference, reference.Name, name) || (reference.Property is { } property && (property == name || $"{reference.Name}#{property}" == name));

    /// <summary>How many steps may still be made.</summary>
    private sealed class Budget
    {
        public int Left { get; set; } = MostSteps;
    }
}
