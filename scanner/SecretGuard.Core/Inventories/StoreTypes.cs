namespace SecretGuard.Inventories;

/// <summary>The kinds of stores, as references name them and <c>type:</c> in secretguard.yml does. Append-only.</summary>
public static class StoreTypes
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
    public const string AwsSsm = "aws-ssm";

    /// <summary>HashiCorp Vault or OpenBao.</summary>
    public const string Vault = "hashicorp-vault";

    /// <summary>Secrets of a Kubernetes cluster; the address of a reference is its namespace.</summary>
    public const string Kubernetes = "kubernetes";

    /// <summary>A store of the External Secrets Operator, by kind and name; the manifests that declare it say what it is.</summary>
    public const string ExternalSecrets = "external-secrets";

    /// <summary>A secret store of Dapr, by the name of its component; the manifests that declare it say what it is.</summary>
    public const string Dapr = "dapr";

    /// <summary>The user secrets of a developer's machine.</summary>
    public const string UserSecrets = "user-secrets";

    /// <summary>A folder of files, one a secret.</summary>
    public const string Files = "files";

    /// <summary>A file of lines with a name and a value each: <c>.env</c>.</summary>
    public const string DotEnv = "dotenv";

    /// <summary>A file that lists what there is, for where no store can be asked.</summary>
    public const string Inventory = "inventory";

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

    /// <summary>Secure parameters of a deployment of Azure: of a Bicep module, or of a template of the Resource Manager.</summary>
    public const string AzureDeployment = "azure-deployment";
}
