using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>A command that prints all variables, a secret among them: <c>env</c>, <c>printenv</c>, <c>export -p</c>, <c>set</c>, <c>Get-ChildItem env:</c>. What <c>grep</c> and its like leave of it is followed.</summary>
/// <param name="At">What prints them.</param>
/// <param name="Subject">What it is, for people.</param>
/// <param name="Secret">The variable of the secret, or the words by which one is looked for.</param>
internal sealed record ShownEnvironment(ShellWord At, string Subject, string Secret)
{
    private const int LongestWay = 8;

    private static readonly HashSet<string> Before = new(["sudo", "command", "exec", "nohup", "$", "%", "PS>"], StringComparer.Ordinal);
    private static readonly HashSet<string> Containers = new(["kubectl", "oc", "docker", "podman", "docker-compose", "nerdctl"], StringComparer.Ordinal);
    private static readonly HashSet<string> Listers = new(["Get-ChildItem", "gci", "dir", "ls", "Get-Item", "gi"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Searchers = new(["grep", "egrep", "fgrep", "rg", "ag", "findstr", "Select-String", "sls"], StringComparer.Ordinal);

    /// <summary>What a command prints of the variables that a script has by then; null where no secret is known to be among it.</summary>
    /// <param name="command">The command.</param>
    /// <param name="variables">The secrets among these.</param>
    public static ShownEnvironment? Of(ShellCommand command, ScriptEnvironment variables)
    {
        if (Dump(command) is not { } dump)
        {
            return null;
        }

        string subject = string.Join(' ', command.Words.Skip(dump.At).Select(word => word.Text));
        (ShellCommand last, ShellCommand? search) = (command, null);
        for (int step = 0; step < LongestWay && last.Next is { } next; step++)
        {
            string name = CalledProgram.In(next).FirstOrDefault()?.Name ?? "";
            if (LeavesNames(name, next))
            {
                return null;
            }

            search = Searchers.Contains(name) ? next : search;
            last = next;
        }

        IEnumerable<string> held = dump.IsElsewhere ? [] : variables.Held(dump.IsAll);
        string? shown = search is null ? held.FirstOrDefault() : Found(search, held);
        return shown is null || !CommandOutput.IsShown(search ?? command) ? null : new ShownEnvironment(command.Words[dump.At], search is null ? subject : $"{subject} | {search.Words[0].Text} {shown}", shown);
    }

    /// <summary>Which word of a command prints them; whether in another container, and whether those too that no program is given.</summary>
    private static (int At, bool IsElsewhere, bool IsAll)? Dump(ShellCommand command)
    {
        IReadOnlyList<ShellWord> words = command.Words;
        int at = 0;
        while (at < words.Count - 1 && (Before.Contains(words[at].Text) || ShellKeywords.IsKeyword(words[at].Text)))
        {
            at++;
        }

        bool isElsewhere = Containers.Contains(words[at].Text) && words.Any(word => word.Text is "exec" or "run");
        if (isElsewhere)
        {
            return words[^1].Text is "env" or "printenv" ? (words.Count - 1, true, false) : null;
        }

        string[] rest = [.. words.Skip(at + 1).Select(word => word.Text)];
        return words[at].Text switch
        {
            "env" or "printenv" or "/usr/bin/env" or "/usr/bin/printenv" when Array.TrueForAll(rest, word => word is "-0" or "--null") => (at, false, false),
            "export" when rest is [] or ["-p"] => (at, false, false),
            "declare" or "typeset" when rest is ["-x"] or ["-xp"] or ["-px"] => (at, false, false),
            "declare" or "typeset" when rest is [] or ["-p"] => (at, false, true),
            "set" when rest is [] => (at, false, true),
            var name when Listers.Contains(name) && Array.Exists(rest, word => word.Equals("env:", StringComparison.OrdinalIgnoreCase) || word.StartsWith("env:*", StringComparison.OrdinalIgnoreCase) || word.Equals("env:\\", StringComparison.OrdinalIgnoreCase)) => (at, false, false),
            _ => null,
        };
    }

    /// <summary>Whether a program takes away the values.</summary>
    private static bool LeavesNames(string name, ShellCommand command) => name switch
    {
        "cut" => command.Words.Any(word => word.Text is "-f1" or "1"),
        "awk" or "gawk" => command.Words.Any(word => word.Text.Contains("$1", StringComparison.Ordinal) || word.Text.Contains('*', StringComparison.Ordinal)),
        "Select-Object" or "select" => true,
        _ => false,
    };

    /// <summary>What a search finds of secrets: one that is there, or what it is for where that says secret. Null where it tells no line, or none of a secret.</summary>
    private static string? Found(ShellCommand search, IEnumerable<string> held)
    {
        string[] options = [.. search.Words.Skip(1).Select(word => word.Text).Where(word => word.StartsWith('-'))];
        if (Array.Exists(options, option => option is "--quiet" or "--silent" or "--count" or "--invert-match" or "--only-matching" or "-Quiet" or "-NotMatch" || (option[1..].All(char.IsAsciiLetter) && !option.StartsWith("--", StringComparison.Ordinal) && option.Length < 5 && option.AsSpan().IndexOfAny("qcvoL") >= 0)))
        {
            return null;
        }

        string[] patterns = [.. search.Words.Skip(1).Select(word => word.Text).Where(word => !word.StartsWith('-')).SelectMany(word => word.Replace("\\|", "|", StringComparison.Ordinal).Split('|', '(', ')')).Select(word => word.Trim('^', '=', '$', '.', '*', '"', '\'', '\\')).Where(word => word.Length > 0)];
        return held.FirstOrDefault(name => Array.Exists(patterns, pattern => name.Contains(pattern, StringComparison.OrdinalIgnoreCase))) ?? Array.Find(patterns, ReferenceOf.SaysSecret);
    }
}
