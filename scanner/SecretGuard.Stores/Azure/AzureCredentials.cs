using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace SecretGuard.Stores.Azure;

/// <summary>Makes what signs in to Azure. Nothing is asked before the first token is.</summary>
internal static class AzureCredentials
{
    private static readonly string[] Known = [AzureAuthorityHosts.AzurePublicCloud.Host, AzureAuthorityHosts.AzureChina.Host, AzureAuthorityHosts.AzureGovernment.Host];

    /// <summary>The credential of some settings.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="sent">Told of each request that it sends.</param>
    public static TokenCredential Of(KeyVaultSettings settings, Action sent) => settings.Token ?? settings.Credential switch
    {
        AzureCredentialKind.Environment => new EnvironmentCredential(With(new EnvironmentCredentialOptions { DisableInstanceDiscovery = IsPrivate(settings) }, settings, sent)),
        AzureCredentialKind.ManagedIdentity => new ManagedIdentityCredential(With(
            new ManagedIdentityCredentialOptions(settings.ClientId is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned), settings, sent)),
        AzureCredentialKind.WorkloadIdentity => new WorkloadIdentityCredential(Workload(settings, sent)),
        AzureCredentialKind.AzureCli => new AzureCliCredential(With(new AzureCliCredentialOptions { TenantId = settings.Tenant, ProcessTimeout = settings.Timeout }, settings, sent)),
        _ => new DefaultAzureCredential(Default(settings, sent)),
    };

    /// <summary>Where tokens for a vault are issued.</summary>
    public static Uri AuthorityOf(KeyVaultSettings settings)
    {
        string host = Uri.TryCreate(settings.Address, UriKind.Absolute, out Uri? vault) ? vault.Host : "";
        return settings.AuthorityHost ?? (Uri.TryCreate(Environment.GetEnvironmentVariable("AZURE_AUTHORITY_HOST"), UriKind.Absolute, out Uri? given) ? given
            : host.EndsWith(".vault.azure.cn", StringComparison.OrdinalIgnoreCase) ? AzureAuthorityHosts.AzureChina
            : host.EndsWith(".vault.usgovcloudapi.net", StringComparison.OrdinalIgnoreCase) ? AzureAuthorityHosts.AzureGovernment
            : AzureAuthorityHosts.AzurePublicCloud);
    }

    /// <summary>Whether the authority is one that Azure's public one does not know, which would else be asked about it.</summary>
    private static bool IsPrivate(KeyVaultSettings settings) => !Known.Contains(AuthorityOf(settings).Host, StringComparer.OrdinalIgnoreCase);

    private static WorkloadIdentityCredentialOptions Workload(KeyVaultSettings settings, Action sent)
    {
        // What is not set here stands in the variables of the pod, which setting nothing would take away.
        WorkloadIdentityCredentialOptions options = With(new WorkloadIdentityCredentialOptions { DisableInstanceDiscovery = IsPrivate(settings) }, settings, sent);
        options.TenantId = settings.Tenant ?? options.TenantId;
        options.ClientId = settings.ClientId ?? options.ClientId;
        return options;
    }

    private static DefaultAzureCredentialOptions Default(KeyVaultSettings settings, Action sent)
    {
        DefaultAzureCredentialOptions options = With(new DefaultAzureCredentialOptions { CredentialProcessTimeout = settings.Timeout, DisableInstanceDiscovery = IsPrivate(settings) }, settings, sent);
        options.TenantId = settings.Tenant ?? options.TenantId;
        options.ManagedIdentityClientId = settings.ClientId ?? options.ManagedIdentityClientId;
        options.WorkloadIdentityClientId = settings.ClientId ?? options.WorkloadIdentityClientId;
        return options;
    }

    private static T With<T>(T options, KeyVaultSettings settings, Action sent)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = AuthorityOf(settings);
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = settings.Timeout;
        options.Diagnostics.IsLoggingEnabled = options.Diagnostics.IsDistributedTracingEnabled = options.Diagnostics.IsTelemetryEnabled = false;
        options.AddPolicy(new CountingPolicy(sent), HttpPipelinePosition.PerRetry);
        return options;
    }

    private sealed class CountingPolicy(Action sent) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => sent();
    }
}
