using System.Runtime.InteropServices;

namespace SecretGuard.Tasks.Assemblies;

/// <summary>The literals that the code of an assembly loads: the heap <c>#US</c> of its metadata.</summary>
internal static class UserStrings
{
    /// <summary>Every literal, in the order of the heap.</summary>
    public static List<string> Read(byte[] image) => AssemblyImage.Reading(() => Strings(AssemblyImage.Stream(image, "#US")));

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
}
