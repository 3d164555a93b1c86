namespace SecretGuard.Text;

/// <summary>Percent encoding of URLs and forms (RFC 3986, section 2.1).</summary>
internal static class PercentEncoding
{
    /// <summary>
    /// Decodes into <paramref name="target"/>, which is at least as long as the value, and returns what was written. What is no escape stays as it is.
    /// </summary>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> value, Span<byte> target)
    {
        int length = 0;
        for (int i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 2 < value.Length && Ascii.IsHex(value[i + 1]) && Ascii.IsHex(value[i + 2]))
            {
                target[length++] = (byte)(Ascii.HexValue(value[i + 1]) << 4 | Ascii.HexValue(value[i + 2]));
                i += 2;
            }
            else
            {
                target[length++] = value[i];
            }
        }

        return target.Slice(0, length);
    }
}
