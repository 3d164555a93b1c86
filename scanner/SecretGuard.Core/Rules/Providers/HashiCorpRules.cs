using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Tokens of Vault, Terraform Cloud, Consul and Nomad.</summary>
internal static class HashiCorpRules
{
    private const string RevokeVault = "Revoke it with 'vault token revoke'.";

    private static readonly Issuer Vault = new("HashiCorp Vault", "https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes");

    public static Rule[] All =>
    [
        Vault.Advising(RevokeVault).Token("vault-service-token", "Vault service token", Severity.Critical,
            @"hvs\.CAES[0-9A-Za-z_-]{80,300}", @"hvs\.[0-9A-Za-z]{24}"),
        Vault.Advising("Revoke the parent token; a batch token cannot be revoked by itself.")
            .Token("vault-batch-token", "Vault batch token", Severity.Critical, @"hvb\.[0-9A-Za-z_-]{130,400}"),
        Vault.Advising("Leave recovery mode and rekey the recovery keys.")
            .Token("vault-recovery-token", "Vault recovery token", Severity.Critical, @"hvr\.[0-9A-Za-z_-]{24,300}"),
        Vault.Advising(RevokeVault).Near("vault-token-legacy", "Vault token (before version 1.10)", Severity.Critical,
            ["vault"], @"[sb]\.[0-9A-Za-z]{24}"),
        Vault.Advising("Rekey the Vault with 'vault operator rekey'.")
            .Near("vault-unseal-key", "Vault unseal or recovery key", Severity.Critical,
                ["unseal", "recovery_key", "recovery key"], "[0-9A-Za-z+/]{44}", "[0-9A-Za-z+/]{43}=", "[0-9a-f]{64}", "[0-9a-f]{66}"),
        new Issuer("HashiCorp Terraform", "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens") { Advice = "Delete it under 'Tokens' in the settings of the user, team or organisation." }
            .Token("terraform-cloud-token", "HCP Terraform or Terraform Enterprise API token", Severity.Critical,
                @"[0-9A-Za-z]{14}\.atlasv1\.[0-9A-Za-z_=-]{60,70}"),
        new Issuer("HashiCorp Cloud Platform", "https://developer.hashicorp.com/hcp/docs/hcp/iam/service-principal/key") { Advice = "Delete the key of the service principal in the HCP portal." }
            .Near("hcp-client-secret", "HCP service principal secret", Severity.Critical,
                ["hcp_client_secret", "hcp_client", "hashicorp"], "[0-9A-Za-z_-]{64}"),
        new Issuer("HashiCorp Consul", "https://developer.hashicorp.com/consul/docs/secure/acl/token") { Advice = "Delete it with 'consul acl token delete'." }
            .Near("consul-acl-token", "Consul ACL token", Severity.Critical, ["consul"], Shape.Uuid),
        new Issuer("HashiCorp Nomad", "https://developer.hashicorp.com/nomad/docs/secure/acl") { Advice = "Delete it with 'nomad acl token delete'." }
            .Near("nomad-acl-token", "Nomad ACL token", Severity.Critical, ["nomad"], Shape.Uuid),
    ];
}
