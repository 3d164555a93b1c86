namespace SecretGuard.Detection.Values;

/// <summary>Whether a value is a pattern that matches secrets, such as a regular expression, and not a secret.</summary>
internal static class Patterns
{
    /// <summary>Pieces that stand in regular expressions and next to never in values. A trailing letter class such as <c>\w</c> is looked for apart.</summary>
    private static readonly byte[][] Pieces =
    [
        "(?"u8.ToArray(), "[^"u8.ToArray(), ".*"u8.ToArray(), ".+"u8.ToArray(), ")+"u8.ToArray(), ")*"u8.ToArray(), "]+"u8.ToArray(), "]*"u8.ToArray(), "]{"u8.ToArray(), "a-z"u8.ToArray(), "A-Z"u8.ToArray(), "0-9]"u8.ToArray(),
    ];

    /// <summary>Whether the value holds the syntax of a regular expression.</summary>
    public static bool IsPattern(ReadOnlySpan<byte> value)
    {
        if (value.Length > 1 && (value[0] == '^' && value[value.Length - 1] == '$' || value[0] == '(' && value[value.Length - 1] == ')' && value.IndexOf((byte)'|') > 0))
        {
            return true;
        }

        foreach (byte[] piece in Pieces)
        {
            if (value.IndexOf(piece) >= 0)
            {
                return true;
            }
        }

        for (int i = 0; i + 1 < value.Length; i++)
        {
            if (value[i] == '\\' && value[i + 1] is (byte)'w' or (byte)'W' or (byte)'s' or (byte)'S' or (byte)'d' or (byte)'D' or (byte)'b' or (byte)'.' or (byte)'(')
            {
                return true;
            }
        }

        return false;
    }
}
