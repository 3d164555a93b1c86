using SecretGuard.Inventories;

namespace SecretGuard.References.Shell;

/// <summary>What the command line of Vault is asked of secrets.</summary>
internal static class VaultCommands
{
    /// <summary>Segments of paths at which an engine of Vault does something or is told something: no secret is kept there.</summary>
    private static readonly string[] Operations = ["config", "roles", "role", "rotate", "rotate-role", "rotate-root", "static-roles", "keys", "encrypt", "decrypt", "sign", "verify", "issue", "login"];

    /// <summary>What the program is given.</summary>
    public static ShellArguments Arguments(IReadOnlyList<ShellWord> words, int from) =>
        new(words, from, name => name is "mount" or "field" or "version" or "namespace" or "ns" or "format" or "address" or "wrap-ttl" or "method" or "path" or "policy" or "ttl" or "cas");

    /// <summary>Reads a command.</summary>
    public static void Read(IReadOnlyList<ShellWord> words, int from, CommandReference add)
    {
        ShellArguments given = Arguments(words, from);
        bool keyValue = given.Rest.Count > 0 && given.Rest[0].Text == "kv";
        int at = keyValue ? 1 : 0;
        if (given.Rest.Count < at + 2)
        {
            return;
        }

        string verb = given.Rest[at].Text;
        ShellPiece path = given.Rest[at + 1];
        bool reads = verb is "read" or "get", writes = verb is "write" or "put" or "patch";
        if ((!reads && !writes) || (keyValue ? verb is "read" or "write" : verb is not ("read" or "write") || IsOperation(path.Text, given)))
        {
            return;
        }

        SecretReference reference = ReferenceOf.Secret(StoreTypes.Vault, path.Text, keyValue ? $"vault kv {verb}" : $"vault {verb}") with
        {
            Address = given.Of("mount")?.Text,
            Property = given.Of("field")?.Text,
            Version = given.Of("version")?.Text,
        };
        string?[] keys = writes ? [.. given.Rest.Skip(at + 2).Where(field => field.Text.Contains('=', StringComparison.Ordinal)).Select(field => field.Text[..field.Text.IndexOf('=', StringComparison.Ordinal)])] : [];
        foreach (string? key in keys.Length == 0 ? new string?[] { reference.Property } : keys)
        {
            add(reference with { Property = key }, path.Place, writes);
        }
    }

    /// <summary>Whether a path of Vault's API is no place of a secret: a write without fields starts something, and the second segment of an engine's path says what it is about.</summary>
    private static bool IsOperation(string path, ShellArguments given)
    {
        string[] segments = path.Split('/');
        return segments[0] is "auth" or "sys" or "identity" || given.Has("f") || given.Has("force")
            || (segments.Length > 1 && segments[0] is not ("secret" or "kv") && Operations.Contains(segments[1], StringComparer.Ordinal));
    }
}
