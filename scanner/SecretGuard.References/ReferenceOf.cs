using System.Text;
using SecretGuard.Detection.Names;
using SecretGuard.Inventories;

namespace SecretGuard.References;

/// <summary>References to the stores that many syntaxes name, made in one way.</summary>
internal static class ReferenceOf
{
    private const string ConnectionStrings = "ConnectionStrings";

    private const string NameOfRotated = "SECRETGUARD_SECRET"; // what 'rotate' tells programs: which secret it is about

    private static readonly string[] VaultDomains = [".vault.azure.net", ".vault.azure.cn", ".vault.usgovcloudapi.net", ".vault.microsoftazure.de"];

    /// <summary>Whether a name says that its value is a secret.</summary>
    public static bool SaysSecret(string name) => name != NameOfRotated && NameJudge.SaysSecret(Encoding.UTF8.GetBytes(name));

    /// <summary>Whether a key of a configuration, or the variable that stands for it, says so: by its last name that is no number, for what stands in a section of secrets is none by that.</summary>
    public static bool KeySaysSecret(string key)
    {
        string[] names = key.Replace("__", ":", StringComparison.Ordinal).Split(':');
        return (names.Length > 1 && names[0].Equals(ConnectionStrings, StringComparison.OrdinalIgnoreCase)) || SaysSecret(names.LastOrDefault(name => name.AsSpan().ContainsAnyExceptInRange('0', '9')) ?? key);
    }

    /// <summary>A secret of a Key Vault, by the vault's name where one is known.</summary>
    public static SecretReference KeyVault(string? vault, string name, string via, string kind = ReferenceKinds.Secret) =>
        Secret(StoreTypes.AzureKeyVault, name, via) with { Kind = kind, Address = vault is null ? null : $"https://{vault}.vault.azure.net/" };

    /// <summary>What a URL of a Key Vault leads to: <c>https://v.vault.azure.net/secrets/name/version</c>. Null where it is none.</summary>
    public static SecretReference? KeyVaultUrl(string url, string via)
    {
        if (!Uri.TryCreate(url.Replace("*", "_any_", StringComparison.Ordinal), UriKind.Absolute, out Uri? address) || address.Scheme != Uri.UriSchemeHttps
            || !Array.Exists(VaultDomains, domain => address.Host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        string[] segments = [.. address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment => segment.Replace("_any_", "*", StringComparison.Ordinal))];
        string? kind = segments.Length < 2 ? null : segments[0] switch { "secrets" => ReferenceKinds.Secret, "keys" => ReferenceKinds.Key, "certificates" => ReferenceKinds.Certificate, _ => null };
        return kind is null ? null : Secret(StoreTypes.AzureKeyVault, segments[1], via) with
        {
            Kind = kind,
            Address = $"https://{address.Host.Replace("_any_", "*", StringComparison.Ordinal)}/",
            Version = segments.Length > 2 ? segments[2] : null,
        };
    }

    /// <summary>A secret of any store, which is demanded.</summary>
    public static SecretReference Secret(string store, string name, string via) => new(store, ReferenceKinds.Secret, name) { IsSecret = true, IsOptional = false, Via = via };

    /// <summary>A variable of the environment, secret if its name says so.</summary>
    public static SecretReference Variable(string name, string via, bool? optional = null) =>
        new(StoreTypes.Environment, ReferenceKinds.Variable, name) { IsSecret = SaysSecret(name), IsOptional = optional, Via = via };

    /// <summary>A variable of the environment that holds a secret, whatever its name.</summary>
    public static SecretReference SecretVariable(string name, string via) => new(StoreTypes.Environment, ReferenceKinds.Variable, name) { IsSecret = true, Via = via };

    /// <summary>A file that holds one secret.</summary>
    public static SecretReference File(string path, string via)
    {
        int slash = path.LastIndexOf('/');
        return Secret(StoreTypes.Files, path[(slash + 1)..], via) with { Address = slash < 0 ? null : path[..slash] };
    }

    /// <summary>A file of variables, all of which are taken.</summary>
    public static SecretReference EnvironmentFile(string path, string via, bool? optional = null) =>
        new(StoreTypes.DotEnv, ReferenceKinds.Source, path) { IsSecret = true, IsOptional = optional, Via = via };
}
