using System.Globalization;
using System.Text;

namespace SecretGuard.CSharp.Constants;

/// <summary>Bytes as the text that a person would read in them.</summary>
internal static class PrintableText
{
    /// <summary>The bytes as ASCII where all are printable, else as hex digits.</summary>
    public static string Of(IReadOnlyList<byte> bytes)
    {
        var text = new StringBuilder(bytes.Count * 2);
        bool printable = bytes.All(IsPrintable);
        foreach (byte b in bytes)
        {
            _ = printable ? text.Append((char)b) : text.Append(b.ToString("x2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    /// <summary>The text in Base64 or hex, or null where there is none.</summary>
    public static string? Decode(string encoded, bool hex)
    {
        byte[]? bytes = hex ? FromHex(encoded) : FromBase64(encoded);
        return bytes is { Length: > 0 } && bytes.All(IsPrintable) ? Encoding.ASCII.GetString(bytes) : null;
    }

    private static bool IsPrintable(byte b) => b is >= 0x20 and < 0x7F or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private static byte[]? FromBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static byte[]? FromHex(string text)
    {
        if (text.Length % 2 != 0)
        {
            return null;
        }

        var bytes = new byte[text.Length / 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            if (!byte.TryParse(text.Substring(i * 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[i]))
            {
                return null;
            }
        }

        return bytes;
    }
}
