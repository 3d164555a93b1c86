using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>The places that hand secrets on, by the names under which they do: a repository has thousands of both sides.</summary>
internal sealed class ProviderIndex
{
    private readonly Dictionary<string, List<(int Order, InventoryRecord Record)>> _named = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<(int Order, InventoryRecord Record)>> _patterns = new(StringComparer.Ordinal);

    /// <summary>Takes those of some records that hand something on.</summary>
    public ProviderIndex(IReadOnlyList<InventoryRecord> records)
    {
        for (int i = 0; i < records.Count; i++)
        {
            if (records[i].Provides is { } provided)
            {
                (Dictionary<string, List<(int, InventoryRecord)>> places, string key) = SameNames.IsPattern(provided.Name) ? (_patterns, provided.Store) : (_named, KeyOf(provided.Store, provided.Name));
                if (!places.TryGetValue(key, out List<(int, InventoryRecord)>? found))
                {
                    places[key] = found = [];
                }

                found.Add((i, records[i]));
            }
        }
    }

    /// <summary>Those that hand on what is asked for, in their order.</summary>
    public IReadOnlyList<InventoryRecord> Of(SecretReference asked)
    {
        var found = new List<(int Order, InventoryRecord Record)>();
        foreach (string store in SameNames.StoresFor(asked))
        {
            found.AddRange(_named.GetValueOrDefault(KeyOf(store, asked.Name)) ?? []);
            found.AddRange(_patterns.GetValueOrDefault(store) ?? []);
        }

        return [.. found.Where(one => SameNames.IsSame(one.Record.Provides!, asked)).OrderBy(one => one.Order).Select(one => one.Record)];
    }

    private static string KeyOf(string store, string name) => $"{store}\n{(StoreNames.AreKeys(store) ? StoreNames.AsKey(name) : name)}";
}
