namespace SecretGuard.Git.Packs;

/// <summary>The instructions of a delta (gitformat-pack: "Deltified representation").</summary>
internal static class Delta
{
    /// <summary>As many bytes as the two sizes at the head of a delta can take.</summary>
    public const int LongestHead = 20;

    /// <summary>Reads the lengths of base and target; what is left are the instructions.</summary>
    public static bool TryReadSizes(ref ReadOnlySpan<byte> delta, out long baseSize, out long targetSize)
    {
        targetSize = 0;
        return TryReadSize(ref delta, out baseSize) && TryReadSize(ref delta, out targetSize);
    }

    /// <summary>Makes the target.</summary>
    /// <param name="source">The base.</param>
    /// <param name="instructions">What follows the sizes.</param>
    /// <param name="target">Exactly as long as the delta says.</param>
    /// <param name="segments">Takes what came from where, unless null.</param>
    /// <returns>False where an instruction reaches out of base, target or delta, or the target is not filled.</returns>
    public static bool TryApply(ReadOnlySpan<byte> source, ReadOnlySpan<byte> instructions, Span<byte> target, SegmentList? segments)
    {
        segments?.Clear();
        int at = 0;
        int written = 0;
        while (at < instructions.Length)
        {
            byte instruction = instructions[at++];
            int length;
            int from = -1;
            ReadOnlySpan<byte> bytes;
            if ((instruction & 0x80) != 0)
            {
                if (!TryReadCopy(instructions, instruction, ref at, out uint offset, out length) || offset > (uint)source.Length || length > source.Length - (int)offset)
                {
                    return false;
                }

                from = (int)offset;
                bytes = source.Slice(from, length);
            }
            else
            {
                length = instruction;
                if (length == 0 || length > instructions.Length - at)
                {
                    return false;
                }

                bytes = instructions.Slice(at, length);
                at += length;
            }

            if (length > target.Length - written)
            {
                return false;
            }

            bytes.CopyTo(target[written..]);
            segments?.Add(written, length, from);
            written += length;
        }

        return written == target.Length;
    }

    private static bool TryReadCopy(ReadOnlySpan<byte> instructions, byte instruction, ref int at, out uint offset, out int length)
    {
        offset = 0;
        length = 0;
        for (int bit = 0; bit < 7; bit++)
        {
            if ((instruction & (1 << bit)) == 0)
            {
                continue;
            }

            if (at >= instructions.Length)
            {
                return false;
            }

            byte value = instructions[at++];
            if (bit < 4)
            {
                offset |= (uint)value << (8 * bit);
            }
            else
            {
                length |= value << (8 * (bit - 4));
            }
        }

        length = length == 0 ? 0x10000 : length;
        return true;
    }

    private static bool TryReadSize(ref ReadOnlySpan<byte> delta, out long size)
    {
        size = 0;
        for (int i = 0; i < delta.Length && i < 9; i++)
        {
            size |= (long)(delta[i] & 0x7F) << (7 * i);
            if ((delta[i] & 0x80) == 0)
            {
                delta = delta[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
