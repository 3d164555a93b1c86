using SecretGuard.Findings;
using TreeEntries = System.Collections.Generic.IReadOnlyDictionary<SecretGuard.Git.ObjectId, System.Collections.Generic.List<(SecretGuard.Git.ObjectId Id, string Name)>>;

namespace SecretGuard.Git.Scanning;

/// <summary>Finds for each secret the commits and paths that hold it. Costs nothing where nothing was found.</summary>
internal sealed class Witnesses
{
    private readonly CommitOrder _order;
    private readonly References _references;
    private readonly HolderSets _sets;
    private readonly FolderPaths _paths;
    private readonly ObjectPaths _names;
    private readonly HolderNumbers _holders;
    private readonly CommitReaches _reach;

    // Of each secret the first commit; of each set, for each reach, the last.
    private readonly Dictionary<int, int> _first = [];
    private readonly Dictionary<int, int[]> _last = [];
    private readonly HashSet<int> _inHead;

    public Witnesses(CommitOrder order, References references, IReadOnlyDictionary<ObjectId, ObjectId> tags, IReadOnlyList<TreeEntries> parts, HolderNumbers holders, ObjectPaths names)
    {
        (_order, _references, _names, _holders) = (order, references, names, holders);
        _sets = new HolderSets(parts, holders);
        _reach = new CommitReaches(order, references, tags);
        var roots = new HashSet<ObjectId>(order.Count);
        int[] held = new int[order.Count];
        for (int i = 0; i < held.Length; i++)
        {
            int set = held[i] = _sets.OfTree(order[i].Tree);
            roots.Add(order[i].Tree);
            (_last.TryGetValue(set, out int[]? last) ? last : _last[set] = [-1, -1, -1])[(int)_reach.At(i)] = i;
            foreach (int secret in IsAsInAParent(i, held) ? [] : _sets[set])
            {
                _first.TryAdd(secret, i);
            }
        }

        _paths = new FolderPaths(parts, roots);
        _inHead = references.Head is { } head && order.PlaceOf(head.Id) is var place and >= 0 ? [.. _sets[held[place]]] : [];
    }

    private bool IsAsInAParent(int place, int[] held)
    {
        foreach (ObjectId parent in _order[place].Parents)
        {
            if (_order.PlaceOf(parent) is var at and >= 0 && held[at] == held[place])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The way of a secret.</summary>
    public Witness Of(HistorySecret secret) => secret.Kind == ObjectKind.Blob ? OfFile(secret) : OfMessage(secret);

    /// <summary>Every version that holds a secret, with the first commit that has it and each of its paths; the oldest first.</summary>
    public IEnumerable<(ObjectId Holder, string? Commit, string Path)> PlacesOf(HistorySecret secret)
    {
        if (secret.Kind != ObjectKind.Blob)
        {
            return secret.Holders.Order().Select(holder => (holder, secret.Kind == ObjectKind.Commit ? holder.ToString() : null, ""));
        }

        return secret.Holders
            .Select(holder => (Holder: holder, First: _holders.OwnOf(holder) is { } own && _first.TryGetValue(own, out int index) ? index : int.MaxValue, Paths: _paths.Of(holder)))
            .SelectMany(held => held.Paths.Length > 0 ? held.Paths : [_names.Of(held.Holder) ?? ""], (held, path) => (held.Holder, held.First, Path: path))
            .Select(place => (place.Holder, First: FirstWith(place.Holder, place.Path, place.First), place.Path))
            .OrderBy(place => place.First).ThenBy(place => place.Path, StringComparer.Ordinal).ThenBy(place => place.Holder)
            .Select(place => (place.Holder, place.First == int.MaxValue ? null : _order[place.First].Id.ToString(), place.Path));
    }

    /// <summary>The first commit, from one on, that has a version at a path: it may have stood elsewhere before.</summary>
    private int FirstWith(in ObjectId holder, string path, int from)
    {
        for (int i = from; i < _order.Count; i++)
        {
            ObjectId at = _order[i].Tree;
            foreach (string name in path.Split('/'))
            {
                at = _sets.EntriesOf(at).FirstOrDefault(entry => entry.Name == name).Id;
            }

            if (at == holder)
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    private Witness OfFile(HistorySecret secret)
    {
        int[] last = [-1, -1, -1];
        foreach ((int set, int[] of) in _last)
        {
            for (int reach = 0; reach < last.Length && Array.BinarySearch(_sets[set], secret.Number) >= 0; reach++)
            {
                last[reach] = Math.Max(last[reach], of[reach]);
            }
        }

        int best = Array.FindLastIndex(last, index => index >= 0);
        StoredCommit? first = _first.TryGetValue(secret.Number, out int index) ? _order[index] : null;
        StoredCommit? shown = best < 0 ? null : _inHead.Contains(secret.Number) ? _order[_order.PlaceOf(_references.Head!.Id)] : _order[last[best]];
        string[] paths = [.. secret.Holders.SelectMany(holder => _paths.Of(holder)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Provenance.MostPaths)];
        (ObjectId holder, string path) = shown is not null && Find(shown.Tree, secret.Number) is { } found ? found : Unreachable(secret);
        return new Witness(secret, holder, path, new Provenance
        {
            FirstCommit = first?.Id.ToString(),
            FirstDate = first?.Authored,
            LastCommit = shown?.Id.ToString(),
            LastDate = shown?.Authored,
            IsInHead = _inHead.Contains(secret.Number),
            Reach = best < 0 ? Reach.Unreachable : (Reach)best,
            Paths = paths,
            Places = secret.Holders.Count,
        });
    }

    private Witness OfMessage(HistorySecret secret)
    {
        StoredCommit[] commits = [.. secret.Holders.Select(holder => _order.PlaceOf(holder)).Where(place => place >= 0).Order().Select(place => _order[place])];
        StoredCommit? shown = commits.Length == 0 ? null : commits[^1];
        ObjectId holder = shown?.Id ?? secret.Holders.Min();
        return new Witness(secret, holder, "", new Provenance
        {
            FirstCommit = commits.FirstOrDefault()?.Id.ToString(),
            FirstDate = commits.FirstOrDefault()?.Authored,
            LastCommit = shown?.Id.ToString(),
            LastDate = shown?.Authored,
            Reach = secret.Holders.Max(id => _reach.Of(id)),
            Places = secret.Holders.Count,
        });
    }

    /// <summary>The first file of a tree that holds a secret.</summary>
    private (ObjectId, string)? Find(ObjectId tree, int secret)
    {
        string path = "";
        while (true)
        {
            (ObjectId Id, string Name)? next = null;
            foreach ((ObjectId Id, string Name) entry in _sets.EntriesOf(tree))
            {
                if (Array.BinarySearch(_sets[_sets.Of(entry.Id)], secret) >= 0)
                {
                    next = entry;
                    break;
                }
            }

            if (next is not { } found)
            {
                return path.Length == 0 ? null : (tree, path);
            }

            path = path.Length == 0 ? found.Name : $"{path}/{found.Name}";
            tree = found.Id;
        }
    }

    private (ObjectId, string) Unreachable(HistorySecret secret)
    {
        ObjectId holder = secret.Holders.Min();
        return (holder, _names.Of(holder) ?? "");
    }
}
