namespace SecretGuard.References.Shell;

/// <summary>What a command is given behind its own name: options with values, and the rest in order.</summary>
internal sealed class ShellArguments
{
    private readonly List<(string Name, ShellPiece? Value)> _options = [];

    /// <summary>Reads words.</summary>
    /// <param name="words">Those of the command.</param>
    /// <param name="from">The first behind its name.</param>
    /// <param name="takesWord">Whether an option's value may be the next word.</param>
    public ShellArguments(IReadOnlyList<ShellWord> words, int from, Func<string, bool> takesWord)
    {
        for (int i = from; i < words.Count; i++)
        {
            string text = words[i].Text;
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            if (text.Length < 2 || text[0] != '-')
            {
                Rest.Add(new ShellPiece(words[i], 0));
            }
            else if (equals > 0)
            {
                _options.Add((text[..equals].TrimStart('-'), new ShellPiece(words[i], equals + 1)));
            }
            else if (i + 1 < words.Count && takesWord(text.TrimStart('-')) && words[i + 1] is { Length: > 0 } next && next.Text[0] != '-')
            {
                _options.Add((text.TrimStart('-'), new ShellPiece(next, 0)));
                i++;
            }
            else
            {
                _options.Add((text.TrimStart('-'), null));
            }
        }
    }

    /// <summary>What is no option.</summary>
    public List<ShellPiece> Rest { get; } = [];

    /// <summary>Whether an option is given.</summary>
    public bool Has(string name) => _options.Exists(option => option.Name == name);

    /// <summary>The value of the first of some options that has one.</summary>
    public ShellPiece? Of(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (_options.Find(option => option.Name == name && option.Value is { Text.Length: > 0 }).Value is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The values of an option that may be given several times.</summary>
    public IEnumerable<ShellPiece> All(string name) => _options.Where(option => option.Name == name && option.Value is { Text.Length: > 0 }).Select(option => option.Value!);
}
