namespace SecretGuard.Cli.Sources;

/// <summary>A file to scan.</summary>
/// <param name="FullPath">Where to read it, or <see cref="StandardInput"/>.</param>
/// <param name="DisplayPath">What reports call it: relative to the root, with <c>/</c>.</param>
internal sealed record SourceFile(string FullPath, string DisplayPath)
{
    /// <summary>What stands for standard input on the command line.</summary>
    public const string StandardInput = "-";

    /// <summary>Whether the user named it, so that a pipe or a device is read as a stream.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Whether this is a link. The attributes tell most files from links without a further call; on Windows they say the same of files kept in a cloud.</summary>
    public static bool IsLink(FileSystemInfo entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is not null;
}
