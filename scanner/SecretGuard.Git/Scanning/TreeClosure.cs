namespace SecretGuard.Git.Scanning;

/// <summary>The trees that may hold certain files, at any depth: all that do, and some that once did.</summary>
internal static class TreeClosure
{
    /// <summary>The files and those trees, by the first bytes of their ids; without the trees of which that is known.</summary>
    /// <param name="files">The files.</param>
    /// <param name="known">What of earlier runs leads to files.</param>
    /// <param name="tables">The names in trees.</param>
    public static HashSet<ulong> Above(IEnumerable<ObjectId> files, HolderTrees known, IReadOnlyList<NameTable> tables)
    {
        HashSet<ulong> reached = [.. files.Select(file => file.Prefix)];
        (ulong From, ulong To)[] ways = [.. tables.SelectMany(table => table.WaysUp(reached))];
        Array.Sort(ways, static (one, other) => one.From.CompareTo(other.From));
        var open = new Stack<ulong>(reached);
        for (int i = 0; i < ways.Length; i++)
        {
            if ((i == 0 || ways[i].From != ways[i - 1].From) && known.HasPrefix(ways[i].From) && reached.Add(ways[i].From))
            {
                open.Push(ways[i].From);
            }
        }

        while (open.TryPop(out ulong next))
        {
            for (int at = FirstOf(ways, next); at < ways.Length && ways[at].From == next; at++)
            {
                if (reached.Add(ways[at].To))
                {
                    open.Push(ways[at].To);
                }
            }
        }

        return reached;
    }

    private static int FirstOf((ulong From, ulong To)[] ways, ulong from)
    {
        int low = 0, high = ways.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = ways[middle].From < from ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
