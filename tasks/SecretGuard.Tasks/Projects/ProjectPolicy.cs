using System.Globalization;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Rules;
using SecretGuard.Tasks.Caching;
using SecretGuard.Tasks.Scanning;
using SecretGuard.Triage;

namespace SecretGuard.Tasks.Projects;

/// <summary>What is in force in one project: its rules and what is accepted. The texts are read at once, for the key; what they say where a file is to be scanned.</summary>
internal sealed class ProjectPolicy
{
    private const string BaselineName = "secretguard.baseline";
    private const string LockName = "secretguard.lock";
    private const long DefaultLargestFile = 64L << 20;

    private static readonly Lazy<Detector> Default = new(() => new Detector(Catalogue.Default));

    private readonly string _root;
    private readonly string _configuration;
    private readonly string _baseline;
    private readonly string? _settingsText;
    private readonly string? _baselineText;
    private readonly PolicyInputs _inputs;
    private readonly DateTime _today = DateTime.Today;
    private readonly List<Remark> _errors = [];
    private readonly Lazy<Settings> _settings;
    private readonly Lazy<Detector> _detector;
    private readonly Lazy<ContentTriage> _triage;

    public ProjectPolicy(PolicyInputs inputs)
    {
        _inputs = inputs;
        _root = FilePaths.AsFolder(inputs.Root);
        _configuration = inputs.Configuration.Length > 0 ? inputs.Configuration : Path.Combine(_root, SettingsReader.FileName);
        _baseline = inputs.Baseline.Length > 0 ? inputs.Baseline : Path.Combine(_root, BaselineName);
        _settingsText = File.Exists(_configuration) ? File.ReadAllText(_configuration) : null;
        _baselineText = File.Exists(_baseline) ? File.ReadAllText(_baseline) : null;
        _settings = new(ReadSettings);
        _detector = new(MakeDetector);
        _triage = new(MakeTriage);
        Key = MakeKey();
    }

    /// <summary>Changes with everything that may change what is found in a file that stays as it is.</summary>
    public string Key { get; }

    /// <summary>The engine with the rules in force.</summary>
    public Detector Detector => _detector.Value;

    /// <summary>What is accepted.</summary>
    public ContentTriage Triage => _triage.Value;

    /// <summary>Where secrets are to be.</summary>
    public Declaration Declaration => _settingsText is null ? Declaration.Empty : _settings.Value.Declaration;

    /// <summary>Larger files are told, not read.</summary>
    public long LargestFile => _settings.Value.MaxFileSize ?? DefaultLargestFile;

    /// <summary>Findings below this are never errors.</summary>
    public Severity FailOn => _settingsText is null ? Severity.Low : _settings.Value.FailOn ?? Severity.Low;

    /// <summary>What is wrong in the configuration and in the baseline.</summary>
    public IReadOnlyList<Remark> Errors
    {
        get
        {
            if (_settingsText is not null || _baselineText is not null)
            {
                _ = (Detector, Triage);
            }

            return _errors;
        }
    }

    /// <summary>A file's path relative to the repository, as reports and patterns have it.</summary>
    public string PathOf(string path) => FilePaths.WithSlashes(path.StartsWith(_root, FilePaths.Comparison) ? path.Substring(_root.Length) : path);

    /// <summary>Whether the configuration leaves a file out.</summary>
    public bool IsExcluded(string path) => _settingsText is not null && _settings.Value.Exclude.IsMatch(PathOf(path));

    /// <summary>Whether a file only lists what is accepted or known.</summary>
    public static bool IsOwnFile(string name) => name is BaselineName or LockName;

    private Settings ReadSettings()
    {
        if (_settingsText is null)
        {
            return new Settings();
        }

        SettingsResult result = SettingsReader.Read(_settingsText, _configuration);
        _errors.AddRange(result.Errors.Select(error => Remark.InvalidConfiguration(_configuration, error.Line, error.Column, error.Message)));
        return result.Errors.Count == 0 ? result.Settings : new Settings { Salt = result.Settings.Salt }; // half a configuration may switch off what nobody meant
    }

    private Detector MakeDetector()
    {
        var errors = new List<string>();
        RuleSet rules = RuleChoice.Make(_settings.Value, [], [], errors);
        _errors.AddRange(errors.Select(error => Remark.InvalidConfiguration(_configuration, 1, 1, error)));
        return ReferenceEquals(rules, Catalogue.Default) ? Default.Value : new Detector(rules);
    }

    private ContentTriage MakeTriage() => new(new TriagePolicy
    {
        MinConfidence = _inputs.MinConfidence ?? _settings.Value.MinConfidence ?? Confidence.Medium,
        CompatPragmas = _settings.Value.CompatPragmas,
        RequireReason = _settings.Value.RequireReason,
        Allow = _settings.Value.Allow,
        Baseline = ReadBaseline(),
        Today = _today,
        Fingerprinter = new Fingerprinter(_settings.Value.Salt ?? Salt.Public),
        WantsFingerprints = _inputs.WantsFingerprints,
    });

    private Baseline ReadBaseline()
    {
        var errors = new List<string>();
        Baseline baseline = BaselineFormat.Read(_baselineText ?? "", "", errors);
        foreach (string error in errors)
        {
            // "(line): message"
            int close = error.IndexOf(')');
            int line = int.TryParse(error.Substring(1, close - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 1;
            _errors.Add(Remark.InvalidConfiguration(_baseline, line, 1, error.Substring(close + 3)));
        }

        return baseline;
    }

    /// <summary>The assemblies, because newer ones find more; the day, because an acceptance may end.</summary>
    private string MakeKey() => Digests.Of(
    [
        typeof(ProjectPolicy).Module.ModuleVersionId.ToString(),
        typeof(Detector).Module.ModuleVersionId.ToString(),
        typeof(SettingsReader).Module.ModuleVersionId.ToString(),
        _root,
        _settingsText ?? "",
        _baselineText ?? "",
        _today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _inputs.MinConfidence?.ToString() ?? "",
        _inputs.AnalyzersRun.ToString(),
        _inputs.WantsFingerprints.ToString(),
    ]);
}
