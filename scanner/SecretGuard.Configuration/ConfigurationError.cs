namespace SecretGuard.Configuration;

/// <summary>Something that is wrong in a configuration file.</summary>
/// <param name="Path">The file, as the caller named it.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record ConfigurationError(string Path, int Line, int Column, string Message)
{
    /// <summary><c>path(line,column): message</c>.</summary>
    public override string ToString() => $"{Path}({Line},{Column}): {Message}";
}
