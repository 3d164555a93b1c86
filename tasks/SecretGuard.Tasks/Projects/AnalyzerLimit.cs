namespace SecretGuard.Tasks.Projects;

/// <summary>The analyzers leave long files to the task.</summary>
internal static class AnalyzerLimit
{
    /// <summary>A file of so many characters, or more, is left to the task: <c>AnalyzedProject.LargestFile</c>.</summary>
    public const int Characters = 1024 * 1024;

    /// <summary>Whether a file has so many characters. One that cannot be read counts as long: the task tells why.</summary>
    public static bool IsReached(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: >= Characters } && CountsToLimit(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static bool CountsToLimit(string path)
    {
        using var reader = new StreamReader(path);
        char[] block = new char[64 * 1024];
        int count = 0, got;
        while (count < Characters && (got = reader.Read(block, 0, block.Length)) > 0)
        {
            count += got;
        }

        return count >= Characters;
    }
}
