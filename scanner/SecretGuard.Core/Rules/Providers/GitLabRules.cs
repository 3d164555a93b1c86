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

    public static Rule[] All =>
    [
        GitLab.Advising(RevokePat).Token("gitlab-personal-access-token", "GitLab personal, project or group access token", Severity.Critical,
            "glpat-[0-9A-Za-z_-]{20}"),
        GitLab.Advising(RevokePat)
            .Sealed("gitlab-personal-access-token-routable", "GitLab personal, project or group access token (routable)", Severity.Critical,
                new GitLabRoutableChecksum("glpat-".Length), "glpat-" + Routable),
        GitLab.Advising("Revoke it under 'Settings > Repository > Deploy tokens'.")
            .Token("gitlab-deploy-token", "GitLab deploy token", Severity.High, "gldt-[0-9A-Za-z_-]{20}"),
        GitLab.Advising(RevokeRunner).Token("gitlab-runner-authentication-token", "GitLab runner authentication token", Severity.High,
            "glrt-(t[0-9]_)?[0-9A-Za-z_-]{20}"),
        GitLab.Advising(RevokeRunner)
            .Sealed("gitlab-runner-authentication-token-routable", "GitLab runner authentication token (routable)", Severity.High,
                new GitLabRoutableChecksum("glrt-t0_".Length), "glrt-t[0-9]_" + Routable),
        GitLab.Advising("Reset the registration token in the CI/CD settings of the project, group or instance.")
            .Token("gitlab-runner-registration-token", "GitLab runner registration token", Severity.High, "(GR1348941|glrtr-)[0-9A-Za-z_-]{20}"),
        GitLab.Advising("Cancel the job; the token ends with it.")
            .Token("gitlab-ci-job-token", "GitLab CI/CD job token", Severity.Medium, "glcbt-[0-9A-Za-z]{1,5}_[0-9A-Za-z_-]{20}"),
        GitLab.Advising("Revoke it under 'Settings > CI/CD > Pipeline trigger tokens'.")
            .Token("gitlab-pipeline-trigger-token", "GitLab pipeline trigger token", Severity.High, "glptt-[0-9a-f]{40}"),
        GitLab.Advising("Reset it under 'Access tokens' of the user.")
            .Token("gitlab-feed-token", "GitLab feed token", Severity.Medium, "glft-[0-9A-Za-z_-]{20}"),
        GitLab.Advising("Reset it under 'Access tokens' of the user.")
            .Token("gitlab-incoming-mail-token", "GitLab incoming mail token", Severity.Medium, "glimt-[0-9A-Za-z_-]{25}"),
        GitLab.Advising("Revoke it under 'Operate > Kubernetes clusters' and create a new one for the agent.")
            .Token("gitlab-kubernetes-agent-token", "GitLab agent for Kubernetes token", Severity.Critical, "glagent-[0-9A-Za-z_-]{50}"),
        GitLab.Advising("Renew the secret under 'Applications' of its owner.")
            .Token("gitlab-oauth-application-secret", "GitLab OAuth application secret", Severity.High, "gloas-[0-9A-Za-z_-]{64}"),
        GitLab.Advising("Reset it under 'Settings > SAML SSO' of the group.")
            .Token("gitlab-scim-token", "GitLab SCIM token", Severity.Critical, "glsoat-[0-9A-Za-z_-]{20}"),
        GitLab.Advising("Reset the instance id under 'Deploy > Feature flags'.")
            .Token("gitlab-feature-flag-client-token", "GitLab feature flag client token", Severity.Low, "glffct-[0-9A-Za-z_-]{20}"),
        GitLab.Advising("Terminate the workspace.")
            .Token("gitlab-workspace-token", "GitLab workspace token", Severity.Medium, "glwt-[0-9A-Za-z_-]{20}"),
        GitLab.Advising(RevokePat).Near("gitlab-personal-access-token-legacy", "GitLab access token (without prefix)", Severity.Critical,
            ["gitlab", "private-token", "private_token"], "[0-9A-Za-z_-]{20}"),
    ];
}
