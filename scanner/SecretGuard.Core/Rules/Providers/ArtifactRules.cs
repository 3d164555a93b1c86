using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of registries for images and artifacts that an organisation runs for itself.</summary>
internal static class ArtifactRules
{
    private static readonly Issuer Docker = new("Docker", "https://docs.docker.com/security/access-tokens/");
    private static readonly Issuer JFrog = new("JFrog", "https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens");

    public static IEnumerable<Rule> All =>
    [
        Docker.Token(Severity.High, "docker-hub-personal-access-token", "Docker Hub personal access token",
            "Delete it at https://app.docker.com/settings/personal-access-tokens.", "dckr_pat_[0-9A-Za-z_-]{27}"),
        Docker.Token(Severity.Critical, "docker-hub-organization-access-token", "Docker Hub organisation access token",
            "Delete it in the Admin Console of the organisation.", "dckr_oat_[0-9A-Za-z_-]{27}([0-9A-Za-z_-]{5})?"),
        JFrog.Token(Severity.High, "artifactory-api-key", "JFrog Artifactory API key",
            "Revoke it in the user's profile; use an access token instead.", "AKCp[0-9A-Za-z]{69}"),

        // The opening is base 64 of "reftkn".
        JFrog.Token(Severity.High, "artifactory-reference-token", "JFrog reference token",
            "Revoke it under 'Access tokens' in the administration.", "cmVmdGtu[0-9A-Za-z]{56}"),
        new Issuer("Cloudsmith", "https://help.cloudsmith.io/docs/api-key")
            .Near(Severity.High, "cloudsmith-api-key", "Cloudsmith API key",
            "Refresh it at https://app.cloudsmith.com/user/settings/api-access.", ["cloudsmith"], "[0-9a-f]{40}"),
        new Issuer("Quay", "https://docs.quay.io/glossary/robot-accounts.html")
            .Near(Severity.High, "quay-robot-token", "Quay robot account token",
            "Regenerate the token of the robot account.", ["quay"], "[0-9A-Z]{64}"),
        new Issuer("Sonatype", "https://help.sonatype.com/en/user-tokens.html")
            .Near(Severity.High, "nexus-user-token", "Sonatype Nexus user token passcode",
            "Reset the user token in the user's profile.", ["nexus", "sonatype", "ossrh"], "[0-9A-Za-z+/]{44}"),
    ];
}
