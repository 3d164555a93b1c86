using SecretGuard.Detection;
using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Filters;
using SecretGuard.DetectSecrets.Lines;
using SecretGuard.DetectSecrets.Plugins;
using SecretGuard.Findings;
using SecretGuard.Triage;

namespace SecretGuard.DetectSecrets.Scanning;

/// <summary>Runs SecretGuard's own rules over a file; each kind is reported under its rule's title. Thread-safe.</summary>
/// <param name="detector">The rules, those of secretguard.yml too.</param>
/// <param name="policy">What secretguard.yml and comments accept.</param>
/// <param name="filters">What the user excludes.</param>
internal sealed class ExtraScan(Lazy<Detector> detector, TriagePolicy policy, FilterSet filters)
{
    /// <summary>The name by which an option turns these rules off, as if they were a plugin.</summary>
    public const string Name = "SecretGuard";

    private readonly ContentTriage _triage = new(policy);

    /// <summary>What the rules find where <paramref name="counts"/> lets a line count.</summary>
    public List<FoundSecret> Scan(FileText file, Func<int, bool> counts)
    {
        IReadOnlyList<Match> seen = detector.Value.See(file.Content);
        TriagedContent judged = _triage.Judge(file.Content, detector.Value.Resolve(seen), seen);
        var found = new List<FoundSecret>(judged.Findings.Count);
        for (int i = 0; i < judged.Findings.Count; i++)
        {
            Finding finding = judged.Findings[i];
            string value = FileText.Decode(file.Content.Buffer.AsSpan(judged.Matches[i].Start, judged.Matches[i].Length));
            if (counts(finding.Location.StartLine) && !filters.ExcludesLine(file.Lines[finding.Location.StartLine - 1]) && !filters.ExcludesSecret(value))
            {
                var identity = new SecretIdentity(file.Path, SecretIdentity.HashOf(value), TypeOf(finding.Title));
                found.Add(new FoundSecret(identity, finding.Location.StartLine, value) { Captured = value, IsExtra = true });
            }
        }

        return found;
    }

    /// <summary>The rule's title, told apart from the kinds that plugins report: their entries are hashed in another way.</summary>
    public static string TypeOf(string title) => PluginCatalogue.NamesByType.ContainsKey(title) ? $"{title} ({Name})" : title;
}
