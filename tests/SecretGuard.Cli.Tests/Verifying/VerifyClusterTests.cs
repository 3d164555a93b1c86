using System.Text.Json;
using SecretGuard.TestKit;

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
        using LoopbackApi cluster = Deploy(box, canary);
        (string, string?)[] variables = Variables(box);
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

    [Theory]
    [InlineData("md", "^sha256: ")]
    [InlineData("json", "^  \"sha256\": ")]
    public void Evidence_HoldsWhatTheClusterWasAsked_AndAnEditShows(string kind, string start)
    {
        using var box = new Sandbox();
        string canary = box.Secret(), file = $"out/audit.{kind}";
        using LoopbackApi cluster = Deploy(box, canary);
        box.Run(["verify", "--cluster", "--evidence", file], null, Variables(box)).ExitCode.ShouldBe(1);
        string text = box.Read(file), sum = EvidenceText.SumWithout(text, start);
        text.ShouldContain(sum);
        EvidenceText.SumWithout(text.Replace("not-ready", "ready", StringComparison.Ordinal), start).ShouldNotBe(sum);
        text.ShouldNotContain(canary);
        EvidenceText.Scrubbed(text).ShouldMatchApproved(settings => settings.SubFolder("../Approved").WithDiscriminator(kind).NoDiff());

        cluster.Stop();
        box.Run(["verify", "--cluster", "--evidence", file, "--evidence", "down.json"], null, Variables(box)).ExitCode.ShouldBe(3);
        box.Read(file).ShouldContain("unreachable: ");
        JsonSchemaCheck.Errors(EvidenceText.Schema, box.Read(kind == "json" ? file : "down.json")).ShouldBeEmpty();
    }

    /// <summary>An environment whose cluster nothing declares.</summary>
    [Fact]
    public void Evidence_SaysWhatNoClusterWasAskedAbout()
    {
        using var box = new Sandbox();
        box.Write("deploy/db.yaml", Manifests).Write("secretguard.yml", "environments: { prod: }\nstores: { local: { type: dotenv, path: .env } }\n").Commit();
        box.Run("verify", "--cluster", "--evidence", "audit.json", "--evidence", "audit.md");
        using JsonDocument evidence = JsonDocument.Parse(box.Read("audit.json"));
        evidence.RootElement.GetProperty("cluster").GetArrayLength().ShouldBe(0);
        evidence.RootElement.GetProperty("notVerified").EnumerateArray().Select(gap => $"{gap.GetProperty("environment")}: {gap.GetProperty("name")}: {gap.GetProperty("reason")}")
            .ShouldContain("prod: SecretStore vault: no store of type kubernetes is declared, so no cluster was asked");
        box.Read("audit.md").ShouldContain("No cluster was asked.\n");
    }

    private static (string, string?)[] Variables(Sandbox box) => [("KUBECONFIG", Path.Combine(box.Root, "kube.yaml"))];

    /// <summary>A repository, and the cluster of its kubeconfig.</summary>
    private static LoopbackApi Deploy(Sandbox box, string canary)
    {
        var cluster = new LoopbackApi(path => path switch
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
        return cluster;
    }
}
