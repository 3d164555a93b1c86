using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>What the command line of Vault prints of secrets.</summary>
internal static class VaultOutput
{
    private const string Taken = "take it into a variable";

    /// <summary>Fields of an answer that everybody may see.</summary>
    private static readonly string?[] Harmless = ["accessor", "secret_id_accessor", "secret_id_ttl", "certificate", "ca_chain", "issuing_ca", "serial_number", "lease_id", "lease_duration", "creation_time"];

    /// <summary>What a command prints.</summary>
    public static SecretOutput? Of(CalledProgram program)
    {
        ShellArguments given = VaultCommands.Arguments(program.Words, program.From);
        if (given.Has("wrap-ttl") || Harmless.Contains(given.Of("field")?.Text, StringComparer.Ordinal))
        {
            return null; // who gets a wrapped answer unwraps it once
        }

        return given.Rest switch
        {
            [{ Text: "kv" }, { Text: "get" } verb, { } path, ..] => new SecretOutput(verb, $"{program.Name} kv get {path.Text}", $"'{program.Name} kv metadata get' says whether it is there"),
            [{ Text: "read" } verb, { } path, ..] when IsSecret(path.Text) => new SecretOutput(verb, $"{program.Name} read {path.Text}", Taken),
            [{ Text: "write" } verb, { } path, ..] when IsMade(path.Text) => new SecretOutput(verb, $"{program.Name} write {path.Text}", Taken),
            [{ Text: "unwrap" } verb, ..] => new SecretOutput(verb, $"{program.Name} unwrap", $"{Taken}; '{program.Name} write sys/wrapping/lookup' says whether it is there"),
            _ => null,
        };
    }

    /// <summary>Whether a path of the API answers what is written to it with a secret: <c>transit/decrypt/a</c>, <c>sys/wrapping/unwrap</c>, <c>auth/approle/role/a/secret-id</c>, <c>pki/issue/a</c>.</summary>
    public static bool IsMade(string path)
    {
        string[] segments = path.Trim('/').Split('/');
        return segments is ["sys", "wrapping", "unwrap"] or ["auth", .., "role", _, "secret-id"]
            || (segments is [not ("sys" or "auth" or "identity" or "secret" or "kv"), .., "decrypt", _] or ["pki", "issue", _] && !path.Contains("/data/", StringComparison.Ordinal));
    }

    /// <summary>Whether a path of the API leads to a secret, not to a setting: <c>secret/data/a</c>, <c>database/creds/a</c>, <c>team/kv/data/a</c>.</summary>
    public static bool IsSecret(string path)
    {
        string[] segments = path.TrimStart('/').Split('/');
        return segments.Length > 1 && segments[0] is not ("sys" or "auth" or "identity")
            && (Array.FindIndex(segments, 1, segment => segment is "data" or "creds" or "static-creds") > 0 || (segments[0] is "cubbyhole" || (segments[0] is "secret" or "kv" && segments[1] is not ("metadata" or "config" or "subkeys" or "delete" or "undelete" or "destroy"))));
    }
}
