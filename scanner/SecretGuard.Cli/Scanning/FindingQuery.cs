using System.Globalization;
using SecretGuard.Cli.Sources.Archives;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Scanning;

/// <summary>Finds one finding again, by its fingerprint or its place. Only files that can hold it are scanned where that is known.</summary>
internal sealed record FindingQuery(ScanOptions Options, Func<Finding, bool> IsWanted)
{
    public static FindingQuery Parse(string text, ScanOptions options)
    {
        options = options with { Policy = options.Policy with { WantsFingerprints = true, MinConfidence = Confidence.Low } };
        if (Fingerprint.TryParse(text) is { } fingerprint)
        {
            string wanted = fingerprint.ToString();
            return new FindingQuery(
                options with
                {
                    Current = options.Project.Root,
                    Rules = options.Rules.Select(rule => rule.Slug == fingerprint.Rule, [], []),

                    // An archive's name says nothing about its members'.
                    Exclude = options.Archives ? options.Exclude : new GlobList([.. options.Exclude.Globs, Glob.Parse("**"), .. SameName(fingerprint.Scope)]),
                },
                finding => finding.Fingerprint == wanted);
        }

        int colon = text.LastIndexOf(':');
        if (colon <= 0 || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int line))
        {
            throw new UsageException($"'{text}' is neither a fingerprint (sg1:rule:file:digest) nor a place (path:line)");
        }

        string path = text[..colon];
        string? archive = Path.Exists(Path.Combine(options.Current, path)) ? null : MemberPath.OutermostOf(path);
        if (archive is not null)
        {
            return new FindingQuery(options with { Paths = [archive], Archives = true }, finding => finding.Location.Path.EndsWith(path[archive.Length..], StringComparison.Ordinal) && Holds(finding, line));
        }

        return new FindingQuery(options with { Paths = [path] }, finding => Holds(finding, line));
    }

    /// <summary>A report of what is wanted alone.</summary>
    public Report Run(CancellationToken cancellation)
    {
        Report report = new ScanRunner(Options).Run(cancellation).Report;
        return report with
        {
            Command = "explain",
            Findings = [.. report.Findings.Where(IsWanted)],
            Suppressed = [.. report.Suppressed.Where(suppressed => IsWanted(suppressed.Finding))],
            Notices = [],
        };
    }

    private static bool Holds(Finding finding, int line) => finding.Location.StartLine <= line && finding.Location.EndLine >= line;

    /// <summary>Takes files of the scope's name back in. An encoded name has no pattern of its own: then every file is looked at.</summary>
    private static Glob[] SameName(string scope) => [Glob.Parse("!" + (scope.Contains('%', StringComparison.Ordinal) ? "**" : scope))];
}
