using SecretGuard.Findings;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Rules.Providers;

/// <summary>Tokens of Atlassian and Bitbucket: prefix, random characters, and a CRC-32 in upper-case hexadecimal.</summary>
internal static class AtlassianRules
{
    private static readonly Issuer Atlassian = new("Atlassian", "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/");
    private static readonly Issuer Bitbucket = new("Bitbucket", "https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/");

    public static IEnumerable<Rule> All =>
    [
        Atlassian.Sealed(Severity.Critical, "atlassian-api-token", "Atlassian API token",
            "Revoke it at https://id.atlassian.com/manage-profile/security/api-tokens.",
            new HexCrc32Checksum(), "ATATT3[0-9A-Za-z_-]{177}=[0-9A-F]{8}"),
        Atlassian.Near(Severity.Critical, "atlassian-api-token-legacy", "Atlassian API token (24 characters)",
            "Revoke it at https://id.atlassian.com/manage-profile/security/api-tokens.",
            ["atlassian", "jira", "confluence"], "[0-9A-Za-z]{24}"),
        Bitbucket.Sealed(Severity.High, "bitbucket-access-token", "Bitbucket or Atlassian administration access token",
            "Revoke it under 'Access tokens' of the repository, project or workspace, or under 'API keys' of the organisation.",
            new HexCrc32Checksum(), "ATCTT3[0-9A-Za-z_-]{100,800}=[0-9A-F]{8}"),
        Bitbucket.Sealed(Severity.High, "bitbucket-app-password", "Bitbucket app password",
            "Revoke it at https://bitbucket.org/account/settings/app-passwords/.",
            new HexCrc32Checksum(), "ATBB[0-9A-Za-z]{24}[0-9A-F]{8}"),

        // Base 64 of twelve digits, a colon, and 20 random bytes.
        new Issuer("Bitbucket Data Center", "https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html")
            .Token(Severity.High, "bitbucket-data-center-token", "Bitbucket Data Center HTTP access token",
            "Revoke it under 'HTTP access tokens' of the user, repository or project.",
            "BBDC-[MNO][0-9A-Za-z+/]{15}O[g-v][0-9A-Za-z+/]{26}"),
        Bitbucket.Near(Severity.High, "bitbucket-oauth-consumer-secret", "Bitbucket OAuth consumer secret",
            "Delete the OAuth consumer in the workspace's settings.", ["bitbucket"], "[0-9A-Za-z]{32}"),
    ];
}
