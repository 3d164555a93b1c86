using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.Configuration;
using SecretGuard.CSharp;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Analyzers.Projects;

/// <summary>What is in force in one project: rules, what is accepted, where its files stand. Made of what the build hands over; nothing is read from the disk.</summary>
internal sealed class AnalyzedProject
{
    /// <summary>Longer files are data; the MSBuild task and the command line read them.</summary>
    public const int LargestFile = 1024 * 1024;

    private const string BaselineName = "secretguard.baseline";
    private const string SonarOptions = "SonarLint.xml"; // which of its rules are on, and their parameters

    private static readonly Lazy<Detector> Default = new(() => new Detector(Catalogue.Default));
    private static readonly ConditionalWeakTable<AnalyzerOptions, AnalyzedProject> Known = new();

    private readonly string _root;
    private readonly string _intermediate;
    private readonly string _baseline;
    private readonly bool _takesEntries;
    private readonly string[] _environments;
    private readonly GlobList _exclude;
    private readonly TriagePolicy _policy;
    private readonly ConcurrentDictionary<Confidence, ContentTriage> _triages = new();
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);
    private readonly List<(string Path, LinePosition Place, string Message)> _errors = [];

    private AnalyzedProject(AnalyzerOptions options, CancellationToken cancellation)
    {
        AnalyzerConfigOptions global = options.AnalyzerConfigOptionsProvider.GlobalOptions;
        string chosen = Property(global, "SecretGuardConfig");
        AdditionalText? configuration = Find(options, chosen, SettingsReader.FileName), baseline = Find(options, Property(global, "SecretGuardBaseline"), BaselineName);
        _baseline = baseline?.Path ?? "";
        string folder = Property(global, "SecretGuardRoot") is { Length: > 0 } root ? root : Property(global, "ProjectDir");
        _root = Normalize(configuration is null || chosen.Length > 0 ? folder : Parent(configuration.Path)).TrimEnd('/') + "/";
        _intermediate = Normalize(Property(global, "SecretGuardIntermediate"));
        WantsInventory = string.Equals(Property(global, "SecretGuardInventory"), "true", StringComparison.OrdinalIgnoreCase);
        Settings settings = configuration is null ? new Settings() : Read(configuration, cancellation);
        _environments = Property(global, "SecretGuardEnvironment").Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries);
        Declarable = new DeclarableSecrets(configuration?.Path ?? "", settings.Declaration);
        Lock = Find(options, "", LockFormat.FileName) is { } locked ? ReadLock(locked, settings.Declaration, cancellation) : null;
        _exclude = settings.Exclude;
        _takesEntries = baseline is not null && settings.Salt is not null; // under the salt that everybody knows nothing new is written
        var errors = new List<string>();
        Rules.RuleSet rules = RuleChoice.Make(settings, [], [], errors);
        _errors.AddRange(errors.Select(error => (configuration!.Path, default(LinePosition), error)));
        Detector = ReferenceEquals(rules, Catalogue.Default) ? Default.Value : new Detector(rules);
        Code = new CodeReader(Detector, settings.Sinks);
        _policy = new TriagePolicy
        {
            MinConfidence = settings.MinConfidence ?? Confidence.Medium,
            CompatPragmas = settings.CompatPragmas,
            RequireReason = settings.RequireReason,
            Allow = settings.Allow,
            Baseline = baseline is null ? Baseline.Empty : ReadBaseline(baseline, cancellation),
            Fingerprinter = new Fingerprinter(settings.Salt ?? Salt.Public),
        };
    }

    /// <summary>Whether the build makes an inventory of what the code refers to.</summary>
    public bool WantsInventory { get; }

    /// <summary>What the stores said when they were last asked; null where nobody knows.</summary>
    public LockIndex? Lock { get; }

    /// <summary>What would declare a secret.</summary>
    public DeclarableSecrets Declarable { get; }

    /// <summary>Whether the build asks about an environment.</summary>
    public bool AsksAbout(string environment) => _environments.Length == 0 || Array.IndexOf(_environments, environment) >= 0;

    /// <summary>The engine with the rules in force.</summary>
    public Detector Detector { get; }

    /// <summary>The reader of code.</summary>
    public CodeReader Code { get; }

    /// <summary>What is accepted in a file with these options.</summary>
    public ContentTriage TriageFor(AnalyzerConfigOptions options) => _triages.GetOrAdd(FileOptions.MinConfidence(options) ?? _policy.MinConfidence, confidence => new ContentTriage(_policy with { MinConfidence = confidence }));

    /// <summary>What is wrong in the options of a file, if nobody told it yet.</summary>
    public IEnumerable<string> ErrorsIn(AnalyzerConfigOptions options) => FileOptions.Errors(options).Where(error => _told.TryAdd(error, true));

    /// <summary>The project of a compilation; made once for the same options.</summary>
    public static AnalyzedProject Of(AnalyzerOptions options, CancellationToken cancellation)
    {
        if (!Known.TryGetValue(options, out AnalyzedProject? project))
        {
            project = new AnalyzedProject(options, cancellation);
            Known.GetValue(options, _ => project);
        }

        return project;
    }

    /// <summary>
    /// The baseline and the line in it that would accept a finding, for a code fix: whoever looks at the secret writes the reason. Not the fingerprint that
    /// triage makes on request: it makes one for all that is accepted already, too.
    /// </summary>
    public (string Path, string Line)? AcceptanceOf(Content content, Match match) =>
        _takesEntries ? (_baseline, BaselineFormat.Write(new BaselineEntry(_policy.Fingerprinter.Of(content, match)))) : null;

    /// <summary>A file's path relative to the repository, as reports and patterns have it.</summary>
    public string PathOf(string path)
    {
        string full = Normalize(path);
        return full.StartsWith(_root, StringComparison.OrdinalIgnoreCase) ? full.Substring(_root.Length) : full;
    }

    /// <summary>Whether the configuration leaves this path out.</summary>
    public bool IsExcluded(string path) => _exclude.IsMatch(path);

    /// <summary>Whether the path says that this is a test or a sample.</summary>
    public bool IsTrial(string path) => Detection.NamedValues.TypedLiteral.IsTrial(PathOf(path));

    /// <summary>Whether the build made this file: what it was made from is looked at.</summary>
    public bool IsIntermediate(string path) =>
        path.Length == 0 || (_intermediate.Length > 0 && Normalize(path).StartsWith(_intermediate, StringComparison.OrdinalIgnoreCase)) || !(path[0] == '/' || path.IndexOf(':') == 1 || path[0] == '\\');

    /// <summary>Whether an additional file is looked at for secrets: not our own files, and not what other analyzers are configured with.</summary>
    public bool Scans(AdditionalText file, string path) =>
        Parts(file.Path) is var name && name is not (BaselineName or LockFormat.FileName or SonarOptions) && file.Path != _baseline && !name.EndsWith(".globalconfig", StringComparison.OrdinalIgnoreCase) && !IsExcluded(path);

    /// <summary>What is wrong in one of our own files.</summary>
    public IEnumerable<Diagnostic> ErrorsIn(AdditionalText file, CancellationToken cancellation)
    {
        foreach ((string path, LinePosition place, string message) in _errors)
        {
            if (path == file.Path && file.GetText(cancellation) is { } text)
            {
                var line = text.Lines[Math.Min(place.Line, text.Lines.Count - 1)];
                var span = new TextSpan(Math.Min(line.Start + place.Character, line.End), 0);
                yield return Diagnostic.Create(Descriptors.InvalidConfiguration, Microsoft.CodeAnalysis.Location.Create(path, span, text.Lines.GetLinePositionSpan(span)), message);
            }
        }
    }

    /// <summary>The file that the build chose, else the one of that name.</summary>
    private static AdditionalText? Find(AnalyzerOptions options, string chosen, string name) => options.AdditionalFiles.FirstOrDefault(file =>
        chosen.Length > 0 ? string.Equals(Normalize(file.Path), Normalize(chosen), StringComparison.OrdinalIgnoreCase) : string.Equals(Parts(file.Path), name, StringComparison.OrdinalIgnoreCase));

    private static string Property(AnalyzerConfigOptions options, string name) => options.TryGetValue("build_property." + name, out string? value) ? value : "";

    private static string Normalize(string path) => path.Replace('\\', '/');

    private static string Parts(string path) => path.Substring(Normalize(path).LastIndexOf('/') + 1);

    private static string Parent(string path) => path.Substring(0, Math.Max(0, Normalize(path).LastIndexOf('/')));

    private Settings Read(AdditionalText file, CancellationToken cancellation)
    {
        SettingsResult result = SettingsReader.Read(file.GetText(cancellation)?.ToString() ?? "", file.Path);
        _errors.AddRange(result.Errors.Select(error => (file.Path, new LinePosition(Math.Max(0, error.Line - 1), Math.Max(0, error.Column - 1)), error.Message)));
        return result.Errors.Count == 0 ? result.Settings : new Settings { Salt = result.Settings.Salt }; // half a configuration may switch off what nobody meant
    }

    private Baseline ReadBaseline(AdditionalText file, CancellationToken cancellation)
    {
        var errors = new List<string>();
        Baseline baseline = BaselineFormat.Read(file.GetText(cancellation)?.ToString() ?? "", "", errors);
        Tell(file, errors);
        return baseline;
    }

    /// <summary>A lock of which a line is broken says nothing: that line may be about anything.</summary>
    private LockIndex? ReadLock(AdditionalText file, Declaration declaration, CancellationToken cancellation)
    {
        var errors = new List<string>();
        IReadOnlyList<LockRecord> records = LockFormat.Read(file.GetText(cancellation)?.ToString() ?? "", "", errors);
        Tell(file, errors);
        return errors.Count == 0 ? new LockIndex(records, declaration) : null;
    }

    /// <summary>Errors of the form <c>(line): what</c>.</summary>
    private void Tell(AdditionalText file, List<string> errors)
    {
        foreach (string error in errors)
        {
            int close = error.IndexOf(')');
            int line = close > 1 && int.TryParse(error.Substring(1, close - 1), out int number) ? number - 1 : 0;
            _errors.Add((file.Path, new LinePosition(line, 0), error.Substring(error.IndexOf(": ", StringComparison.Ordinal) + 2)));
        }
    }
}
