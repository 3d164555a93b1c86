namespace SecretGuard.Stores.Aws;

/// <summary>A service of AWS that speaks JSON 1.1.</summary>
/// <param name="Name">Its name in signatures, host names, ARNs and policies.</param>
/// <param name="Target">What stands before an action in the header <c>X-Amz-Target</c>.</param>
/// <param name="Id">Its id, by which the SDK finds its endpoint in variables and profiles.</param>
/// <param name="Title">Its name for people.</param>
internal sealed record AwsService(string Name, string Target, string Id, string Title)
{
    public static AwsService SecretsManager { get; } = new("secretsmanager", "secretsmanager", "Secrets Manager", "Secrets Manager");

    public static AwsService ParameterStore { get; } = new("ssm", "AmazonSSM", "SSM", "Parameter Store");
}
