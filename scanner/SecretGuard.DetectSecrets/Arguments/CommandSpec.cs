namespace SecretGuard.DetectSecrets.Arguments;

/// <summary>A command's grammar.</summary>
/// <param name="Name">Its words, as usage and messages show them.</param>
/// <param name="Description">One line.</param>
/// <param name="Positional">What its other words are called; empty where it takes none.</param>
/// <param name="Options">Its options.</param>
/// <param name="Examples">Lines to type.</param>
internal sealed record CommandSpec(string Name, string Description, string Positional, IReadOnlyList<OptionSpec> Options, params IReadOnlyList<string> Examples)
{
    private const int Width = 100;

    /// <summary>Whether the words behind the first one are of a command of its own.</summary>
    public bool StopsAtWord { get; init; }

    /// <summary>The usage, broken into lines.</summary>
    public string Usage()
    {
        string line = $"usage: {Name}", indent = new(' ', line.Length);
        var lines = new List<string>();
        foreach (string part in Options.Select(option => option.Usage).Prepend("[-h]").Append(Positional).Where(part => part.Length > 0))
        {
            if (line.Length + 1 + part.Length > Width)
            {
                lines.Add(line);
                line = indent;
            }

            line = $"{line} {part}";
        }

        return string.Join('\n', [.. lines, line]) + "\n";
    }

    /// <summary>The page of help.</summary>
    public string Help()
    {
        const int Column = 30;
        string options = string.Concat(Options.Select(option => $"  {string.Join(", ", option.Names) + (option.Word.Length > 0 ? " " + option.Word : ""),-Column}{option.Help}\n"));
        return $"{Usage()}\n{Description}\n\nOptions:\n  {"-h, --help",-Column}show this help\n{options}\nExamples:\n{string.Concat(Examples.Select(example => $"  {example}\n"))}";
    }
}
