using System.Text;

namespace SecretGuard.Git.Scanning;

/// <summary>One thread's search in trees for what leads to files that hold a secret.</summary>
/// <param name="leading">The files and all trees that may lead to one.</param>
/// <param name="known">What of earlier runs leads to one.</param>
internal sealed class HolderVisitor(IReadOnlySet<ulong> leading, HolderTrees known) : IObjectVisitor<object>
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Of every tree what may lead to a secret, each under its name.</summary>
    public Dictionary<ObjectId, List<(ObjectId Id, string Name)>> Entries { get; } = [];

    /// <inheritdoc/>
    public object? Visit(in ObjectVisit visit, object? baseState)
    {
        List<(ObjectId, string)>? found = null;
        foreach (TreeEntry entry in new Tree(visit.Content, (ObjectFormat)visit.Id.Length))
        {
            ObjectId id = entry.Id;
            if (leading.Contains(id.Prefix) || known.HasPrefix(id.Prefix))
            {
                (found ??= new(1)).Add((id, Shared(Encoding.UTF8.GetString(entry.Name))));
            }
        }

        if (found is not null)
        {
            Entries[visit.Id] = found;
        }

        return null;
    }

    private string Shared(string name)
    {
        if (_names.TryGetValue(name, out string? known))
        {
            return known;
        }

        _names.Add(name);
        return name;
    }
}
