using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Literals;
using SecretGuard.References.Terraform;

namespace SecretGuard.References.Linting.Posture;

/// <summary>An attribute of a resource whose value is a secret, and stays in the state.</summary>
/// <param name="Block">The resource.</param>
/// <param name="Attribute">Its name.</param>
/// <param name="WriteOnly">The argument that no state keeps; null where the provider has none.</param>
internal sealed record KeptValue(TerraformBlock Block, string Attribute, string? WriteOnly)
{
    private static readonly string[] Clusters = ["data", "data_wo"];

    /// <summary>The attributes, each with its write-only counterpart.</summary>
    private static readonly Dictionary<string, string?[]> Types = new(StringComparer.Ordinal)
    {
        ["azurerm_key_vault_secret"] = ["value", "value_wo"],
        ["aws_secretsmanager_secret_version"] = ["secret_string", "secret_string_wo"],
        ["aws_ssm_parameter"] = ["value", "value_wo"],
        ["google_secret_manager_secret_version"] = ["secret_data", "secret_data_wo"],
        ["vault_kv_secret_v2"] = ["data_json", "data_json_wo"],
        ["vault_kv_secret"] = ["data_json", null],
        ["vault_generic_secret"] = ["data_json", null],
        ["kubernetes_secret"] = Clusters,
        ["kubernetes_secret_v1"] = Clusters,
        ["aws_db_instance"] = ["password", "password_wo"],
        ["aws_rds_cluster"] = ["master_password", "master_password_wo"],
        ["azurerm_postgresql_flexible_server"] = ["administrator_password", "administrator_password_wo"],
        ["azurerm_mssql_server"] = ["administrator_login_password", "administrator_login_password_wo"],
        ["azurerm_mysql_flexible_server"] = ["administrator_password", "administrator_password_wo"],
        ["aws_docdb_cluster"] = ["master_password", "master_password_wo"],
        ["aws_redshift_cluster"] = ["master_password", "master_password_wo"],
        ["aws_elasticache_replication_group"] = ["auth_token", null],
        ["google_sql_user"] = ["password", "password_wo"],
        ["github_actions_secret"] = ["plaintext_value", null],
    };

    /// <summary>What says a resource's name, or of which secret it is a version.</summary>
    private static readonly string[] Named = ["name", "secret_id", "secret"];

    /// <summary>What a file on the machine that applies may be made of; one of them.</summary>
    private static readonly string[] Contents = ["content", "content_base64", "sensitive_content"];

    /// <summary>Those of a configuration.</summary>
    public static IEnumerable<KeptValue> In(TerraformConfiguration configuration)
    {
        foreach (TerraformBlock block in configuration.Blocks)
        {
            if (block.Block is not { Type: "resource", Labels: [var type, _] } || block.Block["count"]?.Expression == "0")
            {
                continue;
            }

            if (Types.TryGetValue(type, out string?[]? attributes) && block.Block[attributes[0]!] is not null)
            {
                yield return new KeptValue(block, attributes[0]!, attributes[1]);
            }
            else if (IsFileType(type) && Array.Find(Contents, name => block.Block[name] is not null) is { } content)
            {
                yield return new KeptValue(block, content, null);
            }
        }
    }

    /// <summary>What the value is.</summary>
    public HclValue Value => Block.Block[Attribute]!;

    /// <summary>Whether it is a parameter that is not encrypted: what stands there is a secret only where it is known to be one.</summary>
    public bool IsPlain => Block.Block is { Labels: ["aws_ssm_parameter", _] } && Block.Block.TextOf("type") != "SecureString";

    /// <summary>Whether it is a file on the machine that applies, where the value lies beside the state as well.</summary>
    public bool IsFile => IsFileType(Block.Block.Labels[0]);

    /// <summary>Where the value comes from, for people; null where it is not known to be a secret.</summary>
    public string? Origin(TerraformConfiguration configuration)
    {
        if (IsPlain)
        {
            return Block.Block.TextOf("type") is null ? null : KnownSecret.In(Value.Expression, configuration, byName: true) ?? (Value.Template is { IsOpen: false } plain && LiteralValue.Is(plain.Text) && SaysSecret(configuration) ? "a text that stands here" : null);
        }

        if (Value.Template is { IsOpen: false } literal)
        {
            return LiteralValue.Is(literal.Text) && SaysSecret(configuration) && !IsFile ? "a text that stands here" : null;
        }

        return KnownSecret.In(Value.Expression, configuration, byName: true)
            ?? (Value.Expression.StartsWith("var.", StringComparison.Ordinal) && SaysSecret(configuration) ? "a variable" : null)
            ?? (HasLiteral() ? "a text that stands here" : null)
            ?? (Value.Expression.StartsWith("each.value.", StringComparison.Ordinal) && ReferenceOf.SaysSecret(Value.Expression[(Value.Expression.LastIndexOf('.') + 1)..]) ? Value.Expression : null)
            ?? (Value.Expression.StartsWith("each.value", StringComparison.Ordinal) && Block.Block["for_each"] is { } each ? KnownSecret.In(each.Expression, configuration, byName: true) : null);
    }

    private static bool IsFileType(string type) => type is "local_file" or "local_sensitive_file";

    /// <summary>Whether an object that is written out has a value of its own where a secret is to be.</summary>
    private bool HasLiteral() => !IsFile && (Value.Expression.StartsWith('{') || Value.Expression.StartsWith("jsonencode(", StringComparison.Ordinal))
        && LiteralReader.Read(Block.Source, Value.Start).Members.Any(member => member.Key.Text is { } key && ReferenceOf.SaysSecret(key) && LiteralValue.Is(member.Value.Text));

    /// <summary>Whether the resource, or the secret that it is a version of, is called after a secret: stores keep hosts and ports beside them.</summary>
    private bool SaysSecret(TerraformConfiguration configuration) => Names(configuration).Any(name => ReferenceOf.SaysSecret(name[(name.LastIndexOf('/') + 1)..]));

    private IEnumerable<string> Names(TerraformConfiguration configuration)
    {
        yield return Block.Block.Labels[1];
        foreach (string attribute in Named)
        {
            if (Block.Block.TextOf(attribute) is { } said)
            {
                yield return said;
            }
            else if (BlockValues.AddressOf(Block.Block, attribute) is { } address)
            {
                yield return address[(address.LastIndexOf('.') + 1)..];
                foreach (HclBlock secret in configuration.Blocks.Select(block => block.Block).Where(block => HclScope.Address(block) == address))
                {
                    yield return secret.TextOf("name") ?? secret.TextOf("secret_id") ?? "";
                }
            }
        }
    }
}
