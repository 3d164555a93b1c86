using System.Runtime.ExceptionServices;
using SecretGuard.Detection;
using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Filters;
using SecretGuard.DetectSecrets.Plugins;
using SecretGuard.Triage;

namespace SecretGuard.DetectSecrets.Scanning;

/// <summary>What was found in several files.</summary>
/// <param name="Files">The files that were looked at, in their order.</param>
/// <param name="NotLookedAt">Those that could not be read, and why.</param>
internal sealed record ScanResult(IReadOnlyList<ScannedFile> Files, IReadOnlyList<string> NotLookedAt);

/// <summary>Looks at files with the plugins and filters of some settings.</summary>
internal sealed class Scanner
{
    private readonly IWorkspace _workspace;
    private readonly FilterSet _filters;
    private readonly PluginScan _plugins;
    private readonly ExtraScan? _extra;
    private readonly FileScan _scan;
    private readonly Lazy<HashSet<string>> _types;

    /// <summary>Makes a scanner.</summary>
    /// <param name="settings">Plugins and filters.</param>
    /// <param name="engine">SecretGuard's own rules and what is accepted, or null where they are turned off.</param>
    /// <param name="workspace">The files.</param>
    /// <param name="onlyAllowlisted">Whether only lines count that a comment accepts.</param>
    /// <exception cref="UnsupportedUseException">A setting cannot be carried out here.</exception>
    public Scanner(ScanSettings settings, Engine? engine, IWorkspace workspace, bool onlyAllowlisted = false)
    {
        _workspace = workspace;
        _filters = new FilterSet(settings, path => workspace.IsFile(path) ? workspace.Read(path) : null);
        Plugins = [.. settings.Plugins.Select(setting => PluginCatalogue.Make(setting) ?? throw Unsupported(setting))];
        _plugins = new PluginScan(Plugins, _filters);
        _extra = engine is null ? null : new ExtraScan(engine.Detector, engine.Policy, _filters);
        _scan = new FileScan(_plugins, _extra, _filters, onlyAllowlisted);
        _types = new(() => [.. Plugins.Select(plugin => plugin.Type), .. engine?.Detector.Value.Rules.Rules.Select(rule => ExtraScan.TypeOf(rule.Title)) ?? []]);
    }

    /// <summary>The plugins that look.</summary>
    public IReadOnlyList<Plugin> Plugins { get; }

    /// <summary>Whether it looks for a kind at all.</summary>
    public bool LooksFor(string type) => _types.Value.Contains(type);

    /// <summary>Looks at files: at their staged content where <paramref name="contents"/> has some.</summary>
    public ScanResult Scan(IReadOnlyList<string> paths, IReadOnlyDictionary<string, byte[]> contents)
    {
        // A name that is no file is one that was deleted; or one that cannot be written in Unicode, and that must not be passed over.
        string[] wanted = [.. paths.Where(path => !_filters.LeavesOutFile(path) && (contents.ContainsKey(path) || _workspace.IsFile(path) || path.Contains('\uFFFD', StringComparison.Ordinal)))];
        var files = new ScannedFile?[wanted.Length];
        var problems = new string?[wanted.Length];
        void ScanOne(int i)
        {
            try
            {
                files[i] = _scan.Scan(wanted[i], contents.TryGetValue(wanted[i], out byte[]? staged) ? staged : _workspace.Read(wanted[i]));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                problems[i] = $"{wanted[i]}: {(error is UnauthorizedAccessException ? "access is denied" : error.Message)}";
            }
        }

        if (wanted.Length > 1)
        {
            try
            {
                Parallel.For(0, wanted.Length, ScanOne);
            }
            catch (AggregateException error) when (error.InnerException is UnsupportedUseException)
            {
                ExceptionDispatchInfo.Throw(error.InnerException);
            }
        }
        else if (wanted.Length == 1)
        {
            ScanOne(0);
        }

        return new ScanResult([.. files.OfType<ScannedFile>()], [.. problems.OfType<string>()]);
    }

    /// <summary>What the plugins alone find in a content that is no file any more.</summary>
    public IReadOnlyList<FoundSecret> ScanPlugins(string path, byte[] bytes)
    {
        var content = Content.FromBytes(bytes, bytes.Length, path);
        return content.IsBinary ? [] : _plugins.Scan(new Lines.FileText(content), static _ => true);
    }

    /// <summary>Everything in a file that a plugin or a rule reports, accepted by a comment or not, as often as it stands there.</summary>
    public IReadOnlyList<FoundSecret> ScanAll(Lines.FileText file) => [.. _plugins.Scan(file, static _ => true), .. _extra?.Scan(file, static _ => true) ?? []];

    /// <summary>What one plugin takes from a text of the command line, quoted or not.</summary>
    public IReadOnlyList<Capture> ScanText(string text, Plugin plugin)
    {
        var found = new List<Capture>();
        plugin.Find(new PluginLine(text, "", IsLoose: true), found);
        return [.. found.Where(capture => !_filters.DoubtsSecret(capture.Hashed, text, plugin) && !_filters.ExcludesSecret(capture.Hashed))];
    }

    private static UnsupportedUseException Unsupported(Setting plugin) => new(plugin.Text("path") is { } path
        ? $"the plugin '{plugin.Name}' ({path}) is Python code, which SecretGuard does not run; write it as a custom rule in secretguard.yml, and take it out of the baseline's plugins_used"
        : $"there is no plugin '{plugin.Name}'; take it out of the baseline's plugins_used, or write it as a custom rule in secretguard.yml");
}
