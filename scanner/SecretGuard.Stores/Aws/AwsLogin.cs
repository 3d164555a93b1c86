using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOOIDC;

namespace SecretGuard.Stores.Aws;

/// <summary>How one signs in to AWS. It may hold a credential, so it is not a record and prints only its kind.</summary>
public sealed class AwsLogin
{
    private const string SessionName = "secretguard";

    private readonly string _kind;
    private readonly Func<IClientConfig, CancellationToken, Task<AWSCredentials>> _find;

    private AwsLogin(string kind, Func<IClientConfig, CancellationToken, Task<AWSCredentials>> find) => (_kind, _find) = (kind, find);

    /// <summary>
    /// What AWS's own tools find: the profile where one is named, else variables, a web identity, the default profile (keys, a role, SSO,
    /// <c>credential_process</c>), the container, the machine.
    /// </summary>
    public static AwsLogin Ambient { get; } = new("what is found", async (config, cancellation) =>
    {
        // The SDK says in words only that a profile is not there.
        if (config.Profile is { } profile && !new CredentialProfileStoreChain(profile.Location).TryGetProfile(profile.Name, out _))
        {
            throw new ProfileNotFoundException("");
        }

        // Not the SDK's shared instance: that would keep what it found for whoever asks next with other settings.
        using var chain = new DefaultAWSCredentialsIdentityResolver();
        return await chain.ResolveIdentityAsync(config, cancellation);
    });

    /// <summary>An access key, with the token of its session where it belongs to one.</summary>
    public static AwsLogin WithKeys(string accessKey, string secretKey, string? sessionToken = null) => new("access key", (_, _) =>
        Task.FromResult<AWSCredentials>(sessionToken is null ? new BasicAWSCredentials(accessKey, secretKey) : new SessionAWSCredentials(accessKey, secretKey, sessionToken)));

    /// <summary>A role that another login may take.</summary>
    public static AwsLogin WithRole(AwsLogin source, string role, string? externalId = null) => new("role", async (config, cancellation) =>
        new AssumeRoleAWSCredentials(await source._find(config, cancellation), role, SessionName, new AssumeRoleAWSCredentialsOptions { ExternalId = externalId }));

    /// <summary>A role that the token of a file may take, as pods and pipelines do.</summary>
    public static AwsLogin WithWebIdentity(string role, string tokenFile) => new("web identity", (_, _) =>
        Task.FromResult<AWSCredentials>(new AssumeRoleWithWebIdentityCredentials(Path.GetFullPath(tokenFile), role, SessionName)));

    /// <inheritdoc/>
    public override string ToString() => _kind;

    /// <summary>The credentials; they renew themselves. Throws whatever the SDK does.</summary>
    /// <remarks>The SDK makes these clients by their names, for roles and SSO: a native program keeps only what is named.</remarks>
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(AmazonSecurityTokenServiceClient))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(AmazonSecurityTokenServiceConfig))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(AmazonSSOClient))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(AmazonSSOConfig))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(AmazonSSOOIDCClient))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicConstructors, typeof(AmazonSSOOIDCConfig))]
    internal Task<AWSCredentials> FindAsync(IClientConfig config, CancellationToken cancellation) => _find(config, cancellation);
}
