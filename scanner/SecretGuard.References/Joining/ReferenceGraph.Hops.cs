using SecretGuard.Inventories;
using SecretGuard.Text;

namespace SecretGuard.References.Joining;

/// <summary>Single hops: what fills one name.</summary>
public sealed partial class ReferenceGraph
{
    /// <summary>The places that hand this on under its name, those that name only themselves left out.</summary>
    public IReadOnlyList<InventoryRecord> SourcesOf(SecretReference name) => _providers.Of(name);

    /// <summary>The places that fill other fields of the same secret.</summary>
    public IReadOnlyList<InventoryRecord> FillersBeside(SecretReference name) => SourcesOf(name with { Property = null });

    /// <summary>Says of what nothing fills what is filled instead, and where: other fields, or the same under another name; null where that is not known either.</summary>
    public string? FilledOtherwise(SecretReference name)
    {
        if (SourcesOf(name).Count > 0)
        {
            return null;
        }

        if (_renamed[name.Name].FirstOrDefault(record => SameNames.IsSame(record.Provides! with { Name = name.Name }, name) && FillersBeside(name).Count == 0) is { Renamed: { } renaming } other)
        {
            return $"{other.Consumer} at {other.Location.Path}:{other.Location.StartLine} fills '{other.Provides!.Name}': Kustomize renames the object ({renaming.Place.Path}:{renaming.Place.StartLine}), and not what refers to its secret; say the secret's name in the object ('spec.target.name' of an ExternalSecret)";
        }

        InventoryRecord[] beside = name.Property is null ? [] : [.. FillersBeside(name).Where(source => source.Provides!.Property is not null)];
        string[] fields = [.. beside.Select(source => source.Provides!.Property!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return fields.Length == 0 ? null
            : $"'{name.Name}' is filled at {beside[0].Location.Path}:{beside[0].Location.StartLine} with {string.Join(", ", fields)}, not with '{name.Property}'{NearestName.Hint(name.Property!, fields)}";
    }

    /// <summary>The names that ways could be asked for.</summary>
    public IEnumerable<string> Names() => _records.SelectMany(record => record.Provides is null ? [record.Reference] : new[] { record.Provides, record.Reference })
        .SelectMany(reference => reference.Property is null ? [reference.Name] : new[] { reference.Name, $"{reference.Name}#{reference.Property}" }).Where(name => !name.Contains(SameNames.Any, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

    /// <summary>The secrets of added sources that no place names, and that keys of the configuration come from; each where the key is first used.</summary>
    public IEnumerable<InventoryRecord> OfAddedSources()
    {
        ILookup<SecretReference, InventoryRecord> uses = (_ofSources.Count == 0 ? [] : _records).ToLookup(record => record.Reference);
        return _ofSources.Select(record => record with { Location = uses[record.Provides!].First().Location });
    }

    /// <summary>Whether this stands for what other places fill: a secret of a cluster, a variable, a key of the configuration.</summary>
    public static bool IsRelay(SecretReference name) => JoinedRecords.Relays.Contains(name.Store, StringComparer.Ordinal);
}
