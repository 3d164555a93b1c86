namespace SecretGuard.DetectSecrets;

/// <summary>Where a command reads and writes.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="IsInteractive">Whether a person sits at both ends.</param>
public sealed record ToolConsole(TextReader Input, TextWriter Output, TextWriter Error, bool IsInteractive);
