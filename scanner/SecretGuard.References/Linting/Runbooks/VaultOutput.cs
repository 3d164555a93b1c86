using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>What the command line of Vault prints of secrets.</summary>
internal static class VaultOutput
{
    /// <summary>What a command prints.</summary>
    public static SecretOutput? Of(CalledProgram program)
    {
        ShellArguments given = VaultCommands.Arguments(program.Words, program.From);
        return given.Rest switch
        {
            [{ Text: "kv" }, { Text: "get" } verb, { } path, ..] => new SecretOutput(verb, $"{program.Name} kv get {path.Text}", $"'{program.Name} kv metadata get' says whether it is there"),
            [{ Text: "read" } verb, { } path, ..] when IsSecret(path.Text) => new SecretOutput(verb, $"{program.Name} read {path.Text}", "take it into a variable"),
            _ => null,
        };
    }

    /// <summary>Whether a path of the API leads to a secret, not to a setting: <c>secret/data/a</c>, <c>database/creds/a</c>, <c>team/kv/data/a</c>.</summary>
    public static bool IsSecret(string path)
    {
        string[] segments = path.TrimStart('/').Split('/');
        return segments.Length > 1 && segments[0] is not ("sys" or "auth" or "identity")
            && (Array.FindIndex(segments, 1, segment => segment is "data" or "creds" or "static-creds") > 0 || (segments[0] is "secret" or "kv" && segments[1] is not ("metadata" or "config" or "subkeys" or "delete" or "undelete" or "destroy")));
    }
}
