namespace SecretGuard.Git.Packs;

/// <summary>Which objects a pack holds and where: the ids in order, each with its offset.</summary>
internal interface IPackIndex
{
    /// <summary>How many objects.</summary>
    int Count { get; }

    /// <summary>The id at a position.</summary>
    ObjectId Id(int position);

    /// <summary>Where the object at a position starts in the pack; negative where the index is damaged there.</summary>
    long Offset(int position);

    /// <summary>The position of an id, or -1.</summary>
    int Find(in ObjectId id);

    /// <summary>Whether an id begins with these eight bytes.</summary>
    bool HasPrefix(ulong prefix);

    /// <summary>Adds the first eight bytes of every id.</summary>
    void AddPrefixesTo(HashSet<ulong> prefixes);
}
