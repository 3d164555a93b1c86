using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of what runs clusters, infrastructure as code and data pipelines.</summary>
internal static class OrchestrationRules
{
    private static readonly Issuer Prefect = new("Prefect", "https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys");
    private static readonly Issuer Rancher = new("Rancher", "https://ranchermanager.docs.rancher.com/reference-guides/user-settings/api-keys");
    private static readonly Issuer K3s = new("K3s", "https://docs.k3s.io/cli/token");
    private static readonly Issuer Swarm = new("Docker", "https://docs.docker.com/engine/swarm/join-nodes/");

    public static IEnumerable<Rule> All =>
    [
        new Issuer("Kubernetes", "https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/")
            .Near(Severity.Critical, "kubernetes-bootstrap-token", "Kubernetes bootstrap token",
            "Delete it with 'kubeadm token delete'.", ["kubeadm", "bootstrap", "join", "kubelet"], @"[0-9a-z]{6}\.[0-9a-z]{16}"),
        K3s.Token(Severity.Critical, "k3s-server-token", "K3s server token",
            "Rotate it with 'k3s token rotate'.", "K10[0-9a-f]{64}::server:[0-9A-Za-z]{16,64}", "K10[0-9a-f]{64}::node:[0-9A-Za-z]{16,64}"),
        K3s.Token(Severity.High, "k3s-bootstrap-token", "K3s agent join token",
            "Delete it with 'k3s token delete'.", @"K10[0-9a-f]{64}::[0-9a-z]{6}\.[0-9a-z]{16}"),
        Rancher.Token(Severity.Critical, "rancher-api-token", "Rancher API token",
            "Delete it under 'Account & API keys'.", "token-[0-9a-z]{5}:[0-9a-z]{54}"),
        Rancher.Token(Severity.Critical, "rancher-kubeconfig-token", "Rancher kubeconfig token",
            "Delete it under 'Account & API keys' of its user.", "kubeconfig-u(ser)?-[0-9a-z]{5,15}:[0-9a-z]{54}"),
        Swarm.Token(Severity.Critical, "docker-swarm-join-token", "Docker Swarm join token",
            "Rotate it with 'docker swarm join-token --rotate'.", "SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25}"),
        Swarm.Token(Severity.Critical, "docker-swarm-unlock-key", "Docker Swarm unlock key",
            "Rotate it with 'docker swarm unlock-key --rotate'.", "SWMKEY-1-[0-9A-Za-z+/]{43}"),
        new Issuer("Pulumi", "https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/")
            .Token(Severity.Critical, "pulumi-access-token", "Pulumi access token",
            "Delete it at https://app.pulumi.com/account/tokens.", "pul-[0-9a-f]{40}"),
        Prefect.Token(Severity.High, "prefect-user-api-key", "Prefect Cloud user API key",
            "Delete it in the profile of Prefect Cloud.", "pnu_[0-9A-Za-z]{36}"),
        Prefect.Token(Severity.High, "prefect-service-account-api-key", "Prefect Cloud service account API key",
            "Rotate the service account's key in Prefect Cloud.", "pnb_[0-9A-Za-z]{36}"),
        new Issuer("dbt", "https://docs.getdbt.com/docs/dbt-cloud-apis/authentication")
            .Near(Severity.High, "dbt-cloud-token", "dbt Cloud token",
            "Delete it under 'API tokens' in the account's settings.", ["dbt"], "(dbtc_|dbtu_)[0-9A-Za-z_-]{30,60}", "[0-9a-f]{40}"),
        new Issuer("Spacelift", "https://docs.spacelift.io/integrations/api.html")
            .Near(Severity.Critical, "spacelift-api-key-secret", "Spacelift API key secret",
            "Delete the API key in the organisation's settings.", ["spacelift"], "[0-9a-f]{64}"),
        new Issuer("Ansible", "https://docs.ansible.com/ansible/latest/galaxy/user_guide.html")
            .Near(Severity.High, "ansible-galaxy-token", "Ansible Galaxy token",
            "Load a new token at Galaxy; that revokes this one.", ["galaxy", "ansible"], "[0-9a-f]{40}"),
        new Issuer("Puppet", "https://www.puppet.com/docs/puppet/latest/forge_api_key.html")
            .Near(Severity.High, "puppet-forge-api-key", "Puppet Forge API key",
            "Revoke it in the profile on the Forge.", ["puppet", "forge_api"], "[0-9a-f]{64}"),
    ];
}
