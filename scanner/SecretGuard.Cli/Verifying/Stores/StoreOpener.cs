using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SecretGuard.Cli.Projects;
using SecretGuard.Inventories;
using SecretGuard.Stores;
using SecretGuard.Stores.Aws;
using SecretGuard.Stores.Azure;
using SecretGuard.Stores.AzurePipelines;
using SecretGuard.Stores.GitHub;
using SecretGuard.Stores.Kubernetes;
using SecretGuard.Stores.Local.Configuration;
using SecretGuard.Stores.Local.DotEnv;
using SecretGuard.Stores.Local.Files;
using SecretGuard.Stores.Local.Inventories;
using SecretGuard.Stores.Local.UserSecrets;
using SecretGuard.Stores.Local.Variables;
using SecretGuard.Stores.Vault;

namespace SecretGuard.Cli.Verifying.Stores;

/// <summary>Opens declared stores, each once: environments may share them. Opening asks nothing.</summary>
/// <param name="root">The folder that paths are relative to.</param>
internal sealed class StoreOpener(string root) : IDisposable
{
    private readonly Dictionary<string, ISecretStore> _open = new(StringComparer.Ordinal);

    /// <summary>Whether the clients of Azure and AWS are there: a program can be compiled without them, which takes a third of the time.</summary>
    [FeatureSwitchDefinition("SecretGuard.Clouds")]
    internal static bool AsksClouds => !AppContext.TryGetSwitch("SecretGuard.Clouds", out bool isOn) || isOn;

    /// <summary>All that were opened, in the order of the first use.</summary>
    public IEnumerable<ISecretStore> All => _open.Values;

    /// <summary>Opens a store; null where there is no adapter for its type.</summary>
    public StoreInUse? Open(DeclaredStore declared)
    {
        string identity = string.Join('\n', declared.Settings.Concat(declared.Login).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}").Prepend(declared.Type).Append(declared.Inventory ?? ""));
        if (!_open.TryGetValue(identity, out ISecretStore? store))
        {
            if ((declared.Inventory is { } file ? new InventoryStore(PathOf(file)) : Make(declared)) is not { } made)
            {
                return null;
            }

            _open.Add(identity, store = made);
        }

        return new StoreInUse(declared, store);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ISecretStore store in _open.Values)
        {
            store.Dispose();
        }
    }

    private ISecretStore? Make(DeclaredStore declared) => declared.Type switch
    {
        StoreTypes.DotEnv => new DotEnvStore(PathOf(declared["path"] ?? ".env")),
        StoreTypes.Files => new FilesStore(PathOf(declared["path"]!), declared["absent"] == "empty"),
        StoreTypes.Configuration => new ConfigurationFileStore(PathOf(declared["path"]!)),
        StoreTypes.UserSecrets => new UserSecretsStore(declared["id"]!),
        StoreTypes.Environment => new EnvironmentStore(),
        StoreTypes.AzureKeyVault when AsksClouds => new KeyVaultStore(KeyVault(declared)),
        StoreTypes.GitHubActions => new GitHubStore(GitHub(declared)),
        StoreTypes.AzurePipelines => new PipelinesStore(PipelinesSettings.FromEnvironment(declared["address"]!, declared["project"] ?? "") with
        {
            Groups = Listed(declared["groups"]),
        }),
        StoreTypes.Inventory => new InventoryStore(PathOf(declared["path"]!)),
        StoreTypes.AwsSecretsManager when AsksClouds => new SecretsManagerStore(Aws(declared)),
        StoreTypes.AwsSsm when AsksClouds => new ParameterStore(Aws(declared)),
        StoreTypes.AzureKeyVault or StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm => new ClientlessStore(declared.Type, declared["address"] ?? declared["region"] ?? ""),
        StoreTypes.Vault => new VaultStore(Vault(declared)),
        StoreTypes.Kubernetes => new KubernetesStore(Kubernetes(declared), TimeSpan.FromSeconds(15)) { Deployers = Listed(declared["deployers"]) },
        _ => null,
    };

    private static string[] Listed(string? texts) => (texts ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>As the user would type it, where it lies below the current folder.</summary>
    private string PathOf(string path)
    {
        string full = Path.GetFullPath(path, root), relative = Path.GetRelativePath(Environment.CurrentDirectory, full);
        return relative.StartsWith("..", StringComparison.Ordinal) ? full : relative;
    }

    private static KeyVaultSettings KeyVault(DeclaredStore declared) => new(declared["address"]!)
    {
        Tenant = declared["tenant"],
        Credential = KeyVaultSettings.KindOf(declared.Login.GetValueOrDefault("method", "default")) ?? AzureCredentialKind.Default,
        ClientId = declared.Login.GetValueOrDefault("clientId"),
        IsEmulator = declared["emulator"] == "true",
    };

    private static GitHubSettings GitHub(DeclaredStore declared)
    {
        GitHubSettings ambient = GitHubSettings.FromEnvironment(declared["repository"] ?? declared["organization"] ?? Environment.GetEnvironmentVariable("GITHUB_REPOSITORY") ?? "");
        return ambient with { Environment = declared["environment"], Address = declared["address"] ?? ambient.Address };
    }

    private static AwsSettings Aws(DeclaredStore declared) => new() { Region = declared["region"], Endpoint = declared["address"], Profile = declared["profile"] };

    private VaultSettings Vault(DeclaredStore declared)
    {
        VaultSettings ambient = VaultSettings.FromEnvironment();
        return ambient with
        {
            Address = declared["address"] ?? ambient.Address,
            Namespace = declared["namespace"] ?? ambient.Namespace,
            Mount = declared["mount"] ?? ambient.Mount,
            EngineVersion = int.TryParse(declared["version"]?.TrimStart('v'), NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : null,
            AuthoritiesFile = declared["ca"] is { } file ? PathOf(file) : ambient.AuthoritiesFile,
            Login = Login(declared, ambient.Login),
        };
    }

    private VaultLogin Login(DeclaredStore declared, VaultLogin ambient)
    {
        string? Value(string key) => declared.Login.GetValueOrDefault(key);
        string role = Value("role") ?? "";
        return Value("method") switch
        {
            "kubernetes" => Value("tokenFile") is { } file ? VaultLogin.WithKubernetes(role, Value("mount") ?? "kubernetes", PathOf(file)) : VaultLogin.WithKubernetes(role, Value("mount") ?? "kubernetes"),
            "jwt" => VaultLogin.WithJwtFile(role, PathOf(Value("tokenFile") ?? "token"), Value("mount") ?? "jwt"),
            "approle" => VaultLogin.WithAppRole(
                Value("roleId") ?? Environment.GetEnvironmentVariable("VAULT_ROLE_ID") ?? "",
                Value("secretIdFile") is { } secret ? Project.ReadText(PathOf(secret)).Trim() : Environment.GetEnvironmentVariable("VAULT_SECRET_ID") ?? "",
                Value("mount") ?? "approle"),
            _ => ambient,
        };
    }

    /// <summary>The way to a cluster; where none is declared, the one that the surroundings name.</summary>
    public KubernetesAccess Kubernetes(DeclaredStore? declared) =>
        declared?["kubeconfig"] is { } file ? Kubeconfig.Read([PathOf(file)], declared["context"]) : Kubeconfig.Ambient(declared?["context"], declared?[EnvironmentStores.Server]);
}
