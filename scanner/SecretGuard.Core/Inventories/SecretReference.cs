namespace SecretGuard.Inventories;

/// <summary>A mention by name: of a secret in a store, of a configuration key, of an environment variable. Never a value.</summary>
/// <param name="Store">Which kind of store is to hold it: one of <see cref="StoreKinds"/>.</param>
/// <param name="Kind">What it is there: one of <see cref="ReferenceKinds"/>.</param>
/// <param name="Name">Its name or path there, as its store writes it; <c>*</c> stands for a part that is not known before the program runs.</param>
public sealed record SecretReference(string Store, string Kind, string Name)
{
    /// <summary>A field of a secret that has several.</summary>
    public string? Property { get; init; }

    /// <summary>The version or stage that is asked for.</summary>
    public string? Version { get; init; }

    /// <summary>The address of the store, or the mount within it, where the place says it.</summary>
    public string? Address { get; init; }

    /// <summary>Whether the place goes on without it: <see langword="true"/> where it has a fallback, <see langword="false"/> where it demands it.</summary>
    public bool? IsOptional { get; init; }

    /// <summary>Whether it is secret, by its store or by its name.</summary>
    public bool IsSecret { get; init; }

    /// <summary>What names it: <c>SecretClient.GetSecret</c>.</summary>
    public string Via { get; init; } = "";
}

/// <summary>The kinds of stores that a reference may name. Append-only.</summary>
public static class StoreKinds
{
    /// <summary>The merged configuration of a .NET program.</summary>
    public const string Configuration = "configuration";

    /// <summary>The environment of the process.</summary>
    public const string Environment = "environment";

    /// <summary>Azure Key Vault.</summary>
    public const string AzureKeyVault = "azure-key-vault";

    /// <summary>AWS Secrets Manager.</summary>
    public const string AwsSecretsManager = "aws-secrets-manager";

    /// <summary>AWS Systems Manager Parameter Store.</summary>
    public const string AwsParameterStore = "aws-parameter-store";

    /// <summary>HashiCorp Vault.</summary>
    public const string Vault = "vault";

    /// <summary>Secrets of a Kubernetes cluster; the address of a reference is its namespace.</summary>
    public const string Kubernetes = "kubernetes";

    /// <summary>A store of the External Secrets Operator, by kind and name; the manifests that declare it say what it is.</summary>
    public const string ExternalSecrets = "external-secrets";

    /// <summary>The user secrets of a developer's machine.</summary>
    public const string UserSecrets = "user-secrets";

    /// <summary>A folder of files, one a secret.</summary>
    public const string Directory = "directory";

    /// <summary>A file of lines with a name and a value each: <c>.env</c>.</summary>
    public const string EnvironmentFile = "env-file";

    /// <summary>The secrets that a file of Compose declares for its services.</summary>
    public const string Compose = "compose";

    /// <summary>Secrets of a Docker swarm, made outside of the files that name them.</summary>
    public const string Docker = "docker";

    /// <summary>What the build of a container image is given: secrets and arguments.</summary>
    public const string DockerBuild = "docker-build";

    /// <summary>Secrets of a repository, an organisation or, where the address says so, an environment of GitHub.</summary>
    public const string GitHubActions = "github-actions";

    /// <summary>Secret variables and groups of variables of Azure Pipelines.</summary>
    public const string AzurePipelines = "azure-pipelines";

    /// <summary>Secrets of an app of Azure Container Apps, which its containers name.</summary>
    public const string AzureContainerApps = "azure-container-apps";
}

/// <summary>What a reference names in its store. Append-only.</summary>
public static class ReferenceKinds
{
    /// <summary>A secret.</summary>
    public const string Secret = "secret";

    /// <summary>A cryptographic key.</summary>
    public const string Key = "key";

    /// <summary>A certificate.</summary>
    public const string Certificate = "certificate";

    /// <summary>A class of the Secrets Store CSI driver, which lists secrets.</summary>
    public const string ProviderClass = "provider-class";

    /// <summary>A key of a configuration.</summary>
    public const string Configuration = "config";

    /// <summary>An environment variable.</summary>
    public const string Variable = "env";

    /// <summary>All that the store holds, or all below a path: a source of configuration.</summary>
    public const string Source = "source";
}
