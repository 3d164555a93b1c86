using System.Text;

namespace SecretGuard.Tasks.Assemblies;

/// <summary>
/// Where things stand in the file of an assembly (ECMA-335, II.24 and II.25). Read here, because not every host of a task has a reader that fits. Whatever does
/// not stand where it should is an <see cref="InvalidDataException"/>.
/// </summary>
internal static class AssemblyImage
{
    private const uint MetadataSignature = 0x424A5342;
    private const int MetadataDirectory = 8;
    private const int ResourcesDirectory = 24;

    /// <summary>Reads something of an image; how it leads astray does not matter to who asked.</summary>
    public static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("a table leads out of the image", error);
        }
    }

    /// <summary>One of the streams of the metadata; empty where there is none.</summary>
    public static ReadOnlySpan<byte> Stream(ReadOnlySpan<byte> image, string wanted)
    {
        ReadOnlySpan<byte> metadata = Directory(image, MetadataDirectory);
        Require(UInt32(metadata, 0) == MetadataSignature);
        int at = 16 + Int32(metadata, 12), streams = UInt16(metadata, at + 2);
        at += 4;
        for (int i = 0; i < streams; i++)
        {
            int name = metadata.Slice(at + 8).IndexOf((byte)0);
            if (Utf8(metadata.Slice(at + 8, name)) == wanted)
            {
                return metadata.Slice(Int32(metadata, at), Int32(metadata, at + 4));
            }

            at += 8 + (name / 4 + 1) * 4; // the name with its zero, in whole words
        }

        return default;
    }

    /// <summary>The resources that stand in this file, one after the other.</summary>
    public static ReadOnlySpan<byte> Resources(ReadOnlySpan<byte> image) => Directory(image, ResourcesDirectory);

    /// <summary>Names are UTF-8.</summary>
    public static string Utf8(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.ToArray());

    /// <summary>Two bytes as a number.</summary>
    public static ushort UInt16(ReadOnlySpan<byte> bytes, int at) => (ushort)(bytes[at] | bytes[at + 1] << 8);

    /// <summary>Four bytes as a number.</summary>
    public static uint UInt32(ReadOnlySpan<byte> bytes, int at) => (uint)(bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24);

    /// <summary>Four bytes as a length or a place.</summary>
    public static int Int32(ReadOnlySpan<byte> bytes, int at) => checked((int)UInt32(bytes, at));

    /// <summary>What holds in every assembly.</summary>
    public static void Require(bool holds)
    {
        if (!holds)
        {
            throw new InvalidDataException("no assembly");
        }
    }

    private static ReadOnlySpan<byte> Directory(ReadOnlySpan<byte> image, int directory)
    {
        int headers = Int32(image, 0x3C);
        Require(image[0] == 'M' && image[1] == 'Z' && UInt32(image, headers) == 0x4550);
        int sections = UInt16(image, headers + 6), optional = headers + 24, sectionTable = optional + UInt16(image, headers + 20);
        bool wide = UInt16(image, optional) == 0x20B;
        int cliHeader = Offset(image, sectionTable, sections, UInt32(image, optional + (wide ? 224 : 208)));
        int size = Int32(image, cliHeader + directory + 4);
        return size == 0 ? default : image.Slice(Offset(image, sectionTable, sections, UInt32(image, cliHeader + directory)), size);
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
}
