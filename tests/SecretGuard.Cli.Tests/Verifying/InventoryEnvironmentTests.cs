namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>An environment in which files answer in the place of stores.</summary>
public sealed class InventoryEnvironmentTests
{
    private const string Declared = """
        version: 1
        environments:
          listed: { values: { STAGE: dev }, inventories: { internal: stores/vault.yaml, cluster: stores/cluster.yaml } }
        stores:
          internal: { type: hashicorp-vault, address: "https://vault-${STAGE}.example.net", mount: kv, version: 2, naming: "kv/${STAGE}/{name}" }
          cluster: { type: kubernetes, namespace: shop }
        secrets:
          db: { store: internal, name: dev/db }
          mail: { store: internal, name: dev/mail }
        """;

    private const string Manifest = """
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: { name: db, namespace: shop }
        spec:
          secretStoreRef: { name: internal }
          data:
            - secretKey: password
              remoteRef: { key: dev/db, property: password }
            - secretKey: mail
              remoteRef: { key: kv/data/dev/mail, property: token }
        """;

    [Fact]
    public void File_AnswersForItsStore_WhicheverWayANameIsWritten()
    {
        using Sandbox box = Deployment("secrets:\n  kv/dev/db: { fields: [password] }\n  kv/dev/mail: { fields: [token] }\n");
        Sandbox.Outcome verified = box.Run("verify", "--no-lint");
        verified.ExitCode.ShouldBe(0, verified.Output + verified.Error);
        verified.Output.ShouldContain("hashicorp-vault kv/dev/mail#token");
        verified.Output.ShouldContain("1 reference not verified, for a part of the name is known only when it runs: first");
        box.Run("inventory", "check").ShouldSatisfyAllConditions(told => told.ExitCode.ShouldBe(0, told.Output));
    }

    [Fact]
    public void SecretThatIsMissing_IsToldOnce_WhereAFieldOfItIsAskedFor()
    {
        using Sandbox box = Deployment("secrets:\n  kv/dev/db: { fields: [password] }\n");
        Sandbox.Outcome verified = box.Run("verify", "--no-lint");
        verified.ExitCode.ShouldBe(1, verified.Error);
        verified.Output.ShouldContain("10:25 high Secret is not in its store [secret-missing] SG5001");
        verified.Output.ShouldContain(": 1 finding");
        File.Delete(Path.Combine(box.Root, "stores/vault.yaml"));
        box.Run("verify", "--no-lint").ExitCode.ShouldBe(3);
    }

    private static Sandbox Deployment(string vault)
    {
        var box = new Sandbox();
        box.Write("secretguard.yml", Declared).Write("deploy/db.yaml", Manifest).Write("stores/vault.yaml", vault).Write("stores/cluster.yaml", "secrets:\n");
        box.Write("run.sh", "kubectl get secret -n shop-$STAGE first\n").Commit();
        return box;
    }
}
