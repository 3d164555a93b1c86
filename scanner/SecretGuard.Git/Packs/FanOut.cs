using System.Buffers.Binary;

namespace SecretGuard.Git.Packs;

/// <summary>The table at the head of sorted ids: how many begin with a byte up to each value.</summary>
internal sealed class FanOut
{
    /// <summary>Its length in bytes.</summary>
    public const int Size = 256 * 4;

    private readonly int[] _upTo = new int[256];

    /// <summary>Reads the table.</summary>
    /// <exception cref="InvalidDataException">It does not rise.</exception>
    public FanOut(MappedFile file, long offset)
    {
        ReadOnlySpan<byte> table = file.Slice(offset, Size);
        int last = 0;
        for (int i = 0; i < _upTo.Length; i++)
        {
            uint next = BinaryPrimitives.ReadUInt32BigEndian(table[(4 * i)..]);
            if (next < last || next > int.MaxValue)
            {
                throw new InvalidDataException("its table of first bytes does not rise");
            }

            _upTo[i] = last = (int)next;
        }
    }

    /// <summary>How many ids there are.</summary>
    public int Count => _upTo[^1];

    /// <summary>Where ids with the first byte of this one stand.</summary>
    public (int Low, int High) Range(in ObjectId id) => Range((byte)(id.Prefix >> 56));

    /// <summary>Where ids with this first byte stand.</summary>
    public (int Low, int High) Range(byte first) => (first == 0 ? 0 : _upTo[first - 1], _upTo[first]);
}
