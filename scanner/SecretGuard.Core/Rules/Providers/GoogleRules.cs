using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of Google Cloud and Firebase. The key files of service accounts are private keys.</summary>
internal static class GoogleRules
{
    private static readonly Issuer Google = new("Google", "https://cloud.google.com/docs/authentication/api-keys");
    private static readonly Issuer OAuth = new("Google", "https://developers.google.com/identity/protocols/oauth2");

    public static Rule[] All =>
    [
        Google.Advising("Delete it under 'APIs & Services > Credentials', or restrict it to the APIs and origins it needs.")
            .Token("google-api-key", "Google API key", Severity.High, "AIza[0-9A-Za-z_-]{35}"),
        new Issuer("Google", "https://ai.google.dev/gemini-api/docs/api-key") { Advice = "Delete it in Google AI Studio or under 'APIs & Services > Credentials'." }
            .Token("google-auth-key", "Google API key (auth key)", Severity.High, @"AQ\.Ab[0-9A-Za-z_-]{48}"),
        OAuth.Advising("Add a new secret to the OAuth client under 'APIs & Services > Credentials' and delete this one.")
            .Token("google-oauth-client-secret", "Google OAuth client secret", Severity.High, "GOCSPX-[0-9A-Za-z_-]{28}"),
        OAuth.Advising("Revoke it at the endpoint https://oauth2.googleapis.com/revoke; it ends by itself within hours.")
            .Token("google-oauth-access-token", "Google OAuth access token", Severity.High, @"ya29\.([a-z]\.)?[0-9A-Za-z_-]{40,1024}"),
        OAuth.Advising("Revoke it at the endpoint https://oauth2.googleapis.com/revoke.")
            .Token("google-oauth-refresh-token", "Google OAuth refresh token", Severity.Critical, "1//0[0-9A-Za-z_-]{60,256}"),
        new Issuer("Google", "https://cloud.google.com/storage/docs/authentication/hmackeys") { Advice = "Deactivate and delete the HMAC key in the Cloud Storage settings." }
            .Token("google-storage-hmac-key-id", "Google Cloud Storage HMAC access id", Severity.Medium, "GOOG1E[0-9A-Z]{55}"),
        new Issuer("Google", "https://firebase.google.com/docs/cloud-messaging/migrate-v1") { Advice = "Delete the key in the project settings and move to the HTTP v1 API." }
            .Token("firebase-cloud-messaging-server-key", "Firebase Cloud Messaging server key", Severity.High,
                "AAAA[0-9A-Za-z_-]{7}:APA91b[0-9A-Za-z_-]{134}"),
    ];
}
