namespace SecretGuard.Inventories;

/// <summary>
/// What a lock says of references. It knows no day: what was expired when the store was asked still is, and whether a secret has expired or become active since
/// is for who has a clock.
/// </summary>
public sealed class LockIndex
{
    private readonly Declaration _declaration;
    private readonly IReadOnlyList<LockRecord> _records;
    private readonly ILookup<string, LockRecord> _byName;

    /// <summary>Makes it.</summary>
    /// <param name="records">The lock.</param>
    /// <param name="declaration">Says of which type the stores of the records are.</param>
    public LockIndex(IReadOnlyList<LockRecord> records, Declaration declaration)
    {
        _declaration = declaration;
        _records = records;
        _byName = records.ToLookup(record => Fold(record.Name), StringComparer.Ordinal);
    }

    /// <summary>Whether any record is about what is referred to.</summary>
    public bool Knows(SecretReference reference) => About(reference).Length > 0;

    /// <summary>The names that the lock has where this reference's would be, each once.</summary>
    public IReadOnlyList<string> NamesFor(SecretReference reference) =>
        [.. _records.Where(record => RankOf(record, reference) is not null).Select(record => record.Name).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)];

    /// <summary>The records that count, of the whole and of each field that is asked for, by environment: what is there in one of several stores suffices.</summary>
    public IReadOnlyList<LockRecord> AnswersFor(SecretReference reference) =>
        [.. About(reference).Where(record => record.Field is null || reference.Property is null || record.Field == reference.Property)
            .GroupBy(record => (record.Environment, record.Field)).OrderBy(thing => thing.Key.Environment, StringComparer.Ordinal).ThenBy(thing => thing.Key.Field, StringComparer.Ordinal)
            .Select(thing => Counting([.. thing], reference))];

    /// <summary>
    /// The records that say what is wrong, by environment; none where nothing is. What is not there and need not be is left out, and a field is told only where
    /// the whole is there.
    /// </summary>
    public IReadOnlyList<LockRecord> WrongFor(SecretReference reference) =>
        [.. AnswersFor(reference).Where(record => record.State != LockRecord.Present && !(record.State == LockRecord.Missing && (reference.IsOptional == true || reference.IsDeployed)))
            .GroupBy(record => record.Environment, StringComparer.Ordinal)
            .SelectMany(environment => environment.Any(record => record.Field is null) ? environment.Where(record => record.Field is null) : environment)];

    /// <summary>The one that counts of all records of one thing in one environment.</summary>
    private static LockRecord Counting(LockRecord[] records, SecretReference reference)
    {
        LockRecord[] ofVersion = [.. records.Where(record => record.Version == reference.Version)];
        records = reference.Version is not null && ofVersion.Length > 0 ? ofVersion : records;
        return records.FirstOrDefault(record => record.State == LockRecord.Present) ?? records.FirstOrDefault(record => record.State != LockRecord.Missing) ?? records[0];
    }

    /// <summary>The records of the nearest kind of store that has any.</summary>
    private LockRecord[] About(SecretReference reference)
    {
        string name = NameIn(reference), folded = StoreNames.Folded(reference.Store, name);
        return _byName[Fold(name)].Where(record => StoreNames.Folded(reference.Store, record.Name) == folded)
            .Select(record => (Record: record, Rank: RankOf(record, reference))).Where(pair => pair.Rank is not null)
            .GroupBy(pair => pair.Rank, pair => pair.Record).OrderBy(group => group.Key).FirstOrDefault()?.ToArray() ?? [];
    }

    /// <summary>How near a record's store is to what a reference asks for, 0 the nearest; null where it can be none of it.</summary>
    private int? RankOf(LockRecord record, SecretReference reference)
    {
        if (reference.Kind is ReferenceKinds.Configuration or ReferenceKinds.Variable)
        {
            return (reference.Store, TypeOf(record)) switch
            {
                var (asked, type) when asked == type => 0,
                (StoreTypes.Configuration, StoreTypes.Environment) => 1,
                (StoreTypes.Configuration, StoreTypes.Files or StoreTypes.UserSecrets or StoreTypes.DotEnv) or (StoreTypes.Environment, StoreTypes.DotEnv) => 2,
                _ => null,
            };
        }

        // A store that only a manifest declares may be of any type.
        return record.Kind != reference.Kind || record.IsWay ? null
            : StoreOf(record) is not { } store ? 1
            : store.Type == reference.Store && store.IsAt(reference) ? 0 : null;
    }

    /// <summary>The type of a record's store; null where only a manifest declares it.</summary>
    public string? TypeOf(LockRecord record) => record.IsWay ? record.Store : StoreOf(record)?.Type;

    /// <summary>The declared store, with the templates of its settings filled in as far as the declaration says.</summary>
    private DeclaredStore? StoreOf(LockRecord record)
    {
        DeclaredEnvironment? environment = _declaration.Environments.FirstOrDefault(declared => declared.Name == record.Environment);
        string? Value(string name) => name == DeclaredText.EnvironmentName ? environment?.Name : environment?.Values.TryGetValue(name, out string? value) == true ? value : null;
        return _declaration.Stores.FirstOrDefault(store => store.Name == record.Store) is { } declared
            ? declared with { Settings = Filled(declared.Settings, Value) }
            : null;
    }

    /// <summary>Without what is filled in elsewhere: that may be anything.</summary>
    private static Dictionary<string, string> Filled(IReadOnlyDictionary<string, string> settings, Func<string, string?> value)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> setting in settings)
        {
            var unknown = new List<string>();
            string text = DeclaredText.Expand(setting.Value, value, unknown);
            if (unknown.Count == 0)
            {
                filled[setting.Key] = text;
            }
        }

        return filled;
    }

    /// <summary>As its store is asked for it: of Vault with the mount, where the reference names one.</summary>
    public static string NameIn(SecretReference reference) =>
        reference is { Store: StoreTypes.Vault, Address: { } mount } && !mount.Contains("://") ? $"{mount}/{reference.Name}" : reference.Name;

    private static string Fold(string name) => StoreNames.Folded(StoreTypes.Configuration, name);
}
