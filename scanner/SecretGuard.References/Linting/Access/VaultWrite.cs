using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Shell;

namespace SecretGuard.References.Linting.Access;

/// <summary>What a script does to a path of Vault, and which capabilities that takes.</summary>
/// <param name="Path">The path as it is typed; <c>*</c> for what is not known.</param>
/// <param name="Wanted">Words of Vault, of which one suffices.</param>
/// <param name="Location">Where the path stands.</param>
internal sealed record VaultWrite(string Path, IReadOnlyList<string> Wanted, Location Location)
{
    private const string Data = "data", Metadata = "metadata";

    private static readonly string[] Set = ["create", "update"], Change = ["patch", "update"], Remove = ["delete"], Undelete = ["update"], See = ["read"];

    /// <summary>Signs of a script that sets Vault up: it has more rights than any policy that it writes.</summary>
    private static readonly string[] Administration = ["vault policy write", "vault secrets enable", "vault auth enable", "vault operator init", "vault audit enable"];

    /// <summary>Whether it goes through the commands for keys and values, which know where version 2 keeps them.</summary>
    public bool IsKeyValue { get; init; }

    /// <summary>The mount, where it is an option.</summary>
    public string? Mount { get; init; }

    /// <summary>The segment of version 2 that it is about.</summary>
    public string Word { get; init; } = Data;

    /// <summary>What a command does; null where it does nothing to a path, where a person does it, or who has all rights.</summary>
    public static VaultWrite? Of(ShellCommand command, LintText text)
    {
        if (VaultCommand.Of(command) is not { Path: { } path } call || IsByHand(text))
        {
            return null;
        }

        (IReadOnlyList<string> Wanted, string Word)? need = call.Verb switch
        {
            "kv put" => (Set, Data),
            "kv patch" => (Change, Data),
            "kv delete" => (Remove, Data),
            "kv undelete" => (Undelete, "undelete"),
            "kv destroy" => (Undelete, "destroy"),
            "kv metadata put" => (Set, Metadata),
            "kv metadata delete" => (Remove, Metadata),
            "kv metadata get" => (See, Metadata),
            "write" => (Set, ""),
            "delete" => (Remove, ""),
            _ => null,
        };
        bool isOfServer = call.Verb is "write" or "delete" && VaultPaths.MountOf(path.Text) is "auth" or "sys" or "identity"; // who sets Vault up
        return need is not var (wanted, word) || isOfServer || path.Text.Contains("://", StringComparison.Ordinal) ? null : new VaultWrite(path.Text.Trim('/'), wanted, path.Place)
        {
            IsKeyValue = call.Verb.StartsWith("kv ", StringComparison.Ordinal),
            Mount = call.Options.Of("mount")?.Text,
            Word = word,
        };
    }

    /// <summary>The paths of Vault's API that it may come to.</summary>
    public IEnumerable<string> Paths() => IsKeyValue ? VaultPaths.Of(Mount, Path, Word) : [Path];

    /// <summary>Whether a policy allows it.</summary>
    public bool IsAllowedBy(Grant grant) => !grant.IsDenied && (grant.Role.Length == 0 || grant.Role.Split(", ").Any(word => Wanted.Contains(word, StringComparer.Ordinal)));

    /// <summary>A document shows what a person types; a block that begins as a script is one.</summary>
    private static bool IsByHand(LintText text) =>
        (text.IsDocumentation && !text.Source.Text.Contains("#!", StringComparison.Ordinal)) || Array.Exists(Administration, sign => text.Source.Text.Contains(sign, StringComparison.Ordinal));
}
