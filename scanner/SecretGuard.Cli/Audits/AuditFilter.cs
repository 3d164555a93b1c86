using SecretGuard.Cli.Sources;
using SecretGuard.Findings;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Audits;

/// <summary>
/// Chooses secrets by rule and path: <c>rule:generic-*</c> and <c>path:tests/**</c>, several of a kind widen it, and every other word must
/// stand in the rule, the title or the path. Patterns are those of the allowlist.
/// </summary>
internal sealed class AuditFilter
{
    private const string RulePrefix = "rule:";
    private const string PathPrefix = "path:";

    private readonly AllowEntry _patterns;
    private readonly IReadOnlyList<string> _words;

    private AuditFilter(string text, AllowEntry patterns, IReadOnlyList<string> words) => (Text, _patterns, _words) = (text, patterns, words);

    /// <summary>Lets everything through.</summary>
    public static AuditFilter Everything { get; } = Of([], []);

    /// <summary>The filter as it was typed.</summary>
    public string Text { get; }

    /// <summary>Whether nothing narrows it.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>A filter of patterns alone. Throws <see cref="FormatException"/> where one matches nothing.</summary>
    public static AuditFilter Of(IReadOnlyList<string> rules, IReadOnlyList<string> paths) =>
        Make(string.Join(' ', rules.Select(rule => RulePrefix + rule).Concat(paths.Select(path => PathPrefix + path))), rules, paths, []);

    /// <summary>Reads what somebody typed. Throws <see cref="FormatException"/> where a pattern matches nothing.</summary>
    public static AuditFilter Parse(string text)
    {
        List<string> rules = [], paths = [], words = [];
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            (List<string> kind, string rest) = word.StartsWith(RulePrefix, StringComparison.OrdinalIgnoreCase) ? (rules, word[RulePrefix.Length..])
                : word.StartsWith(PathPrefix, StringComparison.OrdinalIgnoreCase) ? (paths, word[PathPrefix.Length..])
                : (words, word);
            kind.Add(rest);
        }

        return Make(text.Trim(), rules, paths, words);
    }

    /// <summary>Reads what somebody types; false, and why, where a pattern matches nothing (yet).</summary>
    public static bool TryParse(string text, out AuditFilter filter, out string? error)
    {
        try
        {
            (filter, error) = (Parse(text), null);
            return true;
        }
        catch (FormatException wrong)
        {
            (filter, error) = (Everything, wrong.Message);
            return false;
        }
    }

    /// <summary>Patterns for what is like a secret: the filter in force, then its rule and the folders of its places, each alone too.</summary>
    public static IReadOnlyList<string> Like(AuditItem item, AuditFilter inForce)
    {
        string rule = RulePrefix + item.First.Rule, folders = string.Join(' ', item.Places.Select(place => PathPrefix + Folder(place.Location.Path)).Distinct(StringComparer.Ordinal));
        return [.. new[] { inForce.Text, $"{rule} {folders}", rule, folders }.Where(pattern => pattern.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a secret has a place that matches: it is shown.</summary>
    public bool Shows(AuditItem item) => item.Places.Any(Matches);

    /// <summary>Whether every place of a secret matches: only then may a decision by pattern take it, for it holds at all of them.</summary>
    public bool Covers(AuditItem item) => item.Places.All(Matches);

    private static AuditFilter Make(string text, IReadOnlyList<string> rules, IReadOnlyList<string> paths, IReadOnlyList<string> words) =>
        new(text, new AllowEntry { Rules = rules, Paths = new GlobList([.. paths.Select(path => Glob.ParseChecked(FileListing.WithSlashes(path)))]) }, words);

    private bool Matches(Finding place) => _patterns.Concerns(place.Location.Path, place.Rule) && _words.All(word => Holds(place, word));

    /// <summary>A path as a pattern that stands for it: what acts in one is taken as it is, and a blank, which ends a word here, is any character.</summary>
    private static string Literal(string path) =>
        string.Concat(path.Select(c => c switch { ' ' => "?", '*' or '?' or '[' or '{' or '\\' => $"\\{c}", _ => c.ToString() }));

    /// <summary>What lies in the folder of a file; of a file at the root, itself.</summary>
    private static string Folder(string path) => path.LastIndexOf('/') is > 0 and var slash ? Literal(path[..slash]) + "/**" : Literal(path);

    private static bool Holds(Finding place, string word) =>
        place.Rule.Contains(word, StringComparison.OrdinalIgnoreCase)
        || place.Title.Contains(word, StringComparison.OrdinalIgnoreCase)
        || place.Location.Path.Contains(word, StringComparison.OrdinalIgnoreCase);
}
