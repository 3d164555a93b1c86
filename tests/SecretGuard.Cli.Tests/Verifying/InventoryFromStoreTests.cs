namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>What <c>inventory init</c> and <c>inventory check</c> take from what stores list.</summary>
public sealed class InventoryFromStoreTests
{
    private const string Declared = """
        version: 1
        environments:
          dev:
          prod:
            inventories: { runtime: stores/prod.yaml, upstream: stores/upstream.yaml }
        stores:
          runtime: { type: hashicorp-vault, address: "ADDRESS", mount: kv, prefix: "shop/" }
          upstream: { type: azure-key-vault, address: "https://shop.vault.azure.net", prefix: "shop-", transform: [underscore-to-hyphen-lower], environments: [prod] }
        """;

    private const string Manifests = """
        apiVersion: external-secrets.io/v1
        kind: SecretStore
        metadata: { name: main }
        spec: { provider: { vault: { server: "ADDRESS", path: kv } } }
        ---
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: { name: db }
        spec:
          secretStoreRef: { name: main }
          data:
            - { secretKey: password, remoteRef: { key: shop/db, property: password } }
        """;

    [Fact]
    public void Init_DeclaresWhatOnlyAStoreKnows_UnderTheNameThatVerifyAsksFor()
    {
        using var box = new Sandbox();
        using LoopbackApi vault = Vault(box.Secret());
        Write(box, vault);
        box.Run(["inventory", "init", "--from-store", "runtime", "--from-store", "upstream", "--dry-run"], null, Token(box)).ShouldSatisfyAllConditions(
            outcome => outcome.ExitCode.ShouldBe(0, outcome.Error),
            outcome => outcome.Output.ReplaceLineEndings("\n").ShouldBe("""
                secrets:
                  db:
                    store: runtime
                    fields: [password]
                    consumers: [ExternalSecret/db]
                  deep/er/key: # only in its store: nothing here refers to it
                    store: runtime
                    environments: [dev]
                  mail: # only in its store: nothing here refers to it
                    store: runtime
                  mail-token:
                    store: upstream
                    consumers: [service/api]
                  signing: # only in its store: nothing here refers to it
                    store: upstream
                    kind: key
                  spare: # only in its store: nothing here refers to it
                    store: upstream
                    fields: [a, b]

                """.ReplaceLineEndings("\n")),
            outcome => outcome.Error.ShouldContain("left out: 1 secret of runtime (stores/prod.yaml) without the prefix of the store"),
            outcome => (outcome.Output + outcome.Error).ShouldNotContain(box.Planted[0]));
        box.Read("secretguard.yml").ShouldNotContain("secrets:");

        Sandbox.Outcome written = box.Run(["inventory", "init", "--from-store", "runtime", "--from-store", "upstream"], null, Token(box));
        written.Output.ShouldContain("secretguard.yml: 6 secrets declared, 4 of which only a store knows.");
        Sandbox.Outcome verified = box.Run(["verify"], null, Token(box));
        (verified.ExitCode, verified.Output.Contains("no findings", StringComparison.Ordinal)).ShouldBe((0, true), verified.Output + verified.Error);
        vault.Requests.ShouldAllBe(request => !request.Contains("/data/", StringComparison.Ordinal));
        box.Run("inventory", "init", "--from-store", "runtime").Error.ShouldContain("secretguard.yml declares secrets already");
    }

    [Fact]
    public void Init_OfOneEnvironment_SaysOnlyWhatIsKnownOfIt()
    {
        using var box = new Sandbox();
        using LoopbackApi vault = Vault();
        Write(box, vault);
        string output = box.Run(["inventory", "init", "--from-store", "runtime", "--env", "prod", "--dry-run"], null, Token(box)).Output.ReplaceLineEndings("\n");
        output.ShouldContain("  mail: # only in its store: nothing here refers to it\n    store: runtime\n    environments: [prod]\n");
        output.ShouldNotContain("deep");
        vault.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Init_OfAManifestsStore_DeclaresTheStoreToo()
    {
        using var box = new Sandbox();
        using LoopbackApi vault = Vault();
        box.Write("deploy/db.yaml", Manifests.Replace("ADDRESS", vault.Address, StringComparison.Ordinal)).Commit();
        box.Run(["inventory", "init", "--from-store", "main"], null, Token(box)).ExitCode.ShouldBe(0);
        string text = box.Read("secretguard.yml");
        text.ShouldContain($"  main:\n    type: hashicorp-vault\n    address: '{vault.Address}'\n    mount: kv\n");
        text.ShouldContain("  shop/db:\n    store: main\n    fields: [password]\n    consumers: [ExternalSecret/db]\n  shop/deep/er/key: # only in its store: nothing here refers to it\n    store: main\n");
        box.Run(["verify"], null, Token(box)).ShouldSatisfyAllConditions(outcome => outcome.ExitCode.ShouldBe(0, outcome.Output + outcome.Error));
    }

    [Fact]
    public void Fields_AreThoseThatEveryEnvironmentHas()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "version: 1\nenvironments:\n  dev:\n  prod:\nstores:\n  listed: { type: inventory, path: \"${ENV}.yaml\" }\n");
        box.Write("dev.yaml", "secrets: { db: { fields: [user, password, debug] }, one: { fields: [a] } }\n").Write("prod.yaml", "secrets: { db: { fields: [user, password] }, one: }\n").Commit();
        box.Run("inventory", "init", "--from-store", "listed").ExitCode.ShouldBe(0);
        box.Read("secretguard.yml").ShouldContain("    fields: [password, user]\n  one: # only in its store: nothing here refers to it\n    store: listed\n    fields: [a]\n");
    }

    [Theory]
    [InlineData(403, """{"errors":["permission denied"]}""", "")]
    [InlineData(503, """{"errors":["Vault is sealed"]}""", "sealed")]
    [InlineData(0, "", "")]
    public void StoreThatDoesNotList_IsToldAndNothingIsWritten(int status, string json, string expected)
    {
        using var box = new Sandbox();
        using var vault = new LoopbackApi(path => path.Contains("list=true", StringComparison.Ordinal) ? (status, json) : Answer(path));
        Write(box, vault);
        if (status == 0)
        {
            vault.Stop();
        }

        string before = box.Read("secretguard.yml");
        Sandbox.Outcome outcome = box.Run(["inventory", "init", "--from-store", "runtime", "--env", "dev", "--store-timeout", "1"], null, Token(box));
        outcome.ExitCode.ShouldBe(3, outcome.Output + outcome.Error);
        outcome.Error.ShouldContain($"runtime ({vault.Address}): not listed: ");
        outcome.Error.ShouldContain(expected);
        outcome.Error.ShouldContain("nothing was written");
        (outcome.Output, box.Read("secretguard.yml")).ShouldBe(("", before));

        box.Write("secretguard.yml", before + "\nsecrets:\n  db: { store: runtime }\n");
        Sandbox.Outcome held = box.Run(["inventory", "check", "--from-store", "runtime", "--env", "dev", "--store-timeout", "1"], null, Token(box));
        held.ExitCode.ShouldBe(1, "the variable is not declared either");
        held.Output.ShouldContain("not listed: ");
    }

    [Fact]
    public void FolderThatMayNotBeSeen_IsToldAndTheRestIsWritten()
    {
        using var box = new Sandbox();
        using var vault = new LoopbackApi(path => path.Contains("/deep/", StringComparison.Ordinal) ? (403, """{"errors":["permission denied"]}""") : Answer(path));
        Write(box, vault);
        Sandbox.Outcome outcome = box.Run(["inventory", "init", "--from-store", "runtime"], null, Token(box));
        outcome.ExitCode.ShouldBe(3, outcome.Output + outcome.Error);
        outcome.Error.ShouldContain($"'kv/shop/deep/' of runtime ({vault.Address}): not listed: ");
        box.Read("secretguard.yml").ShouldContain("  mail: # only in its store");
    }

    [Fact]
    public void Variables_AreThoseWhoseNamesSaySecret_AndThoseThatAreReferredTo()
    {
        using var box = new Sandbox();
        box.Write("compose.yaml", "services:\n  api:\n    environment:\n      A: ${MAIL_TOKEN}\n").Write(".gitignore", ".env\n").Commit();
        box.Write(".env", $"MAIL_TOKEN={box.Secret()}\nPORT=8080\nSPARE_PASSWORD={box.Secret()}\nHOST=x\n");
        Sandbox.Outcome drafted = box.Run("inventory", "init", "--from-store", "variables", "--dry-run");
        drafted.Output.ReplaceLineEndings("\n").ShouldEndWith("secrets:\n  MAIL_TOKEN:\n    store: variables\n    consumers: [service/api]\n  SPARE_PASSWORD: # only in its store: nothing here refers to it\n    store: variables\n");
        drafted.Error.ShouldContain("left out: 2 variables whose names do not say that they are secret");
    }

    [Theory]
    [InlineData("runtme", "--from-store: no store is called 'runtme'; did you mean 'runtime'?; declared are runtime, upstream")]
    [InlineData("upstream", "--from-store: no store is called 'upstream' in 'dev'; declared are runtime")]
    public void StoreThatIsNotDeclared_IsAnError(string store, string expected)
    {
        using var box = new Sandbox();
        using LoopbackApi vault = Vault();
        Write(box, vault);
        string[] environment = store == "upstream" ? ["--env", "dev"] : [];
        Sandbox.Outcome outcome = box.Run(["inventory", "init", "--from-store", store, .. environment]);
        (outcome.ExitCode, outcome.Error.Contains(expected, StringComparison.Ordinal)).ShouldBe((2, true), outcome.Error);
    }

    [Fact]
    public void Check_TellsWhatAStoreHoldsAndNobodyDeclares_AndTheBaselineAcceptsIt()
    {
        using var box = new Sandbox();
        using LoopbackApi vault = Vault();
        Write(box, vault);
        box.Write("secretguard.yml", box.Read("secretguard.yml") + "\nsecrets:\n  db: { store: runtime }\n  mail-token: { store: upstream, environments: [prod] }\n");
        box.Run("inventory", "check").ShouldSatisfyAllConditions(outcome => outcome.ExitCode.ShouldBe(0, outcome.Output + outcome.Error), _ => vault.Requests.ShouldBeEmpty());

        Sandbox.Outcome told = box.Run(["inventory", "check", "--from-store", "runtime", "--from-store", "upstream"], null, Token(box));
        told.ExitCode.ShouldBe(1, told.Output + told.Error);
        told.Output.ShouldContain("7:3 low Store holds a secret that is not declared [secret-unmanaged] SG3007");
        told.Output.ShouldContain("why: 'mail' is in 'runtime' in dev, prod, and nothing here declares it or refers to it");
        told.Output.ShouldContain("why: 'deep/er/key' is in 'runtime' in dev, and nothing here declares it or refers to it");
        told.Output.ShouldContain("why: 'signing' is in 'upstream' in prod, and nothing here declares it or refers to it");
        told.Output.ShouldContain(": 4 findings (all low)");
        box.Run(["inventory", "check", "--from-store", "runtime", "--env", "prod"], null, Token(box)).Output.ShouldContain(": 1 finding");
    }

    private static void Write(Sandbox box, LoopbackApi vault)
    {
        box.Write("secretguard.yml", Declared.Replace("ADDRESS", vault.Address, StringComparison.Ordinal));
        box.Write("stores/prod.yaml", "secrets:\n  kv/shop/db: { fields: [user, password] }\n  kv/shop/mail:\n  kv/other/thing:\n");
        box.Write("stores/upstream.yaml", "secrets:\n  shop-mail-token:\n  shop-signing: { kind: key }\n  shop-spare: { fields: [b, a] }\n");
        box.Write("compose.yaml", "services:\n  api:\n    environment:\n      A: ${MAIL_TOKEN}\n");
        box.Write("deploy/db.yaml", Manifests[(Manifests.IndexOf("---", StringComparison.Ordinal) + 4)..].Replace("name: main", "name: runtime", StringComparison.Ordinal)).Commit();
    }

    private static (string, string?)[] Token(Sandbox box) => [("VAULT_TOKEN", box.Secret())];

    /// <summary>A Vault with kv/ of version 2, and a value wherever it could give one out.</summary>
    private static LoopbackApi Vault(string value = "‹value›") => new(path => Answer(path, value));

    private static (int, string)? Answer(string path, string value = "‹value›") => path switch
    {
        "/v1/sys/internal/ui/mounts/kv" or "/v1/sys/internal/ui/mounts/kv/shop" => (200, """{"data":{"path":"kv/","type":"kv","options":{"version":"2"}}}"""),
        "/v1/kv/metadata/?list=true" => (200, """{"data":{"keys":["shop/"]}}"""),
        "/v1/kv/metadata/shop/?list=true" => (200, """{"data":{"keys":["db","mail","deep/"]}}"""),
        "/v1/kv/metadata/shop/deep/?list=true" => (200, """{"data":{"keys":["er/"]}}"""),
        "/v1/kv/metadata/shop/deep/er/?list=true" => (200, """{"data":{"keys":["key"]}}"""),
        "/v1/kv/metadata/shop/db" or "/v1/kv/metadata/shop/mail" or "/v1/kv/metadata/shop/deep/er/key" =>
            (200, $$$"""{"data":{"current_version":1,"custom_metadata":{"note":"{{{value}}}"},"versions":{"1":{"created_time":"2026-01-01T00:00:00Z","deletion_time":"","destroyed":false} } } }"""),
        "/v1/kv/subkeys/shop/db" => (200, """{"data":{"subkeys":{"password":null}}}"""),
        _ => null,
    };
}
