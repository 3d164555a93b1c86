namespace SecretGuard.Stores.Aws;

/// <summary>Where a service of AWS is and how it is asked. What is not said is what AWS's own tools would take: variables, then the profile.</summary>
public sealed record AwsSettings
{
    /// <summary>The region; null for that of <c>AWS_REGION</c> or the profile.</summary>
    public string? Region { get; init; }

    /// <summary>The address, where it is not AWS's own; null for that of <c>AWS_ENDPOINT_URL…</c> or the profile.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The profile; null for that of <c>AWS_PROFILE</c>.</summary>
    public string? Profile { get; init; }

    /// <summary>The file that holds <see cref="Profile"/>; null for AWS's own files.</summary>
    public string? ProfilesFile { get; init; }

    /// <summary>How one signs in.</summary>
    public AwsLogin Login { get; init; } = AwsLogin.Ambient;

    /// <summary>A file of authorities to trust, as PEM; null for those of the system.</summary>
    public string? AuthoritiesFile { get; init; } = Environment.GetEnvironmentVariable("AWS_CA_BUNDLE") is { Length: > 0 } file ? file : null;

    /// <summary>How long one request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
