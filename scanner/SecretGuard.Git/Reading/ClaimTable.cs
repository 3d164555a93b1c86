using System.Numerics;
using SecretGuard.Git.Packs;

namespace SecretGuard.Git.Reading;

/// <summary>
/// Which objects were claimed so far, so that of several copies one is handed over. Open addressing over the randomness of the ids;
/// a slot says where the id stands, since the ids themselves would fill five times the memory.
/// </summary>
internal sealed class ClaimTable
{
    private const int PositionBits = 32;
    private const int SourceBits = 16;

    private readonly IReadOnlyList<Pack> _packs;
    private readonly ulong[] _slots;
    private readonly List<ObjectId> _others = [];

    /// <summary>Makes a table.</summary>
    /// <param name="packs">The packs whose positions are claimed.</param>
    /// <param name="others">How many ids outside of packs may come.</param>
    public ClaimTable(IReadOnlyList<Pack> packs, int others)
    {
        _packs = packs;
        long expected = packs.Sum(pack => (long)pack.Index.Count) + others;
        _slots = new ulong[BitOperations.RoundUpToPowerOf2((ulong)Math.Max(16, expected + (expected / 2)))];
    }

    /// <summary>Claims what stands at a position of a pack's index; false where the same object was claimed before.</summary>
    public bool TryClaim(int pack, int position) => TryPut(_packs[pack].Index.Id(position), pack, position);

    /// <summary>Claims an object that is in no pack; false where it was claimed before.</summary>
    public bool TryClaim(in ObjectId id)
    {
        _others.Add(id);
        return TryPut(id, _packs.Count, _others.Count - 1);
    }

    private bool TryPut(in ObjectId id, int source, int position)
    {
        // The lowest bit keeps the slot from being zero, which is an empty one.
        ulong tag = ((id.Prefix << (PositionBits + SourceBits)) | (1UL << (PositionBits + SourceBits))) & ~0UL << (PositionBits + SourceBits);
        long mask = _slots.Length - 1;
        long at = (long)(id.Prefix >> 16) & mask;
        while (_slots[at] != 0)
        {
            if ((_slots[at] & ~0UL << (PositionBits + SourceBits)) == tag && IdOf(_slots[at]) == id)
            {
                return false;
            }

            at = (at + 1) & mask;
        }

        _slots[at] = tag | ((ulong)(uint)source << PositionBits) | (uint)position;
        return true;
    }

    private ObjectId IdOf(ulong slot)
    {
        int source = (int)(slot >> PositionBits) & ((1 << SourceBits) - 1);
        int position = (int)(uint)slot;
        return source < _packs.Count ? _packs[source].Index.Id(position) : _others[position];
    }
}
