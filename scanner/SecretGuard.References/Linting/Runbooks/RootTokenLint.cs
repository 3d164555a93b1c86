using SecretGuard.References.Shell;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>Vault's root token as what commands log in with. A script that makes or revokes it is left alone: setting Vault up needs it.</summary>
internal sealed class RootTokenLint : ILint
{
    private static readonly string[] SettingUp = ["token revoke", "generate-root", "operator init"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [RunbookRules.RootToken];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        if (!text.IsScript || !text.Source.Text.Contains("root", StringComparison.OrdinalIgnoreCase) || Array.Exists(SettingUp, word => text.Source.Text.Contains(word, StringComparison.Ordinal)))
        {
            return;
        }

        // Once a script: the first place tells what all the others do.
        if (text.Script.Assignments.FirstOrDefault(assignment => assignment.Name is "VAULT_TOKEN" or "BAO_TOKEN" && IsRoot(assignment.Word)) is { } set)
        {
            found.Add(RunbookRules.RootToken, set.Word.Location, set.Name, "whoever has it may do everything, and Vault's audit log does not say who it was");
        }
        else if (text.Commands.SelectMany(CalledProgram.In).FirstOrDefault(program => program.Name is "vault" or "bao" && program.Words.Skip(program.From).Any(word => word.Text == "login") && program.Words.Skip(program.From).Any(IsRoot)) is { } login)
        {
            found.Add(RunbookRules.RootToken, login.Words.Skip(login.From).First(IsRoot).Location, $"{login.Name} login", "whoever has it may do everything, and Vault's audit log does not say who it was");
        }
    }

    /// <summary>A variable called so, or a file or a key of a secret: not the word <c>root</c> itself, the token of a server for development.</summary>
    private static bool IsRoot(ShellWord word) => word.Variables.Exists(IsName) || (word.Text.Contains('*', StringComparison.Ordinal) && IsName(word.Raw));

    private static bool IsName(string text) => text.Contains("root_token", StringComparison.OrdinalIgnoreCase) || text.Contains("root-token", StringComparison.OrdinalIgnoreCase) || text.Contains("roottoken", StringComparison.OrdinalIgnoreCase);
}
