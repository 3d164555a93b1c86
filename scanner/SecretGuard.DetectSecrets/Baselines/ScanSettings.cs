namespace SecretGuard.DetectSecrets.Baselines;

/// <summary>What is looked for and what is left out, as a baseline keeps it.</summary>
/// <param name="Plugins">The plugins, by class name.</param>
/// <param name="Filters">The filters, by dotted path.</param>
internal sealed record ScanSettings(IReadOnlyList<Setting> Plugins, IReadOnlyList<Setting> Filters)
{
    /// <summary>The filter of this path, or null.</summary>
    public Setting? Filter(string path) => Filters.FirstOrDefault(filter => filter.Name == path);

    /// <summary>These with a filter set, in place of one of the same path.</summary>
    public ScanSettings WithFilter(Setting filter) => this with { Filters = Set(Filters, filter) };

    /// <summary>These with a plugin set, in place of one of the same name.</summary>
    public ScanSettings WithPlugin(Setting plugin) => this with { Plugins = Set(Plugins, plugin) };

    private static IReadOnlyList<Setting> Set(IReadOnlyList<Setting> settings, Setting setting) =>
        settings.Any(old => old.Name == setting.Name) ? [.. settings.Select(old => old.Name == setting.Name ? setting : old)] : [.. settings, setting];
}
