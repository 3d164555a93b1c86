namespace SecretGuard.Triage;

/// <summary>
/// A pattern of paths: <c>*</c> and <c>?</c> within a segment, <c>**</c> over segments, <c>[a-z]</c>, <c>{a,b}</c>; <c>\</c> takes the next
/// character as it is. A pattern without <c>/</c> but at its end matches in every folder, one that ends with <c>/</c> matches folders;
/// everything below a folder that matches is matched. Time is the product of both lengths at most, whatever the pattern.
/// </summary>
public sealed class Glob
{
    private readonly string[][] _alternatives;

    private Glob(string text, bool negated, bool foldersOnly, string[][] alternatives)
    {
        Text = text;
        IsNegated = negated;
        FoldersOnly = foldersOnly;
        _alternatives = alternatives;
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>Whether it begins with <c>!</c>: takes back what an earlier pattern of a list matched.</summary>
    public bool IsNegated { get; }

    /// <summary>Whether it ends with <c>/</c>.</summary>
    public bool FoldersOnly { get; }

    /// <summary>Parses a pattern. Throws <see cref="FormatException"/> where it matches nothing or has too many alternatives.</summary>
    public static Glob Parse(string text)
    {
        bool negated = text.StartsWith("!", StringComparison.Ordinal);
        string pattern = negated ? text.Substring(1) : text;
        bool foldersOnly = pattern.EndsWith("/", StringComparison.Ordinal);
        pattern = foldersOnly ? pattern.Substring(0, pattern.Length - 1) : pattern;
        pattern = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern.Substring(1) : pattern;
        bool anchored = pattern.Contains("/");
        pattern = pattern.TrimStart('/');
        if (pattern.Length == 0)
        {
            throw new FormatException($"the pattern '{text}' matches nothing");
        }

        List<string> expanded = GlobBraces.Expand(pattern);
        var alternatives = new string[expanded.Count][];
        for (int i = 0; i < alternatives.Length; i++)
        {
            alternatives[i] = (anchored || expanded[i].Contains("/") ? expanded[i] : "**/" + expanded[i]).Split('/');
        }

        return new Glob(text, negated, foldersOnly, alternatives);
    }

    /// <summary>Parses a pattern of this tool's own: a bracket that is not closed is a slip there, and no name of a file. Throws <see cref="FormatException"/>.</summary>
    public static Glob ParseChecked(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            i += text[i] == '\\' ? 1 : 0;
            if (i < text.Length && text[i] == '[' && (i == 0 || text[i - 1] != '\\'))
            {
                int close = i + 2 < text.Length ? text.IndexOf(']', i + 2) : -1;
                if (close < 0)
                {
                    throw new FormatException($"the pattern '{text}' opens a bracket and does not close it; write '\\[' for the character itself");
                }

                i = close;
            }
        }

        return Parse(text);
    }

    /// <summary>Whether the file at this path, or a folder that it lies in, matches. Segments are separated by <c>/</c>.</summary>
    public bool IsMatch(string path)
    {
        string[] segments = path.Split('/');
        foreach (string[] pattern in _alternatives)
        {
            if (MatchesPrefix(pattern, segments))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether exactly this file or folder matches, not one that it lies in: what <c>.gitignore</c> asks folder by folder.</summary>
    public bool IsExactMatch(string path, bool isFolder)
    {
        if (FoldersOnly && !isFolder)
        {
            return false;
        }

        string[] segments = path.Split('/');
        foreach (string[] pattern in _alternatives)
        {
            if (Reach(pattern, segments)[segments.Length])
            {
                return true;
            }
        }

        return false;
    }

    private bool MatchesPrefix(string[] pattern, string[] segments)
    {
        bool[] reached = Reach(pattern, segments);
        for (int length = 1; length <= segments.Length; length++)
        {
            // A whole prefix is a folder; only the full length is the file itself.
            if (reached[length] && !(FoldersOnly && length == segments.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Which numbers of leading segments the whole pattern matches.</summary>
    private static bool[] Reach(string[] pattern, string[] segments)
    {
        bool[] reached = new bool[segments.Length + 1];
        reached[0] = true;
        for (int i = 0; i < pattern.Length; i++)
        {
            bool[] next = new bool[reached.Length];
            bool any = pattern[i] == "**";
            bool last = i == pattern.Length - 1;
            for (int length = 0; length < reached.Length; length++)
            {
                if (any)
                {
                    // At the end '**' means everything inside, not the folder itself.
                    bool earlier = length > 0 && (next[length - 1] || last && reached[length - 1]);
                    next[length] = earlier || reached[length] && !last;
                }
                else
                {
                    next[length] = length > 0 && reached[length - 1] && GlobSegment.IsMatch(pattern[i], segments[length - 1]);
                }
            }

            reached = next;
        }

        return reached;
    }
}
