using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Tests.Vault;

namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>What <c>verify</c> tells of how a Vault checks the logins of a cluster.</summary>
public sealed class VerifyLoginTests : IAsyncLifetime
{
    private readonly FakeVault _vault = new();
    private readonly Sandbox _box = new();
    private LoopbackServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await _vault.StartAsync();
        _box.Write("store.yaml", $$"""
            apiVersion: external-secrets.io/v1
            kind: SecretStore
            metadata: { name: vault }
            spec:
              provider:
                vault: { server: "{{_server.Address}}", path: secret, version: v2, auth: { kubernetes: { mountPath: clusters/one, role: app } } }
            ---
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: { name: db }
            spec:
              secretStoreRef: { name: vault }
              data: [{ secretKey: password, remoteRef: { key: app/database, property: password } }]
            """).Commit();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _box.Dispose();
    }

    [Theory]
    [InlineData("""{"kubernetes_host":"https://kubernetes.default.svc","token_reviewer_jwt_set":true,"disable_local_ca_jwt":false}""", 1, "6:5 medium Vault checks logins", "SG3416")]
    [InlineData("""{"kubernetes_host":"https://kubernetes.default.svc.cluster.local:443","token_reviewer_jwt_set":true}""", 1, "'vault write auth/clusters/one/config kubernetes_host=https://kubernetes.default.svc disable_local_ca_jwt=false'", "access-reviewer-pinned")]
    [InlineData("""{"kubernetes_host":"https://api.cluster.example:6443","token_reviewer_jwt_set":true,"disable_local_ca_jwt":true}""", 0, "does not tell whether it ends", "kubernetes.io/service-account-token")]
    [InlineData("""{"kubernetes_host":"https://kubernetes.default.svc","token_reviewer_jwt_set":false}""", 0)]
    [InlineData("""{"kubernetes_host":"https://kubernetes.default.svc"}""", 0)]
    [InlineData("""{"kubernetes_host":5,"token_reviewer_jwt_set":true}""", 0)]
    [InlineData(null, 0)]
    public void TokenThatWasWrittenDown_IsTold(string? config, int exitCode, params string[] told)
    {
        if (config is not null)
        {
            _vault.Settings["auth/clusters/one/config"] = config;
        }

        Sandbox.Outcome run = Run();
        run.ExitCode.ShouldBe(exitCode, run.Output + run.Error);
        Array.ForEach(told, text => run.Output.ReplaceLineEndings("").ShouldContain(text));
        run.Output.Contains("clusters/one", StringComparison.Ordinal).ShouldBe(told.Length > 0);
    }

    /// <summary>To see it takes a right that nobody needs else.</summary>
    [Fact]
    public void WhoMayNotLook_HearsNothing()
    {
        _vault.Settings["auth/clusters/one/config"] = """{"kubernetes_host":"https://kubernetes.default.svc","token_reviewer_jwt_set":true}""";
        _vault.Denied.Add("auth/clusters/");
        Sandbox.Outcome run = Run();
        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        run.Output.ShouldNotContain("clusters/one");
    }

    /// <summary>A store of the declaration takes the place of the manifest's, whose login the cluster uses all the same.</summary>
    [Fact]
    public void DeclaredStore_IsAskedForTheLoginOfTheManifest()
    {
        _vault.Settings["auth/clusters/one/config"] = """{"kubernetes_host":"https://kubernetes.default.svc","token_reviewer_jwt_set":true}""";
        _box.Write("secretguard.yml", $$"""
            version: 1
            environments: { dev: , prod: }
            stores: { vault: { type: hashicorp-vault, address: "{{_server.Address}}", mount: secret, version: 2 } }
            """).Commit();
        Sandbox.Outcome run = Run();
        run.ExitCode.ShouldBe(1, run.Output + run.Error);
        run.Output.Split("SG3416").Length.ShouldBe(2, "one Vault is told of once");
        _server.Requests.Count(request => request.EndsWith("auth/clusters/one/config", StringComparison.Ordinal)).ShouldBe(1);
    }

    private Sandbox.Outcome Run() => _box.Run(["verify", "--no-lint"], null, [("VAULT_TOKEN", _vault.Token)]);
}
