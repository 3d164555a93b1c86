using static SecretGuard.Tasks.Assemblies.AssemblyImage;

namespace SecretGuard.Tasks.Assemblies;

/// <summary>
/// The strings in a <c>.resources</c> file, as the framework's ResourceWriter writes it. The framework's reader refuses what newer writers write, and makes objects:
/// here nothing but strings is read, and everything else passed over.
/// </summary>
internal static class ResourceStrings
{
    private const uint Magic = 0xBEEFCACE;
    private const int HeaderLength = 12;
    private const int StringCode = 1; // of version 2; version 1 names its types

    /// <summary>Whether this is such a file.</summary>
    public static bool IsOne(byte[] bytes) => bytes.Length > HeaderLength && UInt32(bytes, 0) == Magic;

    /// <summary>Every string in it, in the order of their names' hashes.</summary>
    public static List<string> Read(byte[] bytes) => Reading(() => Strings(bytes));

    private static List<string> Strings(ReadOnlySpan<byte> bytes)
    {
        int at = checked(HeaderLength + Int32(bytes, 8)), version = Int32(bytes, at), count = Int32(bytes, at + 4), types = Int32(bytes, at + 8);
        Require(version is 1 or 2);
        at += 12;
        var codes = new HashSet<int>();
        for (int type = 0; type < types; type++)
        {
            if (Utf8(Counted(bytes, ref at)).StartsWith("System.String,", StringComparison.Ordinal))
            {
                codes.Add(type);
            }
        }

        int positions = checked((at + 7 & ~7) + 4 * count), names = checked(positions + 4 * count + 4), data = Int32(bytes, names - 4);
        var strings = new List<string>();
        long taken = 0;
        for (int i = 0; i < count; i++)
        {
            int name = checked(names + Int32(bytes, positions + 4 * i));
            _ = Counted(bytes, ref name);
            int value = checked(data + Int32(bytes, name));
            int code = Packed(bytes, ref value);
            if (version == 2 ? code == StringCode : codes.Contains(code))
            {
                ReadOnlySpan<byte> text = Counted(bytes, ref value);
                Require((taken += text.Length) <= bytes.Length); // names may point to one place many times
                strings.Add(Utf8(text));
            }
        }

        return strings;
    }

    /// <summary>Bytes behind their number.</summary>
    private static ReadOnlySpan<byte> Counted(ReadOnlySpan<byte> bytes, ref int at)
    {
        int length = Packed(bytes, ref at);
        at = checked(at + length);
        return bytes.Slice(at - length, length);
    }

    /// <summary>A number in groups of seven bits, the lowest first.</summary>
    private static int Packed(ReadOnlySpan<byte> bytes, ref int at)
    {
        int number = 0, shift = 0;
        byte next;
        do
        {
            Require(shift < 35);
            next = bytes[at++];
            number |= (next & 0x7F) << shift;
            shift += 7;
        }
        while (next >= 0x80);
        return number;
    }
}
