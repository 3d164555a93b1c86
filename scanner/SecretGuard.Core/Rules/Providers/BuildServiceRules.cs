using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of services that build and deploy: who holds one can run code where the secrets are.</summary>
internal static class BuildServiceRules
{
    private static readonly Issuer CircleCi = new("CircleCI", "https://circleci.com/docs/managing-api-tokens/");
    private static readonly Issuer Harness = new("Harness", "https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/");

    public static Rule[] All =>
    [
        CircleCi.Advising("Delete it at https://app.circleci.com/settings/user/tokens.")
            .Token("circleci-personal-token", "CircleCI personal API token", Severity.Critical, "CCIPAT_[0-9A-Za-z]{22}_[0-9a-f]{40}"),
        CircleCi.Advising("Delete it under 'API permissions' in the project's settings.")
            .Token("circleci-project-token", "CircleCI project API token", Severity.High, "CCIPRJ_[0-9A-Za-z]{22}_[0-9a-f]{40}"),
        CircleCi.Advising("Delete it at https://app.circleci.com/settings/user/tokens.")
            .Near("circleci-token-legacy", "CircleCI API token (without prefix)", Severity.Critical,
                ["circleci", "circle_token", "circle-token"], "[0-9a-f]{40}"),
        new Issuer("Buildkite", "https://buildkite.com/docs/platform/security/tokens") { Advice = "Revoke it at https://buildkite.com/user/api-access-tokens." }
            .Token("buildkite-user-access-token", "Buildkite API access token", Severity.Critical, "bkua_[0-9a-f]{40}"),
        new Issuer("Octopus Deploy", "https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key") { Advice = "Revoke it under 'My API keys' in the user's profile." }
            .Token("octopus-deploy-api-key", "Octopus Deploy API key", Severity.Critical, "API-[0-9A-Z]{25,36}"),

        // The opening is base 64 of {"typ": "TCV2"}.
        new Issuer("JetBrains", "https://www.jetbrains.com/help/teamcity/configuring-your-user-profile.html#Managing+Access+Tokens") { Advice = "Delete it under 'Access tokens' in the user's profile." }
            .Token("teamcity-access-token", "TeamCity access token", Severity.Critical, @"eyJ0eXAiOiAiVENWMiJ9\.[0-9A-Za-z_-]{36}\.[0-9A-Za-z_-]{48}"),
        Harness.Advising("Delete it under 'My API keys' in the user's profile.")
            .Token("harness-personal-access-token", "Harness personal access token", Severity.Critical,
                @"pat\.[0-9A-Za-z_-]{22}\.[0-9a-f]{24}\.[0-9A-Za-z]{20}"),
        Harness.Advising("Delete it at the service account's API keys.")
            .Token("harness-service-account-token", "Harness service account token", Severity.Critical,
                @"sat\.[0-9A-Za-z_-]{22}\.[0-9a-f]{24}\.[0-9A-Za-z]{20}"),
        new Issuer("AppVeyor", "https://www.appveyor.com/docs/api/") { Advice = "Generate a new one at https://ci.appveyor.com/api-keys." }
            .Near("appveyor-api-token", "AppVeyor API token", Severity.High, ["appveyor"], @"(v2\.)?[0-9a-z]{20}"),
        new Issuer("Travis CI", "https://docs.travis-ci.com/user/triggering-builds/") { Advice = "Regenerate it in the settings of the account." }
            .Near("travis-ci-token", "Travis CI access token", Severity.High, ["travis"], "[0-9A-Za-z_-]{22}"),
        new Issuer("Drone", "https://docs.drone.io/cli/configure/") { Advice = "Rotate it in the user's account settings." }
            .Near("drone-ci-token", "Drone access token", Severity.High, ["drone", "woodpecker"], "[0-9A-Za-z]{32}"),
        new Issuer("Jenkins", "https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/") { Advice = "Revoke it in the user's security settings." }
            .Near("jenkins-api-token", "Jenkins API token", Severity.Critical, ["jenkins"], "11[0-9a-f]{32}"),
        new Issuer("Codefresh", "https://codefresh.io/docs/docs/integrations/codefresh-api/") { Advice = "Delete it at https://g.codefresh.io/user/settings." }
            .Near("codefresh-api-key", "Codefresh API key", Severity.High, ["codefresh"], @"[0-9a-f]{24}\.[0-9a-f]{32}"),
        new Issuer("BrowserStack") { Advice = "Reset the access key in the account's settings." }
            .Near("browserstack-access-key", "BrowserStack access key", Severity.Medium, ["browserstack", "browser_stack"], "[0-9A-Za-z]{20}"),
        new Issuer("Visual Studio App Center", "https://learn.microsoft.com/appcenter/api-docs/") { Advice = "Delete it in the account or app settings." }
            .Near("appcenter-api-token", "App Center API token", Severity.Medium, ["appcenter", "app_center"], "[0-9a-f]{40}"),
        new Issuer("Apple", "https://support.apple.com/102654") { Advice = "Revoke it at https://account.apple.com under 'Sign-in and security'." }
            .Near("apple-app-specific-password", "Apple app-specific password", Severity.High,
                ["apple", "altool", "notary", "fastlane", "itunes", "app_specific"], "[a-z]{4}-[a-z]{4}-[a-z]{4}-[a-z]{4}"),
    ];
}
