using SecretGuard.Findings;

namespace SecretGuard.Rules.Providers;

/// <summary>Credentials of what runs clusters, infrastructure as code and data pipelines.</summary>
internal static class OrchestrationRules
{
    private static readonly Issuer Prefect = new("Prefect", "https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys");
    private static readonly Issuer Rancher = new("Rancher", "https://ranchermanager.docs.rancher.com/reference-guides/user-settings/api-keys");
    private static readonly Issuer K3s = new("K3s", "https://docs.k3s.io/cli/token");
    private static readonly Issuer Swarm = new("Docker", "https://docs.docker.com/engine/swarm/join-nodes/");

    public static Rule[] All =>
    [
        new Issuer("Kubernetes", "https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/") { Advice = "Delete it with 'kubeadm token delete'." }
            .Near("kubernetes-bootstrap-token", "Kubernetes bootstrap token", Severity.Critical,
                ["kubeadm", "bootstrap", "join", "kubelet"], @"[0-9a-z]{6}\.[0-9a-z]{16}"),
        K3s.Advising("Rotate it with 'k3s token rotate'.")
            .Token("k3s-server-token", "K3s server token", Severity.Critical,
                "K10[0-9a-f]{64}::server:[0-9A-Za-z]{16,64}", "K10[0-9a-f]{64}::node:[0-9A-Za-z]{16,64}"),
        K3s.Advising("Delete it with 'k3s token delete'.")
            .Token("k3s-bootstrap-token", "K3s agent join token", Severity.High, @"K10[0-9a-f]{64}::[0-9a-z]{6}\.[0-9a-z]{16}"),
        Rancher.Advising("Delete it under 'Account & API keys'.")
            .Token("rancher-api-token", "Rancher API token", Severity.Critical, "token-[0-9a-z]{5}:[0-9a-z]{54}"),
        Rancher.Advising("Delete it under 'Account & API keys' of its user.")
            .Token("rancher-kubeconfig-token", "Rancher kubeconfig token", Severity.Critical, "kubeconfig-u(ser)?-[0-9a-z]{5,15}:[0-9a-z]{54}"),
        Swarm.Advising("Rotate it with 'docker swarm join-token --rotate'.")
            .Token("docker-swarm-join-token", "Docker Swarm join token", Severity.Critical, "SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25}"),
        Swarm.Advising("Rotate it with 'docker swarm unlock-key --rotate'.")
            .Token("docker-swarm-unlock-key", "Docker Swarm unlock key", Severity.Critical, "SWMKEY-1-[0-9A-Za-z+/]{43}"),
        new Issuer("Pulumi", "https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/") { Advice = "Delete it at https://app.pulumi.com/account/tokens." }
            .Token("pulumi-access-token", "Pulumi access token", Severity.Critical, "pul-[0-9a-f]{40}"),
        Prefect.Advising("Delete it in the profile of Prefect Cloud.")
            .Token("prefect-user-api-key", "Prefect Cloud user API key", Severity.High, "pnu_[0-9A-Za-z]{36}"),
        Prefect.Advising("Rotate the service account's key in Prefect Cloud.")
            .Token("prefect-service-account-api-key", "Prefect Cloud service account API key", Severity.High, "pnb_[0-9A-Za-z]{36}"),
        new Issuer("dbt", "https://docs.getdbt.com/docs/dbt-cloud-apis/authentication") { Advice = "Delete it under 'API tokens' in the account's settings." }
            .Near("dbt-cloud-token", "dbt Cloud token", Severity.High, ["dbt"], "(dbtc_|dbtu_)[0-9A-Za-z_-]{30,60}", "[0-9a-f]{40}"),
        new Issuer("Spacelift", "https://docs.spacelift.io/integrations/api.html") { Advice = "Delete the API key in the organisation's settings." }
            .Near("spacelift-api-key-secret", "Spacelift API key secret", Severity.Critical, ["spacelift"], "[0-9a-f]{64}"),
        new Issuer("Ansible", "https://docs.ansible.com/ansible/latest/galaxy/user_guide.html") { Advice = "Load a new token at Galaxy; that revokes this one." }
            .Near("ansible-galaxy-token", "Ansible Galaxy token", Severity.High, ["galaxy", "ansible"], "[0-9a-f]{40}"),
        new Issuer("Puppet", "https://www.puppet.com/docs/puppet/latest/forge_api_key.html") { Advice = "Revoke it in the profile on the Forge." }
            .Near("puppet-forge-api-key", "Puppet Forge API key", Severity.High, ["puppet", "forge_api"], "[0-9a-f]{64}"),
    ];
}
