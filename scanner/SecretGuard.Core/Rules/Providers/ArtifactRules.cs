using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of registries for images and artifacts that an organisation runs for itself.</summary>
internal static class ArtifactRules
{
    private static readonly Issuer Docker = new("Docker", "https://docs.docker.com/security/access-tokens/");
    private static readonly Issuer JFrog = new("JFrog", "https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens");

    public static Rule[] All =>
    [
        Docker.Advising("Delete it at https://app.docker.com/settings/personal-access-tokens.")
            .Token("docker-hub-personal-access-token", "Docker Hub personal access token", Severity.High, "dckr_pat_[0-9A-Za-z_-]{27}"),
        Docker.Advising("Delete it in the Admin Console of the organisation.")
            .Token("docker-hub-organization-access-token", "Docker Hub organisation access token", Severity.Critical,
                "dckr_oat_[0-9A-Za-z_-]{27}([0-9A-Za-z_-]{5})?"),
        JFrog.Advising("Revoke it in the user's profile; use an access token instead.")
            .Token("artifactory-api-key", "JFrog Artifactory API key", Severity.High, "AKCp[0-9A-Za-z]{69}"),

        // The opening is base 64 of "reftkn".
        JFrog.Advising("Revoke it under 'Access tokens' in the administration.")
            .Token("artifactory-reference-token", "JFrog reference token", Severity.High, "cmVmdGtu[0-9A-Za-z]{56}"),
        new Issuer("Cloudsmith", "https://help.cloudsmith.io/docs/api-key") { Advice = "Refresh it at https://app.cloudsmith.com/user/settings/api-access." }
            .Near("cloudsmith-api-key", "Cloudsmith API key", Severity.High, ["cloudsmith"], "[0-9a-f]{40}"),
        new Issuer("Quay", "https://docs.quay.io/glossary/robot-accounts.html") { Advice = "Regenerate the token of the robot account." }
            .Near("quay-robot-token", "Quay robot account token", Severity.High, ["quay"], "[0-9A-Z]{64}"),
        new Issuer("Sonatype", "https://help.sonatype.com/en/user-tokens.html") { Advice = "Reset the user token in the user's profile." }
            .Near("nexus-user-token", "Sonatype Nexus user token passcode", Severity.High, ["nexus", "sonatype", "ossrh"], "[0-9A-Za-z+/]{44}"),
    ];
}
