using SecretGuard.Cli.Scanning;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Verifying;

/// <summary>Makes findings of complaints, file by file: comments, allowlist and baseline accept them as they accept secrets.</summary>
/// <param name="options">What is accepted.</param>
internal sealed class ReferenceFindings(ScanOptions options)
{
    /// <summary>The findings of all files, sorted by place.</summary>
    public OutcomeSum Make(IEnumerable<Complaint> complaints, CancellationToken cancellation)
    {
        var sum = new OutcomeSum([]);
        var detector = new Detector(options.Rules);
        var triage = new ContentTriage(options.Policy with { TellsUnused = false, MinConfidence = Confidence.Low });
        foreach (IGrouping<string, Complaint> file in complaints.Where(complaint => !RuleChoice.IsOff(options.Project.Settings, complaint.Rule)).GroupBy(complaint => complaint.Location.Path, StringComparer.Ordinal).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            Content content = Read(file.Key);
            sum.Add(new FileOutcome([triage.Judge(content, Complaint.ToMatches(file, content), detector.Detect(content), cancellation)], new ReportCounts(0, 0, 0), []));
        }

        return sum;
    }

    /// <summary>The file; without a text where it went away meanwhile, for what was found is still true.</summary>
    private Content Read(string path)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(Path.GetFullPath(path, options.Project.Root));
            return Content.FromBytes(bytes, bytes.Length, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Content.FromText("\n", path);
        }
    }
}
