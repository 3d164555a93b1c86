namespace SecretGuard.Text;

/// <summary>Bits of words, which are sets of bytes here.</summary>
internal static class Bits
{
    /// <summary>How many bits are set.</summary>
    public static int Count(ulong word)
    {
        int count = 0;
        for (; word != 0; word &= word - 1)
        {
            count++;
        }

        return count;
    }

    /// <summary>How many zero bits stand below the lowest set bit of a word that is not 0.</summary>
    public static int TrailingZeros(uint word)
    {
#if NET
        return System.Numerics.BitOperations.TrailingZeroCount(word);
#else
        return Count((word & (0 - word)) - 1);
#endif
    }
}
