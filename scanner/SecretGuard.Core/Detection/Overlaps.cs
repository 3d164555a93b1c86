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
            bool covered = false;
            for (int i = before; i < kept.Count && !covered; i++)
            {
                covered = match.Start < kept[i].End && kept[i].Start < match.End;
            }

            if (!covered)
            {
                kept.Add(match);
            }
        }

        kept.Sort(before, kept.Count - before, Comparer<Match>.Create(static (a, b) => a.Start.CompareTo(b.Start)));
    }

    private static int Rank(Match a, Match b)
    {
        // What was verified covers what only looks like something: a token that happens to stand inside a key's Base64.
        int order = (b.Confidence == Confidence.VeryHigh).CompareTo(a.Confidence == Confidence.VeryHigh);
        order = order != 0 ? order : HasProvider(b).CompareTo(HasProvider(a));
        order = order != 0 ? order : b.Confidence.CompareTo(a.Confidence);
        order = order != 0 ? order : b.Length.CompareTo(a.Length);
        order = order != 0 ? order : a.Start.CompareTo(b.Start);
        return order != 0 ? order : string.CompareOrdinal(a.Rule.Slug, b.Rule.Slug);
    }

    private static bool HasProvider(Match match) => match.Rule.Provider.Length > 0;
}
