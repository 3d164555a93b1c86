namespace SecretGuard.Triage;

/// <summary>Writes out <c>{a,b}</c> as one pattern an alternative.</summary>
internal static class GlobBraces
{
    private const int MostAlternatives = 256;

    public static List<string> Expand(string pattern)
    {
        var pending = new Stack<string>();
        pending.Push(pattern);
        var expanded = new List<string>();
        while (pending.Count > 0)
        {
            string current = pending.Pop();
            (int open, int close, List<int> commas) = FirstGroup(current);
            if (commas.Count == 0)
            {
                expanded.Add(current);
            }
            else
            {
                int start = open + 1;
                commas.Add(close);
                foreach (int comma in commas)
                {
                    pending.Push(current.Substring(0, open) + current.Substring(start, comma - start) + current.Substring(close + 1));
                    start = comma + 1;
                }
            }

            if (expanded.Count + pending.Count > MostAlternatives)
            {
                throw new FormatException($"the pattern '{pattern}' has more than {MostAlternatives} alternatives");
            }
        }

        return expanded;
    }

    /// <summary>The first group that has a comma of its own; a group without one is plain text.</summary>
    private static (int Open, int Close, List<int> Commas) FirstGroup(string pattern)
    {
        for (int open = 0; open < pattern.Length; open++)
        {
            if (pattern[open] == '\\')
            {
                open++;
                continue;
            }

            if (pattern[open] == '{' && Group(pattern, open) is { Commas.Count: > 0 } group)
            {
                return (open, group.Close, group.Commas);
            }
        }

        return (0, 0, []);
    }

    private static (int Close, List<int> Commas)? Group(string pattern, int open)
    {
        var commas = new List<int>();
        int depth = 0;
        for (int i = open; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '{':
                    depth++;
                    break;
                case ',' when depth == 1:
                    commas.Add(i);
                    break;
                case '}' when --depth == 0:
                    return (i, commas);
                default:
                    break;
            }
        }

        return null;
    }
}
