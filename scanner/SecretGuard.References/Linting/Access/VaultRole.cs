using SecretGuard.Findings;
using SecretGuard.References.Literals;
using SecretGuard.References.Shell;
using SecretGuard.References.Sources;
using SecretGuard.References.Terraform;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.Access;

/// <summary>A role of a login to Vault: who may take it, and which policies it gives.</summary>
/// <param name="Method">The kind of the login: <c>kubernetes</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where it is declared.</param>
internal sealed record VaultRole(string Method, HclString Name, Location Location)
{
    private const string Auth = "auth", Any = "*";

    /// <summary>What a script fills in is <c>*</c> too.</summary>
    private static readonly char[] Holes = ['$', '`'];

    /// <summary>The path of the login, such as <c>kubernetes</c>; null where it is not known.</summary>
    public string? Mount { get; init; }

    /// <summary>The policies, with their places; null where not all are known.</summary>
    public IReadOnlyList<(string Name, Location Location)>? Policies { get; init; }

    /// <summary>The service accounts that may take it, with their places; empty where not all are known.</summary>
    public IReadOnlyList<(string Name, Location Location)> Accounts { get; init; } = [];

    /// <summary>Their namespaces; empty where not all are known.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>Where it says that the namespace does not matter: <c>*</c>; null where it does not.</summary>
    public Location? EveryNamespace { get; init; }

    /// <summary>How long its tokens live, in seconds; null where nothing is said.</summary>
    public long? Lifetime { get; init; }

    /// <summary>The one that a block of Terraform declares; null where it declares none.</summary>
    public static VaultRole? Of(HclBlock block, SourceText source)
    {
        string? method = block is { Type: "resource", Labels: [var type, _] } ? type switch
        {
            "vault_kubernetes_auth_backend_role" => "kubernetes",
            "vault_approle_auth_backend_role" => "approle",
            "vault_jwt_auth_backend_role" => "jwt",
            "vault_aws_auth_backend_role" => "aws",
            _ => null,
        } : null;
        if (method is null || (block["role_name"] ?? block["role"]) is not { } name)
        {
            return null;
        }

        IReadOnlyList<(string Name, Location Location)>? List(string attribute) => block[attribute] is { } value ? Known(LiteralReader.Read(source, value.Start)) : [];
        IReadOnlyList<(string Name, Location Location)> spaces = List("bound_service_account_namespaces") ?? [];
        return new VaultRole(method, name.Template ?? new HclString(HclString.Hole.ToString(), [name.Expression]), name.Location)
        {
            Mount = block["backend"] is { } backend ? backend.Text : method,
            Policies = List("token_policies"),
            Accounts = List("bound_service_account_names") ?? [],
            Namespaces = [.. spaces.Select(space => space.Name)],
            EveryNamespace = spaces.FirstOrDefault(space => space.Name == Any).Location,
            Lifetime = long.TryParse(block["token_ttl"]?.Expression, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long ttl) ? ttl : null,
        };
    }

    /// <summary>The one that a command writes: <c>vault write auth/kubernetes/role/shop policies=shop …</c>; null where it writes none.</summary>
    public static VaultRole? Of(ShellCommand command)
    {
        if (VaultCommand.Of(command) is not { Verb: "write", Path: { } path } written || path.Text.Split('/') is not [Auth, .. var mount, "role", var name] || mount.Length == 0)
        {
            return null;
        }

        IReadOnlyList<(string, Location)>? List(params string[] keys) =>
            written.Fields.FirstOrDefault(field => keys.Contains(field.Name, StringComparer.Ordinal)).Value is { } value ? Known(value) : written.IsWhole ? [] : null;
        return new VaultRole(mount[^1], Named(name), path.Place)
        {
            Mount = string.Join('/', mount),
            Policies = List("token_policies", "policies"),
            Accounts = List("bound_service_account_names") ?? [],
            Namespaces = [.. (List("bound_service_account_namespaces") ?? []).Select(space => space.Item1)],
            EveryNamespace = written.Fields.FirstOrDefault(field => field.Name == "bound_service_account_namespaces").Value is { Text: Any } any && any.Word.Raw.IndexOfAny(Holes) < 0 ? any.Place : null,
        };
    }

    /// <summary>A word of a script: what is not known there is <c>*</c>.</summary>
    private static HclString Named(string word) => word.Contains('*', StringComparison.Ordinal) ? new HclString(HclString.Hole.ToString(), [word]) : new HclString(word, []);

    private static IReadOnlyList<(string, Location)>? Known(YamlValue list)
    {
        IReadOnlyList<YamlValue> items = list.Items;
        return list.Text is not null || items.Any(item => item.Text is not { } text || text.Contains("${", StringComparison.Ordinal)) ? null : [.. items.Select(item => (item.Text!, item.Place(0, item.Text!.Length)))];
    }

    private static IReadOnlyList<(string, Location)>? Known(ShellPiece list) => list.Text.Contains('*', StringComparison.Ordinal) ? null
        : [.. TextParts.Split(list.Text, ",").Select(part => (part.Part, list.Word.Place(list.Start + part.Start, part.Part.Length)))];
}
