using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Keys of services that send mail. Formats: the providers' references.</summary>
internal static class MailRules
{
    private static readonly Issuer Brevo = new("Brevo", "https://developers.brevo.com/docs/getting-started") { Advice = "Delete the key at https://app.brevo.com/settings/keys/api." };
    private static readonly Issuer Mailchimp = new("Mailchimp", "https://mailchimp.com/developer/marketing/guides/quick-start/") { Advice = "Disable the key at https://admin.mailchimp.com/account/api/." };
    private static readonly Issuer MailerSend = new("MailerSend", "https://developers.mailersend.com/general.html") { Advice = "Delete the token at https://app.mailersend.com/api-tokens." };
    private static readonly Issuer Mailgun = new("Mailgun", "https://documentation.mailgun.com/docs/mailgun/api-reference/authentication/") { Advice = "Delete the key at https://app.mailgun.com/settings/api_security." };
    private static readonly Issuer Mailjet = new("Mailjet", "https://dev.mailjet.com/email/guides/") { Advice = "Reset the secret key at https://app.mailjet.com/account/apikeys." };
    private static readonly Issuer Postmark = new("Postmark", "https://postmarkapp.com/developer/api/overview#authentication") { Advice = "Delete the token on the server's API Tokens page." };
    private static readonly Issuer Resend = new("Resend", "https://resend.com/docs/api-reference/introduction") { Advice = "Delete the key at https://resend.com/api-keys." };
    private static readonly Issuer SendGrid = new("SendGrid", "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys") { Advice = "Delete the key at https://app.sendgrid.com/settings/api_keys." };
    private static readonly Issuer SparkPost = new("SparkPost", "https://developers.sparkpost.com/api/") { Advice = "Delete the key at https://app.sparkpost.com/account/api-keys." };
    private static readonly Issuer Klaviyo = new("Klaviyo", "https://developers.klaviyo.com/en/docs/authenticate_") { Advice = "Delete the key at https://www.klaviyo.com/settings/account/api-keys." };

    public static Rule[] All =>
    [
        Brevo.Token("brevo-api-key", "Brevo API key", Severity.High, "xkeysib-[0-9a-f]{64}-[0-9A-Za-z]{16}"),
        Brevo.Token("brevo-smtp-key", "Brevo SMTP key", Severity.High, "xsmtpsib-[0-9a-f]{64}-[0-9A-Za-z]{16}"),
        Klaviyo.Near("klaviyo-private-key", "Klaviyo private API key", Severity.High, ["klaviyo"], "pk_[0-9a-f]{34}"),
        Mailchimp.Token("mailchimp-api-key", "Mailchimp API key", Severity.High, "[0-9a-f]{32}-us[0-9]{1,2}"),
        Mailchimp.Near("mandrill-api-key", "Mailchimp Transactional (Mandrill) API key", Severity.High, ["mandrill"], "(md-)?[0-9A-Za-z_-]{22}"),
        MailerSend.Token("mailersend-api-token", "MailerSend API token", Severity.High, "mlsn\\.[0-9a-f]{64}"),
        Mailgun.Token("mailgun-private-key", "Mailgun private API key", Severity.High, "key-" + Formats.Hex32),
        Mailgun.Near("mailgun-api-key", "Mailgun API key", Severity.High, ["mailgun"], "[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}"),
        Mailgun.Near("mailgun-webhook-signing-key", "Mailgun webhook signing key", Severity.Medium, ["mailgun"], Formats.Hex32),
        Mailjet.Near("mailjet-secret-key", "Mailjet API or secret key", Severity.High, ["mailjet", "mj_apikey"], Formats.Hex32),
        Postmark.Near("postmark-server-token", "Postmark token", Severity.High, ["postmark"], Formats.Uuid),
        Resend.Token("resend-api-key", "Resend API key", Severity.High, "re_[0-9A-Za-z]{8}_[0-9A-Za-z]{24}"),
        SendGrid.Token("sendgrid-api-key", "SendGrid API key", Severity.High, "SG\\.[0-9A-Za-z_-]{22}\\.[0-9A-Za-z_-]{43}"),
        SparkPost.Near("sparkpost-api-key", "SparkPost API key", Severity.High, ["sparkpost"], Formats.Hex40),
    ];
}
