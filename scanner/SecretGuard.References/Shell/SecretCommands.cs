using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.References.Shell;

/// <summary>Takes a reference, where it stands, whether the command writes what it names, and as what it hands it on, if that is not the variable which takes its output.</summary>
internal delegate void CommandReference(SecretReference reference, Location place, bool written, SecretReference? provides = null);

/// <summary>Commands of the tools of stores.</summary>
internal static class SecretCommands
{
    private const int MostBefore = 6; // words before the tool: sudo, time, a prompt
    private const string Behind = "--"; // before a command that another one runs: docker, kubectl exec

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
                    VaultCommands.Read(words, i + 1, add);
                    return;
                case "kubectl" or "oc":
                    KubectlCommands.Read(words, i + 1, add);
                    return;
                case "docker" or "podman" or "nerdctl":
                    DockerCommands.Read(words, i + 1, add);
                    return; // its container may be called as a tool is
            }
        }
    }

    /// <summary>Where a command begins that another one runs: behind <c>kubectl exec a --</c>, or behind the name of the container in <c>docker exec vault vault read …</c>. 0 where there is none.</summary>
    public static int InnerCommand(IReadOnlyList<ShellWord> words)
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
}
