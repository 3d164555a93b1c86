namespace SecretGuard.Rules.Checksums;

/// <summary>Base64 over spans, in the standard and the URL alphabet at once, with or without padding.</summary>
internal static class Base64Text
{
    private static readonly sbyte[] Values = MakeValues();

    /// <summary>Decodes into a new array; null where a character is foreign or the length impossible.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0 && text[text.Length - 1] == '=')
        {
            text = text.Slice(0, text.Length - 1);
        }

        if (text.Length % 4 == 1)
        {
            return null;
        }

        var bytes = new byte[text.Length * 3 / 4];
        int bits = 0, pending = 0, written = 0;
        foreach (byte c in text)
        {
            int value = c < Values.Length ? Values[c] : -1;
            if (value < 0)
            {
                return null;
            }

            bits = (bits << 6 | value) & 0xFFFF;
            pending += 6;
            if (pending >= 8)
            {
                pending -= 8;
                bytes[written++] = (byte)(bits >> pending);
            }
        }

        return bytes;
    }

    /// <summary>URL-safe base 64 without padding.</summary>
    public static string EncodeForUrl(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static sbyte[] MakeValues()
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        var values = new sbyte[128];
        for (int c = 0; c < values.Length; c++)
        {
            values[c] = (sbyte)Alphabet.IndexOf((char)c);
        }

        values['-'] = values['+'];
        values['_'] = values['/'];
        return values;
    }
}
