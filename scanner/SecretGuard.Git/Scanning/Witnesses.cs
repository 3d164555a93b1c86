using SecretGuard.Findings;

namespace SecretGuard.Git.Scanning;

/// <summary>Finds for each secret the commits and paths that hold it. Costs nothing where nothing was found.</summary>
internal sealed class Witnesses
{
    private readonly CommitOrder _order;
    private readonly Reference? _head;
    private readonly HolderTrees _trees;
    private readonly HolderSets _sets;
    private readonly HolderPaths _paths;
    private readonly ObjectPaths _names;
    private readonly HolderNumbers _holders;
    private readonly CommitReaches _reach;

    // Of each secret the first commit, and for each level of what leads to it the last.
    private readonly Dictionary<int, int> _first = [];
    private readonly Dictionary<int, int[]> _last = [];
    private readonly HashSet<int> _inHead;

    /// <summary>Goes through all commits, the oldest first.</summary>
    /// <param name="order">All commits.</param>
    /// <param name="isNew">Whether a commit was not there in the runs before.</param>
    /// <param name="head">What is checked out; null where nothing is yet.</param>
    /// <param name="reach">What leads to them.</param>
    /// <param name="trees">The trees that lead to secrets.</param>
    /// <param name="holders">The files that hold them.</param>
    /// <param name="names">The paths of what no commit holds.</param>
    public Witnesses(
        CommitOrder order, Func<StoredCommit, bool> isNew, Reference? head, CommitReaches reach, HolderTrees trees, HolderNumbers holders, ObjectPaths names)
    {
        (_order, _head, _reach, _trees, _names, _holders) = (order, head, reach, trees, names, holders);
        _sets = new HolderSets(trees, holders);
        int[] held = new int[order.Count];
        var last = new Dictionary<int, int[]>();
        for (int i = 0; i < held.Length; i++)
        {
            int set = held[i] = _sets.OfTree(trees.TreeOf(order[i].Tree));
            (last.TryGetValue(set, out int[]? known) ? known : last[set] = Never())[reach.LevelAt(i)] = i;
            foreach (int secret in IsAsInAParent(i, held) ? [] : _sets[set])
            {
                _first.TryAdd(secret, i);
            }
        }

        foreach ((int set, int[] of) in last)
        {
            foreach (int secret in _sets[set])
            {
                int[] known = _last.TryGetValue(secret, out int[]? found) ? found : _last[secret] = Never();
                for (int level = 0; level < known.Length; level++)
                {
                    known[level] = Math.Max(known[level], of[level]);
                }
            }
        }

        _paths = new HolderPaths(trees, order, isNew);
        _inHead = head is not null && order.PlaceOf(head.Id) is var place and >= 0 ? [.. _sets[held[place]]] : [];
    }

    /// <summary>What the next run need not find again.</summary>
    /// <param name="placeOf">The place of each secret in the cache, by its number.</param>
    public HolderTrees ToKeep(int[] placeOf) => KeptWays.Add(_trees, _sets, _paths, placeOf);

    private static int[] Never()
    {
        int[] never = new int[CommitReaches.Levels];
        Array.Fill(never, -1);
        return never;
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
            .Select(holder => (Holder: holder, First: _holders.OwnOf(holder) is { } own && _first.TryGetValue(own, out int index) ? index : int.MaxValue, Paths: _paths.Of(_trees.FileOf(holder))))
            .SelectMany(held => held.Paths.Length > 0 ? held.Paths : [_names.Of(held.Holder) ?? ""], (held, path) => (held.Holder, held.First, Path: path))
            .Select(place => (place.Holder, First: FirstWith(_trees.FileOf(place.Holder), place.Path, place.First), place.Path))
            .OrderBy(place => place.First).ThenBy(place => place.Path, StringComparer.Ordinal).ThenBy(place => place.Holder)
            .Select(place => (place.Holder, place.First == int.MaxValue ? null : _order[place.First].Id.ToString(), place.Path));
    }

    /// <summary>The first commit, from one on, that has a version at a path: it may have stood elsewhere before.</summary>
    private int FirstWith(int holder, string path, int from)
    {
        string[] names = path.Split('/');
        for (int i = from; i < _order.Count; i++)
        {
            int at = _trees.TreeOf(_order[i].Tree);
            foreach (string name in names)
            {
                at = at < 0 ? at : ChildOf(at, name);
            }

            if (at == holder)
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    private int ChildOf(int tree, string name)
    {
        foreach (TreeLink link in _trees.LinksOf(tree))
        {
            if (_trees.Names[link.Name] == name)
            {
                return link.Child;
            }
        }

        return -1;
    }

    private Witness OfFile(HistorySecret secret)
    {
        int[] last = _last.GetValueOrDefault(secret.Number) ?? Never();
        int best = Array.FindLastIndex(last, index => index >= 0);
        StoredCommit? first = _first.TryGetValue(secret.Number, out int index) ? _order[index] : null;
        StoredCommit? shown = best < 0 ? null : _inHead.Contains(secret.Number) ? _order[_order.PlaceOf(_head!.Id)] : _order[last[best]];
        string[] paths = [.. secret.Holders.SelectMany(holder => _paths.Of(_trees.FileOf(holder))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Provenance.MostPaths)];
        (ObjectId holder, string path) = shown is not null && Find(_trees.TreeOf(shown.Tree), secret.Number) is { } found ? found : Unreachable(secret);
        (Reach reach, string? onlyIn) = best < 0 ? default : _reach.At(last[best]);
        return new Witness(secret, holder, path, new Provenance
        {
            FirstCommit = first?.Id.ToString(),
            FirstDate = first?.Authored,
            LastCommit = shown?.Id.ToString(),
            LastDate = shown?.Authored,
            IsInHead = _inHead.Contains(secret.Number),
            Reach = reach,
            OnlyIn = onlyIn,
            Paths = paths,
            Places = secret.Holders.Count,
        });
    }

    private Witness OfMessage(HistorySecret secret)
    {
        StoredCommit[] commits = [.. secret.Holders.Select(holder => _order.PlaceOf(holder)).Where(place => place >= 0).Order().Select(place => _order[place])];
        StoredCommit? shown = commits.Length == 0 ? null : commits[^1];
        ObjectId holder = shown?.Id ?? secret.Holders.Min();
        (Reach reach, string? onlyIn) = _reach.Of(secret.Holders);
        return new Witness(secret, holder, "", new Provenance
        {
            FirstCommit = commits.FirstOrDefault()?.Id.ToString(),
            FirstDate = commits.FirstOrDefault()?.Authored,
            LastCommit = shown?.Id.ToString(),
            LastDate = shown?.Authored,
            Reach = reach,
            OnlyIn = onlyIn,
            Places = secret.Holders.Count,
        });
    }

    /// <summary>The first file of a tree that holds a secret.</summary>
    private (ObjectId, string)? Find(int tree, int secret)
    {
        string path = "";
        while (tree >= 0)
        {
            TreeLink? next = null;
            foreach (TreeLink link in _trees.LinksOf(tree))
            {
                if (Array.BinarySearch(_sets[_sets.Of(link.Child)], secret) >= 0)
                {
                    next = link;
                    break;
                }
            }

            if (next is not { } found)
            {
                return path.Length == 0 ? null : (_trees[tree], path);
            }

            string name = _trees.Names[found.Name];
            path = path.Length == 0 ? name : $"{path}/{name}";
            tree = found.Child;
        }

        return null;
    }

    private (ObjectId, string) Unreachable(HistorySecret secret)
    {
        ObjectId holder = secret.Holders.Min();
        return (holder, _names.Of(holder) ?? "");
    }
}
