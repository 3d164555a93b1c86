namespace SecretGuard.Cli.Outputs;

/// <summary>A place that something is written to, and how.</summary>
/// <param name="Format">The name of the format, as the catalogue spells it.</param>
/// <param name="File">Full path, or null for standard output.</param>
internal sealed record OutputTarget(string Format, string? File);
