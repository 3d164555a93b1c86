namespace SecretGuard.Git.Scanning;

/// <summary>A name in a tree.</summary>
/// <param name="Child">The number of what stands under it.</param>
/// <param name="Name">The number of the name.</param>
internal readonly record struct TreeLink(int Child, int Name);

/// <summary>
/// The files that hold a secret and the trees that may lead to one, numbered: first the trees by their ids, then the files by theirs. With each goes what an
/// earlier run came to, so that the next walks through new trees only.
/// </summary>
internal sealed class HolderTrees
{
    /// <summary>Where no set is known.</summary>
    public const int Unknown = -1;

    private static readonly string[] NoPaths = [];

    /// <summary>None.</summary>
    public static HolderTrees Empty { get; } = new() { Trees = [], Files = [], Starts = [0], Links = [], Names = [] };

    /// <summary>The trees, sorted.</summary>
    public required ObjectId[] Trees { get; init; }

    /// <summary>The files, sorted.</summary>
    public required ObjectId[] Files { get; init; }

    /// <summary>Where the links of each tree begin, and behind the last where they end.</summary>
    public required int[] Starts { get; init; }

    /// <summary>What in each tree may lead to a secret, in the order of the trees and of the names in them.</summary>
    public required TreeLink[] Links { get; init; }

    /// <summary>The names; no two are the same.</summary>
    public required string[] Names { get; init; }

    /// <summary>Of each tree and file which of <see cref="Sets"/> it holds, or <see cref="Unknown"/>; empty where nothing is known of any.</summary>
    public int[] SetOf { get; init; } = [];

    /// <summary>The sets of secrets that an earlier run met, each sorted; the secrets by their places in its cache.</summary>
    public IReadOnlyList<int[]> Sets { get; init; } = [];

    /// <summary>Of each file every path that it had in the commits of earlier runs, sorted, or null; empty where nothing is known of any.</summary>
    public string[]?[] PathsOf { get; init; } = [];

    /// <summary>How many trees and files.</summary>
    public int Count => Trees.Length + Files.Length;

    /// <summary>Whether an earlier run went all ways that its commits show.</summary>
    public bool HasWays => SetOf.Length > 0;

    /// <summary>The tree or file of a number.</summary>
    public ObjectId this[int number] => number < Trees.Length ? Trees[number] : Files[number - Trees.Length];

    /// <summary>The number of a tree; negative where it is none of these.</summary>
    public int TreeOf(in ObjectId id) => Array.BinarySearch(Trees, id);

    /// <summary>The number of a file; negative where it is none of these.</summary>
    public int FileOf(in ObjectId id) => Array.BinarySearch(Files, id) is >= 0 and var at ? Trees.Length + at : -1;

    /// <summary>What counts in a tree; nothing in a file.</summary>
    public ReadOnlySpan<TreeLink> LinksOf(int number) => number < Trees.Length ? Links.AsSpan(Starts[number]..Starts[number + 1]) : [];

    /// <summary>Whether a tree's or file's id begins with these bytes.</summary>
    public bool HasPrefix(ulong prefix) => HasPrefix(Trees, prefix) || HasPrefix(Files, prefix);

    /// <summary>The same without what an earlier run came to.</summary>
    public HolderTrees WithoutWays() => WithWays([], [], []);

    /// <summary>The same with what this run came to.</summary>
    public HolderTrees WithWays(int[] setOf, IReadOnlyList<int[]> sets, string[]?[] pathsOf) =>
        new() { Trees = Trees, Files = Files, Starts = Starts, Links = Links, Names = Names, SetOf = setOf, Sets = sets, PathsOf = pathsOf };

    /// <summary>Whether all numbers are those of something, and everything is in order: what comes from a file may be anything.</summary>
    public bool IsSound(int secrets)
    {
        return IsSorted(Trees) && IsSorted(Files) && Starts.Length == Trees.Length + 1 && Starts[0] == 0 && Starts[^1] == Links.Length && IsRising(Starts)
            && Array.TrueForAll(Links, link => (uint)link.Child < (uint)Count && (uint)link.Name < (uint)Names.Length)
            && (SetOf.Length == 0 || SetOf.Length == Count) && Array.TrueForAll(SetOf, set => set >= Unknown && set < Sets.Count)
            && Sets.All(set => IsRising(set) && (set.Length == 0 || (set[0] >= 0 && set[^1] < secrets)))
            && PathsOf.Length == (HasWays ? Files.Length : 0);
    }

    /// <summary>The paths that an earlier run knew.</summary>
    public string[] KnownPathsOf(int file) => (PathsOf.Length == 0 ? null : PathsOf[file - Trees.Length]) ?? NoPaths;

    private static bool IsRising(int[] numbers)
    {
        for (int i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] < numbers[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSorted(ObjectId[] ids)
    {
        for (int i = 1; i < ids.Length; i++)
        {
            if (ids[i] <= ids[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasPrefix(ObjectId[] ids, ulong prefix)
    {
        int low = 0, high = ids.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = ids[middle].Prefix < prefix ? (middle + 1, high) : (low, middle);
        }

        return low < ids.Length && ids[low].Prefix == prefix;
    }
}
