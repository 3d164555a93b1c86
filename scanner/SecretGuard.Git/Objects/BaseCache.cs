using SecretGuard.Git.Packs;

namespace SecretGuard.Git;

/// <summary>Contents of objects that were bases of deltas and may be again: the least recently used go when they are too much.</summary>
internal sealed class BaseCache(long mostBytes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(Pack Pack, long Offset), LinkedListNode<Held>> _byPlace = [];
    private readonly LinkedList<Held> _byUse = new();
    private long _bytes;

    public bool TryGet(Pack pack, long offset, out GitObject found)
    {
        lock (_lock)
        {
            if (!_byPlace.TryGetValue((pack, offset), out LinkedListNode<Held>? node))
            {
                found = default;
                return false;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            found = node.Value.Object;
            return true;
        }
    }

    public void Add(Pack pack, long offset, in GitObject found)
    {
        // One large object must not drive out all others.
        if (found.Content.Length > mostBytes / 4)
        {
            return;
        }

        lock (_lock)
        {
            if (_byPlace.ContainsKey((pack, offset)))
            {
                return;
            }

            _byPlace.Add((pack, offset), _byUse.AddFirst(new Held(pack, offset, found)));
            _bytes += found.Content.Length;
            while (_bytes > mostBytes && _byUse.Last is { } oldest)
            {
                _byUse.RemoveLast();
                _byPlace.Remove((oldest.Value.Pack, oldest.Value.Offset));
                _bytes -= oldest.Value.Object.Content.Length;
            }
        }
    }

    private sealed record Held(Pack Pack, long Offset, GitObject Object);
}
