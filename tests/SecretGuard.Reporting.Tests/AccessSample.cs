using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.Reporting.Tests;

/// <summary>An overview of who may do what that has something of everything.</summary>
internal static class AccessSample
{
    /// <summary>The overview; the text is what a repository may choose.</summary>
    public static AccessOverview Of(string text)
    {
        SecretReference kept = new(StoreTypes.AwsSecretsManager, ReferenceKinds.Secret, text), copy = new(StoreTypes.Kubernetes, ReferenceKinds.Secret, "db") { Address = text };
        var reading = new Grant(kept.Store, $"{text}-??????", Capabilities.Read, "aws_iam_policy.api", At($"{text}.tf", 3)) { Principal = $"aws_iam_role.api (ServiceAccount shop/{text})", Role = "secretsmanager:GetSecretValue", Address = "eu-west-1" };
        var listing = new Grant(copy.Store, "*", Capabilities.All, $"ClusterRole/{text}", At("rbac.yaml", 9)) { Principal = "ServiceAccount shop/api", Role = "get, list" };
        return new AccessOverview(
            [
                new SecretAccess(text)
                {
                    Places = [kept, copy],
                    Grants =
                    [
                        new SecretGrant(reading, kept) { Accounts = [$"shop/{text}"], Workloads = [$"Deployment/{text}"] },
                        new SecretGrant(reading with { IsDenied = true, IsConditional = true, Principal = "", Pattern = "shop/*" }, kept) { IsWildcard = true, IsOpen = true },
                        new SecretGrant(listing, copy) { Accounts = ["shop/api"], IsWildcard = true, IsAdminOfWorkload = true },
                    ],
                    Uses = [.. Enum.GetValues<UseState>().Select(state => new SecretUse(text, state) { Location = state == UseState.NotSeen ? null : At($"{text}.yaml", 12), Cause = state == UseState.NotGranted ? text : "" })],
                },
                new SecretAccess("lonely"),
            ],
            [reading],
            [text]);
    }

    private static Location At(string path, int line) => new(path, line, 5, line, 9);
}
