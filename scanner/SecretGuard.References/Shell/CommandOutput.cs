namespace SecretGuard.References.Shell;

/// <summary>Where the output of a command goes.</summary>
internal static class CommandOutput
{
    private const int LongestWay = 32;

    /// <summary>Programs that print what they read, or a part of it, in this form or another.</summary>
    private static readonly HashSet<string> Filters = new(["base64", "jq", "yq", "tr", "sed", "awk", "head", "tail", "cat", "tee", "cut", "sort", "less", "more", "xxd", "hexdump", "json_pp", "nl", "rev", "openssl", "python", "python3", "Sort-Object", "Format-Table", "Format-List", "ft", "fl", "Out-String", "Out-Host", "ConvertFrom-Json", "ConvertTo-Json"], StringComparer.Ordinal);

    /// <summary>What a program for JSON is asked where it says something of values without telling them.</summary>
    private static readonly string[] Harmless = ["keys", "length", "empty", "has(", "type", "metadata", "paths", "!= null", "== null", "_set"];

    /// <summary>Whether a command prints its words.</summary>
    public static bool Echoes(CalledProgram program) => Echoes(program.Name);

    /// <summary>Whether a program prints its words.</summary>
    public static bool Echoes(string program) => program is "echo" or "printf" or "Write-Host" or "Write-Output" or "Write-Information" or "Write-Verbose";

    /// <summary>Whether it is shown to whoever runs the script, or kept in a log. Where that is not to be seen, it is not.</summary>
    public static bool IsShown(ShellCommand command)
    {
        ShellCommand at = command;
        for (int step = 0; step < LongestWay; step++)
        {
            if (at.Redirections.Any(IsAway))
            {
                return false;
            }

            if (at.Next is { } next)
            {
                if (!Passes(next))
                {
                    return false;
                }

                at = next;
            }
            else if (at.IsGrouped || at.Words.Count > 1 && at.Words[1].Text == "=")
            {
                return false;
            }
            else if (at.IsSubstituted)
            {
                if (at.Outer is not { } outer || !CalledProgram.In(outer).Any(Echoes))
                {
                    return false;
                }

                at = outer;
            }
            else if (at.Carrier is { } carrier)
            {
                at = carrier;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the output goes into a file.</summary>
    public static bool IsAway(ShellRedirection redirection) =>
        redirection.IsOutput && !redirection.Sign.EndsWith(">&", StringComparison.Ordinal) && redirection.Target.Text is not ("/dev/stdout" or "/dev/stderr" or "/dev/tty");

    private static bool Passes(ShellCommand command)
    {
        if (CalledProgram.In(command).FirstOrDefault() is not { } program || !Filters.Contains(program.Name))
        {
            return false;
        }

        string[] rest = [.. program.Words.Skip(program.From).Select(word => word.Text)];
        return program.Name switch
        {
            "jq" or "yq" => !Array.Exists(rest, word => Array.Exists(Harmless, sign => word.Contains(sign, StringComparison.Ordinal))),
            "cut" or "head" or "tail" => !Array.Exists(rest, word => word.StartsWith("-c", StringComparison.Ordinal)), // a few characters
            "sed" => !Array.Exists(rest, word => word.StartsWith("s/", StringComparison.Ordinal) || word == "-n"),
            "awk" => !Array.Exists(rest, word => word.Contains("length", StringComparison.Ordinal)),
            "openssl" => rest is ["base64" or "enc", ..] && !NamesFile(rest),
            "python" or "python3" => rest is ["-m", "json.tool"],
            "base64" or "sort" => !NamesFile(rest),
            _ => true,
        };
    }

    /// <summary>Whether a program is told to write into a file.</summary>
    private static bool NamesFile(string[] words) => Array.Exists(words, word => word is "-o" or "-out" or "--output" || word.StartsWith("--output=", StringComparison.Ordinal));
}
