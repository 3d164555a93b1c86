using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.AzurePipelines;

/// <summary>Which groups of variables of Azure Pipelines are asked for.</summary>
/// <param name="Organisation">The address of the organisation or collection: <c>https://dev.azure.com/name</c>.</param>
/// <param name="Project">The project.</param>
public sealed record PipelinesSettings(string Organisation, string Project)
{
    /// <summary>The groups that a pipeline is given, whose first wins; empty for all of the project.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The token; null where there is none.</summary>
    public HttpCredential? Credential { get; init; }

    /// <summary>A file of authorities to trust, as PEM; null for those of the system.</summary>
    public string? AuthoritiesFile { get; init; }

    /// <summary>How long one request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The token of <c>AZURE_DEVOPS_EXT_PAT</c>, else that of the pipeline, <c>SYSTEM_ACCESSTOKEN</c>.</summary>
    public static PipelinesSettings FromEnvironment(string organisation, string project) => FromEnvironment(organisation, project, Environment.GetEnvironmentVariable);

    /// <summary>What these variables say.</summary>
    internal static PipelinesSettings FromEnvironment(string organisation, string project, Func<string, string?> variable) => new(organisation, project)
    {
        Credential = variable("AZURE_DEVOPS_EXT_PAT")?.Trim() is { Length: > 0 } token ? HttpCredential.Basic(token) : HttpCredential.FromVariables(variable, "SYSTEM_ACCESSTOKEN"),
    };
}
