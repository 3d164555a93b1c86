using System.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Tasks.Projects;
using SecretGuard.Tasks.Scanning;
using SecretGuard.Triage;

namespace SecretGuard.Tasks.Assemblies;

/// <summary>
/// Looks for secrets among the literals of an assembly that no source shows: in generated code, and in constants of other assemblies. A literal has lost
/// its name, so only what is unmistakable without one counts.
/// </summary>
internal sealed class AssemblyScanner(ProjectPolicy policy, IReadOnlyList<string> sources)
{
    /// <summary>A source that shows so much of the beginning or the end of a value shows the value, perhaps in pieces: the analyzers look at it there.</summary>
    private const int Shown = 8;

    private readonly Lazy<string[]> _texts = new(() => [.. sources.Where(File.Exists).Select(File.ReadAllText)]);

    /// <summary>What is in an assembly. Whatever hinders it is a remark.</summary>
    public ScannedFile Scan(FileInfo assembly)
    {
        try
        {
            return Of(assembly, Judge(assembly.FullName, UserStrings.Read(File.ReadAllBytes(assembly.FullName))));
        }
        catch (Exception error)
        {
            string reason = error is InvalidDataException ? "its metadata cannot be read." : $"this task failed on it ({error.GetType().Name}).";
            return Of(assembly, [Remark.NotLookedAt(assembly.FullName, reason, "Set SecretGuardScanOutput to false to build without this step.")]) with { IsComplete = false };
        }
    }

    private List<Remark> Judge(string path, IReadOnlyList<string> literals)
    {
        var remarks = new List<Remark>();
        foreach (string literal in Suspects(literals))
        {
            Content content = Content.FromText(literal, policy.PathOf(path));
            IReadOnlyList<Match> seen = policy.Detector.See(content);
            TriagedContent judged = policy.Triage.Judge(content, policy.Detector.Resolve(seen), seen);
            for (int i = 0; i < judged.Findings.Count; i++)
            {
                Match match = judged.Matches[i];
                if (IsUnmistakable(match) && !IsShown(Encoding.UTF8.GetString(content.Buffer, match.Start, match.Length)))
                {
                    remarks.Add(OfAssembly(judged.Findings[i], match, path));
                }
            }
        }

        return remarks;
    }

    /// <summary>All literals are read as one text, which costs a fraction of reading each; the few with a match are read again alone, without their neighbours.</summary>
    private IEnumerable<string> Suspects(IReadOnlyList<string> literals)
    {
        const string Between = "\n\n";
        Content all = Content.FromText(string.Join(Between, literals), "literals.txt");
        Match[] matches = [.. policy.Detector.Detect(all).Where(IsUnmistakable)];
        int start = 0, next = 0;
        foreach (string literal in matches.Length == 0 ? [] : literals)
        {
            int end = start + Encoding.UTF8.GetByteCount(literal);
            while (next < matches.Length && matches[next].Start < start)
            {
                next++;
            }

            if (next < matches.Length && matches[next].Start < end)
            {
                yield return literal;
            }

            start = end + Between.Length;
        }
    }

    private static bool IsUnmistakable(Match match) => match.Confidence >= Confidence.High && !match.Rule.IsGeneric;

    private bool IsShown(string value)
    {
        string head = value.Substring(0, Math.Min(Shown, value.Length)), tail = value.Substring(Math.Max(0, value.Length - Shown));
        return _texts.Value.Any(text => text.Contains(head) || text.Contains(tail));
    }

    private static Remark OfAssembly(Finding finding, Match match, string path) => Remark.Of(finding, match, path) with
    {
        Id = DiagnosticIds.SecretInCode,
        Message = $"{finding.Title} [{finding.Rule}] stands in the assembly, and in no source of the project: generated code or a constant of another assembly brings it. {match.Rule.Advice}",
        Location = new Location(path, 0, 0, 0, 0),
    };

    private static ScannedFile Of(FileInfo file, IReadOnlyList<Remark> remarks) => new(file.FullName, file.Length, file.LastWriteTimeUtc.Ticks, remarks);
}
