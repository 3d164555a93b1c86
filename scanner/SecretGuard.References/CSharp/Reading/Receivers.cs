using SecretGuard.References.CSharp.Lexing;
using SecretGuard.References.CSharp.Syntax;

namespace SecretGuard.References.CSharp.Reading;

/// <summary>
/// Whether a call is made on what the table of references says: by the type where the file tells it, else by what things are usually called, and by what the file uses. A
/// type that is told and is another one never is, and of short names such as <c>config</c> only one that the file does not declare itself: many a dictionary has it.
/// </summary>
internal sealed class Receivers(CSharpTokens tokens)
{
    /// <summary>What a property with the configuration of an application is called.</summary>
    public const string Configuration = "Configuration";

    /// <summary>A Key Vault of an app host.</summary>
    public const string VaultResource = "AzureKeyVaultResource";

    private static readonly string[] Configurations = ["IConfiguration", "IConfigurationRoot", "IConfigurationSection", "IConfigurationManager", "ConfigurationManager", "ConfigurationRoot", "ConfigurationSection"];
    private static readonly string[] ConfigurationNames = ["config", "configRoot", "configurationRoot", "configurationManager"];
    private static readonly string[] Sections = ["IConfigurationSection", "ConfigurationSection"];
    private static readonly string[] Builders = ["IConfigurationBuilder", "ConfigurationBuilder", "IConfigurationManager", "ConfigurationManager"];
    private static readonly string[] ClientWords = ["client", "vault", "secret", "engine", "cache", "dapr"];

    private readonly Dictionary<string, bool> _mentioned = new(StringComparer.Ordinal);

    /// <summary>Whether a value is a configuration or a section of one.</summary>
    public static bool IsConfiguration(CodeValue value) => value.Type is { } type ? IsConfiguration(type)
        : value.Name.EndsWith("configuration", StringComparison.OrdinalIgnoreCase) || (value.IsUndeclared && ConfigurationNames.Contains(value.Name.TrimStart('_'), StringComparer.Ordinal));

    /// <summary>Whether a type is that of a configuration.</summary>
    public static bool IsConfiguration(TypeName type) => Configurations.Contains(type.Name, StringComparer.Ordinal);

    /// <summary>Whether a value is a section.</summary>
    public static bool IsSection(CodeValue value) => value.Type is { } type && Sections.Contains(type.Name, StringComparer.Ordinal);

    /// <summary>Whether sources can be added to a value.</summary>
    public static bool IsBuilder(CodeValue value) => value.Type is { } type && Builders.Contains(type.Name, StringComparer.Ordinal);

    /// <summary>Whether a value is a Key Vault of an app host.</summary>
    public static bool IsVaultResource(CodeValue value) => value.Type is { Name: "IResourceBuilder", Arguments: [{ Name: VaultResource }] };

    /// <summary>Whether a value is what a method of the table is called on.</summary>
    /// <param name="value">The value.</param>
    /// <param name="on">The type that the table names.</param>
    public bool Is(CodeValue value, string on) => on switch
    {
        "IConfiguration" => IsConfiguration(value),
        "Environment" => value.Name == "Environment" || (value.Name.Length == 0 && Mentions("using static System.Environment")),
        "IConfigurationBuilder" => value.Type is null || IsBuilder(value),
        "IDistributedApplicationBuilder" => value.Type?.Name is "IDistributedApplicationBuilder" or "DistributedApplicationBuilder",
        "IResourceBuilder" => IsVaultResource(value),
        "IKeyVaultClient" => value.Type is { } type ? type.Name is "IKeyVaultClient" or "KeyVaultClient" : IsCalledClient(value) && Mentions("Microsoft.Azure.KeyVault"),
        _ => value.Type is { } type ? type.Name == on : IsCalledClient(value) && Mentions(LibraryOf(on)),
    };

    private static string LibraryOf(string type) =>
        type == "SecretsManagerCache" ? "Amazon.SecretsManager" : type == "DaprClient" ? "Dapr.Client" : type.EndsWith("Client", StringComparison.Ordinal) ? "Azure.Security.KeyVault" : "VaultSharp";

    private static bool IsCalledClient(CodeValue value) => Array.Exists(ClientWords, word => value.Name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private bool Mentions(string text) => _mentioned.TryGetValue(text, out bool known) ? known : _mentioned[text] = tokens.Text.Contains(text, StringComparison.Ordinal);
}
