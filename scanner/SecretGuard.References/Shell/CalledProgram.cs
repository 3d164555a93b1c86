namespace SecretGuard.References.Shell;

/// <summary>A program that a command runs.</summary>
/// <param name="Name">Its name without a folder: <c>vault</c>.</param>
/// <param name="Words">The words of the command.</param>
/// <param name="From">The first word behind the name.</param>
/// <param name="IsElsewhere">Whether another program runs it: in a container, in a pod.</param>
internal sealed record CalledProgram(string Name, IReadOnlyList<ShellWord> Words, int From, bool IsElsewhere)
{
    private static readonly HashSet<string> Runners = new(["sudo", "env", "exec", "command", "nohup", "builtin", "xargs", "nice", "retry", "timeout", "doas", "&"], StringComparer.Ordinal);
    private static readonly HashSet<string> Prompts = new(["$", "%", "PS>"], StringComparer.Ordinal);

    /// <summary>The words behind the name that are no options, and no values of options that take one.</summary>
    public ShellArguments Arguments(Func<string, bool> takesWord) => new(Words, From, takesWord);

    /// <summary>The program of a command, and the one that it runs elsewhere. None where the first word is not known before it runs.</summary>
    public static IEnumerable<CalledProgram> In(ShellCommand command)
    {
        IReadOnlyList<ShellWord> words = command.Words;
        int own = Start(words);
        if (own < words.Count)
        {
            yield return At(words, own, isElsewhere: false);
        }

        int inner = SecretCommands.InnerCommand(words);
        if (inner > own && inner < words.Count)
        {
            yield return At(words, inner, isElsewhere: true);
        }
    }

    private static CalledProgram At(IReadOnlyList<ShellWord> words, int at, bool isElsewhere)
    {
        string name = words[at].Text.TrimStart('@');
        name = name[(name.LastIndexOf('/') + 1)..];
        return new CalledProgram(name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name, words, at + 1, isElsewhere);
    }

    /// <summary>Behind what only says how a command is run: <c>if ! sudo -u a</c>, <c>env A=b</c>, <c>timeout 5</c>, a prompt, the variable of PowerShell that takes its output.</summary>
    private static int Start(IReadOnlyList<ShellWord> words)
    {
        int at = 0;
        bool isRun = false;
        for (; at < words.Count; at++)
        {
            string text = words[at].Text;
            bool isHow = ShellKeywords.IsKeyword(text) || Prompts.Contains(text) || (isRun && (text.StartsWith('-') || text.Contains('=', StringComparison.Ordinal) || (text.Length > 0 && char.IsAsciiDigit(text[0]))));
            if (Runners.Contains(text))
            {
                isRun = true;
            }
            else if (isRun && text is "-u" or "-g" or "--user" or "--group")
            {
                at++; // who runs it
            }
            else if (text == "*" && at + 1 < words.Count && words[at + 1].Text == "=")
            {
                at++;
            }
            else if (!isHow)
            {
                break;
            }
        }

        return at;
    }
}
