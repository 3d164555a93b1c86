using SecretGuard.DetectSecrets.Arguments;

namespace SecretGuard.DetectSecrets.Commands;

/// <summary><c>detect-secrets install DIR</c>: launchers named <c>detect-secrets</c> and <c>detect-secrets-hook</c>, for a POSIX shell and for Windows.</summary>
internal static class InstallCommand
{
    public static int Run(ParsedArguments typed, string folder, Surroundings surroundings)
    {
        if (typed.Words.Count != 1)
        {
            throw new CommandLineException(Grammar.Install, typed.Words.Count == 0 ? "the following arguments are required: folder" : $"unrecognized arguments: {typed.Words[1]}");
        }

        string target = Path.GetFullPath(Path.Combine(folder, typed.Words[0]));
        IWorkspace workspace = surroundings.Open(folder);
        foreach (string name in (string[])["detect-secrets", "detect-secrets-hook"])
        {
            string script = Path.Combine(target, name);
            workspace.Write(script, $"#!/bin/sh\nexec {string.Join(' ', surroundings.Invocation.Select(ForShell))} {name} \"$@\"\n", isScript: true);
            workspace.Write(script + ".cmd", $"@{string.Join(' ', surroundings.Invocation.Select(word => $"\"{word}\""))} {name} %*\r\n");
            surroundings.Console.Output.WriteLine($"wrote {script}");
        }

        return 0;
    }

    private static string ForShell(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
