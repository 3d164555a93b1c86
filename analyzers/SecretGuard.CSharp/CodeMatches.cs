using SecretGuard.Findings;

namespace SecretGuard.CSharp;

/// <summary>The secrets of one file in the order of the text, one for each place: what is told first stays, unless it was doubted.</summary>
internal sealed class CodeMatches
{
    private static readonly Comparer<CodeMatch> ByStart = Comparer<CodeMatch>.Create((a, b) => a.Span.Start.CompareTo(b.Span.Start));

    // None reaches into another, so that a search finds what overlaps a place.
    private readonly List<CodeMatch> _matches = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<CodeMatch> All => _matches;

    /// <summary>Adds what is not told yet, or was doubted until now.</summary>
    public void Add(CodeMatch match)
    {
        int at = _matches.BinarySearch(match, ByStart);
        at = at < 0 ? ~at : at;
        at -= at > 0 && _matches[at - 1].Span.OverlapsWith(match.Span) ? 1 : 0;
        int known = 0;
        for (; at + known < _matches.Count && (_matches[at + known].Span.OverlapsWith(match.Span) || _matches[at + known].Span.Start == match.Span.Start); known++)
        {
            Confidence told = _matches[at + known].Match.Confidence;
            if (told >= Confidence.Medium || match.Match.Confidence <= told)
            {
                return;
            }
        }

        _matches.RemoveRange(at, known);
        _matches.Insert(at, match);
    }
}
