namespace SecretGuard.Triage;

/// <summary>Matches one segment of a path against one segment of a pattern.</summary>
internal static class GlobSegment
{
    /// <summary>Whether the whole of <paramref name="text"/> matches. A star that failed is only ever extended, never tried anew: no worse than the product of both lengths.</summary>
    public static bool IsMatch(string pattern, string text)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            int next = p;
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && MatchesOne(pattern, ref next, text[t]))
            {
                p = next;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
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

    private static bool MatchesOne(string pattern, ref int p, char c)
    {
        char first = pattern[p++];
        switch (first)
        {
            case '?':
                return true;
            case '\\' when p < pattern.Length:
                return pattern[p++] == c;
            case '[':
                int close = pattern.IndexOf(']', Math.Min(pattern.Length, p + 1));
                if (close < 0)
                {
                    return c == '[';
                }

                bool isMember = IsMember(pattern.Substring(p, close - p), c);
                p = close + 1;
                return isMember;
            default:
                return first == c;
        }
    }

    private static bool IsMember(string members, char c)
    {
        bool negated = members[0] is '!' or '^';
        int at = negated ? 1 : 0;
        bool found = false;
        while (at < members.Length)
        {
            bool range = at + 2 < members.Length && members[at + 1] == '-';
            char last = range ? members[at + 2] : members[at];
            found |= c >= members[at] && c <= last;
            at += range ? 3 : 1;
        }

        return found != negated;
    }
}
