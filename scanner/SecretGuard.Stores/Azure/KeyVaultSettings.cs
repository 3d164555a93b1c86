using Azure.Core;

namespace SecretGuard.Stores.Azure;

/// <summary>Which of the ways to sign in to Azure is taken.</summary>
public enum AzureCredentialKind
{
    /// <summary>The first that works, as Azure's own programs choose it: environment, workload, managed identity, a developer's tools.</summary>
    Default,

    /// <summary>The variables <c>AZURE_TENANT_ID</c>, <c>AZURE_CLIENT_ID</c> and a secret or certificate.</summary>
    Environment,

    /// <summary>The identity of the machine or service that this runs on.</summary>
    ManagedIdentity,

    /// <summary>The federated token of a pod.</summary>
    WorkloadIdentity,

    /// <summary>What <c>az login</c> left.</summary>
    AzureCli,
}

/// <summary>Where a vault is and how one signs in to it.</summary>
/// <param name="Address">The vault's address: <c>https://name.vault.azure.net</c>.</param>
public sealed record KeyVaultSettings(string Address)
{
    /// <summary>How one signs in.</summary>
    public AzureCredentialKind Credential { get; init; }

    /// <summary>The tenant, by id or domain; null for the one that the vault names or the environment says.</summary>
    public string? Tenant { get; init; }

    /// <summary>The client id of a managed or workload identity; null for the only one.</summary>
    public string? ClientId { get; init; }

    /// <summary>Where tokens are issued; null for <c>AZURE_AUTHORITY_HOST</c>, else the cloud of the vault.</summary>
    public Uri? AuthorityHost { get; init; }

    /// <summary>A file of authorities to trust, as PEM; null for those of the system. It counts for the vault, not for the sign-in.</summary>
    public string? AuthoritiesFile { get; init; }

    /// <summary>
    /// Whether a vault on this machine (loopback) may ask for a token of another service's name, as emulators do. A vault elsewhere never may: a server that
    /// only poses as a vault would be given a token that works elsewhere.
    /// </summary>
    public bool IsEmulator { get; init; }

    /// <summary>How long one request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What signs in instead of all that.</summary>
    internal TokenCredential? Token { get; init; }

    /// <summary>The kind of that name, as configurations write it: <c>default</c>, <c>environment</c>, <c>managed-identity</c>, <c>workload-identity</c>, <c>azure-cli</c>; null where there is none.</summary>
    public static AzureCredentialKind? KindOf(string name) => name switch
    {
        "default" => AzureCredentialKind.Default,
        "environment" => AzureCredentialKind.Environment,
        "managed-identity" => AzureCredentialKind.ManagedIdentity,
        "workload-identity" => AzureCredentialKind.WorkloadIdentity,
        "azure-cli" => AzureCredentialKind.AzureCli,
        _ => null,
    };
}
