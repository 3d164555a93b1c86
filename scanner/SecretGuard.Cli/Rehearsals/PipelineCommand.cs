using SecretGuard.Cli.CommandLine;

namespace SecretGuard.Cli.Rehearsals;

/// <summary>A command of this tool as it stands in the file of a pipeline.</summary>
/// <param name="Line">The whole line.</param>
/// <param name="Text">The command.</param>
internal sealed record PipelineCommand(string Line, string Text)
{
    private const string Tool = "secretguard ";

    /// <summary>What looks for secrets; other commands stop nothing.</summary>
    private static readonly string[] Gates = ["scan", "git", "hook", "detect-secrets-hook"];

    private static readonly string[] Ends = [" && ", " || ", " | ", " > ", ";", "`", " # "];

    /// <summary>All of them in a text.</summary>
    public static IEnumerable<PipelineCommand> AllIn(string text)
    {
        foreach (string line in Joined(text))
        {
            int at = line.IndexOf(Tool, StringComparison.Ordinal);
            if (at < 0 || line.TrimStart().StartsWith('#') || (at > 0 && (char.IsLetterOrDigit(line[at - 1]) || line[at - 1] is '-' or '_' or '/' or '.')))
            {
                continue;
            }

            int end = Ends.Select(mark => line.IndexOf(mark, at, StringComparison.Ordinal)).Where(found => found >= 0).DefaultIfEmpty(line.Length).Min();
            string command = line[at..end].Trim().TrimEnd('"', '\'');
            if (command.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var name, ..] && Gates.Contains(name, StringComparer.Ordinal) && CommandCatalogue.Find(name) is not null)
            {
                yield return new PipelineCommand(line, command);
            }
        }
    }

    /// <summary>The arguments. What only the server knows is put in: for the commit before a change the one before the last, for the place of a report one in the clone.</summary>
    public IEnumerable<string> Words()
    {
        string before = "";
        foreach (string word in Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(word => word.Trim('"', '\'')))
        {
            yield return !word.Contains('$', StringComparison.Ordinal) ? word
                : before == "--report" ? $"{word.Split('=')[0]}={Canary.Name}.report"
                : word.Contains("..", StringComparison.Ordinal) ? "HEAD~1..HEAD"
                : "HEAD~1";
            before = word;
        }
    }

    /// <summary>The lines, those joined that a backslash continues; blanks in expressions of GitHub are taken out, so that one is one word.</summary>
    private static IEnumerable<string> Joined(string text)
    {
        string before = "";
        foreach (string raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            string line = before + (before.Length > 0 ? raw.TrimStart() : raw);
            before = line.EndsWith('\\') ? line[..^1] : "";
            if (before.Length == 0)
            {
                yield return line.Replace("${{ ", "${{", StringComparison.Ordinal).Replace(" }}", "}}", StringComparison.Ordinal);
            }
        }
    }
}
