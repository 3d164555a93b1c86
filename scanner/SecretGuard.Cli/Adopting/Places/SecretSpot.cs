namespace SecretGuard.Cli.Adopting.Places;

/// <summary>Where a secret stands in a text.</summary>
/// <param name="Path">The file, with <c>/</c>.</param>
/// <param name="Text">The text.</param>
/// <param name="Start">The first character of the secret.</param>
/// <param name="End">The character behind it.</param>
internal sealed record SecretSpot(string Path, string Text, int Start, int End)
{
    /// <summary>The name of the file, in lower case.</summary>
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..].ToLowerInvariant();

    /// <summary>Whether its project imports the namespace System into every file.</summary>
    public bool ImportsSystem { get; init; }

    /// <summary>The secret as it is written.</summary>
    public string Written => Text[Start..End];

    /// <summary>The first character of its line.</summary>
    public int LineStart => Text.LastIndexOf('\n', Math.Max(0, Start - 1), Math.Max(0, Start)) + 1;

    /// <summary>Whether the file ends so.</summary>
    public bool HasEnd(params ReadOnlySpan<string> ends)
    {
        foreach (string end in ends)
        {
            if (FileName.EndsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The secret alone, of which nothing is known but that somebody has to take it out.</summary>
    public SecretPlace ByHand(string why) => new(Start, End, "") { Value = Written, Obstacle = why };

    /// <summary>Says where it is, and nothing of it.</summary>
    public override string ToString() => Path;
}
