namespace SecretGuard.Stores;

/// <summary>The kinds of stores, as <c>type:</c> in secretguard.yml names them. Append-only.</summary>
public static class StoreTypes
{
    /// <summary>HashiCorp Vault or OpenBao.</summary>
    public const string Vault = "hashicorp-vault";

    /// <summary>The Secrets of a Kubernetes cluster.</summary>
    public const string Kubernetes = "kubernetes";

    /// <summary>A file of variables.</summary>
    public const string DotEnv = "dotenv";

    /// <summary>The user secrets of .NET projects.</summary>
    public const string UserSecrets = "user-secrets";

    /// <summary>A folder with a file a secret.</summary>
    public const string Files = "files";

    /// <summary>The environment of this process.</summary>
    public const string Environment = "environment";

    /// <summary>All that there is an adapter for.</summary>
    public static IReadOnlyList<string> All { get; } = [Vault, Kubernetes, DotEnv, UserSecrets, Files, Environment];
}
