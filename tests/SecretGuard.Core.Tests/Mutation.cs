namespace SecretGuard;

/// <summary>Damages texts as transfers, editors and attackers do. Used by the tests and, for long runs, by the benchmarks.</summary>
internal static class Mutation
{
    /// <summary>A stretch of <paramref name="seed"/> of at most <paramref name="longest"/> bytes, changed in one to eleven places.</summary>
    public static byte[] Of(ReadOnlySpan<byte> seed, int longest, Random random)
    {
        int length = Math.Min(seed.Length, random.Next(1, longest));
        byte[] text = seed.Slice(random.Next(0, seed.Length - length + 1), length).ToArray();
        int changes = random.Next(1, 12);
        for (int i = 0; i < changes; i++)
        {
            text = Change(text, random);
        }

        return text;
    }

    private static byte[] Change(byte[] text, Random random)
    {
        int at = random.Next(text.Length);
        switch (random.Next(4))
        {
            case 0:
                text[at] = (byte)random.Next(256);
                return text;
            case 1:
                text[at] = (byte)"\"'`{}[]()<>=:;,\\\n$"[random.Next(18)];
                return text;
            case 2:
                int size = Math.Min(random.Next(1, 200), text.Length - at);
                text.AsSpan(random.Next(text.Length - size + 1), size).ToArray().CopyTo(text, at);
                return text;
            default:
                return text[..(at + 1)];
        }
    }
}
