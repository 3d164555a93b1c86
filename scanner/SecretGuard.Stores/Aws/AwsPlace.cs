using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using SecretGuard.Text;

namespace SecretGuard.Stores.Aws;

/// <summary>Where a service is asked: its region and its address, found out without asking anybody.</summary>
internal sealed class AwsPlace
{
    private static readonly string[] RegionVariables = ["AWS_REGION", "AWS_DEFAULT_REGION"];

    private AwsPlace(string region, Uri? address, bool isOwn, StoreProblem? problem) => (Region, Address, IsOwn, Problem) = (region, address, isOwn, problem);

    /// <summary>The region; empty where none is known.</summary>
    public string Region { get; }

    /// <summary>The address; null where there is a problem.</summary>
    public Uri? Address { get; }

    /// <summary>Whether the address is AWS's own.</summary>
    public bool IsOwn { get; }

    /// <summary>Why it cannot be asked; null where it can.</summary>
    public StoreProblem? Problem { get; }

    /// <summary>The partition of the region, as ARNs name it.</summary>
    public string Partition => Region.Length > 0 ? RegionEndpoint.GetBySystemName(Region).PartitionName ?? "aws" : "aws";

    /// <summary>The place, for people.</summary>
    public string Shown => Address is null ? "no address" : Address.AbsoluteUri.TrimEnd('/') + (IsOwn ? "" : $" (region {Region})");

    /// <summary>Finds it as AWS's own tools do, but for the metadata of a machine: a region is not worth a question to the network.</summary>
    public static AwsPlace Find(AwsService service, AwsConfiguration configuration, AwsSettings settings)
    {
        string? region, endpoint;
        try
        {
            region = (settings.Region ?? RegionOf(settings) ?? RegionAround())?.Trim();
            endpoint = (settings.Endpoint ?? configuration.ServiceURL)?.Trim();
        }
        catch (Exception error) when (error is UriFormatException or AmazonClientException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return None("", "AWS's own configuration cannot be read: a file of profiles or an AWS_ENDPOINT_URL is broken", "correct it");
        }

        if (region is not { Length: > 0 })
        {
            return None("", "no region is known", "set the store's region, AWS_REGION, or the region of the profile");
        }

        if (!region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            return None("", $"'{region}' is no region of AWS", "correct the store's region, as in 'eu-west-1'");
        }

        if (endpoint is not { Length: > 0 })
        {
            return new AwsPlace(region, new Uri($"https://{Host(service, configuration, region)}/"), isOwn: true, null);
        }

        return Uri.TryCreate(endpoint.TrimEnd('/') + "/", UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? new AwsPlace(region, new UriBuilder(address!) { UserName = "", Password = "", Query = "", Fragment = "" }.Uri, isOwn: false, null)
            : None(region, "the endpoint is no http or https address", "correct the store's endpoint, or AWS_ENDPOINT_URL");
    }

    /// <summary>The problem of the network, said better where it comes from a region that does not exist.</summary>
    public StoreProblem Explain(StoreProblem problem) =>
        problem is { Verdict: Verdict.Unreachable, IsStoreWide: true } && IsOwn && !IsKnown(RegionEndpoint.GetBySystemName(Region))
            ? new StoreProblem(Verdict.Misconfigured, $"AWS has no region '{Region}' that is known here, and its address does not answer", $"correct the region{NearestName.Hint(Region, RegionEndpoint.EnumerableAllRegions.Where(IsKnown).Select(region => region.SystemName))}") { IsStoreWide = true }
            : problem;

    /// <summary>The SDK makes a region of any name that it is asked for, and says so in its title only.</summary>
    private static bool IsKnown(RegionEndpoint region) => !region.DisplayName.Contains("Unknown", StringComparison.Ordinal);

    private static AwsPlace None(string region, string cause, string advice) => new(region, null, isOwn: false, new StoreProblem(Verdict.Misconfigured, cause, advice) { IsStoreWide = true });

    private static string? RegionOf(AwsSettings settings) =>
        settings.Profile is { } name && new CredentialProfileStoreChain(settings.ProfilesFile).TryGetProfile(name, out CredentialProfile profile) ? profile.Region?.SystemName : null;

    /// <summary>The SDK knows one of the two variables that AWS's command line knows.</summary>
    private static string? RegionAround() =>
        RegionVariables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(region => region is { Length: > 0 })
        ?? FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName;

    private static string Host(AwsService service, AwsConfiguration configuration, string region)
    {
        RegionEndpoint known = RegionEndpoint.GetBySystemName(region);
        string suffix = known.PartitionDnsSuffix is { Length: > 0 } told ? told : "amazonaws.com";
        if (configuration.UseDualstackEndpoint)
        {
            suffix = known.PartitionName == "aws-cn" ? "api.amazonwebservices.com.cn" : "api.aws";
        }

        return $"{service.Name}{(configuration.UseFIPSEndpoint ? "-fips" : "")}.{region}.{suffix}";
    }
}
