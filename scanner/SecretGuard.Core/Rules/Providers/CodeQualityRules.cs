using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of services that measure and scan source.</summary>
internal static class CodeQualityRules
{
    private static readonly Issuer Sonar = new("SonarQube", "https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens/");

    public static Rule[] All =>
    [
        Sonar.Advising("Revoke it under 'Security' in the user's account.")
            .Token("sonarqube-token", "SonarQube token", Severity.High, "(squ_|sqp_|sqa_)[0-9a-f]{40}"),
        Sonar.Advising("Revoke it under 'Security' in the user's account.")
            .Near("sonarqube-token-legacy", "SonarQube or SonarCloud token (without prefix)", Severity.High, ["sonar"], "[0-9a-f]{40}"),
        new Issuer("Snyk", "https://docs.snyk.io/snyk-api/authentication-for-api") { Advice = "Revoke and regenerate it at https://app.snyk.io/account." }
            .Near("snyk-api-token", "Snyk API token", Severity.High, ["snyk"], Shape.Uuid),
        new Issuer("Codecov", "https://docs.codecov.com/docs/codecov-tokens") { Advice = "Regenerate it in the repository's settings." }
            .Near("codecov-upload-token", "Codecov token", Severity.Low, ["codecov"], Shape.Uuid),
        new Issuer("Coveralls", "https://docs.coveralls.io/api-introduction") { Advice = "Regenerate it on the repository's page." }
            .Near("coveralls-repo-token", "Coveralls repository token", Severity.Low, ["coveralls"], "[0-9A-Za-z]{33}"),
        new Issuer("Codacy", "https://docs.codacy.com/codacy-api/api-tokens/") { Advice = "Delete it in the repository's integrations or the account's settings." }
            .Near("codacy-token", "Codacy token", Severity.Medium, ["codacy"], "[0-9a-f]{32}", "[0-9A-Za-z]{20}"),
        new Issuer("Code Climate", "https://docs.codeclimate.com/docs/finding-your-test-coverage-token") { Advice = "Regenerate it in the repository's test coverage settings." }
            .Near("code-climate-reporter-id", "Code Climate test reporter id", Severity.Low,
                ["codeclimate", "cc_test_reporter", "code_climate"], "[0-9a-f]{64}"),
        new Issuer("Semgrep", "https://semgrep.dev/docs/deployment/add-semgrep-to-ci") { Advice = "Delete it under 'Settings > Tokens'." }
            .Near("semgrep-app-token", "Semgrep token", Severity.Medium, ["semgrep"], "[0-9a-f]{64}"),
    ];
}
