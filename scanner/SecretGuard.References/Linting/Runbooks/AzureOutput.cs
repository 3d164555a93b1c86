using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>What the command line of Azure prints of secrets.</summary>
internal static class AzureOutput
{
    /// <summary>The ends of commands that print keys of resources.</summary>
    private static readonly string[] Keys = ["keys list", "list-keys", "credential show", "show-connection-string", "connection-string show", "admin-key show", "get-access-token"];

    /// <summary>What a command prints.</summary>
    public static SecretOutput? Of(CalledProgram program)
    {
        ShellArguments given = program.Arguments(_ => true);
        ShellPiece? query = given.Of("query");
        if (given.Rest.Count < 2 || given.Of("o", "output")?.Text == "none")
        {
            return null;
        }

        if (given.Rest is [{ Text: "keyvault" }, { Text: "secret" }, { Text: "show" or "set" } verb, ..])
        {
            bool sets = verb.Text == "set";
            return !SecretOutput.Asks(query, "value") ? null : new SecretOutput(
                verb,
                $"az keyvault secret {verb.Text} {given.Of("name", "n")?.Text}".TrimEnd(),
                sets ? "it shows what it has set unless '--output none' is given" : "'--query id' says whether it is there",
                sets && query is null && given.Of("o", "output") is null && verb.Word.Raw == verb.Text ? "set --output none" : null);
        }

        string verbs = string.Join(' ', given.Rest.Select(word => word.Text));
        return Array.Exists(Keys, end => verbs.EndsWith(end, StringComparison.Ordinal)) && SecretOutput.Asks(query, "value", "key", "Key", "onnectionString", "ccessToken", "password", "primary", "secondary")
            ? new SecretOutput(given.Rest[^1], $"az {verbs}", "take it into a variable")
            : null;
    }
}
