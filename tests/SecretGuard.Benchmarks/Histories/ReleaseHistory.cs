using System.Formats.Tar;
using System.IO.Compression;

namespace SecretGuard.Benchmarks.Histories;

/// <summary>
/// Writes a repository whose history is the releases of packages: one commit each, in which the package's folder gets what the release holds. What changes
/// from one to the next is what its authors have changed.
/// </summary>
internal static class ReleaseHistory
{
    private const long FirstSecond = 1_300_000_000;

    /// <summary>Makes the repository.</summary>
    /// <param name="list">A text file with one path of a <c>.tgz</c> a line, in the order of the releases; the folder that holds it has the package's name.</param>
    /// <param name="repository">Where it is made; must not be there.</param>
    /// <returns>git's exit code.</returns>
    public static int Make(string list, string repository)
    {
        using var import = new FastImport(repository);
        long second = FirstSecond;
        foreach (string archive in File.ReadLines(list))
        {
            List<(string Path, byte[] Content)> files;
            try
            {
                files = [.. FilesOf(archive)];
            }
            catch (Exception broken) when (broken is InvalidDataException or IOException or OverflowException)
            {
                // Some old archives have owners that are no numbers.
                Console.Error.WriteLine($"{archive}: left out, it cannot be read: {broken.Message}");
                continue;
            }

            string package = Path.GetFileName(Path.GetDirectoryName(archive))!;
            import.Commit($"Release {package} {Path.GetFileNameWithoutExtension(archive)}", second += 3600);
            import.Delete(package);
            foreach ((string path, byte[] content) in files)
            {
                import.File($"{package}/{path}", content);
            }
        }

        return import.Finish();
    }

    private static IEnumerable<(string Path, byte[] Content)> FilesOf(string archive)
    {
        using FileStream file = File.OpenRead(archive);
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var tar = new TarReader(unzipped);
        while (tar.GetNextEntry() is { } entry)
        {
            // Every archive of npm has one folder in which all stands, mostly "package".
            string path = entry.Name[(entry.Name.IndexOf('/') + 1)..];
            if (entry.DataStream is { } data && path.Length > 0 && !path.AsSpan().ContainsAny("\"\n") && !path.Split('/').Any(part => part is "" or "." or ".." or ".git"))
            {
                byte[] content = new byte[entry.Length];
                data.ReadExactly(content);
                yield return (path, content);
            }
        }
    }
}
