namespace SecretGuard.Tasks.Assemblies;

/// <summary>A resource that stands in an assembly.</summary>
/// <param name="Name">As the assembly calls it.</param>
/// <param name="Bytes">What was embedded.</param>
internal sealed record ManifestResource(string Name, byte[] Bytes);

/// <summary>The resources that an assembly carries itself: the table of its metadata, and the bytes that it points to.</summary>
internal static class ManifestResources
{
    private const int Table = 0x28;

    /// <summary>Every resource, in the order of the table.</summary>
    public static List<ManifestResource> Read(byte[] image) => AssemblyImage.Reading(() => Resources(image));

    private static List<ManifestResource> Resources(byte[] image)
    {
        ReadOnlySpan<byte> stream = AssemblyImage.Stream(image, "#~"), names = AssemblyImage.Stream(image, "#Strings"), bytes = AssemblyImage.Resources(image);
        var tables = new MetadataTables(stream);
        int[] widths = tables.WidthsOf(Table);
        var resources = new List<ManifestResource>();
        long taken = 0;
        for (int row = 0, at = tables.StartOf(Table); row < tables.RowsOf(Table); row++, at += widths.Sum())
        {
            if (Index(stream, at + 8 + widths[2], widths[3]) == 0) // else it stands in another file
            {
                int start = AssemblyImage.Int32(stream, at), length = AssemblyImage.Int32(bytes, start);
                AssemblyImage.Require((taken += length) <= bytes.Length); // a table may point to one place many times
                ReadOnlySpan<byte> name = names.Slice(Index(stream, at + 8, widths[2]));
                resources.Add(new ManifestResource(AssemblyImage.Utf8(name.Slice(0, name.IndexOf((byte)0))), bytes.Slice(start + 4, length).ToArray()));
            }
        }

        return resources;
    }

    private static int Index(ReadOnlySpan<byte> stream, int at, int width) => width == 2 ? AssemblyImage.UInt16(stream, at) : AssemblyImage.Int32(stream, at);
}
