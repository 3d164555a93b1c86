namespace SecretGuard.Cli.Sources.Archives;

/// <summary>Where a walk is.</summary>
/// <param name="Path">The display path of an archive or a member.</param>
/// <param name="Depth">Archives around it, itself counted where it is one.</param>
internal readonly record struct ArchivePlace(string Path, int Depth)
{
    /// <summary>Whether it is a layer of a container image.</summary>
    public bool IsLayer { get; init; }

    /// <summary>The display path of the tar around it.</summary>
    public string? Image { get; init; }

    /// <summary>The digest that its name holds, where it may be a part of a container image.</summary>
    public string? Digest { get; init; }
}
