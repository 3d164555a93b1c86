using System.Text;

namespace SecretGuard.Stores.Azure;

/// <summary>The permission that questions need, as commands of Azure's command line.</summary>
internal static class KeyVaultRole
{
    /// <summary>The role that reads values besides.</summary>
    public static string OfValues(Uri vault) => $"""
        # To read values as well:
        az role assignment create --role "Key Vault Secrets User" --assignee OBJECT_ID --scope "$(az keyvault show --name {vault.Host.Split('.')[0]} --query id --output tsv)"
        # The same where the vault has access policies in place of roles:
        az keyvault set-policy --name {vault.Host.Split('.')[0]} --object-id OBJECT_ID --secret-permissions get list

        """;

    /// <summary>The role that writes values too.</summary>
    public static string OfWriting(Uri vault) => $"""
        # To write values, and to look at them before and after:
        az role assignment create --role "Key Vault Secrets Officer" --assignee OBJECT_ID --scope "$(az keyvault show --name {vault.Host.Split('.')[0]} --query id --output tsv)"
        # The same where the vault has access policies in place of roles:
        az keyvault set-policy --name {vault.Host.Split('.')[0]} --object-id OBJECT_ID --secret-permissions get list set

        """;

    /// <summary>The role that sees names and dates and no value; and the same for a vault that has access policies in place of roles.</summary>
    public static string Of(Uri vault, IReadOnlyCollection<SecretQuery> queries)
    {
        string name = vault.Host.Split('.')[0];
        var policy = new StringBuilder($"az keyvault set-policy --name {name} --object-id OBJECT_ID");
        foreach (SecretKind kind in queries.Select(query => query.Kind).Distinct().Order())
        {
            policy.Append(" --").Append(kind.ToString().ToLowerInvariant()).Append("-permissions list");
        }

        return $"""
            # OBJECT_ID is that of the user, group or identity who verifies. Nothing of it reads a value.
            az role assignment create --role "Key Vault Reader" --assignee OBJECT_ID --scope "$(az keyvault show --name {name} --query id --output tsv)"
            # The same where the vault has access policies in place of roles:
            {policy}

            """;
    }
}
