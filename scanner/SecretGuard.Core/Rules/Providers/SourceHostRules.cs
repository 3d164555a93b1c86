using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of places that host, search or review source: Sourcegraph, JetBrains, Gitea, Gitee, Phabricator.</summary>
internal static class SourceHostRules
{
    private static readonly Issuer Sourcegraph = new("Sourcegraph", "https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token");

    public static Rule[] All =>
    [
        Sourcegraph.Advising("Delete it under 'Access tokens' in the user's settings.")
            .Token("sourcegraph-access-token", "Sourcegraph access token", Severity.High,
                "sgp_[0-9a-f]{16}_[0-9a-f]{40}", "sgp_(local_)?[0-9a-f]{40}"),
        Sourcegraph.Advising("Ask Sourcegraph for a new license key.")
            .Token("sourcegraph-license-key", "Sourcegraph license key", Severity.Medium, "slk_[0-9a-f]{64}"),

        // User name, token name and secret, each in base 64 except the last.
        new Issuer("JetBrains", "https://www.jetbrains.com/help/youtrack/server/manage-permanent-token.html") { Advice = "Delete it under 'Account security' of the profile." }
            .Token("jetbrains-permanent-token", "YouTrack or Hub permanent token", Severity.High,
                @"(perm:|perm-)[0-9A-Za-z+/=]{4,80}\.[0-9A-Za-z+/=-]{2,80}\.[0-9A-Za-z]{30}"),
        new Issuer("Gitea", "https://docs.gitea.com/development/api-usage") { Advice = "Delete it under 'Settings > Applications' of the user." }
            .Near("gitea-access-token", "Gitea, Forgejo or Codeberg access token", Severity.High,
                ["gitea", "forgejo", "codeberg", "gogs"], "[0-9a-f]{40}"),
        new Issuer("Gitee", "https://gitee.com/api/v5/swagger") { Advice = "Delete it at https://gitee.com/profile/personal_access_tokens." }
            .Near("gitee-access-token", "Gitee private token", Severity.High, ["gitee"], "[0-9a-f]{32}"),
        new Issuer("GitHub", "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats") { Advice = "Delete it at https://github.com/settings/tokens, or renew the app's secret." }
            .Near("github-token-legacy", "GitHub token or client secret (without prefix)", Severity.Critical,
                ["github", "gh_token", "gh_pat", "hub_token"], "[0-9a-f]{40}"),
        new Issuer("Phabricator", "https://secure.phabricator.com/book/phabricator/article/conduit/") { Advice = "Terminate it under 'Conduit API tokens' in the user's settings." }
            .Near("phabricator-conduit-token", "Phabricator Conduit API token", Severity.High,
                ["phabricator", "conduit", "phorge", "arcrc"], "(api-|cli-)[0-9a-z]{28}"),
    ];
}
