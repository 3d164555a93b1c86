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

    /// <summary>Reads a command, and one that it runs in a container.</summary>
    public static void Read(IReadOnlyList<ShellWord> words, CommandReference add)
    {
        Read(words, 0, add);
        int inner = InnerCommand(words);
        if (inner > 0)
        {
            Read(words, inner, add);
        }
    }

    private static void Read(IReadOnlyList<ShellWord> words, int from, CommandReference add)
    {
        for (int i = from; i < words.Count && i < from + MostBefore; i++)
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
                    return;
                case "docker" or "podman" or "nerdctl":
                    return; // its container may be called as a tool is
            }
        }
    }

    /// <summary>Where a command begins that another one runs: behind <c>kubectl exec a --</c>, or behind the name of the container in <c>docker exec vault vault read …</c>. 0 where there is none.</summary>
    private static int InnerCommand(IReadOnlyList<ShellWord> words)
    {
        bool isRun = false;
        for (int i = 0; i < words.Count; i++)
        {
            string word = words[i].Text;
            if (word == Behind)
            {
                return i + 1;
            }

            bool isTool = word is "vault" or "az" or "aws" && i + 1 < words.Count && words[i + 1].Text is "kv" or "read" or "write" or "keyvault" or "secretsmanager" or "ssm";
            if (isRun && isTool)
            {
                return i;
            }

            isRun |= i < MostBefore && word is "docker" or "podman" or "nerdctl";
        }

        return 0;
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
