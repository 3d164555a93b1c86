using SecretGuard.Findings;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Rules.Providers;

/// <summary>Tokens of GitLab. Prefixes: GitLab's overview of its tokens; the routable form: its design document on routable tokens.</summary>
internal static class GitLabRules
{
    private const string Routable = @"[0-9A-Za-z_-]{27,300}(\.01)?\.[0-9a-z]{9}";
    private const string RevokePat = "Revoke it under 'Access tokens' of the user, project or group that it belongs to.";
    private const string RevokeRunner = "Delete the runner and register it again.";

    private static readonly Issuer GitLab = new("GitLab", "https://docs.gitlab.com/security/tokens/#token-prefixes");

    public static IEnumerable<Rule> All =>
    [
        GitLab.Token(Severity.Critical, "gitlab-personal-access-token", "GitLab personal, project or group access token", RevokePat,
            "glpat-[0-9A-Za-z_-]{20}"),
        GitLab.Sealed(Severity.Critical, "gitlab-personal-access-token-routable", "GitLab personal, project or group access token (routable)", RevokePat,
            new GitLabRoutableChecksum("glpat-".Length), "glpat-" + Routable),
        GitLab.Token(Severity.High, "gitlab-deploy-token", "GitLab deploy token",
            "Revoke it under 'Settings > Repository > Deploy tokens'.", "gldt-[0-9A-Za-z_-]{20}"),
        GitLab.Token(Severity.High, "gitlab-runner-authentication-token", "GitLab runner authentication token", RevokeRunner,
            "glrt-(t[0-9]_)?[0-9A-Za-z_-]{20}"),
        GitLab.Sealed(Severity.High, "gitlab-runner-authentication-token-routable", "GitLab runner authentication token (routable)", RevokeRunner,
            new GitLabRoutableChecksum("glrt-t0_".Length), "glrt-t[0-9]_" + Routable),
        GitLab.Token(Severity.High, "gitlab-runner-registration-token", "GitLab runner registration token",
            "Reset the registration token in the CI/CD settings of the project, group or instance.",
            "(GR1348941|glrtr-)[0-9A-Za-z_-]{20}"),
        GitLab.Token(Severity.Medium, "gitlab-ci-job-token", "GitLab CI/CD job token",
            "Cancel the job; the token ends with it.", "glcbt-[0-9A-Za-z]{1,5}_[0-9A-Za-z_-]{20}"),
        GitLab.Token(Severity.High, "gitlab-pipeline-trigger-token", "GitLab pipeline trigger token",
            "Revoke it under 'Settings > CI/CD > Pipeline trigger tokens'.", "glptt-[0-9a-f]{40}"),
        GitLab.Token(Severity.Medium, "gitlab-feed-token", "GitLab feed token",
            "Reset it under 'Access tokens' of the user.", "glft-[0-9A-Za-z_-]{20}"),
        GitLab.Token(Severity.Medium, "gitlab-incoming-mail-token", "GitLab incoming mail token",
            "Reset it under 'Access tokens' of the user.", "glimt-[0-9A-Za-z_-]{25}"),
        GitLab.Token(Severity.Critical, "gitlab-kubernetes-agent-token", "GitLab agent for Kubernetes token",
            "Revoke it under 'Operate > Kubernetes clusters' and create a new one for the agent.", "glagent-[0-9A-Za-z_-]{50}"),
        GitLab.Token(Severity.High, "gitlab-oauth-application-secret", "GitLab OAuth application secret",
            "Renew the secret under 'Applications' of its owner.", "gloas-[0-9A-Za-z_-]{64}"),
        GitLab.Token(Severity.Critical, "gitlab-scim-token", "GitLab SCIM token",
            "Reset it under 'Settings > SAML SSO' of the group.", "glsoat-[0-9A-Za-z_-]{20}"),
        GitLab.Token(Severity.Low, "gitlab-feature-flag-client-token", "GitLab feature flag client token",
            "Reset the instance id under 'Deploy > Feature flags'.", "glffct-[0-9A-Za-z_-]{20}"),
        GitLab.Token(Severity.Medium, "gitlab-workspace-token", "GitLab workspace token",
            "Terminate the workspace.", "glwt-[0-9A-Za-z_-]{20}"),
        GitLab.Near(Severity.Critical, "gitlab-personal-access-token-legacy", "GitLab access token (without prefix)", RevokePat,
            ["gitlab", "private-token", "private_token"], "[0-9A-Za-z_-]{20}"),
    ];
}
