using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of services that build and deploy: who holds one can run code where the secrets are.</summary>
internal static class BuildServiceRules
{
    private static readonly Issuer CircleCi = new("CircleCI", "https://circleci.com/docs/managing-api-tokens/");
    private static readonly Issuer Harness = new("Harness", "https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/");

    public static IEnumerable<Rule> All =>
    [
        CircleCi.Token(Severity.Critical, "circleci-personal-token", "CircleCI personal API token",
            "Delete it at https://app.circleci.com/settings/user/tokens.", "CCIPAT_[0-9A-Za-z]{22}_[0-9a-f]{40}"),
        CircleCi.Token(Severity.High, "circleci-project-token", "CircleCI project API token",
            "Delete it under 'API permissions' in the project's settings.", "CCIPRJ_[0-9A-Za-z]{22}_[0-9a-f]{40}"),
        CircleCi.Near(Severity.Critical, "circleci-token-legacy", "CircleCI API token (without prefix)",
            "Delete it at https://app.circleci.com/settings/user/tokens.", ["circleci", "circle_token", "circle-token"], "[0-9a-f]{40}"),
        new Issuer("Buildkite", "https://buildkite.com/docs/platform/security/tokens")
            .Token(Severity.Critical, "buildkite-user-access-token", "Buildkite API access token",
            "Revoke it at https://buildkite.com/user/api-access-tokens.", "bkua_[0-9a-f]{40}"),
        new Issuer("Octopus Deploy", "https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key")
            .Token(Severity.Critical, "octopus-deploy-api-key", "Octopus Deploy API key",
            "Revoke it under 'My API keys' in the user's profile.", "API-[0-9A-Z]{25,36}"),

        // The opening is base 64 of {"typ": "TCV2"}.
        new Issuer("JetBrains", "https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html#Managing+Access+Tokens")
            .Token(Severity.Critical, "teamcity-access-token", "TeamCity access token",
            "Delete it under 'Access tokens' in the user's profile.",
            @"eyJ0eXAiOiAiVENWMiJ9\.[0-9A-Za-z_-]{36}\.[0-9A-Za-z_-]{48}"),
        Harness.Token(Severity.Critical, "harness-personal-access-token", "Harness personal access token",
            "Delete it under 'My API keys' in the user's profile.", @"pat\.[0-9A-Za-z_-]{22}\.[0-9a-f]{24}\.[0-9A-Za-z]{20}"),
        Harness.Token(Severity.Critical, "harness-service-account-token", "Harness service account token",
            "Delete it at the service account's API keys.", @"sat\.[0-9A-Za-z_-]{22}\.[0-9a-f]{24}\.[0-9A-Za-z]{20}"),
        new Issuer("AppVeyor", "https://www.appveyor.com/docs/api/")
            .Near(Severity.High, "appveyor-api-token", "AppVeyor API token",
            "Generate a new one at https://ci.appveyor.com/api-keys.", ["appveyor"], @"(v2\.)?[0-9a-z]{20}"),
        new Issuer("Travis CI", "https://docs.travis-ci.com/user/triggering-builds/")
            .Near(Severity.High, "travis-ci-token", "Travis CI access token",
            "Regenerate it in the settings of the account.", ["travis"], "[0-9A-Za-z_-]{22}"),
        new Issuer("Drone", "https://docs.drone.io/cli/configure/")
            .Near(Severity.High, "drone-ci-token", "Drone access token",
            "Rotate it in the user's account settings.", ["drone", "woodpecker"], "[0-9A-Za-z]{32}"),
        new Issuer("Jenkins", "https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/")
            .Near(Severity.Critical, "jenkins-api-token", "Jenkins API token",
            "Revoke it in the user's security settings.", ["jenkins"], "11[0-9a-f]{32}"),
        new Issuer("Codefresh", "https://codefresh.io/docs/docs/integrations/codefresh-api/")
            .Near(Severity.High, "codefresh-api-key", "Codefresh API key",
            "Delete it at https://g.codefresh.io/user/settings.", ["codefresh"], @"[0-9a-f]{24}\.[0-9a-f]{32}"),
        new Issuer("Visual Studio App Center", "https://learn.microsoft.com/appcenter/api-docs/")
            .Near(Severity.Medium, "appcenter-api-token", "App Center API token",
            "Delete it in the account or app settings.", ["appcenter", "app_center"], "[0-9a-f]{40}"),
        new Issuer("Apple", "https://support.apple.com/102654")
            .Near(Severity.High, "apple-app-specific-password", "Apple app-specific password",
            "Revoke it at https://account.apple.com under 'Sign-in and security'.",
            ["apple", "altool", "notary", "fastlane", "itunes", "app_specific"], "[a-z]{4}-[a-z]{4}-[a-z]{4}-[a-z]{4}"),
    ];
}
