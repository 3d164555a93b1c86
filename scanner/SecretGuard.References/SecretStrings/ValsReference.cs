using System.Text.RegularExpressions;
using SecretGuard.Inventories;

namespace SecretGuard.References.SecretStrings;

/// <summary><c>ref+vault://path#/key</c>, by which helmfile and vals name secrets: https://github.com/helmfile/vals. Stores that SecretGuard does not know are left out.</summary>
internal static class ValsReference
{
    private const string Via = "vals";

    private static readonly Regex Pattern = new("""(?:secret)?ref\+(?<store>[a-z0-9]+)://(?<path>(?:\{\{[^{}]*\}\}|\$\{[^{}]*\}|[^?#+\s"'<>{}])+)(?:\?(?<query>[^#+\s"'<>]*))?(?:#/?(?<key>[^+\s"'<>]+))?""", RegexOptions.NonBacktracking);

    /// <summary>The references in a text, with the places of their names in it.</summary>
    public static IEnumerable<(SecretReference Reference, int Start, int Length)> In(string text)
    {
        foreach (Match match in Pattern.Matches(text))
        {
            Group path = match.Groups["path"];
            string? key = match.Groups["key"] is { Success: true } group ? Known(group.Value) : null;
            Dictionary<string, string> query = match.Groups["query"].Value.Split('&').Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
                .DistinctBy(part => part[0], StringComparer.Ordinal).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
            if (Read(match.Groups["store"].Value, Known(path.Value), key, query) is { } reference)
            {
                yield return (reference, path.Index, path.Length);
            }
        }
    }

    private static SecretReference? Read(string store, string path, string? key, Dictionary<string, string> query)
    {
        string[] segments = path.Split('/');
        return store switch
        {
            "vault" => ReferenceOf.Secret(StoreTypes.Vault, path, Via) with { Property = key, Address = query.GetValueOrDefault("address"), Version = query.GetValueOrDefault("version") },
            "awssecrets" => ReferenceOf.Secret(StoreTypes.AwsSecretsManager, path, Via) with { Property = key, Address = query.GetValueOrDefault("region"), Version = query.GetValueOrDefault("version_id") ?? query.GetValueOrDefault("version_stage") },
            "awsssm" => ReferenceOf.Secret(StoreTypes.AwsSsm, path, Via) with { Property = key, Address = query.GetValueOrDefault("region"), Version = query.GetValueOrDefault("version") },
            "azurekeyvault" when segments.Length > 1 => ReferenceOf.KeyVault(segments[0], segments[1], Via) with { Property = key, Version = segments.Length > 2 ? segments[2] : null },
            "k8s" when segments is ["v1", "Secret", var space, var name, ..] => ReferenceOf.Secret(StoreTypes.Kubernetes, name, Via) with { Address = space, Property = segments.Length > 4 ? segments[4] : key },
            _ => null,
        };
    }

    private static string Known(string text) => AzureSettings.VaultSetting.Known(text);
}
