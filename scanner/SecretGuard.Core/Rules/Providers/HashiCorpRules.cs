using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Tokens of Vault, Terraform Cloud, Consul and Nomad.</summary>
internal static class HashiCorpRules
{
    private const string RevokeVault = "Revoke it with 'vault token revoke'.";

    private static readonly Issuer Vault = new("HashiCorp Vault", "https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes");

    public static IEnumerable<Rule> All =>
    [
        Vault.Token(Severity.Critical, "vault-service-token", "Vault service token", RevokeVault,
            @"hvs\.CAES[0-9A-Za-z_-]{80,300}", @"hvs\.[0-9A-Za-z]{24}"),
        Vault.Token(Severity.Critical, "vault-batch-token", "Vault batch token",
            "Revoke the parent token; a batch token cannot be revoked by itself.", @"hvb\.[0-9A-Za-z_-]{130,400}"),
        Vault.Token(Severity.Critical, "vault-recovery-token", "Vault recovery token",
            "Leave recovery mode and rekey the recovery keys.", @"hvr\.[0-9A-Za-z_-]{24,300}"),
        Vault.Near(Severity.Critical, "vault-token-legacy", "Vault token (before version 1.10)", RevokeVault,
            ["vault"], @"[sb]\.[0-9A-Za-z]{24}"),
        Vault.Near(Severity.Critical, "vault-unseal-key", "Vault unseal or recovery key",
            "Rekey the Vault with 'vault operator rekey'.", ["unseal", "recovery_key", "recovery key"], "[0-9A-Za-z+/]{44}", "[0-9A-Za-z+/]{43}=", "[0-9a-f]{64}", "[0-9a-f]{66}"),
        new Issuer("HashiCorp Terraform", "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens")
            .Token(Severity.Critical, "terraform-cloud-token", "HCP Terraform or Terraform Enterprise API token",
            "Delete it under 'Tokens' in the settings of the user, team or organisation.",
            @"[0-9A-Za-z]{14}\.atlasv1\.[0-9A-Za-z_=-]{60,70}"),
        new Issuer("HashiCorp Cloud Platform", "https://developer.hashicorp.com/hcp/docs/hcp/iam/service-principal/key")
            .Near(Severity.Critical, "hcp-client-secret", "HCP service principal secret",
            "Delete the key of the service principal in the HCP portal.", ["hcp_client_secret", "hcp_client", "hashicorp"], "[0-9A-Za-z_-]{64}"),
        new Issuer("HashiCorp Consul", "https://developer.hashicorp.com/consul/docs/secure/acl/token")
            .Near(Severity.Critical, "consul-acl-token", "Consul ACL token",
            "Delete it with 'consul acl token delete'.", ["consul"], Shape.Uuid),
        new Issuer("HashiCorp Nomad", "https://developer.hashicorp.com/nomad/docs/secure/acl")
            .Near(Severity.Critical, "nomad-acl-token", "Nomad ACL token",
            "Delete it with 'nomad acl token delete'.", ["nomad"], Shape.Uuid),
    ];
}
