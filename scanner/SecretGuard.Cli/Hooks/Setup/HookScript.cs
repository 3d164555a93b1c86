namespace SecretGuard.Cli.Hooks.Setup;

/// <summary>The script of a hook, and what this tool adds to one that somebody else wrote: where it begins, because what follows may end it at any time.</summary>
internal static class HookScript
{
    private static readonly string[] Shells = ["sh", "bash", "dash", "ash", "ksh", "zsh"];

    /// <summary>Whether a script is one of a shell, so that lines can be put in. A text that names no program is run by one: git does so, and husky writes such.</summary>
    public static bool IsShell(string script)
    {
        if (Head(script) == 0)
        {
            return script.AsSpan().IndexOfAny('\0', '\uFFFD') < 0;
        }

        string first = MarkedBlock.Lines(script)[0];
        string shell = first.TrimStart('#', '!', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[(word.LastIndexOfAny(['/', '\\']) + 1)..]).FirstOrDefault(word => word != "env", "");
        return Shells.Contains(Path.GetFileNameWithoutExtension(shell), StringComparer.Ordinal);
    }

    /// <summary>The script with the command of a stage in it.</summary>
    /// <param name="script">What is there; null for a new one.</param>
    /// <param name="stage">The hook.</param>
    /// <param name="program">How this tool is called.</param>
    public static string Add(string? script, string stage, string program)
    {
        string text = script is null ? "#!/bin/sh\n" : MarkedBlock.Remove(script);
        return MarkedBlock.Insert(text, Start(text), MarkedBlock.Of(Block(stage, program, hasMore: script is not null)));
    }

    /// <summary>The script without it; null where nothing else was in it.</summary>
    public static string? Remove(string script)
    {
        string rest = MarkedBlock.Remove(script);
        return MarkedBlock.Lines(rest).Skip(Head(rest)).All(string.IsNullOrWhiteSpace) ? null : rest;
    }

    /// <summary>Where what the script does begins. husky's own line runs the script once more, or not at all where husky is switched off: ours comes behind it.</summary>
    private static int Start(string script)
    {
        int husky = Array.FindIndex(MarkedBlock.Lines(script), line => line.TrimStart().StartsWith(". ", StringComparison.Ordinal) && line.Contains("/husky.sh", StringComparison.Ordinal));
        return husky >= 0 ? husky + 1 : Head(script);
    }

    /// <summary>How many lines say what runs it: one or none.</summary>
    private static int Head(string script) => script.StartsWith("#!", StringComparison.Ordinal) ? 1 : 0;

    private static IEnumerable<string> Block(string stage, string program, bool hasMore)
    {
        string command = HookLine.Of(stage, program, "\"$1\"", "\"$@\"");

        // Where editors and graphical clients call git, the folder of .NET's tools is often missing.
        yield return "PATH=\"$PATH:$HOME/.dotnet/tools\"";
        if (!hasMore || !HookLine.HasInput(stage))
        {
            yield return $"{command} || exit $?";
            yield break;
        }

        // Both read what git says: it is kept, and given to the rest of the script once more.
        yield return "secretguard_input=$(cat)";
        yield return $"printf '%s\\n' \"$secretguard_input\" | {command} || exit $?";
        yield return "exec <<SECRETGUARD_INPUT";
        yield return "$secretguard_input";
        yield return "SECRETGUARD_INPUT";
    }
}
