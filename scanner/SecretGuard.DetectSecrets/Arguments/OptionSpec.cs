namespace SecretGuard.DetectSecrets.Arguments;

/// <summary>What an option takes.</summary>
internal enum OptionKind
{
    /// <summary>Nothing; given twice it counts twice.</summary>
    Flag,

    /// <summary>One word.</summary>
    Value,

    /// <summary>One word or none.</summary>
    OptionalValue,
}

/// <summary>An option of a command.</summary>
/// <param name="Names">Such as <c>-n</c>, <c>--no-verify</c>; the last one is what it is asked for by.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Help">One line.</param>
/// <param name="Word">What its word is called in the help.</param>
internal sealed record OptionSpec(IReadOnlyList<string> Names, OptionKind Kind, string Help, string Word = "")
{
    public string Key => Names[^1];

    /// <summary>As error messages call it: <c>-n/--no-verify</c>.</summary>
    public string Title => string.Join('/', Names);

    /// <summary>As the usage shows it.</summary>
    public string Usage => Kind switch
    {
        OptionKind.Flag => $"[{Names[0]}]",
        OptionKind.Value => $"[{Names[0]} {Word}]",
        _ => $"[{Names[0]} [{Word}]]",
    };

    public static OptionSpec Flag(string names, string help) => new(names.Split(' '), OptionKind.Flag, help);

    public static OptionSpec Value(string names, string word, string help) => new(names.Split(' '), OptionKind.Value, help, word);
}
