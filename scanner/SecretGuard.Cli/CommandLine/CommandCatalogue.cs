using System.CommandLine;
using SecretGuard.Cli.Commands;
using SecretGuard.Cli.DetectSecrets;

namespace SecretGuard.Cli.CommandLine;

/// <summary>A command as the help lists it, made only when it is used.</summary>
internal sealed record CommandEntry(string Name, string Description, Func<Command> Create);

/// <summary>Every command. One line a command.</summary>
internal static class CommandCatalogue
{
    public static IReadOnlyList<CommandEntry> All { get; } =
    [
        new("init", "Set up a repository: configuration, salt, baseline.", InitCommand.Create),
        new("scan", "Look for secrets in files and folders.", ScanCommand.Create),
        new("git", "Look for secrets in everything that a git repository holds.", GitCommand.Create),
        new("hook", "Look for secrets in what a commit or a push is about to bring.", HookCommand.Create),
        new("install-hook", "Let git's hooks call this tool.", InstallHookCommand.Create),
        new("doctor", "Prove that hooks, history, build and CI stop a made-up secret.", DoctorCommand.Create),
        new("rules", "List, show and test the rules.", RulesCommand.Create),
        new("explain", "Say why something was found and what to do about it.", ExplainCommand.Create),
        new("baseline", "Accept old secrets until they are gone.", BaselineCommand.Create),
        new("audit", "Go through the secrets that nobody has decided about.", AuditCommand.Create),
        new("import", "Take over what another tool was told to accept.", ImportCommand.Create),
        new("migrate", "Change a repository over from another tool.", MigrateCommand.Create),
        new("merge", "Put several reports together.", MergeCommand.Create),
        new("inventory", "Declare what the repository refers to.", InventoryCommand.Create),
        new("refs", "List every place that names a secret.", RefsCommand.Create),
        new("trace", "Follow a secret from where it is used to where it is kept.", TraceCommand.Create),
        new("graph", "Draw the ways of all secrets from who uses them to what keeps them.", GraphCommand.Create),
        new("lint", "Tell what is wrong with how files deal with secrets, without asking anybody.", LintCommand.Create),
        new("access", "Tell who may read what, by what the repository grants.", AccessCommand.Create),
        new("policy", "Write the least policy for who uses secrets.", PolicyCommand.Create),
        new("verify", "Check that every secret that is referred to is in its store, and usable.", VerifyCommand.Create),
        new("rotation", "Say which declared secrets are to be rotated, and when.", RotationCommand.Create),
        new("rotate", "Give secrets their next values: plan first.", RotateCommand.Create),
        new("runbook", "Write down what to do when a secret has to change.", RunbookCommand.Create),
        new("lock", "Write down what the stores say, without any value.", LockCommand.Create),
        new("compare", "Compare what two stores hold, without showing it.", CompareCommand.Create),
        new("sync", "Copy secrets from one store to another: plan first.", SyncCommand.Create),
        new("adopt", "Take a secret out of a file into a store: plan first.", AdoptCommand.Create),
        new("suppressions", "List what inline comments, allowlist and baseline accept.", SuppressionsCommand.Create),
        new("detect-secrets", "Stand in for detect-secrets 1.5.0.", DetectSecretsCommands.CreateProgram),
        new("detect-secrets-hook", "Stand in for the hook of detect-secrets 1.5.0.", DetectSecretsCommands.CreateHook),
        new("completion", "Print a completion script for a shell.", CompletionCommand.Create),
    ];

    public static CommandEntry? Find(string name)
    {
        foreach (CommandEntry entry in All)
        {
            if (entry.Name == name)
            {
                return entry;
            }
        }

        return null;
    }
}
