using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Literals;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.References.Terraform;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Access;

/// <summary>Roles and access policies of Azure that concern a Key Vault. <see cref="Grant.Address"/> is the expression of the vault where only Terraform knows its name.</summary>
internal static class AzureGrants
{
    private const string RoleKey = "roleDefinitionName", PrincipalKey = "principalId";

    private static readonly (string Kind, string Attribute)[] Kinds = [(ReferenceKinds.Secret, "secret_permissions"), (ReferenceKinds.Key, "key_permissions"), (ReferenceKinds.Certificate, "certificate_permissions")];

    /// <summary>What a block of Terraform grants.</summary>
    public static IEnumerable<Grant> Of(HclBlock block, SourceText source) => block switch
    {
        { Type: "resource", Labels: ["azurerm_role_assignment", _] } => OfAssignment(block),
        { Type: "resource", Labels: ["azurerm_key_vault_access_policy", _] } when block["key_vault_id"] is { } vault => OfPolicy(block, block, source, HclScope.Address(block), VaultOf(vault)),
        { Type: "resource", Labels: ["azurerm_key_vault", _] } => PoliciesIn(block).SelectMany(inner => OfPolicy(inner.Policy, inner.Made, source, HclScope.Address(block), HclScope.Address(block))),
        _ => [],
    };

    /// <summary>What a command grants: <c>az role assignment create</c>, <c>az keyvault set-policy</c>.</summary>
    public static IEnumerable<Grant> Of(ShellCommand command)
    {
        int az = command.Words.Take(3).ToList().FindIndex(word => word.Text == "az");
        if (az < 0)
        {
            return [];
        }

        var given = new ShellArguments(command.Words, az + 1, _ => true);
        ShellPiece? principal = given.Of("assignee-object-id", "assignee", "object-id", "spn");
        string who = principal?.Word.Raw ?? "";
        string[] called = [.. given.Rest.Select(piece => piece.Text).Take(3)];
        return called switch
        {
            ["role", "assignment", "create"] when given.Of("role") is { } role => OfRole(role.Text, role.Place, given.Of("scope")?.Word.Raw ?? "", who, "az role assignment create"),
            ["keyvault", "set-policy", ..] when given.Of("name", "n") is { } vault => Kinds.Select(kind => (kind.Kind, Words: PermissionsOf(command, kind.Kind))).Where(kind => kind.Words.Length > 0)
                .Select(kind => Make("*", kind.Kind, AzureRole.CapabilitiesOf(kind.Words), string.Join(", ", kind.Words), "az keyvault set-policy", vault.Place, who) with { Address = vault.Text.Contains('*', StringComparison.Ordinal) ? null : vault.Text }),
            _ => [],
        };
    }

    /// <summary>What <c>az role assignment list</c> has written into a file.</summary>
    public static IEnumerable<Grant> In(LintText text)
    {
        if (!text.Source.Text.Contains(RoleKey, StringComparison.Ordinal) || !text.Source.Text.Contains(PrincipalKey, StringComparison.Ordinal))
        {
            return [];
        }

        return text.Roots.SelectMany(root => root.Items).Where(one => one[RoleKey].Text is not null && one["scope"].Text is not null && one[PrincipalKey].Text is not null).SelectMany(one =>
            OfRole(one.TextOf(RoleKey)!, one[RoleKey].Location, one.TextOf("scope")!, $"{(one.TextOf("principalName") is { } name ? name : one.TextOf(PrincipalKey))}{(one.TextOf("principalType") is { } type ? $" ({type})" : "")}", "az role assignment list"));
    }

    /// <summary>What a role grants at a scope.</summary>
    /// <param name="role">Its name, or a text with its id.</param>
    /// <param name="at">Where it is named.</param>
    /// <param name="scope">What it holds for, as it is written.</param>
    /// <param name="principal">Who gets it, as it is written.</param>
    /// <param name="policy">What gives it.</param>
    public static IEnumerable<Grant> OfRole(string role, Location at, string scope, string principal, string policy)
    {
        bool isVault = IsVault(scope);
        if (AzureRole.Find(role) is { } known)
        {
            return known.IsGeneral && !isVault && !IsSubscription(scope) ? [] : known.Rights.Select(right => Make(NameOf(scope), right.Kind, right.Capabilities, known.Name, policy, at, principal) with { Address = VaultIn(scope) });
        }

        // A role of somebody's own, or of another place: it may be any.
        return isVault ? [Make(NameOf(scope), null, Capabilities.All, "", policy, at, principal) with { Address = VaultIn(scope) }] : [];
    }

    /// <summary>The vault of a scope: an address of Terraform, or a name; null where neither is known.</summary>
    private static string? VaultIn(string scope)
    {
        const string Vaults = "/vaults/";
        int at = scope.IndexOf(Vaults, StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
        {
            string name = scope[(at + Vaults.Length)..].Split('/', '"', '\'')[0];
            return name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? name : null;
        }

        int block = scope.IndexOf("azurerm_key_vault.", StringComparison.Ordinal);
        string address = block < 0 ? "" : new string([.. scope[block..].TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')]);
        return address.Split('.') is [var type, var name2, ..] ? (scope[..block].EndsWith("data.", StringComparison.Ordinal) ? "data." : "") + $"{type}.{name2}" : null;
    }

    private static string? VaultOf(HclValue value) => VaultIn(value.Text ?? value.Expression);

    /// <summary>Whether Terraform gives a role for all of a subscription, its vaults among it. In lists of what a tenant has everybody's would be in the way.</summary>
    private static bool IsSubscription(string scope) => scope.Contains("azurerm_subscription.", StringComparison.Ordinal);

    private static bool IsVault(string scope) => scope.Contains("vault", StringComparison.OrdinalIgnoreCase) || scope.Contains("kv", StringComparison.OrdinalIgnoreCase);

    /// <summary>The secret of a scope that is one: <c>…/secrets/db</c>, or the address of its block.</summary>
    private static string NameOf(string scope)
    {
        const string Secrets = "/secrets/";
        int at = scope.IndexOf(Secrets, StringComparison.OrdinalIgnoreCase);
        return at >= 0 ? scope[(at + Secrets.Length)..].Trim('"', '\'')
            : scope.Contains("azurerm_key_vault_secret.", StringComparison.Ordinal) ? $"${{{scope}}}"
            : "*";
    }

    private static IEnumerable<Grant> OfAssignment(HclBlock block)
    {
        string scope = block["scope"] is { } value ? value.Template?.Raw ?? value.Expression : "", principal = PrincipalOf(block, "principal_id", block);
        return (block["role_definition_name"] ?? block["role_definition_id"]) is { } role ? OfRole(role.Text ?? role.Expression, role.Location, scope, principal, HclScope.Address(block)) : [];
    }

    /// <summary>Who is meant, as it is written; where a block is made for each element of a collection, with that.</summary>
    private static string PrincipalOf(HclBlock block, string attribute, HclBlock made)
    {
        string principal = block[attribute] is { } who ? who.Template?.Raw ?? who.Expression : "";
        bool isElement = principal.StartsWith("each.", StringComparison.Ordinal) || (made.Type == "dynamic" && principal.StartsWith(made.Labels[0] + ".", StringComparison.Ordinal));
        return isElement && made["for_each"] is { } each ? $"{principal} of {each.Expression}" : principal;
    }

    /// <summary>The policies that stand in the block of a vault, those among them that are made for each of several.</summary>
    private static IEnumerable<(HclBlock Policy, HclBlock Made)> PoliciesIn(HclBlock vault) => vault.Blocks.Where(inner => inner.Type == "access_policy").Select(inner => (inner, inner))
        .Concat(vault.Blocks.Where(inner => inner is { Type: "dynamic", Labels: ["access_policy"] }).SelectMany(made => made.Blocks.Where(content => content.Type == "content").Select(content => (content, made))));

    private static IEnumerable<Grant> OfPolicy(HclBlock block, HclBlock made, SourceText source, string policy, string? vault)
    {
        string principal = PrincipalOf(block, "object_id", made);
        foreach ((string kind, string attribute) in Kinds)
        {
            if (block[attribute] is { } value && LiteralReader.Read(source, value.Start) is { } list && (list.Text is not null || list.Items.Count > 0))
            {
                string[] words = [.. list.Items.Select(item => item.Text ?? "")];
                bool isKnown = list.Text is null && !Array.Exists(words, word => word.Contains("${", StringComparison.Ordinal));
                yield return Make("*", kind, isKnown ? AzureRole.CapabilitiesOf(words) : Capabilities.All, isKnown ? string.Join(", ", words) : "", policy, value.Location, principal) with { Address = vault };
            }
        }
    }

    /// <summary>The words behind <c>--secret-permissions</c>, of which several follow one option.</summary>
    private static string[] PermissionsOf(ShellCommand command, string kind) =>
        [.. command.Words.Select(word => word.Text).SkipWhile(word => word != $"--{kind}-permissions").Skip(1).TakeWhile(word => word.Length > 0 && word[0] != '-')];

    private static Grant Make(string pattern, string? kind, Capabilities capabilities, string role, string policy, Location at, string principal) =>
        new(StoreTypes.AzureKeyVault, pattern, capabilities, policy, at) { Kind = kind, Role = role, Principal = principal };
}
