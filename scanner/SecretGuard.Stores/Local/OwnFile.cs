using System.Text;

namespace SecretGuard.Stores.Local;

/// <summary>
/// Writes files that hold secrets. What is new is the owner's alone, the folder of the file too; what is there keeps its mode. It is written beside its place, for nobody but the owner, and
/// moved there, so that whoever is killed leaves the old file or the new one; a rest of that is used up by the next write.
/// </summary>
public static class OwnFile
{
    private const string Suffix = ".secretguard-tmp";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Changes the text of a file, which need not be there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="change">What becomes of its text; null where that cannot be written.</param>
    /// <returns>Why that failed, and the file is what it was; null where it did not.</returns>
    public static StoreProblem? Replace(string path, Func<string, string?> change)
    {
        try
        {
            byte[] before = File.Exists(path) ? File.ReadAllBytes(path) : [];
            ReadOnlySpan<byte> mark = before.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble : default;
            return change(Strict.GetString(before.AsSpan(mark.Length))) is { } after ? Write(path, [.. mark, .. Strict.GetBytes(after)])
                : new StoreProblem(Verdict.Misconfigured, $"{path} cannot hold this value in a way that reads back", "put it in by hand, or into another store");
        }
        catch (DecoderFallbackException)
        {
            return new StoreProblem(Verdict.Misconfigured, $"{path} has bytes that are no UTF-8, which writing would change", "save it as UTF-8");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Of(path, error);
        }
    }

    /// <summary>Makes a file of bytes, in place of what is there.</summary>
    public static StoreProblem? Write(string path, byte[] bytes)
    {
        string? beside = null;
        try
        {
            // A link stays a link: what it leads to is replaced.
            string target = new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(path);
            MakeFolder(Path.GetDirectoryName(target)!);
            beside = target + Suffix;
            File.Delete(beside);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            using (var stream = new FileStream(beside, options))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            }

            File.Move(beside, target, overwrite: true);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Remove(beside);
            return Of(path, error);
        }
    }

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    private static void Remove(string? beside)
    {
        try
        {
            File.Delete(beside ?? "");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The next write uses it up.
        }
    }

    private static StoreProblem Of(string path, Exception error) => error is UnauthorizedAccessException
        ? new StoreProblem(Verdict.Forbidden, $"{path} may not be written", "let this user write it, or run as the one who may")
        : new StoreProblem(Verdict.Unreachable, $"{path} cannot be written ({error.GetType().Name})", "see whether its folder is there and has room");
}
