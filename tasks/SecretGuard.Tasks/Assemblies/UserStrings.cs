using System.Runtime.InteropServices;
using System.Text;

namespace SecretGuard.Tasks.Assemblies;

/// <summary>
/// The literals that the code of an assembly loads: the heap <c>#US</c> of its metadata (ECMA-335, II.24 and II.25). Read here, because not every host of
/// a task has a reader that fits. Whatever does not stand where it should is a <see cref="InvalidDataException"/>.
/// </summary>
internal static class UserStrings
{
    private const uint MetadataSignature = 0x424A5342;

    /// <summary>Every literal, in the order of the heap.</summary>
    public static IReadOnlyList<string> Read(byte[] image)
    {
        try
        {
            ReadOnlySpan<byte> metadata = Metadata(image);
            return Strings(Stream(metadata, "#US"));
        }
        catch (Exception error) when (error is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("a table leads out of the image", error);
        }
    }

    private static ReadOnlySpan<byte> Metadata(ReadOnlySpan<byte> image)
    {
        int headers = checked((int)UInt32(image, 0x3C));
        Require(image[0] == 'M' && image[1] == 'Z' && UInt32(image, headers) == 0x4550);
        int sections = UInt16(image, headers + 6), optional = headers + 24, sectionTable = optional + UInt16(image, headers + 20);
        bool wide = UInt16(image, optional) == 0x20B;
        int cliHeader = Offset(image, sectionTable, sections, UInt32(image, optional + (wide ? 224 : 208)));
        int start = Offset(image, sectionTable, sections, UInt32(image, cliHeader + 8));
        return image.Slice(start, checked((int)UInt32(image, cliHeader + 12)));
    }

    /// <summary>Where in the file an address of the loaded image stands.</summary>
    private static int Offset(ReadOnlySpan<byte> image, int table, int sections, uint address)
    {
        for (int i = 0; i < sections; i++)
        {
            int section = table + i * 40;
            uint start = UInt32(image, section + 12), size = Math.Max(UInt32(image, section + 8), UInt32(image, section + 16));
            if (address >= start && address - start < size)
            {
                return checked((int)(address - start + UInt32(image, section + 20)));
            }
        }

        throw new InvalidDataException("an address outside of every section");
    }

    private static ReadOnlySpan<byte> Stream(ReadOnlySpan<byte> metadata, string wanted)
    {
        Require(UInt32(metadata, 0) == MetadataSignature);
        int at = 16 + checked((int)UInt32(metadata, 12)), streams = UInt16(metadata, at + 2);
        at += 4;
        for (int i = 0; i < streams; i++)
        {
            int name = metadata.Slice(at + 8).IndexOf((byte)0);
            if (Encoding.ASCII.GetString(metadata.Slice(at + 8, name).ToArray()) == wanted)
            {
                return metadata.Slice(checked((int)UInt32(metadata, at)), checked((int)UInt32(metadata, at + 4)));
            }

            at += 8 + (name / 4 + 1) * 4; // the name with its zero, in whole words
        }

        return default; // an assembly without literals
    }

    private static List<string> Strings(ReadOnlySpan<byte> heap)
    {
        var strings = new List<string>();
        for (int at = 1; at < heap.Length;)
        {
            int first = heap[at];
            int length = first < 0x80 ? first : first < 0xC0 ? (first & 0x3F) << 8 | heap[at + 1] : (first & 0x1F) << 24 | heap[at + 1] << 16 | heap[at + 2] << 8 | heap[at + 3];
            at += first < 0x80 ? 1 : first < 0xC0 ? 2 : 4;
            if (length > 1)
            {
                strings.Add(new string(MemoryMarshal.Cast<byte, char>(heap.Slice(at, length - 1)).ToArray())); // the last byte only says something about the others
            }

            at += length;
        }

        return strings;
    }

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new InvalidDataException("no assembly");
        }
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int at) => (ushort)(bytes[at] | bytes[at + 1] << 8);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int at) => (uint)(bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24);
}
