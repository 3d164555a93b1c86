using SecretGuard.References.GitHub;
using SecretGuard.References.Pipelines;
using SecretGuard.References.Yaml;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Pipelines;

/// <summary>Keys of clouds and stores that a pipeline keeps, where it could prove who it is.</summary>
internal sealed class LongLivedKeyLint : ILint
{
    private static readonly (string Action, string Input, string Instead)[] Actions =
    [
        ("aws-actions/configure-aws-credentials", "aws-secret-access-key", "'role-to-assume' with 'permissions: { id-token: write }' needs no key"),
        ("azure/login", "creds", "'client-id', 'tenant-id' and 'subscription-id' with 'permissions: { id-token: write }' need no secret"),
        ("google-github-actions/auth", "credentials_json", "'workload_identity_provider' with 'permissions: { id-token: write }' needs no key"),
        ("hashicorp/vault-action", "token", "'method: jwt' with 'permissions: { id-token: write }' needs no token"),
        ("hashicorp/vault-action", "secretId", "'method: jwt' with 'permissions: { id-token: write }' needs no secret"),
    ];

    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["AWS_SECRET_ACCESS_KEY"] = "a role that trusts the pipeline's identity needs no key",
        ["ARM_CLIENT_SECRET"] = "'ARM_USE_OIDC' needs no secret",
        ["AZURE_CLIENT_SECRET"] = "a federated credential of the application needs no secret",
    };

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [PipelineRules.LongLivedKey];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        bool isGitHub = GitHubActionsExtractor.IsWorkflow(text.Source) && text.Source.Text.Contains("secrets.", StringComparison.Ordinal);
        bool isGitLab = !isGitHub && text.Source.Text.Contains("variables:", StringComparison.Ordinal) && GitLabExtractor.IsPipeline(text.Source);
        if (!isGitHub && !isGitLab && !(text.Source.IsYaml && text.Source.Text.Contains("$(", StringComparison.Ordinal) && AzurePipelinesExtractor.IsPipeline(text.Source)))
        {
            return;
        }

        foreach ((YamlValue scalar, YamlPath? path) in text.Roots.SelectMany(YamlWalk.Scalars))
        {
            if (path is null || !(isGitHub ? SecretExpression.In(scalar.Text!).Any() : scalar.Text!.StartsWith(isGitLab ? "$" : "$(", StringComparison.Ordinal)))
            {
                continue;
            }

            string? action = path.Above == "with" ? path.Up!.Owner.TextOf("uses")?.Split('@')[0].ToLowerInvariant() : null;
            string? instead = path.Above == (isGitLab ? "variables" : "env") ? Variables.GetValueOrDefault(path.Key) : Array.Find(Actions, one => one.Action == action && one.Input == path.Key).Instead;
            if (instead is not null)
            {
                found.Add(PipelineRules.LongLivedKey, scalar.Location, action is null ? path.Key : $"{action} {path.Key}", $"whoever gets it may use it from anywhere until somebody rotates it; {instead}");
            }
        }
    }
}
