using SecretGuard.Cli.Scanning;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Reporting;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Verifying;

/// <summary>Something that is wrong at a place.</summary>
/// <param name="Rule">What.</param>
/// <param name="Location">Where.</param>
/// <param name="Subject">What it is about, for people.</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record Complaint(Rule Rule, Location Location, string Subject, string Reason);

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
        foreach (IGrouping<string, Complaint> file in complaints.GroupBy(complaint => complaint.Location.Path, StringComparer.Ordinal).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            Content content = Read(file.Key);
            var offsets = new TextOffsets(content);
            Match[] matches = [.. file.Distinct().Select(complaint => MatchOf(offsets, complaint)).OrderBy(match => match.Start).ThenBy(match => match.Rule.Slug, StringComparer.Ordinal).ThenBy(match => match.Subject, StringComparer.Ordinal)];
            sum.Add(new FileOutcome([triage.Judge(content, matches, detector.Detect(content), cancellation)], new ReportCounts(0, 0, 0), []));
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

    private static Match MatchOf(TextOffsets offsets, Complaint complaint)
    {
        int start = offsets.Of(complaint.Location.StartLine, complaint.Location.StartColumn);
        int end = Math.Max(start, offsets.Of(complaint.Location.EndLine, complaint.Location.EndColumn));
        return new Match(complaint.Rule, start, end - start, Confidence.VeryHigh, complaint.Reason) { Subject = complaint.Subject };
    }
}
