using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace SecretGuard.Stores.Aws;

/// <summary>What the SDK knows of a service's surroundings: the profile and, for its endpoint, variables and files.</summary>
internal sealed class AwsConfiguration : ClientConfig
{
    public AwsConfiguration(AwsService service, AwsSettings settings)
        : base(new DefaultConfigurationProvider(new DefaultConfiguration[] { new() }))
    {
        RegionEndpointServiceName = service.Name;
        ServiceId = service.Id;
        if (settings.Profile is { } name)
        {
            Profile = new Profile(name, settings.ProfilesFile);
        }
    }

    /// <inheritdoc/>
    public override string ServiceVersion => "";

    /// <inheritdoc/>
    public override string UserAgent => "secretguard";

    /// <inheritdoc/>
    public override string RegionEndpointServiceName { get; }

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => throw new NotSupportedException();
}
