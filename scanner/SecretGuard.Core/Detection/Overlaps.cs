using SecretGuard.Findings;

namespace SecretGuard.Detection;

/// <summary>Leaves one match for one secret: the surest, then the one that says most about its kind.</summary>
internal static class Overlaps
{
    public static IReadOnlyList<Match> Resolve(IReadOnlyList<Match> matches)
    {
        if (matches.Count < 2)
        {
            return matches;
        }

        var ordered = new List<Match>(matches);
        ordered.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : Rank(a, b));
        var kept = new List<Match>(ordered.Count);
        int first = 0;
        while (first < ordered.Count)
        {
            // A run of matches that touch each other is resolved by itself.
            int end = ordered[first].End, last = first + 1;
            for (; last < ordered.Count && ordered[last].Start < end; last++)
            {
                end = Math.Max(end, ordered[last].End);
            }

            ResolveRun(ordered.GetRange(first, last - first), kept);
            first = last;
        }

        return kept;
    }

    private static void ResolveRun(List<Match> run, List<Match> kept)
    {
        int before = kept.Count;
        run.Sort(Rank);
        foreach (Match match in run)
        {
            // What is kept of a run is disjoint and sorted: only the neighbours of the place can overlap.
            int low = before, high = kept.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = kept[middle].Start < match.Start ? (middle + 1, high) : (low, middle);
            }

            bool covered = (low > before && kept[low - 1].End > match.Start) || (low < kept.Count && (kept[low].Start < match.End || kept[low].Start == match.Start));
            if (!covered)
            {
                kept.Insert(low, match);
            }
        }
    }

    private static int Rank(Match a, Match b)
    {
        // What was verified covers what only looks like something: a token that happens to stand inside a key's Base64.
        int order = (b.Confidence == Confidence.VeryHigh).CompareTo(a.Confidence == Confidence.VeryHigh);
        order = order != 0 ? order : HasProvider(b).CompareTo(HasProvider(a));

        // Who read the syntax around knows better than who only read a name: what kind it is, and how sure that is. A doubt is no knowledge.
        order = order != 0 ? order : OnlyGuesses(a).CompareTo(OnlyGuesses(b));
        order = order != 0 ? order : b.Confidence.CompareTo(a.Confidence);
        order = order != 0 ? order : a.Rule.IsGeneric.CompareTo(b.Rule.IsGeneric);
        order = order != 0 ? order : b.Length.CompareTo(a.Length);
        order = order != 0 ? order : a.Encodings.CompareTo(b.Encodings);
        order = order != 0 ? order : a.Start.CompareTo(b.Start);
        return order != 0 ? order : string.CompareOrdinal(a.Rule.Slug, b.Rule.Slug);
    }

    /// <summary>
    /// Whether the match gives way to a surer one: it comes of a name alone, or the syntax left it in doubt. The rules that are never told by default
    /// know their values to be harmless: hashes, keys under a password, signatures that expire.
    /// </summary>
    private static bool OnlyGuesses(Match match) => match.Rule.IsGeneric || (match.Confidence == Confidence.Low && match.Rule.Confidence > Confidence.Low && !match.IsHarmless);

    private static bool HasProvider(Match match) => match.Rule.Provider.Length > 0;
}
