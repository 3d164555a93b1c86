namespace SecretGuard.References.Values;

/// <summary>A text that a configuration file holds under a name. It may be a secret: it is for who moves it, and never shown.</summary>
/// <param name="Path">The keys that lead to it from the root; elements of lists by their number, from 0.</param>
/// <param name="Start">Its first character in the file, a quote where it has one.</param>
/// <param name="End">The character behind it.</param>
public sealed record HeldValue(IReadOnlyList<string> Path, int Start, int End)
{
    /// <summary>What it says, without quotes and escapes.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it goes over several lines as a block, which no other text can stand in for.</summary>
    public bool IsBlock { get; init; }

    /// <summary>Says where it is, and nothing of it.</summary>
    public override string ToString() => string.Join(':', Path);
}
