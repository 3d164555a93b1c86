using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of Yandex and Yandex Cloud. Formats: Yandex Cloud's documentation of its tokens and keys.</summary>
internal static class YandexRules
{
    private static readonly Issuer Cloud = new("Yandex Cloud", "https://yandex.cloud/en/docs/iam/concepts/authorization/");

    public static Rule[] All =>
    [
        Cloud.Advising("Revoke it with 'yc iam revoke-token'; it ends by itself within twelve hours.")
            .Token("yandex-cloud-iam-token", "Yandex Cloud IAM token", Severity.High,
                @"t1\.9eu[0-9A-Za-z_-]{40,400}[=]{0,2}\.[0-9A-Za-z_-]{86}[=]{0,2}"),
        Cloud.Advising("Delete the API key of the service account in the console.")
            .Token("yandex-cloud-api-key", "Yandex Cloud API key", Severity.High, "AQVN[0-9A-Za-z_-]{35,38}"),
        Cloud.Advising("Revoke the app's access at https://id.yandex.com/personal/data-access.")
            .Token("yandex-oauth-token", "Yandex OAuth token", Severity.Critical, "(y0_|y1_|y2_|y3_)[0-9A-Za-z_-]{55}"),
        Cloud.Advising("Delete the static key of the service account in the console.")
            .Near("yandex-cloud-static-access-key", "Yandex Cloud static access key", Severity.High,
                ["yandex", "ycloud", "yc_secret", "aws_secret_access_key"], "YC[0-9A-Za-z_-]{38}"),
    ];
}
