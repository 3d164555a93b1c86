using System.Text.RegularExpressions;
using SecretGuard.Inventories;

namespace SecretGuard.References.SecretStrings;

/// <summary>
/// Secrets that a tool looks up while it fills a text in: <c>lookup('amazon.aws.secretsmanager_secret', 'shop/db')</c> of Ansible, by the plugins of the collections
/// community.hashi_vault, amazon.aws and azure.azcollection, and <c>${ssm:/shop/db}</c> of the Serverless Framework.
/// </summary>
internal static class LookupReference
{
    private const string ByParameter = "/aws/reference/secretsmanager/"; // a secret of Secrets Manager under the name of a parameter

    private static readonly Regex Lookup = new("""\b(?:lookup|query|q)\(\s*['"](?:[a-z_]+\.[a-z_]+\.)?(?<plugin>[a-z_0-9]+)['"]\s*,\s*['"](?<name>[^'"]+)['"](?<rest>[^)]*)(?<fallback>\)\s*\|\s*(?:default|d)\b)?""", RegexOptions.NonBacktracking);
    private static readonly Regex Serverless = new(@"\$\{ssm(?:\((?<region>[a-z0-9-]+)\))?:(?<name>/?[\w./-]+)(?<fallback>[^,}]*,)?[^}]*\}", RegexOptions.NonBacktracking);
    private static readonly Regex Argument = new("""\b(?<key>engine_mount_point|vault_url|region)\s*=\s*['"](?<value>[^'"]+)['"]""", RegexOptions.NonBacktracking);
    private static readonly Regex Lenient = new("""\b(?:on_missing|on_denied|errors)\s*=\s*['"](?:skip|warn|ignore)['"]""", RegexOptions.NonBacktracking);
    private static readonly Regex VaultTerm = new(@"(?:^|\s|secret=)(?<path>[\w.-]+(?:/[\w.-]+)+)(?::(?<key>[\w.-]+))?", RegexOptions.NonBacktracking);

    /// <summary>The references in a text, with the places of their names in it.</summary>
    public static IEnumerable<(SecretReference Reference, int Start, int Length)> In(string text) => Lookup.Matches(text).Select(OfLookup).Concat(Serverless.Matches(text).Select(OfServerless)).OfType<(SecretReference, int, int)>();

    private static (SecretReference Reference, int Start, int Length)? OfLookup(Match match)
    {
        (Group name, string rest) = (match.Groups["name"], match.Groups["rest"].Value);
        Dictionary<string, string> given = Argument.Matches(rest).GroupBy(argument => argument.Groups["key"].Value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Groups["value"].Value, StringComparer.Ordinal);
        string whole = name.Value + (rest.AsSpan().TrimStart() is ['~' or '+', ..] ? "*" : ""); // what is put behind it is known later
        string via = match.Groups["plugin"].Value;
        SecretReference? reference = via switch
        {
            "hashi_vault" => VaultTerm.Match(name.Value) is { Success: true } term ? ReferenceOf.Secret(StoreTypes.Vault, term.Groups["path"].Value, via) with { Property = term.Groups["key"] is { Success: true } key ? key.Value : null } : null,
            "vault_kv1_get" or "vault_kv2_get" => ReferenceOf.Secret(StoreTypes.Vault, whole, via) with { Address = given.GetValueOrDefault("engine_mount_point") ?? (via == "vault_kv2_get" ? "secret" : "kv") },
            "vault_read" => ReferenceOf.Secret(StoreTypes.Vault, whole, via),
            "aws_secret" or "secretsmanager_secret" => ReferenceOf.Secret(StoreTypes.AwsSecretsManager, whole, via) with { Address = given.GetValueOrDefault("region") },
            "aws_ssm" or "ssm_parameter" => ReferenceOf.Secret(StoreTypes.AwsSsm, whole, via) with { Address = given.GetValueOrDefault("region") },
            "azure_keyvault_secret" => ReferenceOf.Secret(StoreTypes.AzureKeyVault, whole, via) with { Address = given.GetValueOrDefault("vault_url") is { } url ? url.TrimEnd('/') + "/" : null },
            _ => null,
        };
        return reference is null ? null : (reference with { IsOptional = match.Groups["fallback"].Success || Lenient.IsMatch(rest) ? true : reference.IsOptional }, name.Index, name.Length);
    }

    private static (SecretReference Reference, int Start, int Length)? OfServerless(Match match)
    {
        Group name = match.Groups["name"];
        bool isSecret = name.Value.StartsWith(ByParameter, StringComparison.Ordinal);
        SecretReference reference = ReferenceOf.Secret(isSecret ? StoreTypes.AwsSecretsManager : StoreTypes.AwsSsm, isSecret ? name.Value[ByParameter.Length..] : name.Value, "ssm") with
        {
            Address = match.Groups["region"] is { Success: true } region ? region.Value : null,
        };
        reference = match.Groups["fallback"].Success ? reference with { IsOptional = true } : reference;
        return (reference, name.Index, name.Length);
    }
}
