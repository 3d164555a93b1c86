using SecretGuard.Detection;

namespace SecretGuard.Triage;

/// <summary>All inline suppressions of a content.</summary>
internal static class InlineSuppressions
{
    /// <summary>Reads them in the order of the text. <paramref name="compatible"/>: other tools' markers too.</summary>
    public static List<InlineSuppression> Read(Content content, bool compatible)
    {
        var found = new List<InlineSuppression>();
        if (content.IsBinary)
        {
            return found;
        }

        OwnMarkers.Read(content, found);
        PragmaMarkers.Read(content, found);
        if (FileSyntaxes.Of(content.Path) == FileSyntax.Json)
        {
            JsonMarkers.Read(content, found);
        }

        if (compatible)
        {
            CompatibleMarkers.Read(content, found);
        }

        if (found.Count > 1)
        {
            found.Sort(static (a, b) => a.Offset.CompareTo(b.Offset));
        }

        return found;
    }

    /// <summary>The reason to tell: never one that holds a secret itself.</summary>
    public static string? ReasonOf(InlineSuppression suppression, IReadOnlyList<Match> matches)
    {
        foreach (Match match in matches)
        {
            if (suppression.ReasonRange.Touches(match.Start, match.End))
            {
                return "(not shown: it holds a secret itself)";
            }
        }

        return suppression.Reason;
    }
}
