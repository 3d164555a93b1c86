using System.Text.Json.Nodes;
using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Filters;
using SecretGuard.DetectSecrets.Plugins;
using SecretGuard.DetectSecrets.Scanning;
using SecretGuard.Text;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace SecretGuard.DetectSecrets.Arguments;

/// <summary>What is looked for and left out: by default or by a baseline, changed by what was typed.</summary>
internal static class SettingsChoice
{
    private const double HighestLimit = 8;
    private const string WayOut = "SecretGuard does not run Python code; write it as a custom rule or an 'allow' entry in secretguard.yml";

    /// <summary>The settings of a run that has no baseline.</summary>
    public static ScanSettings Default { get; } = new(
        PluginCatalogue.Defaults,
        [.. FilterNames.Defaults.Select(path => new Setting(path)), new Setting(FilterNames.Verification).With("min_level", FilterNames.MinLevelUnverified)]);

    /// <summary>The settings in force. <paramref name="warn"/> is told what is not as the original would do it.</summary>
    /// <exception cref="CommandLineException">An option is wrong.</exception>
    /// <exception cref="UnsupportedUseException">An option cannot be carried out here.</exception>
    public static ScanSettings Make(ParsedArguments typed, ScanSettings? baseline, IWorkspace workspace, Action<string> warn)
    {
        Refuse(typed);
        ScanSettings settings = WithFilters(typed, WithPlugins(typed, baseline ?? Default), workspace);
        foreach (string path in settings.Filters.Select(filter => filter.Name).Except(FilterNames.Known, StringComparer.Ordinal))
        {
            warn($"the baseline's filter '{path}' is not run here, so what it would leave out is reported");
        }

        if (settings.Filter(FilterNames.Verification)?.Number("min_level") >= FilterNames.MinLevelVerified)
        {
            warn("secrets are never tried out here, so those that nobody verified are reported too");
        }

        return settings;
    }

    /// <summary>Whether this tool's own rules look too.</summary>
    public static bool WantsEngine(ParsedArguments typed) => !typed.Values(Grammar.DisablePlugin).Contains(ExtraScan.Name, StringComparer.Ordinal);

    private static void Refuse(ParsedArguments typed)
    {
        foreach ((string key, string what) in ((string, string)[])[(Grammar.Plugin, "a plugin in Python"), (Grammar.Filter, "a filter in Python"), (Grammar.GibberishModel, "a model of Python's gibberish-detector"), (Grammar.GibberishLimit, "a model of Python's gibberish-detector")])
        {
            if (typed.Value(key) is { } value)
            {
                throw typed.Wrong(key, $"'{value}' needs {what}; {WayOut}");
            }
        }

        if (typed.Has(Grammar.NoVerify) && typed.Has(Grammar.OnlyVerified))
        {
            throw typed.Wrong(Grammar.OnlyVerified, "not allowed with argument -n/--no-verify");
        }
    }

    private static ScanSettings WithPlugins(ParsedArguments typed, ScanSettings settings)
    {
        if (typed.Has(Grammar.AllPlugins))
        {
            settings = settings with { Plugins = [.. settings.Plugins, .. PluginCatalogue.Defaults.Where(plugin => settings.Plugins.All(known => known.Name != plugin.Name))] };
        }

        foreach ((string option, string name) in ((string, string)[])[(Grammar.Base64Limit, "Base64HighEntropyString"), (Grammar.HexLimit, "HexHighEntropyString")])
        {
            if (typed.Number(option, 0, HighestLimit) is { } limit && settings.Plugins.FirstOrDefault(plugin => plugin.Name == name) is { } plugin)
            {
                settings = settings.WithPlugin(plugin.With("limit", limit));
            }
        }

        IReadOnlyList<string> disabled = typed.Values(Grammar.DisablePlugin);
        string[] names = [.. PluginCatalogue.Names, ExtraScan.Name, .. settings.Plugins.Select(plugin => plugin.Name)];
        return disabled.FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal)) is { } unknown
            ? throw typed.Wrong(Grammar.DisablePlugin, $"there is no plugin '{unknown}'{NearestName.Hint(unknown, names)}")
            : settings with { Plugins = [.. settings.Plugins.Where(plugin => !disabled.Contains(plugin.Name, StringComparer.Ordinal))] };
    }

    private static ScanSettings WithFilters(ParsedArguments typed, ScanSettings settings, IWorkspace workspace)
    {
        foreach ((string option, string path) in ((string, string)[])[(Grammar.ExcludeLines, FilterNames.ExcludeLine), (Grammar.ExcludeFiles, FilterNames.ExcludeFile), (Grammar.ExcludeSecrets, FilterNames.ExcludeSecret)])
        {
            if (typed.Values(option) is { Count: > 0 } patterns)
            {
                settings = settings.WithFilter(new Setting(path).With("pattern", new JsonArray([.. patterns.Select(pattern => JsonValue.Create(pattern))])));
            }
        }

        if (typed.Value(Grammar.WordList) is { } words)
        {
            string file = workspace.Normalize(words);
            settings = settings.WithFilter(Filters.WordList.Setting(words, workspace.IsFile(file) ? workspace.Read(file) : throw typed.Wrong(Grammar.WordList, $"'{words}' is no file")));
        }

        if (typed.Has(Grammar.OnlyVerified))
        {
            settings = settings.WithFilter(new Setting(FilterNames.Verification).With("min_level", FilterNames.MinLevelVerified));
        }

        IReadOnlyList<string> disabled = [.. typed.Values(Grammar.DisableFilter), .. typed.Has(Grammar.NoVerify) ? [FilterNames.Verification] : Array.Empty<string>()];
        string[] known = [.. FilterNames.Known, .. settings.Filters.Select(filter => filter.Name)];
        return disabled.FirstOrDefault(path => !known.Contains(path, StringComparer.Ordinal)) is { } unknown
            ? throw typed.Wrong(Grammar.DisableFilter, $"there is no filter '{unknown}'{NearestName.Hint(unknown, known)}")
            : settings with { Filters = [.. settings.Filters.Where(filter => !disabled.Contains(filter.Name, StringComparer.Ordinal))] };
    }
}
