using System.Globalization;

namespace SecretGuard.Configuration;

/// <summary>Sizes as people write them: <c>500KB</c>, <c>64MB</c>, <c>1GB</c>, with 1,024 bytes to the KB; a number alone counts bytes.</summary>
public static class ByteSize
{
    private static readonly (string Unit, int Shift)[] Units = [("KB", 10), ("MB", 20), ("GB", 30), ("K", 10), ("M", 20), ("G", 30), ("B", 0), ("", 0)];

    /// <summary>Reads a size of at least one byte.</summary>
    public static bool TryParse(string text, out long bytes)
    {
        bytes = 0;
        foreach ((string unit, int shift) in Units)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                string number = text.Substring(0, text.Length - unit.Length).Trim();
                if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long count) || count < 1 || count > long.MaxValue >> shift)
                {
                    return false;
                }

                bytes = count << shift;
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes a size in the largest unit that divides it.</summary>
    public static string Format(long bytes) =>
        bytes % (1L << 30) == 0 ? $"{bytes >> 30} GB" : bytes % (1L << 20) == 0 ? $"{bytes >> 20} MB" : bytes % (1L << 10) == 0 ? $"{bytes >> 10} KB" : $"{bytes} bytes";
}
