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
    private const string Any = "*";

    /// <summary>Stores that only hand on what another one keeps.</summary>
    private static readonly string[] Relays = [StoreTypes.Configuration, StoreTypes.Environment, StoreTypes.Files, StoreTypes.Compose, StoreTypes.Kubernetes, StoreTypes.ExternalSecrets];

    /// <summary>What fills a configuration, name by name.</summary>
    private static readonly string[] Fillers = [StoreTypes.Environment, StoreTypes.Files];

    private readonly IReadOnlyList<InventoryRecord> _records;

    /// <summary>Joins records.</summary>
    /// <param name="records">All that a repository refers to.</param>
    public ReferenceGraph(IReadOnlyList<InventoryRecord> records) => _records = [.. records.SelectMany(record => IsWholeSecret(record) ? KeysOf(record, records) : [record])];

    /// <summary>The ways that lead through anything of this name, whether it is a key, a variable, a secret, or a field of one: from who uses it to who keeps it.</summary>
    public IReadOnlyList<ReferenceStep> Trace(string name)
    {
        SecretReference[] beginnings = [.. _records.SelectMany(record => record.Provides is null ? [record.Reference] : new[] { record.Provides, record.Reference })
            .Where(reference => Bears(reference, name)).DistinctBy(Identity)];
        var steps = new Budget();
        ReferenceStep[] ways = [.. beginnings.SelectMany(beginning => Users(beginning, [])).DistinctBy(Identity).Select(user => Step(user, null, [], steps))];

        // What a longer way passes through needs no way of its own.
        return [.. ways.Where(way => !ways.Any(other => other != way && Passes(other, way.Name)))];
    }

    /// <summary>Where the ways begin that lead through this: what is handed on under another name begins there.</summary>
    private SecretReference[] Users(SecretReference name, HashSet<(string, string, string, string?, string?)> passed, int length = 0)
    {
        if (length == LongestWay || !passed.Add(Identity(name)))
        {
            return [];
        }

        SecretReference[] users = [.. _records.Where(record => record.Provides is not null && IsSame(name, record.Reference) && Identity(record.Provides) != Identity(name)).Select(record => record.Provides!)
            .Concat(_records.Where(record => record.Reference.Store != name.Store && IsSame(name, record.Reference)).Select(record => record.Reference))
            .DistinctBy(Identity)];
        SecretReference[] beginnings = [.. users.SelectMany(user => Users(user, passed, length + 1))];
        return beginnings.Length == 0 ? [name] : beginnings;
    }

    private ReferenceStep Step(SecretReference name, InventoryRecord? record, List<SecretReference> passed, Budget budget)
    {
        if (budget.Left-- <= 0 || passed.Count == LongestWay || passed.Exists(earlier => Identity(earlier) == Identity(name)))
        {
            return new ReferenceStep(name, record, []) { EndsHere = true };
        }

        passed.Add(name);
        InventoryRecord[] sources = [.. _records.Where(source => source.Provides is not null && IsSame(source.Provides, name))];
        ReferenceStep[] steps = [.. Variables(sources, name).Select(variable => Step(variable, null, passed, budget))
            .Concat(sources.Where(source => source.Provides!.Store == name.Store && !IsSame(source.Reference, name)).Select(source => Step(source.Reference, source, passed, budget)))
            .DistinctBy(step => (Identity(step.Name), step.Record?.Location))];
        passed.RemoveAt(passed.Count - 1);
        return new ReferenceStep(name, record, steps) { EndsHere = !Relays.Contains(name.Store) || sources.Length > steps.Length };
    }

    /// <summary>Whether all keys of a secret of the cluster become variables: <c>envFrom</c>.</summary>
    private static bool IsWholeSecret(InventoryRecord record) =>
        record is { Reference: { Store: StoreTypes.Kubernetes, Property: null }, Provides: { Store: StoreTypes.Environment, Name: var name } } && name.EndsWith(Any, StringComparison.Ordinal);

    /// <summary>The same as one record for each key that something writes into the secret; as it is where nothing says which keys there are.</summary>
    private static InventoryRecord[] KeysOf(InventoryRecord whole, IReadOnlyList<InventoryRecord> records)
    {
        string?[] keys = [.. records.Where(record => record.Provides is not null && IsSame(record.Provides, whole.Reference)).Select(record => record.Provides!.Property).Distinct(StringComparer.Ordinal)];
        return keys.Length == 0 || Array.Exists(keys, key => key is null or Any)
            ? [whole]
            : [.. keys.Select(key => whole with { Reference = whole.Reference with { Property = key }, Provides = whole.Provides! with { Name = whole.Provides!.Name[..^1] + key } })];
    }

    /// <summary>The variables by which a key of the configuration gets its value.</summary>
    private static IEnumerable<SecretReference> Variables(IEnumerable<InventoryRecord> sources, SecretReference name) =>
        sources.Select(source => source.Provides!).Where(provided => provided.Store != name.Store).DistinctBy(Identity);

    private static bool Passes(ReferenceStep way, SecretReference name) => way.Sources.Any(source => Identity(source.Name) == Identity(name) || Passes(source, name));

    private static (string, string, string, string?, string?) Identity(SecretReference reference) =>
        (reference.Store, reference.Kind, reference.Name, reference.Property, reference.Address);

    private static bool Bears(SecretReference reference, string name) =>
        IsName(reference, reference.Name, name) || (reference.Property is { } property && (property == name || $"{reference.Name}#{property}" == name));

    /// <summary>Whether what one place hands on is what another asks for. A part that is not known may be anything.</summary>
    private static bool IsSame(SecretReference provided, SecretReference asked) =>
        IsStore(provided, asked) && IsName(provided, provided.Name, asked.Name)
        && (asked.Property is null || provided.Property is null or Any || provided.Property == asked.Property)
        && (provided.Address is null || asked.Address is null || provided.Address == asked.Address);

    /// <summary>A variable of the environment or a file of a folder answers for a key of the configuration.</summary>
    private static bool IsStore(SecretReference provided, SecretReference asked) =>
        provided.Store == asked.Store || (asked.Store == StoreTypes.Configuration && Fillers.Contains(provided.Store));

    private static bool IsName(SecretReference reference, string left, string right) => reference.Store == StoreTypes.Configuration || Fillers.Contains(reference.Store)
        ? Matches(AsKey(left), AsKey(right), StringComparison.OrdinalIgnoreCase)
        : Matches(left, right, StringComparison.Ordinal);

    /// <summary>.NET reads two underscores as a colon.</summary>
    private static string AsKey(string name) => name.Replace("__", ":", StringComparison.Ordinal);

    private static bool Matches(string left, string right, StringComparison comparison) =>
        string.Equals(left, right, comparison) || (left.EndsWith(Any, StringComparison.Ordinal) && left.Length > 1 && right.StartsWith(left[..^1], comparison));

    /// <summary>How many steps may still be made.</summary>
    private sealed class Budget
    {
        public int Left { get; set; } = MostSteps;
    }
}
