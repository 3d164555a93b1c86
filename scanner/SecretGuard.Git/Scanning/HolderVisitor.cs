namespace SecretGuard.Git.Scanning;

/// <summary>One thread's search for the trees in trees, and for the files that hold a secret.</summary>
internal sealed class HolderVisitor(IReadOnlyDictionary<ObjectId, int[]> holders) : IObjectVisitor<object>
{
    /// <summary>Of every tree what counts in it: its folders, and its files with secrets, each under its name.</summary>
    public Dictionary<ObjectId, List<(ObjectId Id, string Name)>> Entries { get; } = [];

    /// <inheritdoc/>
    public object? Visit(in ObjectVisit visit, object? baseState)
    {
        List<(ObjectId, string)>? found = null;
        foreach (TreeEntry entry in new Tree(visit.Content, (ObjectFormat)visit.Id.Length))
        {
            if (entry.IsTree || holders.ContainsKey(entry.Id))
            {
                (found ??= []).Add((entry.Id, System.Text.Encoding.UTF8.GetString(entry.Name)));
            }
        }

        if (found is not null)
        {
            Entries[visit.Id] = found;
        }

        return null;
    }
}
