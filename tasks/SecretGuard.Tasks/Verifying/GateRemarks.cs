using System.Text;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Tasks.Projects;
using SecretGuard.Tasks.Scanning;
using SecretGuard.Triage;

namespace SecretGuard.Tasks.Verifying;

/// <summary>Makes remarks of complaints, file by file, less what comments, allowlist and baseline accept.</summary>
internal static class GateRemarks
{
    /// <summary>The remarks, sorted by place.</summary>
    public static IEnumerable<Remark> Of(IEnumerable<Complaint> complaints, string root, ProjectPolicy policy) =>
        complaints.GroupBy(complaint => Path.GetFullPath(Path.Combine(root, complaint.Location.Path)), FilePaths.Comparer).OrderBy(file => file.Key, StringComparer.Ordinal)
            .SelectMany(file => InFile(file.Key, file, policy));

    private static IEnumerable<Remark> InFile(string path, IEnumerable<Complaint> complaints, ProjectPolicy policy)
    {
        // Without a text where the file went away meanwhile: what was found is still true.
        byte[] bytes = File.Exists(path) ? File.ReadAllBytes(path) : Encoding.UTF8.GetBytes("\n");
        Content content = Content.FromBytes(bytes, bytes.Length, policy.PathOf(path));
        IReadOnlyList<Match> matches = Complaint.ToMatches(complaints, content);
        TriagedContent judged = policy.Triage.Judge(content, matches, matches);
        for (int i = 0; i < judged.Findings.Count; i++)
        {
            yield return Of(judged.Findings[i], judged.Matches[i], path);
        }
    }

    private static Remark Of(Finding finding, Match match, string path) =>
        new(finding.DiagnosticId, finding.Severity, $"{finding.Title} [{finding.Rule}]: {match.Subject}: {match.Reason}. {match.Rule.Advice}", finding.Location with { Path = path })
        {
            Rule = finding.Rule,
            Fingerprint = finding.Fingerprint ?? "",
            Subject = match.Subject ?? "",
            Reason = match.Reason ?? "",
        };
}
