using System.Text;
using SecretGuard.Detection;
using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Filters;
using SecretGuard.DetectSecrets.Lines;
using SecretGuard.DetectSecrets.Plugins;
using SecretGuard.DetectSecrets.Scanning;
using SecretGuard.DetectSecrets.Updates;

namespace SecretGuard.DetectSecrets.Importing;

/// <summary>One entry of a <c>.secrets.baseline</c>, for whoever takes it over.</summary>
/// <param name="File">The file, with <c>/</c>.</param>
/// <param name="Line">1-based; 0 where the baseline does not say.</param>
/// <param name="Type">The kind, such as <c>Secret Keyword</c>.</param>
/// <param name="IsSecret">The auditor's word; null while nobody has said.</param>
public sealed record ImportedEntry(string File, int Line, string Type, bool? IsSecret)
{
    /// <summary>SHA-1 of what was captured, as 40 hex digits.</summary>
    public required string Hash { get; init; }
}

/// <summary>A setting of a baseline that says what is left out.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Pattern">A regular expression of Python, or the name of a plugin or filter.</param>
public sealed record ImportedSetting(ImportedSettingKind Kind, string Pattern);

/// <summary>What a setting of a baseline is about.</summary>
public enum ImportedSettingKind
{
    /// <summary>Files that are left out.</summary>
    Files,

    /// <summary>Lines that are left out.</summary>
    Lines,

    /// <summary>Values that are left out.</summary>
    Values,

    /// <summary>A plugin or filter in Python.</summary>
    Code,
}

/// <summary>A <c>.secrets.baseline</c> of any version, for whoever takes over what it accepts. It holds hashes; <see cref="Find"/> says what was hashed.</summary>
public sealed class ImportedBaseline
{
    private readonly PluginScan _plugins;

    private ImportedBaseline(SecretsBaseline baseline)
    {
        Entries = [.. baseline.Entries.Select(entry => new ImportedEntry(entry.Identity.File, entry.Line, entry.Identity.Type, entry.IsSecret) { Hash = entry.Identity.Hash })];
        Settings = [.. baseline.Settings.Filters.SelectMany(Read), .. baseline.Settings.Plugins.Where(plugin => plugin.Text("path") is not null).Select(plugin => new ImportedSetting(ImportedSettingKind.Code, plugin.Name))];

        // What somebody excluded later was captured all the same.
        var settings = new ScanSettings([.. baseline.Settings.Plugins.Where(plugin => plugin.Text("path") is null)], []);
        _plugins = new PluginScan([.. settings.Plugins.Select(PluginCatalogue.Make).OfType<Plugin>()], new FilterSet(settings, static _ => null));
    }

    /// <summary>The entries, in the order of the file.</summary>
    public IReadOnlyList<ImportedEntry> Entries { get; }

    /// <summary>What is left out, beyond the defaults.</summary>
    public IReadOnlyList<ImportedSetting> Settings { get; }

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="BaselineException">It is none.</exception>
    public static ImportedBaseline Read(string text) => new(BaselineReader.Read(text));

    /// <summary>
    /// The values of some entries in the file that they speak of, as it is now: whole values, also where the hash is of a beginning. Such a hash admits one
    /// value: the one at the entry's line, else the first. Only to be compared in memory.
    /// </summary>
    /// <param name="content">The file.</param>
    /// <param name="entries">Entries of this file.</param>
    public IReadOnlyDictionary<ImportedEntry, string> Find(Content content, IEnumerable<ImportedEntry> entries)
    {
        var values = new Dictionary<ImportedEntry, string>();
        if (content.IsBinary || content.Length == 0)
        {
            return values;
        }

        var file = new FileText(content);
        ILookup<string, FoundSecret> found = _plugins.Scan(file, static _ => true).ToLookup(secret => secret.Identity.Hash, StringComparer.Ordinal);
        var search = new HashSearch([.. file.Raw()]);
        foreach (ImportedEntry entry in entries)
        {
            FoundSecret[] same = [.. found[entry.Hash].OrderBy(secret => secret.Identity.Type != entry.Type).ThenBy(secret => secret.Line != entry.Line)];
            if ((same.FirstOrDefault()?.Value ?? search.Find(entry.Hash)?.Value) is { } value)
            {
                values[entry] = value;
            }
        }

        return values;
    }

    private static IEnumerable<ImportedSetting> Read(Setting filter) => filter.Name switch
    {
        FilterNames.ExcludeFile => filter.Texts("pattern").Select(pattern => new ImportedSetting(ImportedSettingKind.Files, pattern)),
        FilterNames.ExcludeLine => filter.Texts("pattern").Select(pattern => new ImportedSetting(ImportedSettingKind.Lines, pattern)),
        FilterNames.ExcludeSecret => filter.Texts("pattern").Select(pattern => new ImportedSetting(ImportedSettingKind.Values, pattern)),
        _ when filter.Name.StartsWith("file:", StringComparison.Ordinal) => [new ImportedSetting(ImportedSettingKind.Code, filter.Name)],
        _ => [],
    };
}
