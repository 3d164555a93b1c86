using SecretGuard.Findings;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Rules.Providers;

/// <summary>Tokens of Grafana and Grafana Cloud. Formats: Grafana's source and documentation.</summary>
internal static class GrafanaRules
{
    private static readonly Issuer ServiceAccount = new("Grafana", "https://grafana.com/docs/grafana/latest/administration/service-accounts/") { Advice = "Delete the token of the service account under Administration, Users and access." };

    private static readonly Issuer Cloud = new("Grafana", "https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/access-policies/") { Advice = "Delete the token of the access policy in the Grafana Cloud portal." };

    public static Rule[] All =>
    [
        ServiceAccount.Sealed("grafana-service-account-token", "Grafana service account token", Severity.High,
            new Crc32LittleEndianHexChecksum(), "glsa_[0-9A-Za-z]{32}_[0-9a-f]{8}"),
        Cloud.Sealed("grafana-cloud-token", "Grafana Cloud access policy token", Severity.High,
            new Base64JsonChecksum("glc_".Length, "{\"o\":\"******\",\"n\":\"stack-******\",\"k\":\"************************\"}"), "glc_eyJ[0-9A-Za-z+/]{70,400}[=]{0,2}"),
        ServiceAccount.Sealed("grafana-api-key", "Grafana API key (legacy)", Severity.High,
            new Base64JsonChecksum(0, "{\"k\":\"********************************\",\"n\":\"key-****\",\"id\":1}"), "eyJrIjoi[0-9A-Za-z+/]{60,400}[=]{0,2}"),
    ];
}
