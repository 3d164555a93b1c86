using SecretGuard.Inventories;
using SecretGuard.References.AzureSettings;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Access;

/// <summary>Roles and access policies that files of Bicep give.</summary>
internal static class BicepGrants
{
    private const string Identities = "userAssignedIdentities", Identity = "Microsoft.ManagedIdentity/" + Identities;

    private static readonly (string Kind, string Key)[] Kinds = [(ReferenceKinds.Secret, "secrets"), (ReferenceKinds.Key, "keys"), (ReferenceKinds.Certificate, "certificates")];

    /// <summary>What a text grants.</summary>
    public static IEnumerable<Grant> In(LintText text)
    {
        Dictionary<string, string> vaults = new(StringComparer.Ordinal), identities = new(StringComparer.Ordinal);
        foreach (BicepResource vault in text.BicepResources.Where(resource => IsVault(resource.Type)))
        {
            vaults.TryAdd(vault.Symbol, vault.At("name").Text ?? "");
        }

        foreach (BicepResource identity in text.BicepResources.Where(resource => resource.Type.Equals(Identity, StringComparison.OrdinalIgnoreCase)))
        {
            identities.TryAdd(identity.Symbol, Known(identity.At("name").Text) is { } name && name != identity.Symbol ? $"{Identities} {identity.Symbol} ({name})" : $"{Identities} {identity.Symbol}");
        }

        var values = new BicepValues(text.Source);
        return text.BicepResources.SelectMany(resource => resource.Type.ToUpperInvariant() switch
        {
            "MICROSOFT.AUTHORIZATION/ROLEASSIGNMENTS" => OfAssignment(resource, vaults, values),
            "MICROSOFT.KEYVAULT/VAULTS" or "MICROSOFT.KEYVAULT/VAULTS/ACCESSPOLICIES" => OfPolicies(resource),
            _ => [],
        }).Select(grant => grant with { Principal = identities.GetValueOrDefault(grant.Principal.Split('.')[0]) ?? grant.Principal });
    }

    /// <summary>Whether a type is that of a vault.</summary>
    public static bool IsVault(string type) => type.Equals("Microsoft.KeyVault/vaults", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Grant> OfAssignment(BicepResource resource, Dictionary<string, string> vaults, BicepValues values)
    {
        YamlValue role = resource.At("properties", "roleDefinitionId");
        string symbol = Inner(resource.At("scope").Text ?? ""), principal = Inner(resource.At("properties", "principalId").Text ?? "");
        string? name = vaults.GetValueOrDefault(symbol);
        return role.Text is null ? []
            : AzureGrants.OfRole(AzureRole.Find(Inner(role.Text)) is null ? values.Known(Inner(role.Text)) : Inner(role.Text), role.Location, name is null ? symbol : $"/vaults/{symbol}", principal, $"roleAssignments {resource.Symbol}").Select(grant => grant with { Address = Known(name) });
    }

    private static IEnumerable<Grant> OfPolicies(BicepResource resource)
    {
        foreach (YamlValue entry in resource.At("properties", "accessPolicies").Items)
        {
            foreach ((string kind, string key) in Kinds)
            {
                YamlValue words = entry["permissions", key];
                if (words.Items.Count > 0)
                {
                    string[] all = [.. words.Items.Select(word => word.Text ?? "")];
                    yield return new Grant(StoreTypes.AzureKeyVault, "*", AzureRole.CapabilitiesOf(all), $"accessPolicies {resource.Symbol}", words.Location)
                    {
                        Kind = kind,
                        Role = string.Join(", ", all),
                        Principal = Inner(entry.TextOf("objectId") ?? ""),
                        Address = IsVault(resource.Type) ? Known(resource.At("name").Text) : null,
                    };
                }
            }
        }
    }

    private static string? Known(string? name) => name is { Length: > 0 } && !name.Contains("${", StringComparison.Ordinal) ? name : null;

    /// <summary>An expression without the signs that say that it is one.</summary>
    private static string Inner(string text) => text.StartsWith("${", StringComparison.Ordinal) && text.EndsWith('}') ? text[2..^1] : text;
}
