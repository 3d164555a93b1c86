using SecretGuard.Inventories;

namespace SecretGuard.Analyzers.Projects;

/// <summary>The states of a lock, for people.</summary>
internal static class LockedStates
{
    private const string FieldMissing = "field-missing";

    /// <summary>By the names that they have in a lock. What begins to be valid later may be valid by now: an analyzer has no clock.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        [LockRecord.Missing] = "missing",
        ["disabled"] = "switched off",
        ["soft-deleted"] = "deleted",
        ["expired"] = "expired",
        ["no-version"] = "without a value",
        ["wrong-kind"] = "of another kind",
        [FieldMissing] = "without its field",
    };

    /// <summary><c>missing in dev and prod, switched off in test</c>; empty where nothing is wrong.</summary>
    public static string Words(IEnumerable<LockRecord> records) => string.Join(", ", records
        .Where(record => Known.ContainsKey(record.State))
        .GroupBy(record => record.Field is null || record.State != FieldMissing ? Known[record.State] : $"{Known[record.State]} '{record.Field}'", StringComparer.Ordinal)
        .Select(state => state.Key + Environments([.. state.Select(record => record.Environment).Distinct(StringComparer.Ordinal)])));

    private static string Environments(string[] names) => names.Length switch
    {
        1 => names[0].Length == 0 ? "" : " in " + names[0],
        _ => $" in {string.Join(", ", names, 0, names.Length - 1)} and {names[names.Length - 1]}",
    };
}
