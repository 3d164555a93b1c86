namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>What <c>verify --cluster</c> tells of what operators say.</summary>
public sealed class VerifyClusterTests
{
    private const string Manifests = """
        apiVersion: external-secrets.io/v1
        kind: SecretStore
        metadata: { name: vault, namespace: shop }
        spec: { provider: { fake: { data: [] } } }
        ---
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: { name: db, namespace: shop }
        spec:
          secretStoreRef: { name: vault }
          data: [{ secretKey: password, remoteRef: { key: "shop/*" } }]
        ---
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: { name: later }
        spec: { secretStoreRef: { name: vault } }
        """;

    [Fact]
    public void Cluster_SaysWhatItsOperatorsCannotDo()
    {
        using var box = new Sandbox();
        string canary = box.Secret();
        using var cluster = new LoopbackApi(path => path switch
        {
            "/apis/external-secrets.io" => (200, """{"preferredVersion":{"version":"v1"}}"""),
            "/apis/external-secrets.io/v1/namespaces/shop/secretstores/vault" => (200, $$$"""{"metadata":{"name":"vault"},"status":{"conditions":[{"type":"Ready","status":"False","reason":"InvalidProviderConfig","message":"Vault is sealed {{{canary}}}","lastTransitionTime":"2026-02-03T00:00:00Z"}]}}"""),
            "/apis/external-secrets.io/v1/namespaces/shop/externalsecrets/db" => (200, """{"metadata":{"name":"db"},"status":{"conditions":[{"type":"Ready","status":"True"}]}}"""),
            _ => ((int, string)?)null,
        }, """{"kind":"Status","code":404}""");
        box.Write("deploy/db.yaml", Manifests).Write("kube.yaml", $$"""
            current-context: c
            contexts: [{ name: c, context: { cluster: k, user: u, namespace: shop } }]
            users: [{ name: u, user: {} }]
            clusters: [{ name: k, cluster: { server: "{{cluster.Address}}" } }]
            """).Commit();
        (string, string?)[] variables = [("KUBECONFIG", Path.Combine(box.Root, "kube.yaml"))];
        box.Run(["verify"], null, variables).Output.ShouldNotContain("SG5019", customMessage: "no cluster is asked unless the user says so");

        Sandbox.Outcome verified = box.Run(["verify", "--cluster"], null, variables);
        verified.ExitCode.ShouldBe(1, verified.Output + verified.Error);
        verified.Output.ShouldContain("3:19 high Operator in the cluster cannot fill a secret [not-synced] SG5019");
        verified.Output.ShouldContain("why: the Vault behind it is sealed (since 2026-02-03); unseal it ('vault operator unseal'), and let the operator look again");
        verified.Output.ShouldContain("yet: ExternalSecret/later SG9008");
        (verified.Output + verified.Error).ShouldNotContain(canary);

        cluster.Stop();
        Sandbox.Outcome down = box.Run(["verify", "--cluster"], null, variables);
        down.ExitCode.ShouldBe(3, down.Output + down.Error);
        down.Output.ShouldContain("ExternalSecret shop/db");
        box.Run("verify", "--cluster", "--offline").ExitCode.ShouldBe(2);
    }
}
