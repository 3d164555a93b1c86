using System.Buffers.Binary;

namespace SecretGuard.Git.Staging;

/// <summary>What an index says of the shared one that it is based on (gitformat-index: "Split index").</summary>
/// <param name="BaseId">The name of the shared index.</param>
/// <param name="Deleted">For each of its entries, whether it is gone.</param>
/// <param name="Replaced">For each of its entries, whether the next entry without a path stands for it.</param>
internal sealed record SplitIndex(ObjectId BaseId, BitSet Deleted, BitSet Replaced)
{
    /// <summary>Reads the extension <c>link</c>; null where it is damaged.</summary>
    public static SplitIndex? TryParse(ReadOnlySpan<byte> data, int idLength)
    {
        if (data.Length < idLength)
        {
            return null;
        }

        var id = new ObjectId(data[..idLength]);
        data = data[idLength..];
        return data.IsEmpty ? new SplitIndex(id, BitSet.Empty, BitSet.Empty)
            : BitSet.TryParse(ref data) is { } deleted && BitSet.TryParse(ref data) is { } replaced ? new SplitIndex(id, deleted, replaced)
            : null;
    }
}

/// <summary>Bits as git writes them: EWAH, runs of equal words and words as they are (gitformat-bitmap: "Appendix A").</summary>
internal sealed class BitSet
{
    /// <summary>More bits than any index has entries: a damaged run must not fill the memory.</summary>
    private const int MostBits = 1 << 30;

    private readonly ulong[] _words;

    private BitSet(ulong[] words) => _words = words;

    public static BitSet Empty { get; } = new([]);

    public bool this[int bit] => bit / 64 < _words.Length && (_words[bit / 64] >> (bit % 64) & 1) != 0;

    /// <summary>Reads one set off the front; null where it is damaged.</summary>
    public static BitSet? TryParse(ref ReadOnlySpan<byte> data)
    {
        if (data.Length < 8)
        {
            return null;
        }

        uint bits = BinaryPrimitives.ReadUInt32BigEndian(data);
        long words = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        data = data[8..];
        if (bits > MostBits || (8 * words) + 4 > data.Length)
        {
            return null;
        }

        var set = new ulong[(bits + 63) / 64];
        bool fits = TryExpand(data[..(int)(8 * words)], set);
        data = data[(int)((8 * words) + 4)..];
        return fits ? new BitSet(set) : null;
    }

    private static bool TryExpand(ReadOnlySpan<byte> data, Span<ulong> set)
    {
        while (!data.IsEmpty)
        {
            ulong marker = BinaryPrimitives.ReadUInt64BigEndian(data);
            data = data[8..];
            long run = (long)(marker >> 1) & uint.MaxValue;
            int literals = (int)(marker >> 33);
            if (run + literals > set.Length || 8L * literals > data.Length)
            {
                return false;
            }

            set[..(int)run].Fill((marker & 1) != 0 ? ulong.MaxValue : 0);
            set = set[(int)run..];
            for (int i = 0; i < literals; i++)
            {
                set[i] = BinaryPrimitives.ReadUInt64BigEndian(data[(8 * i)..]);
            }

            set = set[literals..];
            data = data[(8 * literals)..];
        }

        return true;
    }
}
