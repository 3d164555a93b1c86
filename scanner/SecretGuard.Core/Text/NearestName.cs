namespace SecretGuard.Text;

/// <summary>Finds what somebody probably meant, for "did you mean".</summary>
public static class NearestName
{
    private const int ShortestBeginning = 3;

    private static readonly char[] Separators = ['/', ':'];

    /// <summary>
    /// The candidate that takes fewest edits; where none takes less than about a third of the letters of the word, or of the last name of a path or a key, the shortest that begins with
    /// the word; or null.
    /// </summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        string? best = null, longer = null;
        int last = word.Length - (word.LastIndexOfAny(Separators) + 1); // of a path or a key the last name: the folders before it are alike in most others too
        int fewest = Math.Max(1, Math.Min(last, 64) / 3) + 1;
        foreach (string candidate in candidates)
        {
            int edits = Distance(word, candidate, fewest);
            if (edits < fewest)
            {
                (best, fewest) = (candidate, edits);
            }

            if (word.Length >= ShortestBeginning && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (longer is null || candidate.Length < longer.Length))
            {
                longer = candidate;
            }
        }

        return best ?? longer;
    }

    /// <summary><c>; did you mean 'x'?</c>, or nothing.</summary>
    public static string Hint(string word, IEnumerable<string> candidates) =>
        Find(word, candidates) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours; at least <paramref name="limit"/> where it is no less.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit)
        {
            return limit;
        }

        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last) = (last, row);
        }

        return last[b.Length];
    }
}
