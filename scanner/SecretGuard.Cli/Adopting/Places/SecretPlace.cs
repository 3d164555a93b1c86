namespace SecretGuard.Cli.Adopting.Places;

/// <summary>What holds a secret in a file, as a whole: the text that is to be something else.</summary>
/// <param name="Start">Its first character, a quote where it is written with one.</param>
/// <param name="End">The character behind it.</param>
/// <param name="Name">What the file calls it: a key, a variable; empty where it has no name.</param>
internal sealed record SecretPlace(int Start, int End, string Name)
{
    /// <summary>What it says, without quotes and escapes; null where nobody can tell. It is never shown.</summary>
    public string? Value { get; init; }

    /// <summary>What its name is, where that is a key of a configuration: <c>Smtp:Password</c>. Else it is read as a variable.</summary>
    public bool IsConfiguration { get; init; }

    /// <summary>What the file can hold in its place, by the name of a variable, as it is written there. Empty: nothing.</summary>
    public Func<string, string> Reference { get; init; } = _ => "";

    /// <summary>How a text that somebody wants there is written.</summary>
    public Func<string, string> Write { get; init; } = text => text;

    /// <summary>Why it is not replaced here, and what to do, for people; null where it is.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Whether what stands there may be read from another place than a variable only with more than a text can tell: code.</summary>
    public bool IsCode { get; init; }

    /// <summary>Says where it is, and nothing of it.</summary>
    public override string ToString() => Name;
}
