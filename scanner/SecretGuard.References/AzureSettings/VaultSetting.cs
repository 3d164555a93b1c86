using System.Text.RegularExpressions;
using SecretGuard.Inventories;

namespace SecretGuard.References.AzureSettings;

/// <summary>What stands between the brackets of <c>@Microsoft.KeyVault(…)</c>.</summary>
internal static class VaultSetting
{
    private const string Via = "@Microsoft.KeyVault";

    private static readonly Regex Filled = new(@"\$\{[^}]*\}|\$\([^)]*\)|\{\{[^}]*\}\}", RegexOptions.NonBacktracking);
    private static readonly Regex Path = new(@"secrets/(?<name>[\w-]+)(?:/(?<version>[\w-]+))?", RegexOptions.NonBacktracking);

    /// <summary>The reference, and where its name begins and how long it is. Null where it names nothing.</summary>
    public static (SecretReference Reference, int Start, int Length)? Read(string text)
    {
        string? name = null, vault = null, version = null;
        int start = 0;
        foreach ((string part, int at) in Sources.TextParts.Split(text, ";"))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string key = equals < 0 ? "" : part[..equals].Trim().ToLowerInvariant(), value = part[(equals + 1)..];
            switch (key)
            {
                case "secreturi":
                    return Address(value, at + equals + 1);
                case "secretname":
                    (name, start) = (value, at + equals + 1);
                    break;
                case "vaultname":
                    vault = Known(value);
                    break;
                case "secretversion":
                    version = Known(value);
                    break;
            }
        }

        return string.IsNullOrWhiteSpace(name) ? null : (ReferenceOf.KeyVault(vault, Known(name), Via) with { Version = version }, start, name.Length);
    }

    /// <summary>A text with <c>*</c> for each part that is filled in later, of whatever tool.</summary>
    public static string Known(string text) => Filled.Replace(text, "*");

    private static (SecretReference Reference, int Start, int Length)? Address(string url, int at)
    {
        Match path = Path.Match(url);
        Group name = path.Groups["name"];
        if (ReferenceOf.KeyVaultUrl(Known(url).TrimEnd('/'), Via) is { } reference)
        {
            return path.Success && name.Value == reference.Name ? (reference, at + name.Index, name.Length) : (reference, at, url.Length);
        }

        // The address of the vault is filled in, or that of the secret as a whole.
        return path.Success ? (ReferenceOf.KeyVault(null, name.Value, Via) with { Version = path.Groups["version"] is { Success: true } version ? version.Value : null }, at + name.Index, name.Length)
            : url.Length > 0 && Filled.IsMatch(url) ? (ReferenceOf.KeyVault(null, "*", Via), at, url.Length)
            : null;
    }
}
