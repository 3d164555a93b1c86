namespace SecretGuard.Git.Scanning;

/// <summary>
/// The numbers of what files hold: of their secrets, and where somebody asks for every place one of their own besides, so that a set of numbers tells who
/// holds which.
/// </summary>
internal sealed class HolderNumbers
{
    private readonly Dictionary<ObjectId, int[]> _ofObjects;
    private readonly Dictionary<ObjectId, int> _own = [];

    public HolderNumbers(IReadOnlyList<HistorySecret> secrets, bool everyPlace)
    {
        _ofObjects = secrets.Where(secret => secret.Kind == ObjectKind.Blob)
            .SelectMany(secret => secret.Holders.Select(holder => (holder, secret.Number)))
            .GroupBy(pair => pair.holder, pair => pair.Number)
            .ToDictionary(group => group.Key, group => group.Order().ToArray());
        int next = secrets.Max(secret => secret.Number) + 1;
        foreach (ObjectId id in everyPlace ? _ofObjects.Keys.ToArray() : [])
        {
            _own[id] = next;
            _ofObjects[id] = [.. _ofObjects[id], next++];
        }
    }

    /// <summary>The files.</summary>
    public IReadOnlyCollection<ObjectId> Objects => _ofObjects.Keys;

    /// <summary>Each with its numbers, sorted.</summary>
    public IEnumerable<KeyValuePair<ObjectId, int[]>> All => _ofObjects;

    /// <summary>The number of a file itself; null where nobody asked for places.</summary>
    public int? OwnOf(in ObjectId id) => _own.TryGetValue(id, out int number) ? number : null;
}
