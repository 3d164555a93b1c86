using SecretGuard.Findings;

namespace SecretGuard.Inventories;

/// <summary>A reference at its place.</summary>
/// <param name="Reference">What is named.</param>
/// <param name="Location">Where; the path is relative to the root.</param>
/// <param name="Consumer">Who names it: a project, a workload.</param>
public sealed record InventoryRecord(SecretReference Reference, Location Location, string Consumer)
{
    /// <summary>Under which name the place hands it on: the environment variable of a container, the key of a Kubernetes secret. Null where it is used as it is.</summary>
    public SecretReference? Provides { get; init; }

    /// <summary>The declared environment that alone refers to it, where the values of one were put in; null where that follows from the file.</summary>
    public string? Environment { get; init; }

    /// <summary>Where the values stand that its name is made of, where the place itself does not say it.</summary>
    public NamePlaces MadeOf { get; init; } = NamePlaces.None;

    /// <summary>What gave <see cref="Provides"/> its name, where that is not the one that the file says.</summary>
    public Renaming? Renamed { get; init; }

    /// <summary>Whether it is handed on under its own name: who writes a secret, or gives a container a variable of the same name as outside.</summary>
    public bool ProvidesItself => Provides is { } provided && provided.Store == Reference.Store && provided.Name == Reference.Name && !Reference.IsOfExternalCluster;

    /// <summary>By place and then by name, and each once: a project for several frameworks says the same several times.</summary>
    public static IReadOnlyList<InventoryRecord> Merge(IEnumerable<InventoryRecord> records) =>
        [.. records.Distinct()
            .OrderBy(record => record.Location.Path, StringComparer.Ordinal).ThenBy(record => record.Location.StartLine).ThenBy(record => record.Location.StartColumn)
            .ThenBy(record => record.Reference.Name, StringComparer.Ordinal).ThenBy(record => record.Consumer, StringComparer.Ordinal).ThenBy(record => record.Environment, StringComparer.Ordinal)];
}
