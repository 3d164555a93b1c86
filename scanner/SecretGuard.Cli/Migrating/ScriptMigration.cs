using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Migrating;

/// <summary>Changes scripts of hooks and files of lefthook, where a line does nothing but call one of the other tools.</summary>
internal static class ScriptMigration
{
    private const string Run = "run: ";

    /// <summary>The change, and the lines that are left to do by hand.</summary>
    public static (FileChange Change, IReadOnlyList<ImportRemainder> Remainders) Make(string path, string display, string root, bool keepsBaseline)
    {
        string text = Projects.Project.ReadText(path);
        string[] lines = text.Split('\n');
        var remainders = new List<ImportRemainder>();
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r'), command = line.Trim();
            command = command.StartsWith(Run, StringComparison.Ordinal) ? command[Run.Length..].Trim() : command;
            if (command.StartsWith('#') || ToolCalls.In(command) is not { } tool)
            {
                continue;
            }

            if (ToolCalls.IsAlone(command))
            {
                lines[i] = lines[i].Replace(command, ToolCalls.Instead(root, command, keepsBaseline), StringComparison.Ordinal);
            }
            else if (!command.EndsWith(':'))
            {
                remainders.Add(new ImportRemainder($"{display}:{i + 1}", $"a line with {tool} that does more than call it, or otherwise", $"Call '{ToolCall.In(root)} hook' there."));
            }
        }

        bool isRunnable = !OperatingSystem.IsWindows() && File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute);
        return (new FileChange(path, text, string.Join('\n', lines)) { IsScript = isRunnable }, remainders);
    }
}
