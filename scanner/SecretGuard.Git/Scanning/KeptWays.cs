namespace SecretGuard.Git.Scanning;

/// <summary>Puts what a run came to into the trees that a cache keeps.</summary>
internal static class KeptWays
{
    // In so strange a repository the next run finds all again.
    private const int MostNumbers = 1 << 23;
    private const int MostLetters = 1 << 25;

    /// <summary>The trees with the sets of all of them and the paths of all files.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="sets">Their sets.</param>
    /// <param name="paths">The paths.</param>
    /// <param name="placeOf">The place of each secret in the cache, by its number.</param>
    public static HolderTrees Add(HolderTrees trees, HolderSets sets, HolderPaths paths, int[] placeOf)
    {
        int[] setOf = new int[trees.Count], kept = new int[sets.Count];
        var all = new List<int[]>();
        Array.Fill(kept, HolderTrees.Unknown);
        long numbers = 0;
        for (int i = 0; i < setOf.Length; i++)
        {
            int set = sets.OfTree(i);
            if (set >= kept.Length)
            {
                int known = kept.Length;
                Array.Resize(ref kept, sets.Count);
                Array.Fill(kept, HolderTrees.Unknown, known, kept.Length - known);
            }

            if (kept[set] < 0)
            {
                kept[set] = all.Count;
                all.Add(Placed(sets[set], placeOf));
                numbers += sets[set].Length;
            }

            setOf[i] = kept[set];
        }

        string[]?[] pathsOf = [.. Enumerable.Range(trees.Trees.Length, trees.Files.Length).Select(paths.Of)];
        return numbers > MostNumbers || pathsOf.Sum(some => some!.Sum(path => (long)path.Length)) > MostLetters ? trees.WithoutWays() : trees.WithWays(setOf, all, pathsOf);
    }

    private static int[] Placed(int[] secrets, int[] placeOf)
    {
        bool isPlaced = true;
        foreach (int secret in secrets)
        {
            isPlaced &= placeOf[secret] == secret;
        }

        return isPlaced ? secrets : [.. secrets.Select(secret => placeOf[secret]).Order()];
    }
}
