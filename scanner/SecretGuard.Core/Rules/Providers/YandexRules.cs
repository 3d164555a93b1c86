using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of Yandex and Yandex Cloud. Formats: Yandex Cloud's documentation of its tokens and keys.</summary>
internal static class YandexRules
{
    private static readonly Issuer Cloud = new("Yandex Cloud", "https://yandex.cloud/en/docs/iam/concepts/authorization/");

    public static IEnumerable<Rule> All =>
    [
        Cloud.Token(Severity.High, "yandex-cloud-iam-token", "Yandex Cloud IAM token",
            "Revoke it with 'yc iam revoke-token'; it ends by itself within twelve hours.",
            @"t1\.9eu[0-9A-Za-z_-]{40,400}[=]{0,2}\.[0-9A-Za-z_-]{86}[=]{0,2}"),
        Cloud.Token(Severity.High, "yandex-cloud-api-key", "Yandex Cloud API key",
            "Delete the API key of the service account in the console.",
            "AQVN[0-9A-Za-z_-]{35,38}"),
        Cloud.Token(Severity.Critical, "yandex-oauth-token", "Yandex OAuth token",
            "Revoke the app's access at https://id.yandex.com/personal/data-access.",
            "(y0_|y1_|y2_|y3_)[0-9A-Za-z_-]{55}"),
        Cloud.Near(Severity.High, "yandex-cloud-static-access-key", "Yandex Cloud static access key",
            "Delete the static key of the service account in the console.",
            ["yandex", "ycloud", "yc_secret", "aws_secret_access_key"], "YC[0-9A-Za-z_-]{38}"),
    ];
}
