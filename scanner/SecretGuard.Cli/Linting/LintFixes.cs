using System.Text;
using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Linting;

/// <summary>Mends what can be mended without thought: what is found and not accepted, where the lint says what is to stand there.</summary>
/// <param name="root">The repository's folder.</param>
internal sealed class LintFixes(string root)
{
    /// <summary>The files as they are to be. A file that is not UTF-8 is left as it is.</summary>
    /// <param name="complaints">Everything that is wrong.</param>
    /// <param name="findings">Of that what nobody accepts.</param>
    public IReadOnlyList<FileChange> Plan(IEnumerable<Complaint> complaints, IReadOnlyList<Finding> findings)
    {
        HashSet<(string, Location)> told = [.. findings.Select(finding => (finding.Rule, finding.Location))];
        return [.. complaints.Where(complaint => complaint.Replacement is not null && told.Contains((complaint.Rule.Slug, complaint.Location)))
            .GroupBy(complaint => complaint.Location.Path, StringComparer.Ordinal).Select(Change).OfType<FileChange>()];
    }

    private FileChange? Change(IGrouping<string, Complaint> file)
    {
        string path = Path.GetFullPath(file.Key, root);
        byte[] bytes = File.ReadAllBytes(path);
        var content = Content.FromBytes(bytes, bytes.Length, file.Key);
        string before;
        try
        {
            before = new UTF8Encoding(false, true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        var offsets = new TextOffsets(content);
        byte[] text = content.Buffer.AsSpan(0, content.Length).ToArray();
        var after = new List<byte>(text);
        int last = int.MaxValue; // changes that overlap wait for the next run
        foreach ((int start, int end, string replacement) in file.Distinct().Select(complaint => (Start: offsets.Of(complaint.Location.StartLine, complaint.Location.StartColumn), End: offsets.Of(complaint.Location.EndLine, complaint.Location.EndColumn), complaint.Replacement!)).OrderByDescending(edit => edit.Start))
        {
            if (end <= last && end <= text.Length && start <= end)
            {
                after.RemoveRange(start, end - start);
                after.InsertRange(start, Encoding.UTF8.GetBytes(replacement));
                last = start;
            }
        }

        string mark = before.StartsWith('\uFEFF') && !(text is [0xEF, 0xBB, 0xBF, ..]) ? "\uFEFF" : "";
        return new FileChange(path, before, mark + Encoding.UTF8.GetString([.. after]));
    }
}
