using System.Text.RegularExpressions;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Terraform;

namespace SecretGuard.References.Linting.Posture;

/// <summary>What expressions of Terraform refer to that is known to be a secret: variables that are marked or named so, and attributes that providers mark.</summary>
internal static class KnownSecret
{
    private static readonly Regex Reference = new("""(?:(?<data>data)\.)?(?<type>[A-Za-z][\w-]*)\.(?<name>[A-Za-z_][\w-]*)(?:\[(?:\d+|\*|each\.\w+|"(?<key>[^"\]]*)")\])?(?:\.(?<attribute>\w+))?(?:\[\s*"(?<member>[^"\]]*)"\s*\]|\.(?<member>\w+))?""", RegexOptions.NonBacktracking);

    /// <summary>Attributes that hold a secret, by type.</summary>
    private static readonly Dictionary<string, string[]> Attributes = new(StringComparer.Ordinal)
    {
        ["random_password"] = ["result", "bcrypt_hash"],
        ["tls_private_key"] = ["private_key_pem", "private_key_openssh", "private_key_pem_pkcs8"],
        ["azurerm_key_vault_secret"] = ["value"],
        ["aws_secretsmanager_secret_version"] = ["secret_string", "secret_binary"],
        ["aws_secretsmanager_random_password"] = ["random_password"],
        ["aws_iam_access_key"] = ["secret", "ses_smtp_password_v4"],
        ["google_secret_manager_secret_version"] = ["secret_data"],
        ["google_service_account_key"] = ["private_key"],
        ["vault_kv_secret_v2"] = ["data", "data_json"],
        ["vault_generic_secret"] = ["data", "data_json"],
        ["azuread_application_password"] = ["value"],
        ["azuread_service_principal_password"] = ["value"],
        ["azurerm_storage_account"] = ["primary_access_key", "secondary_access_key", "primary_connection_string", "secondary_connection_string", "primary_blob_connection_string", "secondary_blob_connection_string"],
        ["azurerm_container_registry"] = ["admin_password"],
        ["azurerm_cosmosdb_account"] = ["primary_key", "secondary_key"],
        ["azurerm_redis_cache"] = ["primary_access_key", "secondary_access_key", "primary_connection_string", "secondary_connection_string"],
        ["azurerm_kubernetes_cluster"] = ["kube_config_raw", "kube_admin_config_raw"],
        ["azurerm_eventhub_namespace"] = ["default_primary_key", "default_primary_connection_string"],
        ["azurerm_servicebus_namespace"] = ["default_primary_key", "default_primary_connection_string"],
    };

    /// <summary>The first secret that an expression refers to, as people call it; null where it refers to none that is known.</summary>
    /// <param name="expression">As it is written.</param>
    /// <param name="configuration">Whose variables count.</param>
    /// <param name="byName">Whether a name suffices where a variable or a module's output is not known to be one.</param>
    public static string? In(string expression, TerraformConfiguration configuration, bool byName) =>
        Reference.Matches(expression).Select(match => Name(match, configuration, byName)).FirstOrDefault(name => name is not null);

    /// <summary>The same of an expression that is nothing else than a reference.</summary>
    public static string? Whole(string expression, TerraformConfiguration configuration, bool byName) =>
        Reference.Match(expression) is { Success: true, Index: 0 } match && match.Length == expression.Length ? Name(match, configuration, byName) : null;

    /// <summary>Whether a variable is marked.</summary>
    public static bool IsMarked(TerraformConfiguration configuration, string variable) =>
        configuration.Blocks.Any(block => block.Block is { Type: "variable", Labels: [var name] } && name == variable && block.Block["sensitive"]?.Expression == "true");

    private static string? Name(Match match, TerraformConfiguration configuration, bool byName)
    {
        string type = match.Groups["type"].Value, name = match.Groups["name"].Value, attribute = match.Groups["attribute"].Value;
        string member = new[] { "member", type == "var" ? "attribute" : "member", type == "var" ? "key" : "member" }.Select(group => match.Groups[group].Value).FirstOrDefault(part => part.Length > 0) ?? "";
        if (member.Length > 0 && !ReferenceOf.SaysSecret(member))
        {
            return null; // a part of it that is none: the host beside the password
        }

        if (type == "var")
        {
            return (byName && ReferenceOf.SaysSecret(name)) || IsMarked(configuration, name) ? $"var.{name}" : null;
        }

        bool isOne = type == "module" ? byName && ReferenceOf.SaysSecret(attribute) : Attributes.TryGetValue(type, out string[]? known) && known.Contains(attribute, StringComparer.Ordinal);
        return !isOne ? null : type == "module" ? $"module.{name}.{attribute}" : $"{(match.Groups["data"].Success ? "data." : "")}{type}.{name}";
    }
}
