namespace SecretGuard.Stores.Aws;

/// <summary>An ARN: <c>arn:partition:service:region:account:resource</c>.</summary>
/// <param name="Partition">The part of AWS.</param>
/// <param name="Service">The service.</param>
/// <param name="Region">The region.</param>
/// <param name="Account">The account.</param>
/// <param name="Resource">What the service calls it, with its kind.</param>
internal sealed record AwsArn(string Partition, string Service, string Region, string Account, string Resource)
{
    /// <summary>Reads one; null where it is none.</summary>
    public static AwsArn? Parse(string text) =>
        text.Split(':', 6) is ["arn", var partition, var service, var region, var account, { Length: > 0 } resource] ? new AwsArn(partition, service, region, account, resource) : null;

    /// <summary>Why it does not stand for something of a service at a place; null where it does.</summary>
    /// <param name="service">The service.</param>
    /// <param name="place">The place.</param>
    /// <param name="kind">What its resource begins with.</param>
    public StoreProblem? Mismatch(AwsService service, AwsPlace place, string kind) =>
        Service != service.Name || !Resource.StartsWith(kind, StringComparison.Ordinal) || Resource.Length == kind.Length
            ? new StoreProblem(Verdict.Misconfigured, $"the ARN is not one of {service.Title}", "correct the reference, or its store")
            : Region != place.Region
                ? new StoreProblem(Verdict.Misconfigured, $"the ARN is of the region '{Region}', and the store of '{place.Region}' knows only its own", "declare a store for that region, or correct the reference")
                : null;
}
