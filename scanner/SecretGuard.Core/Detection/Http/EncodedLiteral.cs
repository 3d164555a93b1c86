namespace SecretGuard.Detection.Http;

/// <summary>Finds the literal that code encodes as Base64 on the spot.</summary>
internal static class EncodedLiteral
{
    private const int Longest = 160;

    // What the languages call it: .NET, browsers, Python, Java, Node, PHP, Ruby, Go.
    private static readonly byte[][] Calls =
    [
        "GetBytes("u8.ToArray(), "btoa("u8.ToArray(), "b64encode("u8.ToArray(), "Buffer.from("u8.ToArray(), "base64_encode("u8.ToArray(), "encode64("u8.ToArray(), "[]byte("u8.ToArray(), "encodeToString("u8.ToArray(),
    ];

    /// <summary>The range of the literal that the next such call encodes, quotes excluded; empty where there is none on this statement.</summary>
    public static (int Start, int Length) Find(ReadOnlySpan<byte> text, int from)
    {
        ReadOnlySpan<byte> window = text.Slice(from, Math.Min(Longest, text.Length - from));
        int statement = window.IndexOf((byte)';');
        window = statement < 0 ? window : window.Slice(0, statement);
        foreach (byte[] call in Calls)
        {
            int at = window.IndexOf(call);
            int open = at + call.Length;
            if (at < 0 || open >= window.Length)
            {
                continue;
            }

            open += window[open] == 'b' ? 1 : 0;
            int length = open < window.Length && window[open] is (byte)'"' or (byte)'\'' ? window.Slice(open + 1).IndexOf(window[open]) : -1;
            if (length > 0)
            {
                return (from + open + 1, length);
            }
        }

        return (from, 0);
    }
}
