using SecretGuard.Findings;

namespace SecretGuard.References;

/// <summary>A store that a manifest declares: where the secrets are that other manifests ask it for.</summary>
/// <param name="Kind">What declares it: <c>SecretStore</c>, <c>ClusterSecretStore</c>, <c>Component</c> (of Dapr), <c>SecretProviderClass</c>.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Store">Its kind: one of <c>StoreTypes</c>, or the provider's own name where SecretGuard does not know it.</param>
/// <param name="Location">Where.</param>
public sealed record StoreDeclaration(string Kind, string Name, string Store, Location Location)
{
    /// <summary>The namespace it may be used from, or null for all, or where none is said.</summary>
    public string? Scope { get; init; }

    /// <summary>Vault address, server or region.</summary>
    public string? Address { get; init; }

    /// <summary>The address of a cluster, whose namespace is <see cref="Address"/>; null for the one that the store itself is in, or where it is none.</summary>
    public string? Server { get; init; }

    /// <summary>The mount of a Vault, or null where the key begins with it.</summary>
    public string? Mount { get; init; }

    /// <summary>The version of a mount's engine: <c>v1</c> or <c>v2</c>.</summary>
    public string? EngineVersion { get; init; }

    /// <summary>The path at a Vault of the login by which a cluster signs in; null where it does otherwise, or nobody says.</summary>
    public string? KubernetesMount { get; init; }

    /// <summary>What is put before every name.</summary>
    public string? Prefix { get; init; }

    /// <summary>Whether the store is asked for certificates, parameters or the like: the provider's <c>service</c>.</summary>
    public string? Service { get; init; }

    /// <summary>The declared environment that alone has it so, where the values of one were put in; null where that follows from the file.</summary>
    public string? Environment { get; init; }
}
