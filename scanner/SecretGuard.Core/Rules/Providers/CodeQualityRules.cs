using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of services that measure and scan source.</summary>
internal static class CodeQualityRules
{
    private static readonly Issuer Sonar = new("SonarQube", "https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens/");

    public static IEnumerable<Rule> All =>
    [
        Sonar.Token(Severity.High, "sonarqube-token", "SonarQube token",
            "Revoke it under 'Security' in the user's account.", "(squ_|sqp_|sqa_)[0-9a-f]{40}"),
        Sonar.Near(Severity.High, "sonarqube-token-legacy", "SonarQube or SonarCloud token (without prefix)",
            "Revoke it under 'Security' in the user's account.", ["sonar"], "[0-9a-f]{40}"),
        new Issuer("Snyk", "https://docs.snyk.io/snyk-api/authentication-for-api")
            .Near(Severity.High, "snyk-api-token", "Snyk API token",
            "Revoke and regenerate it at https://app.snyk.io/account.", ["snyk"], Shape.Uuid),
        new Issuer("Codecov", "https://docs.codecov.com/docs/codecov-tokens")
            .Near(Severity.Low, "codecov-upload-token", "Codecov token",
            "Regenerate it in the repository's settings.", ["codecov"], Shape.Uuid),
        new Issuer("Coveralls", "https://docs.coveralls.io/api-introduction")
            .Near(Severity.Low, "coveralls-repo-token", "Coveralls repository token",
            "Regenerate it on the repository's page.", ["coveralls"], "[0-9A-Za-z]{33}"),
        new Issuer("Codacy", "https://docs.codacy.com/codacy-api/api-tokens/")
            .Near(Severity.Medium, "codacy-token", "Codacy token",
            "Delete it in the repository's integrations or the account's settings.", ["codacy"], "[0-9a-f]{32}", "[0-9A-Za-z]{20}"),
        new Issuer("Code Climate", "https://docs.codeclimate.com/docs/finding-your-test-coverage-token")
            .Near(Severity.Low, "code-climate-reporter-id", "Code Climate test reporter id",
            "Regenerate it in the repository's test coverage settings.", ["codeclimate", "cc_test_reporter", "code_climate"], "[0-9a-f]{64}"),
        new Issuer("Semgrep", "https://semgrep.dev/docs/deployment/add-semgrep-to-ci")
            .Near(Severity.Medium, "semgrep-app-token", "Semgrep token",
            "Delete it under 'Settings > Tokens'.", ["semgrep"], "[0-9a-f]{64}"),
    ];
}
