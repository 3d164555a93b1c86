namespace SecretGuard.Cli.Sources;

/// <summary>A file to scan.</summary>
/// <param name="FullPath">Where to read it.</param>
/// <param name="DisplayPath">What reports call it: relative to the root, with <c>/</c>.</param>
internal sealed record SourceFile(string FullPath, string DisplayPath);
