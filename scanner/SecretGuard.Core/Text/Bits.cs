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
}
