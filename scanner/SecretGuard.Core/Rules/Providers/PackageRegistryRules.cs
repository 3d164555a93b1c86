using SecretGuard.Findings;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Rules.Providers;

/// <summary>Tokens that publish packages to public registries: a leak endangers everybody who installs them.</summary>
internal static class PackageRegistryRules
{
    private static readonly Issuer Npm = new("npm", "https://docs.npmjs.com/about-access-tokens");
    private static readonly Issuer Pypi = new("PyPI", "https://pypi.org/help/#apitoken");
    private static readonly Issuer Packagist = new("Packagist", "https://packagist.com/docs");

    public static Rule[] All =>
    [
        Npm.Advising("Delete it at https://www.npmjs.com/settings/~/tokens, and look for versions that you did not publish.")
            .Sealed("npm-access-token", "npm access token", Severity.Critical, new Crc32Base62Checksum("npm_".Length), "npm_[0-9A-Za-z]{36}"),
        Npm.Advising("Delete it at https://www.npmjs.com/settings/~/tokens.")
            .Near("npm-access-token-legacy", "npm access token (GUID)", Severity.Critical,
                ["_authtoken", "npm_token", "npm-token", "npmjs"], Shape.Uuid),
        new Issuer("NuGet", "https://learn.microsoft.com/nuget/nuget-org/scoped-api-keys") { Advice = "Delete it at https://www.nuget.org/account/apikeys." }
            .Token("nuget-api-key", "NuGet API key", Severity.Critical, "oy2[2-7a-z]{43}"),
        Pypi.Advising("Remove it at https://pypi.org/manage/account/.")
            .Sealed("pypi-api-token", "PyPI API token", Severity.Critical, new PypiMacaroonChecksum(), "pypi-AgEIcHlwaS5vcmc[0-9A-Za-z_-]{50,1000}"),
        Pypi.Advising("Remove it at https://test.pypi.org/manage/account/.")
            .Sealed("pypi-test-api-token", "TestPyPI API token", Severity.Low,
                new PypiMacaroonChecksum(), "pypi-AgENdGVzdC5weXBpLm9yZw[0-9A-Za-z_-]{50,1000}"),
        new Issuer("RubyGems", "https://guides.rubygems.org/api-key-scopes/") { Advice = "Delete it at https://rubygems.org/profile/api_keys." }
            .Token("rubygems-api-key", "RubyGems API key", Severity.Critical, "rubygems_[0-9a-f]{48}"),
        new Issuer("crates.io", "https://doc.rust-lang.org/cargo/reference/publishing.html") { Advice = "Revoke it at https://crates.io/settings/tokens." }
            .Token("crates-io-api-token", "crates.io API token", Severity.Critical, "cio[0-9A-Za-z]{32}"),
        new Issuer("Clojars", "https://github.com/clojars/clojars-web/wiki/Deploy-Tokens") { Advice = "Disable it at https://clojars.org/tokens." }
            .Token("clojars-deploy-token", "Clojars deploy token", Severity.Critical, "CLOJARS_[0-9a-z]{60}"),
        new Issuer("Hex", "https://hex.pm/docs/publish") { Advice = "Revoke it at https://hex.pm/dashboard/keys." }
            .Near("hex-api-key", "Hex API key", Severity.Critical, ["hex_api_key", "hexpm", "hex.pm"], "[0-9a-f]{32}"),
        Packagist.Advising("Delete the API credentials in the organisation's settings.")
            .Token("packagist-api-secret", "Private Packagist API secret", Severity.High, "packagist_acs_[0-9a-f]{64,96}"),
        Packagist.Advising("Delete the token in the settings of the organisation or the user.")
            .Token("packagist-token", "Private Packagist authentication token", Severity.High,
                "(packagist_ort_|packagist_out_|packagist_uut_|packagist_cut_)[0-9a-f]{68}"),
        new Issuer("MyGet", "https://docs.myget.org/docs/reference/security") { Advice = "Regenerate it in the feed's or user's settings." }
            .Near("myget-api-key", "MyGet API key", Severity.High, ["myget"], Shape.Uuid),
        new Issuer("Gradle", "https://docs.gradle.org/current/userguide/publishing_gradle_plugins.html") { Advice = "Delete the API key in the profile on the Plugin Portal." }
            .Near("gradle-publish-secret", "Gradle Plugin Portal publishing secret", Severity.Critical,
                ["gradle.publish.secret", "gradle_publish_secret"], "[0-9A-Za-z]{48}"),
    ];
}
