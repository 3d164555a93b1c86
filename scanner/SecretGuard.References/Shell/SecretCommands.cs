using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.References.Shell;

/// <summary>Takes a reference, where it stands, and whether the command writes what it names.</summary>
internal delegate void CommandReference(SecretReference reference, Location place, bool written);

/// <summary>Commands of the tools of stores.</summary>
internal static class SecretCommands
{
    private const int MostBefore = 6; // words before the tool: sudo, time, a prompt
    private const string Behind = "--"; // before a command that another one runs: docker, kubectl exec

    /// <summary>Segments of paths at which an engine of Vault does something or is told something: no secret is kept there.</summary>
    private static readonly string[] Operations = ["config", "roles", "role", "rotate", "rotate-role", "rotate-root", "static-roles", "keys", "encrypt", "decrypt", "sign", "verify", "issue", "login"];

    /// <summary>Reads a command.</summary>
    public static void Read(IReadOnlyList<ShellWord> words, CommandReference add)
    {
        for (int i = 0; i < words.Count && i < MostBefore; i++)
        {
            string tool = words[i].Text.TrimStart('@');
            switch (tool[(tool.LastIndexOf('/') + 1)..])
            {
                case "az":
                    ReadAzure(words, i + 1, add);
                    return;
                case "aws":
                    AwsCommands.Read(words, i + 1, add);
                    return;
                case "vault":
                    ReadVault(words, i + 1, add);
                    return;
                case "kubectl" or "oc":
                    KubectlCommands.Read(words, i + 1, add);
                    ReadBehind(words, i + 1, add);
                    return;
                case "docker" or "podman" or "nerdctl":
                    ReadInContainer(words, i + 1, add);
                    return;
            }
        }
    }

    /// <summary>What <c>kubectl exec</c> runs.</summary>
    private static void ReadBehind(IReadOnlyList<ShellWord> words, int from, CommandReference add)
    {
        for (int i = from; i < words.Count; i++)
        {
            if (words[i].Text == Behind)
            {
                Read([.. words.Skip(i + 1)], add);
                return;
            }
        }
    }

    /// <summary>What <c>docker exec vault vault read …</c> runs: the name of the container may be that of the tool.</summary>
    private static void ReadInContainer(IReadOnlyList<ShellWord> words, int from, CommandReference add)
    {
        for (int i = from + 1; i + 1 < words.Count; i++)
        {
            if (words[i].Text is "vault" or "az" or "aws" && words[i + 1].Text is "kv" or "read" or "write" or "keyvault" or "secretsmanager" or "ssm")
            {
                Read([.. words.Skip(i)], add);
                return;
            }
        }
    }

    private static void ReadAzure(IReadOnlyList<ShellWord> words, int from, CommandReference add)
    {
        var given = new ShellArguments(words, from, _ => true);
        if (given.Rest.Count < 3 || given.Rest[0].Text != "keyvault")
        {
            return;
        }

        string kind = given.Rest[1].Text switch { "secret" => ReferenceKinds.Secret, "key" => ReferenceKinds.Key, "certificate" => ReferenceKinds.Certificate, _ => "" };
        string verb = given.Rest[2].Text, via = $"az keyvault {given.Rest[1].Text} {verb}";
        string? vault = given.Of("vault-name")?.Text;
        if (kind.Length == 0)
        {
            return;
        }

        if (given.Of("name", "n") is { } name)
        {
            add(ReferenceOf.KeyVault(vault, name.Text, via, kind) with { Version = given.Of("version", "v")?.Text }, name.Place, verb is "set" or "import" or "create");
        }
        else if (given.Of("id") is { } id && ReferenceOf.KeyVaultUrl(id.Text, via) is { } reference)
        {
            add(reference, id.Place, written: false);
        }
        else if (verb == "list" && given.Of("vault-name") is { } listed)
        {
            add(ReferenceOf.KeyVault(vault, "*", via) with { Kind = ReferenceKinds.Source, IsOptional = null }, listed.Place, written: false);
        }
    }

    private static void ReadVault(IReadOnlyList<ShellWord> words, int from, CommandReference add)
    {
        var given = new ShellArguments(words, from, name => name is "mount" or "field" or "version" or "namespace" or "ns" or "format" or "address" or "wrap-ttl");
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
