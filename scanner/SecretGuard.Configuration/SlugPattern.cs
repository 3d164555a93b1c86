namespace SecretGuard.Configuration;

/// <summary>A rule's slug, or several: <c>*</c> stands for any characters.</summary>
public static class SlugPattern
{
    /// <summary>Whether a slug is named by one of the patterns.</summary>
    public static bool MatchesAny(IReadOnlyList<string> patterns, string slug)
    {
        foreach (string pattern in patterns)
        {
            if (Matches(pattern, slug))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the pattern names the slug. Linear in practice: only the last star is gone back to.</summary>
    public static bool Matches(string pattern, string slug)
    {
        int p = 0, s = 0, star = -1, from = 0;
        while (s < slug.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, from) = (p++, s);
            }
            else if (p < pattern.Length && pattern[p] == slug[s])
            {
                (p, s) = (p + 1, s + 1);
            }
            else if (star >= 0)
            {
                (p, s) = (star + 1, ++from);
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }
}
