using SecretGuard.Detection;

namespace SecretGuard.Triage;

/// <summary>The lines that detect-secrets' comments accept, for whoever must say the same as detect-secrets does.</summary>
public static class PragmaLines
{
    /// <summary>1-based numbers of the lines that a comment on them, or alone on the line above, accepts.</summary>
    public static IReadOnlyCollection<int> Of(Content content)
    {
        var found = new List<InlineSuppression>();
        if (!content.IsBinary)
        {
            PragmaMarkers.Read(content, found);
        }

        var map = new LineMap(content);
        var lines = new HashSet<int>();
        foreach (InlineSuppression suppression in found)
        {
            foreach (TextRange range in suppression.Ranges)
            {
                lines.Add(map.Find(range.Start).Line);
            }
        }

        return lines;
    }
}
