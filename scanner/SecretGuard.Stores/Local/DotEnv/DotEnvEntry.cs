namespace SecretGuard.Stores.Local.DotEnv;

/// <summary>A variable that a file sets.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Line">The line that sets it, from 1.</param>
/// <param name="IsEmpty">Whether it is set to nothing.</param>
internal readonly record struct DotEnvEntry(string Name, int Line, bool IsEmpty)
{
    /// <summary>Where its value is, without quotes.</summary>
    public Range Span { get; init; }

    /// <summary>Whether it stands between double quotes, in which a backslash begins an escape.</summary>
    public bool IsEscaped { get; init; }

    /// <summary>Its value.</summary>
    /// <param name="text">The text that it was read from.</param>
    public string ValueIn(string text)
    {
        string raw = text[Span];
        return !IsEscaped || !raw.Contains('\\', StringComparison.Ordinal) ? raw
            : raw.Replace("\\\\", "\0", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\r", "\r", StringComparison.Ordinal)
                .Replace("\\t", "\t", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\$", "$", StringComparison.Ordinal).Replace("\0", "\\", StringComparison.Ordinal);
    }
}
