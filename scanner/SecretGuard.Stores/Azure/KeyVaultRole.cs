using System.Text;
using SecretGuard.Stores.Writing;

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

    /// <summary>The roles that read some secrets, use some keys and read some certificates by name, each at the scope of that one.</summary>
    public static string OfReading(Uri vault, IReadOnlyCollection<SecretQuery> queries)
    {
        string name = vault.Host.Split('.')[0];
        var commands = new StringBuilder("# OBJECT_ID is that of the identity that reads.\n");
        foreach ((SecretKind kind, string secret) in queries.Select(query => (query.Kind, query.Name.Trim().ToLowerInvariant())).Distinct().OrderBy(one => one.Kind).ThenBy(one => one.Item2, StringComparer.Ordinal))
        {
            (string role, string folder) = kind switch { SecretKind.Key => ("Key Vault Crypto User", "keys"), SecretKind.Certificate => ("Key Vault Certificate User", "certificates"), _ => ("Key Vault Secrets User", "secrets") };
            commands.Append("az role assignment create --role \"").Append(role).Append("\" --assignee OBJECT_ID --scope \"$(az keyvault show --name ").Append(name).Append(" --query id --output tsv)/").Append(folder).Append("/\"").Append(ShellText.Word(secret)).Append('\n');
        }

        return commands.Append("# A vault that has access policies in place of roles gives all of its secrets or none: let it use roles.\n").ToString();
    }

    /// <summary>The role that sees names and dates and no value; and the same for a vault that has access policies in place of roles.</summary>
    public static string Of(Uri vault, IReadOnlyCollection<SecretQuery> queries)
    {
        string name = vault.Host.Split('.')[0];
        var policy = new StringBuilder($"az keyvault set-policy --name {name} --object-id OBJECT_ID");
        foreach (SecretKind kind in queries.Select(query => query.Kind).Distinct().Order())
        {
            policy.Append(" --").Append(kind.ToString().ToLowerInvariant()).Append("-permissions list").Append(kind == SecretKind.Key ? " getrotationpolicy" : "");
        }

        return $"""
            # OBJECT_ID is that of the user, group or identity who verifies. Nothing of it reads a value.
            az role assignment create --role "Key Vault Reader" --assignee OBJECT_ID --scope "$(az keyvault show --name {name} --query id --output tsv)"
            # The same where the vault has access policies in place of roles:
            {policy}

            """;
    }
}
