namespace SecretGuard.Detection.Values;

/// <summary>Whether a value looks drawn by a generator, or chosen with care, rather than written as words.</summary>
internal static class Randomness
{
    /// <summary>Bytes below which a value of a usual alphabet has too few bits to tell a draw from a word.</summary>
    public const int LeastDrawn = 16;

    /// <summary>
    /// The least share of places, in percent, where one kind of character follows another; words and names stay below. A capital before a small
    /// letter does not count: that is how the words of identifiers begin.
    /// </summary>
    private const int LeastChanges = 22;

    /// <summary>The same for text of one case, whose only changes are between letters and digits: Base32 has few digits.</summary>
    private const int LeastChangesOfOneCase = 15;

    /// <summary>Bytes that are looked at: the rest of a long token is like its beginning.</summary>
    private const int Looked = 512;

    private enum Kind
    {
        None,
        Digit,
        Lower,
        Upper,
    }

    /// <summary>Whether the value has at least <paramref name="least"/> bytes and mixes letters and digits (or cases) as random text does.</summary>
    public static bool IsDrawn(ReadOnlySpan<byte> value, int least)
    {
        if (value.Length < least)
        {
            return false;
        }

        value = value.Slice(0, Math.Min(value.Length, Looked));
        int digits = 0, lower = 0, upper = 0, changes = 0, run = 0, longestLetters = 0;
        Kind last = Kind.None;
        foreach (byte b in value)
        {
            Kind kind = KindOf(b);
            digits += kind == Kind.Digit ? 1 : 0;
            lower += kind == Kind.Lower ? 1 : 0;
            upper += kind == Kind.Upper ? 1 : 0;
            if (kind == Kind.None)
            {
                continue;
            }

            changes += last != Kind.None && kind != last && !(last == Kind.Upper && kind == Kind.Lower) ? 1 : 0;
            run = kind == last ? run + 1 : 1;
            longestLetters = kind == Kind.Digit ? longestLetters : Math.Max(longestLetters, run);
            last = kind;
        }

        int letters = lower + upper, all = letters + digits;
        if (letters < 2 || all * 4 < value.Length * 3 || (lower > 0 && upper > 0 ? longestLetters * 2 > value.Length : longestLetters * 3 > value.Length * 2))
        {
            return false;
        }

        // Without digits only the long and restless mixtures of cases are no identifiers.
        bool mixed = digits > 0 || (lower > 0 && upper > 0 && value.Length >= 24 && changes * 4 >= all);
        return mixed && changes * 100 >= (all - 1) * (lower > 0 && upper > 0 ? LeastChanges : LeastChangesOfOneCase) && !Diversity.IsStub(value);
    }

    /// <summary>Whether this could be a password that a policy asked for: eight bytes or more of three kinds of characters, or drawn.</summary>
    public static bool IsStrong(ReadOnlySpan<byte> value)
    {
        bool digit = false, lower = false, upper = false, symbol = false;
        foreach (byte b in value)
        {
            Kind kind = KindOf(b);
            digit |= kind == Kind.Digit;
            lower |= kind == Kind.Lower;
            upper |= kind == Kind.Upper;
            symbol |= kind == Kind.None;
        }

        int kinds = (digit ? 1 : 0) + (lower ? 1 : 0) + (upper ? 1 : 0) + (symbol ? 1 : 0);
        return (value.Length >= 8 && kinds >= 3) || IsDrawn(value, LeastDrawn);
    }

    private static Kind KindOf(byte b) =>
        Ascii.IsDigit(b) ? Kind.Digit : Ascii.IsLower(b) ? Kind.Lower : Ascii.IsUpper(b) ? Kind.Upper : Kind.None;
}
