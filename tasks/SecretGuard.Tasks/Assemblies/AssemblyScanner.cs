using System.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Tasks.Projects;
using SecretGuard.Tasks.Scanning;
using SecretGuard.Triage;

namespace SecretGuard.Tasks.Assemblies;

/// <summary>
/// Looks for secrets in an assembly that no file shows which was looked at: those of generated code, of constants of other assemblies, of generated resources. A
/// literal has lost its name, and a string in <c>.resources</c> names a text for people, so only what is unmistakable without one counts there. Other resources
/// are members of the assembly like those of an archive.
/// </summary>
internal sealed class AssemblyScanner(ProjectPolicy policy, LookedAt lookedAt)
{
    private const string AdviceToSwitchOff = "Set SecretGuardScanOutput to false to build without this step.";

    private readonly FileScanner _members = new(policy, lookedAt);

    /// <summary>What is in an assembly. Whatever hinders it is a remark.</summary>
    public ScannedFile Scan(FileInfo assembly)
    {
        try
        {
            byte[] image = File.ReadAllBytes(assembly.FullName);
            List<string> literals = UserStrings.Read(image);
            var remarks = new List<Remark>();
            foreach (ManifestResource resource in ManifestResources.Read(image))
            {
                Sort(resource, $"{assembly.FullName}!/{resource.Name}", literals, remarks);
            }

            return Of(assembly, [.. Judge(assembly.FullName, literals), .. remarks]);
        }
        catch (Exception error)
        {
            string reason = error is InvalidDataException ? "its metadata cannot be read." : $"this task failed on it ({error.GetType().Name}).";
            return Of(assembly, [Remark.NotLookedAt(assembly.FullName, reason, AdviceToSwitchOff)]) with { IsComplete = false };
        }
    }

    private void Sort(ManifestResource resource, string path, List<string> literals, List<Remark> remarks)
    {
        if (policy.IsExcluded(path))
        {
            return;
        }

        if (resource.Bytes.Length > policy.LargestFile)
        {
            remarks.Add(Remark.TooLarge(path, policy.LargestFile));
        }
        else if (!ResourceStrings.IsOne(resource.Bytes))
        {
            remarks.AddRange(_members.Judge(resource.Bytes, path));
        }
        else
        {
            try
            {
                literals.AddRange(ResourceStrings.Read(resource.Bytes));
            }
            catch (InvalidDataException)
            {
                remarks.Add(Remark.NotLookedAt(path, "its strings cannot be read.", AdviceToSwitchOff));
            }
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
                if (IsUnmistakable(match) && !lookedAt.ShowsPartOf(Encoding.UTF8.GetString(content.Buffer, match.Start, match.Length)))
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

    private static Remark OfAssembly(Finding finding, Match match, string path) => Remark.Of(finding, match, path) with
    {
        Id = DiagnosticIds.SecretInCode,
        Message = $"{finding.Title} [{finding.Rule}] stands in the assembly, and in no source of the project: generated code, a generated resource or a constant of another assembly brings it. {match.Rule.Advice}",
        Location = new Location(path, 0, 0, 0, 0),
    };

    private static ScannedFile Of(FileInfo file, IReadOnlyList<Remark> remarks) => new(file.FullName, file.Length, file.LastWriteTimeUtc.Ticks, remarks);
}
