using SecretGuard.Findings;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Rules.Providers;

/// <summary>Tokens of GitHub. Formats and checksum: GitHub's documentation of its token formats.</summary>
internal static class GitHubRules
{
    private const string Formats = "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats";

    public static Rule[] All =>
    [
        Token("github-pat-classic", "GitHub personal access token (classic)", "ghp_", "Delete it at https://github.com/settings/tokens."),
        Token("github-oauth-token", "GitHub OAuth access token", "gho_", "Revoke the app's access at https://github.com/settings/applications."),
        Token("github-user-to-server-token", "GitHub App user access token", "ghu_", "Revoke the app's authorization at https://github.com/settings/apps/authorizations."),
        Token("github-server-to-server-token", "GitHub App installation token", "ghs_", "It ends by itself within an hour; rotate the app's private key if that leaked too."),
        // Since 2026: the app's id and a JSON Web Token behind the same prefix, and no checksum.
        new("github-stateless-installation-token", "GitHub App installation token (stateless)", @"ghs_([0-9A-Za-z]{1,40}_)?eyJ[0-9A-Za-z_-]{15,400}\.eyJ[0-9A-Za-z_-]{30,1200}\.[0-9A-Za-z_-]{40,700}")
        {
            Provider = "GitHub",
            Severity = Severity.Critical,
            Advice = "It ends by itself within a day; rotate the app's private key if that leaked too.",
            Documentation = "https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app",
        },
        Token("github-refresh-token", "GitHub App refresh token", "ghr_[0-9A-Za-z]{36}([0-9A-Za-z]{40})?", "ghr_", "Revoke the app's authorization at https://github.com/settings/apps/authorizations."),
        new("github-fine-grained-pat", "GitHub fine-grained personal access token", "github_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{59}")
        {
            Provider = "GitHub",
            Severity = Severity.Critical,
            Advice = "Delete it at https://github.com/settings/personal-access-tokens.",
            Documentation = Formats,
        },
    ];

    private static Rule Token(string slug, string title, string prefix, string advice) =>
        Token(slug, title, prefix + "[0-9A-Za-z]{36}", prefix, advice);

    private static Rule Token(string slug, string title, string pattern, string prefix, string advice) => new(slug, title, pattern)
    {
        Provider = "GitHub",
        Severity = Severity.Critical,
        Checksum = new Crc32Base62Checksum(prefix.Length),
        Advice = advice,
        Documentation = Formats,
    };
}
