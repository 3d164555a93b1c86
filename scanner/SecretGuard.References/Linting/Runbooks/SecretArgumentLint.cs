using SecretGuard.References.Shell;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>Secrets among the arguments of commands, and in the commands that a cluster is asked to run.</summary>
internal sealed class SecretArgumentLint : ILint
{
    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [RunbookRules.Argument, RunbookRules.Exec];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (text.Commands.Count == 0)
        {
            return;
        }

        var secrets = ScriptSecrets.Of(text.Script);
        foreach (ShellCommand command in text.Commands.Where(command => command.Carrier is null || !IsExec(command.Carrier)))
        {
            if (IsExec(command) && command.Words.FirstOrDefault(word => secrets.In(word) is not null) is { } sent)
            {
                found.Add(RunbookRules.Exec, sent.Location, $"kubectl exec ${secrets.In(sent)}", "the value becomes a part of the request to the API server, which its audit log keeps, and of the arguments of the process in the pod");
            }
            else if (!CalledProgram.In(command).Any(CommandOutput.Echoes) && CalledProgram.In(command).Select(program => GivenSecret.Of(program, secrets)).FirstOrDefault(given => given is not null) is { } given)
            {
                bool isTyped = !given.At.Text.Contains('*', StringComparison.Ordinal);
                if (isTyped && text.IsOfContainer)
                {
                    continue; // a word in a manifest: whether it is a secret is for a scan to say
                }

                found.Add(RunbookRules.Argument, given.At.Location, given.Subject, $"{(isTyped ? "what is typed there stays in the history of the shell" : "every process of the machine can read it while the command runs")}; {given.Instead}");
            }
        }
    }

    private static bool IsExec(ShellCommand command) => CalledProgram.In(command).FirstOrDefault() is { Name: "kubectl" or "oc" } program && program.Words.Skip(program.From).TakeWhile(word => word.Text != "--").Any(word => word.Text == "exec");
}
