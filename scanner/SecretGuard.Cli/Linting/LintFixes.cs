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
        return [.. complaints.Where(complaint => complaint.IsMendable && told.Contains((complaint.Rule.Slug, complaint.Location)))
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
        foreach (Edit edit in Compatible(file.Distinct().Select(complaint => complaint.Edits.Select(edit => Edit.Of(edit, offsets)).ToArray()), text.Length).OrderByDescending(edit => edit.Start))
        {
            after.RemoveRange(edit.Start, edit.End - edit.Start);
            after.InsertRange(edit.Start, Encoding.UTF8.GetBytes(edit.Text));
        }

        string mark = before.StartsWith('\uFEFF') && !(text is [0xEF, 0xBB, 0xBF, ..]) ? "\uFEFF" : "";
        return new FileChange(path, before, mark + Encoding.UTF8.GetString([.. after]));
    }

    /// <summary>The changes of complaints that do not meet those of others; what does waits for the next run, as a whole.</summary>
    private static List<Edit> Compatible(IEnumerable<Edit[]> mending, int length)
    {
        var kept = new List<Edit>();
        foreach (Edit[] edits in mending.OrderByDescending(edits => edits[0].Start))
        {
            if (!Array.Exists(edits, edit => edit.Start > edit.End || edit.End > length || kept.Exists(edit.Meets)))
            {
                kept.AddRange(edits);
            }
        }

        return kept;
    }

    private readonly record struct Edit(int Start, int End, string Text)
    {
        public static Edit Of(TextEdit edit, TextOffsets offsets) => new(
            offsets.Of(edit.Location.StartLine, edit.Location.StartColumn), offsets.Of(edit.Location.EndLine, edit.Location.EndColumn), edit.Text);

        /// <summary>Whether two changes cannot both be made; what both put in at one place would come twice.</summary>
        public bool Meets(Edit other) => Start == other.Start || (Start < other.End && other.Start < End);
    }
}
