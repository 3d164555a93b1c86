namespace SecretGuard.Git.Scanning;

/// <summary>
/// Tells what a history leads to and the repository lacks: nobody could look at it, and reading all that is there does not notice. Whether something that is
/// named is not there at all is cheap to know; only then git is asked whether that counts, for what nothing leads to any more loses its parts when git cleans up.
/// </summary>
internal static class MissingObjects
{
    /// <summary>Has git list objects that are not here with a question mark, instead of ending at the first.</summary>
    public const string Listed = "--missing=print";

    private const byte Mark = (byte)'?';

    /// <summary>The empty file and the empty folder, by SHA-1 and SHA-256: git knows them without having them.</summary>
    private static readonly ulong[] Empty = [0xE69DE29BB2D1D643, 0x4B825DC642CB6EB9, 0x473A0F4C3BE8A936, 0x6EF19B41225C5369];

    /// <summary>What is missing, of a whole history that was read.</summary>
    public static IReadOnlyList<ObjectProblem> Of(GitRepository repository, HistoryReading reading, CancellationToken cancellation)
    {
        References references = repository.ReadReferences(cancellation);
        ObjectProblem[] lost =
        [
            .. references.Problems.Where(problem => Counts(problem.Name)).Select(problem => new ObjectProblem(default, problem.Name, problem.Reason)),
            .. references.All.Where(reference => reference.Target is null && Counts(reference.Name) && !repository.Has(reference.Id)).Select(reference => new ObjectProblem(reference.Id, reference.Name, "it leads to an object that is missing here")),
        ];
        if (lost.Length > 0 || !LacksAny(repository, reading))
        {
            return lost;
        }

        GitResult result = repository.Ask(cancellation, "rev-list", "--objects", "--no-object-names", Listed, "--all", "HEAD", "--");
        return result.Succeeded ? Of(result, reading.NewPaths())
            : [new ObjectProblem(default, "(history)", $"objects that it leads to are missing here, and git cannot tell which ({result.Problem})")];
    }

    /// <summary>Those of a list that git made with <see cref="Listed"/>.</summary>
    public static IReadOnlyList<ObjectProblem> Of(GitResult list, ObjectPaths? paths)
    {
        var problems = new List<ObjectProblem>();
        foreach (Range line in list.Output.AsSpan().Split((byte)'\n'))
        {
            ReadOnlySpan<byte> text = list.Output.AsSpan()[line];
            if (text.Length > 1 && text[0] == Mark && ObjectId.TryParse(text[1..], out ObjectId id))
            {
                string name = id.ToString()[..12];
                problems.Add(paths?.Of(id) is { } path ? new ObjectProblem(id, path, $"a version of it ({name}) is missing here") : new ObjectProblem(id, $"(object {name})", "it is missing here"));
            }
        }

        return problems;
    }

    private static bool LacksAny(GitRepository repository, HistoryReading reading)
    {
        Func<ulong, bool> isThere = repository.PrefixSearch(reading.Names.Sum(table => table.NamedCount));
        bool isShallow = repository.Settings.IsShallow;
        return reading.Names.Any(table => table.Named.Any(Lacks))
            || reading.Commits.Where(reading.IsNew).Any(commit => Lacks(commit.Tree.Prefix) || (!isShallow && commit.Parents.Any(parent => Lacks(parent.Prefix))))
            || reading.Tags.Values.Any(tagged => Lacks(tagged.Prefix));

        bool Lacks(ulong prefix) => !isThere(prefix) && Array.IndexOf(Empty, prefix) < 0;
    }

    /// <summary>What commands leave behind (<c>ORIG_HEAD</c> and its kin) may lead to what was cleaned up since.</summary>
    private static bool Counts(string name) => name == "HEAD" || name.StartsWith("refs/", StringComparison.Ordinal) || name.EndsWith("/HEAD", StringComparison.Ordinal);
}
