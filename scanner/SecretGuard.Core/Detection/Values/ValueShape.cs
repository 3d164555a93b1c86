namespace SecretGuard.Detection.Values;

/// <summary>What a value is made of, counted in one pass.</summary>
internal readonly struct ValueShape
{
    private ValueShape(int lower, int upper, int digits, int spaces, int separators, int symbols, int other, int distinct, int inner, bool hex)
    {
        Lower = lower;
        Upper = upper;
        Digits = digits;
        Spaces = spaces;
        Separators = separators;
        Symbols = symbols;
        Other = other;
        Distinct = distinct;
        InnerDigits = inner;
        IsHex = hex;
    }

    /// <summary>Lower-case ASCII letters.</summary>
    public int Lower { get; }

    /// <summary>Upper-case ASCII letters.</summary>
    public int Upper { get; }

    /// <summary>ASCII letters.</summary>
    public int Letters => Lower + Upper;

    /// <summary>Digits.</summary>
    public int Digits { get; }

    /// <summary>Spaces and tabs.</summary>
    public int Spaces { get; }

    /// <summary>What identifiers and paths are joined by: <c>- _ . : /</c>.</summary>
    public int Separators { get; }

    /// <summary>Other printable ASCII: what passwords are strengthened with.</summary>
    public int Symbols { get; }

    /// <summary>Bytes of 0x80 and more.</summary>
    public int Other { get; }

    /// <summary>Different bytes.</summary>
    public int Distinct { get; }

    /// <summary>Digits with a letter on both sides: <c>p4ssw0rd</c>.</summary>
    public int InnerDigits { get; }

    /// <summary>Whether all are hex digits.</summary>
    public bool IsHex { get; }

    /// <summary>Counts.</summary>
    public static ValueShape Of(ReadOnlySpan<byte> value)
    {
        int lower = 0, upper = 0, digits = 0, spaces = 0, separators = 0, symbols = 0, other = 0, inner = 0;
        ulong low = 0, high = 0;
        bool hex = true;
        for (int i = 0; i < value.Length; i++)
        {
            byte b = value[i];
            low |= b < 64 ? 1UL << b : 0;
            high |= b is >= 64 and < 128 ? 1UL << (b & 63) : 0;
            hex &= Ascii.IsHex(b);
            if (Ascii.IsLower(b))
            {
                lower++;
            }
            else if (Ascii.IsUpper(b))
            {
                upper++;
            }
            else if (Ascii.IsDigit(b))
            {
                digits++;
                inner += i > 0 && i + 1 < value.Length && Ascii.IsLetter(value[i - 1]) && Ascii.IsLetter(value[i + 1]) ? 1 : 0;
            }
            else if (Ascii.IsSpace(b))
            {
                spaces++;
            }
            else if (b is (byte)'-' or (byte)'_' or (byte)'.' or (byte)':' or (byte)'/')
            {
                separators++;
            }
            else if (b >= 0x80)
            {
                other++;
            }
            else
            {
                symbols++;
            }
        }

        return new ValueShape(lower, upper, digits, spaces, separators, symbols, other, Bits.Count(low) + Bits.Count(high), inner, hex);
    }
}
