using System.Text.RegularExpressions;
using SecretGuard.Inventories;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.AzureSettings;

/// <summary>Bicep: <c>getSecret</c> of a vault that the file names, which gives a parameter of a module its value, and the secrets that the file makes.</summary>
/// <param name="settings">The text.</param>
/// <param name="found">Where it goes.</param>
internal sealed class BicepVaults(SettingText settings, Extraction found)
{
    private const int LongestLine = 300; // before a value
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    private static readonly Regex Get = new("""(?<vault>[A-Za-z_]\w*)\.getSecret\(\s*(?:'(?<first>[^'\r\n]+)'|(?<other>[^',()\r\n]+))(?<rest>(?:\s*,\s*(?:'[^'\r\n]*'|[\w.]+))*)\s*\)""", Options);
    /// <summary>The address of a secret in a vault of this file: <c>${kv.properties.vaultUri}secrets/db</c>, <c>https://${kv.name}${environment().suffixes.keyvaultDns}/secrets/db</c>.</summary>
    private static readonly Regex Address = new(
        """(?:\$\{\s*(?<symbol>[A-Za-z_]\w*)\.properties\.vaultUri\s*\}|https://\$\{\s*(?<symbol>[A-Za-z_]\w*)(?:\.name)?\s*\}\.?\$\{\s*environment\(\)\.suffixes\.keyvaultDns\s*\})/?secrets/(?<name>[\w-]+)(?:/(?<version>[\w-]+))?""", Options);

    private static readonly Regex Vault = new("""\$\{\s*(?<symbol>[A-Za-z_]\w*)(?:\.name|\.properties\.vaultUri)?\s*\}""", Options);
    private static readonly Regex Constant = new("""^[ \t]*(?:param|var)\s+(?<name>\w+)(?:\s+string)?\s*=\s*'(?<text>[^'\r\n]+)'""", Options | RegexOptions.Multiline);
    private static readonly Regex Module = new("""^[ \t]*module\s+\w+\s+'(?<path>[^'\r\n]+)'""", Options | RegexOptions.Multiline);
    private static readonly Regex Argument = new("'(?<text>[^'\r\n]*)'|(?<other>[\\w.]+)", Options);
    private static readonly Regex ParameterBefore = new(@"^[ \t]*param\s+(?<name>\w+)\s*=\s*$", Options);

    /// <summary><c>keyVaultUrl: password.properties.secretUri</c>, within a text or as it is.</summary>
    private static readonly Regex Uri = new("""(?<setting>@Microsoft\.KeyVault\(SecretUri=\$\{)?\b(?<symbol>[A-Za-z_]\w*)\.properties\.secretUri(?:WithVersion)?\b""", Options);

    private static readonly string[] Signs = [".getSecret(", "Microsoft.KeyVault/vaults", ".vaultUri", "keyvaultDns"];

    private readonly string _text = settings.Text;
    private readonly Dictionary<string, string> _constants = [];
    private readonly Dictionary<string, string> _vaults = [];
    private readonly Dictionary<string, SecretReference> _secrets = new(StringComparer.Ordinal);

    /// <summary>Adds them.</summary>
    public void Read()
    {
        if (!Array.Exists(Signs, sign => _text.Contains(sign, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        foreach (Match constant in Constant.Matches(_text))
        {
            _constants.TryAdd(constant.Groups["name"].Value, constant.Groups["text"].Value);
        }

        IReadOnlyList<BicepResource> resources = BicepResource.In(settings.Source);
        foreach (BicepResource resource in resources.Where(resource => IsOf(resource, "Microsoft.KeyVault/vaults")))
        {
            if (Known(resource.At("name")) is { } name)
            {
                _vaults.TryAdd(resource.Symbol, name);
            }
        }

        foreach (BicepResource resource in resources.Where(resource => IsOf(resource, "Microsoft.KeyVault/vaults/secrets")))
        {
            ReadSecret(resource);
        }

        ReadUses();
        ReadUris();
        ReadAddresses();
    }

    /// <summary>The address of the vault that a setting takes from this file, with <c>*</c> for what is not known of it; null where it says none.</summary>
    public string? VaultIn(string setting) =>
        Vault.Matches(setting).Select(vault => _vaults.GetValueOrDefault(vault.Groups["symbol"].Value)).FirstOrDefault(name => name is not null) is { } known ? ReferenceOf.KeyVault(known, "", "").Address : null;

    /// <summary>Those in the setting of an app were read as a whole.</summary>
    private void ReadAddresses()
    {
        foreach (Match address in Address.Matches(_text).Where(address => !_text.AsSpan(0, address.Index).EndsWith("SecretUri=", StringComparison.OrdinalIgnoreCase)))
        {
            Group name = address.Groups["name"], version = address.Groups["version"];
            SecretReference reference = ReferenceOf.KeyVault(_vaults.GetValueOrDefault(address.Groups["symbol"].Value), name.Value, settings.KeyAt(address.Index) ?? "url");
            settings.Add(found, reference with { Version = version.Success ? version.Value : null }, name.Index, name.Length, address.Index);
        }
    }

    /// <summary>Settings that are the address of a secret of this file. What an output hands on is for somebody else to use.</summary>
    private void ReadUris()
    {
        foreach (Match uri in Uri.Matches(_text))
        {
            Group symbol = uri.Groups["symbol"];
            string line = _text[(uri.Index == 0 ? 0 : _text.LastIndexOf('\n', uri.Index - 1) + 1)..uri.Index];
            bool isSetting = uri.Groups["setting"].Success;
            if (!line.TrimStart().StartsWith("output ", StringComparison.Ordinal) && (isSetting || _secrets.ContainsKey(symbol.Value)))
            {
                SecretReference reference = _secrets.GetValueOrDefault(symbol.Value) ?? ReferenceOf.KeyVault(null, "*", "");
                settings.Add(found, reference with { Via = isSetting ? "@Microsoft.KeyVault" : settings.KeyAt(uri.Index) ?? "secretUri" }, symbol.Index, symbol.Length, uri.Index);
            }
        }
    }

    private void ReadUses()
    {
        Group[] modules = [.. Module.Matches(_text).Select(match => match.Groups["path"])];
        int module = 0;
        foreach (Match get in Get.Matches(_text))
        {
            while (module < modules.Length && modules[module].Index < get.Index)
            {
                module++;
            }

            ReadUse(get, module == 0 ? null : modules[module - 1].Value);
        }
    }

    private void ReadUse(Match get, string? module)
    {
        Group rest = get.Groups["rest"], name = get.Groups["first"];
        IList<Match> others = Argument.Matches(rest.Value);
        bool isFunction = get.Groups["vault"].Value == "az"; // az.getSecret(subscription, group, vault, name, version)
        if (isFunction && others.Count < 3)
        {
            return;
        }

        (string? secret, int start, int length) = isFunction ? (Known(others[2]), rest.Index + others[2].Index, others[2].Length) : (name.Success ? VaultSetting.Known(name.Value) : null, name.Index, name.Length);
        if (secret is null)
        {
            return; // computed: the whole of the vault may be meant
        }

        (start, length) = isFunction ? (start + 1, length - 2) : (start, length); // without its quotes
        string? vault = isFunction ? Known(others[1]) : _vaults.GetValueOrDefault(get.Groups["vault"].Value);
        SecretReference reference = ReferenceOf.KeyVault(vault, secret, "getSecret") with { Version = others.ElementAtOrDefault(isFunction ? 3 : 0) is { } version ? Known(version) ?? "*" : null };
        settings.Add(found, reference, start, length, get.Index, Parameter(get.Index, module));
    }

    /// <summary>Of a module, or of the file of parameters that this is.</summary>
    private SecretReference? Parameter(int at, string? module)
    {
        int line = at == 0 ? 0 : _text.LastIndexOf('\n', at - 1) + 1;
        string? name = at - line < LongestLine && ParameterBefore.Match(_text[line..at]) is { Success: true } own ? own.Groups["name"].Value : settings.KeyAt(at);
        return name is null ? null : ReferenceOf.Secret(StoreTypes.AzureDeployment, name, "params") with { Address = module };
    }

    private void ReadSecret(BicepResource resource)
    {
        YamlValue place = resource.At("name");
        if (Known(place) is not { } name)
        {
            return;
        }

        string? vault = SymbolOf(resource.At("parent")) is { } symbol ? _vaults.GetValueOrDefault(symbol) : null;
        int slash = name.LastIndexOf('/');
        SecretReference reference = ReferenceOf.KeyVault(vault ?? (slash > 0 ? name[..slash] : null), name[(slash + 1)..], "vaults/secrets");
        _secrets.TryAdd(resource.Symbol, reference);
        found.Add(reference, SymbolOf(place) is null ? place.Place(0, name.Length) : place.Location, "", resource.IsExisting ? null : reference);
    }

    private static bool IsOf(BicepResource resource, string type) => resource.Type.Equals(type, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a value is where the file says it: a text, or the name of one.</summary>
    private string? Known(YamlValue value) => SymbolOf(value) is { } symbol ? _constants.GetValueOrDefault(symbol) : value.Text is { } text ? VaultSetting.Known(text) : null;

    /// <summary>The name that a value is.</summary>
    private static string? SymbolOf(YamlValue value) =>
        value.Text is ['$', '{', .. var symbol, '}'] && symbol.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? symbol : null;

    private static string? Known(Match argument) => argument.Groups["text"] is { Success: true } text ? VaultSetting.Known(text.Value) : null;
}
