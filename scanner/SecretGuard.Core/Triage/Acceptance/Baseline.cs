namespace SecretGuard.Triage;

/// <summary>The accepted secrets of a repository, by fingerprint. Immutable and thread-safe.</summary>
public sealed class Baseline
{
    private readonly Dictionary<string, BaselineEntry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<(string Rule, string Scope)> _places = [];

    /// <summary>A baseline of these entries; of two with one fingerprint the first counts, one for files before one for the history, and what an audit called real before all.</summary>
    public Baseline(IEnumerable<BaselineEntry> entries)
    {
        foreach (BaselineEntry entry in entries)
        {
            _places.Add((entry.Fingerprint.Rule, entry.Fingerprint.Scope));
            if (entry.IsReal || Find(entry.Fingerprint) is null or { IsOfHistory: true, IsReal: false })
            {
                _entries[entry.Fingerprint.ToString()] = entry;
            }
        }
    }

    /// <summary>A baseline that accepts nothing.</summary>
    public static Baseline Empty { get; } = new([]);

    /// <summary>How many secrets it accepts.</summary>
    public int Count => _entries.Count;

    /// <summary>The entries, sorted by fingerprint.</summary>
    public IReadOnlyList<BaselineEntry> Entries =>
        [.. _entries.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];

    /// <summary>Whether any entry speaks of this rule in a file of this name. A no saves making the fingerprint.</summary>
    public bool MayHold(string rule, string path) => _places.Count > 0 && _places.Contains((rule, Fingerprint.ScopeOf(path)));

    /// <summary>The entry of a fingerprint, or null.</summary>
    public BaselineEntry? Find(Fingerprint fingerprint) => _entries.TryGetValue(fingerprint.ToString(), out BaselineEntry? entry) ? entry : null;
}
