using SecretGuard.Findings;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Rules.Providers;

/// <summary>Tokens that publish packages to public registries: a leak endangers everybody who installs them.</summary>
internal static class PackageRegistryRules
{
    private static readonly Issuer Npm = new("npm", "https://docs.npmjs.com/about-access-tokens");
    private static readonly Issuer Pypi = new("PyPI", "https://pypi.org/help/#apitoken");
    private static readonly Issuer Packagist = new("Packagist", "https://packagist.com/docs");

    public static IEnumerable<Rule> All =>
    [
        Npm.Sealed(Severity.Critical, "npm-access-token", "npm access token",
            "Delete it at https://www.npmjs.com/settings/~/tokens, and look for versions that you did not publish.",
            new Crc32Base62Checksum("npm_".Length), "npm_[0-9A-Za-z]{36}"),
        Npm.Near(Severity.Critical, "npm-access-token-legacy", "npm access token (GUID)",
            "Delete it at https://www.npmjs.com/settings/~/tokens.",
            ["_authtoken", "npm_token", "npm-token", "npmjs"], Shape.Uuid),
        new Issuer("NuGet", "https://learn.microsoft.com/nuget/nuget-org/scoped-api-keys")
            .Token(Severity.Critical, "nuget-api-key", "NuGet API key",
            "Delete it at https://www.nuget.org/account/apikeys.", "oy2[2-7a-z]{43}"),
        Pypi.Sealed(Severity.Critical, "pypi-api-token", "PyPI API token",
            "Remove it at https://pypi.org/manage/account/.",
            new PypiMacaroonChecksum(), "pypi-AgEIcHlwaS5vcmc[0-9A-Za-z_-]{50,1000}"),
        Pypi.Sealed(Severity.Low, "pypi-test-api-token", "TestPyPI API token",
            "Remove it at https://test.pypi.org/manage/account/.",
            new PypiMacaroonChecksum(), "pypi-AgENdGVzdC5weXBpLm9yZw[0-9A-Za-z_-]{50,1000}"),
        new Issuer("RubyGems", "https://guides.rubygems.org/api-key-scopes/")
            .Token(Severity.Critical, "rubygems-api-key", "RubyGems API key",
            "Delete it at https://rubygems.org/profile/api_keys.", "rubygems_[0-9a-f]{48}"),
        new Issuer("crates.io", "https://doc.rust-lang.org/cargo/reference/publishing.html")
            .Token(Severity.Critical, "crates-io-api-token", "crates.io API token",
            "Revoke it at https://crates.io/settings/tokens.", "cio[0-9A-Za-z]{32}"),
        new Issuer("Clojars", "https://github.com/clojars/clojars-web/wiki/Deploy-Tokens")
            .Token(Severity.Critical, "clojars-deploy-token", "Clojars deploy token",
            "Disable it at https://clojars.org/tokens.", "CLOJARS_[0-9a-z]{60}"),
        new Issuer("Hex", "https://hex.pm/docs/publish")
            .Near(Severity.Critical, "hex-api-key", "Hex API key",
            "Revoke it at https://hex.pm/dashboard/keys.", ["hex_api_key", "hexpm", "hex.pm"], "[0-9a-f]{32}"),
        Packagist.Token(Severity.High, "packagist-api-secret", "Private Packagist API secret",
            "Delete the API credentials in the organisation's settings.", "packagist_acs_[0-9a-f]{64,96}"),
        Packagist.Token(Severity.High, "packagist-token", "Private Packagist authentication token",
            "Delete the token in the settings of the organisation or the user.",
            "(packagist_ort_|packagist_out_|packagist_uut_|packagist_cut_)[0-9a-f]{68}"),
        new Issuer("MyGet", "https://docs.myget.org/docs/reference/security")
            .Near(Severity.High, "myget-api-key", "MyGet API key",
            "Regenerate it in the feed's or user's settings.", ["myget"], Shape.Uuid),
        new Issuer("Gradle", "https://docs.gradle.org/current/userguide/publishing_gradle_plugins.html")
            .Near(Severity.Critical, "gradle-publish-secret", "Gradle Plugin Portal publishing secret",
            "Delete the API key in the profile on the Plugin Portal.", ["gradle.publish.secret", "gradle_publish_secret"], "[0-9A-Za-z]{48}"),
    ];
}
