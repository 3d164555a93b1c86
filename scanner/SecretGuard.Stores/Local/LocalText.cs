using System.Text;

namespace SecretGuard.Stores.Local;

/// <summary>Reads text files in place.</summary>
internal static class LocalText
{
    private const long MostBytes = 16 << 20;

    /// <summary>The text of a file, or why it cannot be had.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">Why; null where the text is there.</param>
    /// <param name="isAbsent">Whether there is no such file.</param>
    public static string? Read(string path, out StoreProblem? problem, out bool isAbsent)
    {
        (problem, isAbsent) = (null, false);
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                isAbsent = true;
                problem = Directory.Exists(path)
                    ? new StoreProblem(Verdict.Misconfigured, $"{path} is a folder", "name the file in it")
                    : new StoreProblem(Verdict.Misconfigured, $"there is no file {path}", "correct the path, or make the file");
                return null;
            }

            // What has no length is a pipe or a device as well: opening it could wait for ever.
            long length = (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
            if (length > MostBytes)
            {
                problem = new StoreProblem(Verdict.Misconfigured, $"{path} has more than {MostBytes >> 20} MB", "name another file");
                return null;
            }

            return length == 0 ? "" : File.ReadAllText(path, Encoding.UTF8);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or System.Security.SecurityException)
        {
            problem = new StoreProblem(Verdict.Forbidden, $"{path} may not be read", "let this user read it, or run as the one who may");
        }
        catch (Exception error) when (error is IOException or ArgumentException or NotSupportedException)
        {
            problem = new StoreProblem(Verdict.Unreachable, $"{path} cannot be read ({error.GetType().Name})", "see whether the path is right and its disk is there");
        }

        return null;
    }

    /// <summary>When a file was last changed; null where that cannot be told.</summary>
    public static DateTimeOffset? Updated(string path)
    {
        try
        {
            return File.GetLastWriteTimeUtc(path) is { Year: > 1601 } time ? new DateTimeOffset(time, TimeSpan.Zero) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
