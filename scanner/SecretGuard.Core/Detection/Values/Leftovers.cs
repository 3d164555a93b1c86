namespace SecretGuard.Detection.Values;

/// <summary>
/// What is no value wherever it stands: rests of a literal whose quotes were read in another order than the language reads them,
/// codes of a terminal, markers that tests and documentation set around the place of a value.
/// </summary>
internal static class Leftovers
{
    private const int LongestOfSymbols = 4;

    /// <summary>Whether this range of the text is none.</summary>
    public static bool Are(ReadOnlySpan<byte> value) =>
        value.IndexOf((byte)0x1B) >= 0 || value.IndexOf("␛["u8) >= 0 || IsMarked(value) || IsConcatenation(value) || IsCallHead(value)
        || (value.Length <= LongestOfSymbols && !HoldsCharacter(value));

    /// <summary><c>[|</c> and <c>|]</c> around a span that a test expects, ‹name› and «name» around what the reader is to replace.</summary>
    private static bool IsMarked(ReadOnlySpan<byte> value) =>
        value.StartsWith("[|"u8) || value.EndsWith("|]"u8)
        || (value.IndexOf("‹"u8) is var single and >= 0 && value.Slice(single).IndexOf("›"u8) > 0)
        || (value.IndexOf("«"u8) is var angled and >= 0 && value.Slice(angled).IndexOf("»"u8) > 0);

    /// <summary><c>" + name + "</c>: the literal was closed and opened again.</summary>
    private static bool IsConcatenation(ReadOnlySpan<byte> value)
    {
        int escape = value.Length > 0 && value[0] == '\\' ? 1 : 0;
        int inner = value.Length - 2 * (escape + 1);
        if (inner <= 2 || value[escape] is not ((byte)'"' or (byte)'\'') || value[value.Length - 1] != value[escape])
        {
            return false;
        }

        ReadOnlySpan<byte> between = value.Slice(escape + 1, inner);
        return Ascii.IsSpace(between[inner - 1]) && between.TrimSpaces()[0] is (byte)'+' or (byte)'&' or (byte)'.';
    }

    /// <summary><c>Type.Method(</c>: a call that goes on behind the literal.</summary>
    private static bool IsCallHead(ReadOnlySpan<byte> value)
    {
        if (value.Length < 2 || value[value.Length - 1] != '(')
        {
            return false;
        }

        for (int i = 0; i < value.Length - 1; i++)
        {
            if (!Ascii.IsLetter(value[i]) && value[i] is not ((byte)'.' or (byte)'_'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HoldsCharacter(ReadOnlySpan<byte> value)
    {
        foreach (byte b in value)
        {
            if (Ascii.IsAlphanumeric(b) || b >= 0x80)
            {
                return true;
            }
        }

        return false;
    }
}
