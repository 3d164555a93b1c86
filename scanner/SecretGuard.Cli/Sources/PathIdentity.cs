namespace SecretGuard.Cli.Sources;

/// <summary>How two spellings of a path are told apart: Windows takes upper and lower case for the same.</summary>
internal static class PathIdentity
{
    public static StringComparer Comparer => OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    public static StringComparison Comparison => OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
}
