using System.Text;

namespace SecretGuard.Git.Reading;

/// <summary>Reads git's own small files: settings, references, pointers to folders.</summary>
internal static class SmallText
{
    /// <summary>The text of a file in UTF-8. Without the reader of streams, which takes a hook longer to set up than all of these files to read.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static string Read(string path)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
        return Encoding.UTF8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
    }
}
