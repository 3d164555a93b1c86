namespace SecretGuard.Detection.Values;

/// <summary>Whether a value is filled in later: the holes of the usual languages, deployment tools and format strings.</summary>
internal static class Templates
{
    private const int Quoted = 6; // &quot;

    /// <summary>Whether the value is, or is built of, a template expression of any of the usual languages.</summary>
    public static bool IsTemplate(ReadOnlySpan<byte> value)
    {
        byte first = value[0], last = value[value.Length - 1];
        if (value.Length > 3 && first == last && Quotes.IsQuote(first) && value[1] == '$')
        {
            return true; // "'$NAME'": a shell's string ends, the variable stands, and another string begins
        }

        if ((first == '<' && last == '>') || (first == '{' && last == '}' && value.Length > 2) || (first == '%' && last == '%' && value.Length > 2) || (first == '[' && last == ']'))
        {
            return true;
        }

        if (value.StartsWith("&lt;"u8) && value.EndsWith("&gt;"u8))
        {
            return true;
        }

        if (value.Length > 2 * Quoted && value.StartsWith("&quot;"u8) && value.EndsWith("&quot;"u8))
        {
            return IsTemplate(value.Slice(Quoted, value.Length - 2 * Quoted));
        }

        // Razor's @Call(x) and @model?.Name, |DATADIRECTORY|.
        if ((first == '@' && (value.IndexOf((byte)'(') > 0 || value.IndexOf("?."u8) > 0)) || (first == '|' && last == '|' && value.Length > 2))
        {
            return true;
        }

        // $VAR, $$VAR, $env:VAR, ${…}, $(…), @param, :param, ?, &entity; as whole values.
        if (first is (byte)'$' or (byte)'@' or (byte)':' or (byte)'&' && IsWord(value.Slice(1)) && !HasDigitAndCase(value.Slice(1)))
        {
            return true;
        }

        // One placeholder inside is enough: a value that is partly a template is not known here.
        return value.IndexOf("${"u8) >= 0 || value.IndexOf("$("u8) >= 0 || value.IndexOf("{{"u8) >= 0 || value.IndexOf("#{"u8) >= 0
            || value.IndexOf("{$"u8) >= 0 || value.IndexOf("<%"u8) >= 0 || value.IndexOf("%("u8) >= 0 || value.IndexOf("{%"u8) >= 0 || value.IndexOf("%{"u8) >= 0
            || (first == '$' && (value.IndexOf((byte)'{') > 0 || value.IndexOf("::"u8) >= 0))
            || IsPercentVariable(value) || IsFormatItem(value) || IsUnderscored(value) || IsConstantName(value);
    }

    /// <summary>%NAME% anywhere.</summary>
    private static bool IsPercentVariable(ReadOnlySpan<byte> value)
    {
        int first = value.IndexOf((byte)'%');
        if (first < 0)
        {
            return false;
        }

        int second = value.Slice(first + 1).IndexOf((byte)'%');
        bool escape = second == 2 && AsciiText.IsHex(value.Slice(first + 1, 2)); // %C3%A4
        return second > 1 && !escape && IsWord(value.Slice(first + 1, second)) && !Ascii.IsDigit(value[first + 1]);
    }

    /// <summary>{0}, {name}, %s, %d as a whole word of the value.</summary>
    private static bool IsFormatItem(ReadOnlySpan<byte> value)
    {
        if (value.StartsWith("%s"u8) || HasConversion(value) || (value.Length == 2 && value[0] == '%' && Ascii.IsLetter(value[1])))
        {
            return true;
        }

        int open = value.IndexOf((byte)'{');
        int close = open < 0 ? -1 : value.Slice(open).IndexOf((byte)'}');
        return close > 1 && IsWord(value.Slice(open + 1, close - 1));
    }

    /// <summary><c>db:%s,key</c>: a conversion of printf that stands for itself between signs.</summary>
    private static bool HasConversion(ReadOnlySpan<byte> value)
    {
        for (int i = 1; i + 1 < value.Length; i++)
        {
            if (value[i] == '%' && value[i + 1] is (byte)'s' or (byte)'d' or (byte)'v' && !Ascii.IsAlphanumeric(value[i - 1]) && (i + 2 == value.Length || !Ascii.IsAlphanumeric(value[i + 2])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>__NAME__ and similar tokens of deployment tools.</summary>
    private static bool IsUnderscored(ReadOnlySpan<byte> value) =>
        value.Length > 4 && value[0] == '_' && value[1] == '_' && value[value.Length - 1] == '_' && value[value.Length - 2] == '_';

    /// <summary>KEYSTONE_DBPASS: the name of a constant or variable for the reader to replace. Letters and at least one underscore, nothing else.</summary>
    private static bool IsConstantName(ReadOnlySpan<byte> value)
    {
        bool underscore = false;
        foreach (byte b in value)
        {
            underscore |= b == '_';
            if (!Ascii.IsUpper(b) && b != '_')
            {
                return false;
            }
        }

        return underscore && value.Length >= 5;
    }

    private static bool IsWord(ReadOnlySpan<byte> text)
    {
        foreach (byte b in text)
        {
            if (!Ascii.IsAlphanumeric(b) && b is not ((byte)'_' or (byte)'-' or (byte)'.' or (byte)':' or (byte)' ' or (byte)'$'))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private static bool HasDigitAndCase(ReadOnlySpan<byte> text)
    {
        bool digit = false, lower = false, upper = false;
        foreach (byte b in text)
        {
            digit |= Ascii.IsDigit(b);
            lower |= Ascii.IsLower(b);
            upper |= Ascii.IsUpper(b);
        }

        return digit && lower && upper;
    }
}
