namespace SecretGuard.Tasks.Projects;

/// <summary>How paths of this machine are compared and written.</summary>
internal static class FilePaths
{
    /// <summary>Whether two paths name one file.</summary>
    public static StringComparer Comparer { get; } = Path.DirectorySeparatorChar == '\\' ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The same for parts of paths.</summary>
    public static StringComparison Comparison { get; } = Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>A path with <c>/</c>. A backslash separates on Windows only.</summary>
    public static string WithSlashes(string path) => Path.DirectorySeparatorChar == '\\' ? path.Replace('\\', '/') : path;

    /// <summary>A folder with one separator at its end, so that it is no prefix of its neighbours.</summary>
    public static string AsFolder(string path) => path.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) + Path.DirectorySeparatorChar;
}
