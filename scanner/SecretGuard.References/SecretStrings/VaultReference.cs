using System.Text.RegularExpressions;
using SecretGuard.Inventories;

namespace SecretGuard.References.SecretStrings;

/// <summary>Paths of a Vault within strings: <c>vault:path#key#version</c> of Bank-Vaults, <c>&lt;path:path#key#version | modifier&gt;</c> of ArgoCD's plugin.</summary>
internal static class VaultReference
{
    private static readonly Regex BankVaults = new("""(?:^|[\s"'{>@:])vault:(?<path>[A-Za-z0-9_][\w./*-]*)#(?<key>[^#\s"'}@]+)(?:#(?<version>\d+))?""", RegexOptions.NonBacktracking);
    private static readonly Regex Plugin = new("""<\s*path:(?<path>[^#<>\s]*/[^#<>\s]*)#(?<key>[^#<>|\s]+)(?:#(?<version>[^<>|\s]+))?[^<>]*>""", RegexOptions.NonBacktracking);

    /// <summary>The references in a text, with the places of their keys in it. Other stores of the plugin have no folders in their paths, or are told apart by nothing in the file.</summary>
    public static IEnumerable<(SecretReference Reference, int Start, int Length)> In(string text)
    {
        foreach ((Match match, string via) in BankVaults.Matches(text).Select(match => (match, "vault-env")).Concat(Plugin.Matches(text).Select(match => (match, "argocd-vault-plugin"))))
        {
            Group key = match.Groups["key"];
            bool isTemplate = key.Value.StartsWith("${", StringComparison.Ordinal);
            yield return (
                ReferenceOf.Secret(StoreTypes.Vault, match.Groups["path"].Value, via) with { Property = isTemplate ? "*" : key.Value, Version = match.Groups["version"] is { Success: true } version ? version.Value : null },
                key.Index,
                key.Length);
        }
    }
}
