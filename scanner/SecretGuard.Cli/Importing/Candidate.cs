using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Importing;

/// <summary>A secret that SecretGuard sees in a file, to be held against entries of others.</summary>
/// <param name="Finding">As it would be told, at any confidence.</param>
/// <param name="Match">Where its value stands.</param>
/// <param name="Accepted">Who accepts it already, or null.</param>
internal sealed record Candidate(Finding Finding, Match Match, SuppressionKind? Accepted)
{
    /// <summary>All secrets in a content, in the order of the text.</summary>
    public static IReadOnlyList<Candidate> In(Content content, Detector detector, TriagePolicy policy)
    {
        IReadOnlyList<Match> seen = detector.See(content), matches = detector.Resolve(seen);
        if (content.IsBinary || matches.Count == 0)
        {
            return [];
        }

        TriagedContent judged = new ContentTriage(policy with { MinConfidence = Confidence.Low, WantsFingerprints = false }).Judge(content, matches, seen);
        IReadOnlyList<Finding> all = FindingBuilder.Build(content, matches, seen);
        return [.. all.Select((finding, i) => new Candidate(finding, matches[i], judged.Suppressed.FirstOrDefault(suppressed => suppressed.Finding.Location == finding.Location && suppressed.Finding.Rule == finding.Rule)?.Kind))];
    }
}
