namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>What manifests say of their stores, of what is in their secrets, and of the environments that they are for.</summary>
public sealed class VerifyManifestsTests
{
    private const string ProviderClass = """
        apiVersion: secrets-store.csi.x-k8s.io/v1
        kind: SecretProviderClass
        metadata: { name: db, namespace: shop }
        spec:
          provider: vault
          parameters:
            vaultAddress: http://127.0.0.1:1
            objects: |
              - { objectName: password, secretPath: kv/data/shop/db, secretKey: password }
        """;

    /// <summary>It says which Vault it is, so that one is asked: here is none, and that is not taken for missing.</summary>
    [Fact]
    public void ProviderClass_IsADeclarationOfItsStore()
    {
        using var box = new Sandbox();
        box.Write("spc.yaml", ProviderClass).Commit();
        Sandbox.Outcome verified = box.Run(["verify", "--no-lint"], null, [("VAULT_TOKEN", box.Secret())]);
        verified.ExitCode.ShouldBe(3, verified.Output + verified.Error);
        verified.Output.ShouldContain("db (http://127.0.0.1:1) hashicorp-vault kv/data/shop/db#password: ");
        box.Run("verify", "--dry-run").Output.ShouldContain("GET http://127.0.0.1:1/v1/sys/internal/ui/mounts/kv/data/shop/db");
    }

    /// <summary>A template says all that is in the secret: what was fetched for it is not, under its own name.</summary>
    [Theory]
    [InlineData("{ data: { url: 'db://{{ .user }}:{{ .password }}@db' } }", "is filled at a.yaml:4 with url, not with 'password'")]
    [InlineData("{ mergePolicy: Merge, data: { url: 'db://{{ .user }}:{{ .password }}@db' } }", null)]
    [InlineData("{ data: { url: 'db://{{ .user }}', all: '{{ . | toJson }}' } }", null)]
    [InlineData("{ templateFrom: [{ configMap: { name: a, items: [{ key: b }] } }], data: { url: '{{ .user }}{{ .password }}' } }", null)]
    public void KeyThatATemplateLeavesOut_IsBroken(string template, string? told)
    {
        using var box = new Sandbox();
        box.Write("a.yaml", $$"""
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: { name: db }
            spec: { secretStoreRef: { name: main }, target: { template: {{template}} }, data: [{ secretKey: user, remoteRef: { key: db/user } }, { secretKey: password, remoteRef: { key: db/password } }] }
            ---
            apiVersion: v1
            kind: Pod
            metadata: { name: api }
            spec: { containers: [{ name: api, env: [{ name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: db, key: password } } }] }] }
            """).Commit();
        Sandbox.Outcome verified = box.Run("verify", "--no-lint");
        verified.ExitCode.ShouldBe(told is null ? 0 : 1, verified.Output + verified.Error);
        verified.Output.ShouldContain(told ?? "");
    }

    /// <summary>ExternalSecrets are filled from the cluster that their store names, and pods from their own.</summary>
    [Fact]
    public void ClusterAsAStore_AnswersForExternalSecretsAlone()
    {
        using var box = new Sandbox();
        box.Write("config", "current-context: own\ncontexts: [{ name: own, context: { cluster: own, user: u } }, { name: far, context: { cluster: far, user: u } }]\n"
            + "clusters: [{ name: own, cluster: { server: 'https://127.0.0.1:1' } }, { name: far, cluster: { server: 'https://127.0.0.1:2/' } }]\nusers: [{ name: u, user: {} }]\n");
        box.Write("a.yaml", """
            apiVersion: external-secrets.io/v1
            kind: SecretStore
            metadata: { name: far }
            spec: { provider: { kubernetes: { remoteNamespace: shared, server: { url: "https://127.0.0.1:2" } } } }
            ---
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: { name: db }
            spec: { secretStoreRef: { name: far }, data: [{ secretKey: password, remoteRef: { key: db, property: password } }] }
            ---
            apiVersion: v1
            kind: Pod
            metadata: { name: api, namespace: shop }
            spec: { containers: [{ name: api, env: [{ name: TOKEN, valueFrom: { secretKeyRef: { name: mail, key: token } } }] }] }
            """).Commit();
        Sandbox.Outcome asked = box.Run(["verify", "--dry-run"], null, [("KUBECONFIG", Path.Combine(box.Root, "config"))]);
        asked.Output.Split('\n').Where(line => line.StartsWith("GET ", StringComparison.Ordinal)).ShouldBe(
            ["GET https://127.0.0.1:2/api/v1/namespaces/shared/secrets/db (metadata)", "GET https://127.0.0.1:2/api/v1/namespaces/shared/secrets (metadata), where a name is missing: for one that is like it"], asked.Output + asked.Error);
        Sandbox.Outcome verified = box.Run(["verify", "--no-lint"], null, [("KUBECONFIG", Path.Combine(box.Root, "config"))]);
        verified.ExitCode.ShouldBe(3, verified.Output + verified.Error);
        verified.Output.ShouldContain("1 reference not verified, for no store of type kubernetes is declared: mail");

        box.Write("config", box.Read("config").Replace("127.0.0.1:2/", "127.0.0.1:3", StringComparison.Ordinal));
        box.Run(["verify", "--no-lint"], null, [("KUBECONFIG", Path.Combine(box.Root, "config"))]).Output.ShouldContain("the kubeconfig has no context for the cluster at https://127.0.0.1:2");
    }

    /// <summary>As an entry for a SecretStore does: what a deployment fills in, or one environment has elsewhere, is said there.</summary>
    [Theory]
    [InlineData("db", "http://127.0.0.1:2")]
    [InlineData("other", "http://127.0.0.1:1")]
    public void StoreWithTheNameOfAProviderClass_TakesItsPlace(string name, string asked)
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", $"version: 1\nstores: {{ {name}: {{ type: hashicorp-vault, address: 'http://127.0.0.1:2' }} }}\n");
        box.Write("spc.yaml", ProviderClass).Commit();
        box.Run("verify", "--dry-run").Output.ShouldContain($"GET {asked}/v1/sys/internal/ui/mounts/kv/data/shop/db");
    }

    /// <summary>A base is deployed through its overlays: what one of them says otherwise, the base does not say in its environment.</summary>
    [Theory]
    [InlineData("patch: |\n      apiVersion: external-secrets.io/v1\n      kind: ExternalSecret\n      metadata: { name: app }\n      spec: { data: [{ secretKey: password, remoteRef: { key: dev/db } }] }\n", "dev/db")] // a list of another's kind is replaced
    [InlineData("patch: |\n      apiVersion: external-secrets.io/v1\n      kind: ExternalSecret\n      metadata: { name: app }\n      spec: { data: [{ secretKey: password, remoteRef: { key: dev/db } }] }\nopenapi: { path: keys.json }\n", "base/token", "dev/db")] // unless Kustomize is told its keys
    [InlineData("target: { kind: ExternalSecret, name: app }\n    patch: |\n      - { op: replace, path: /spec/data/0/remoteRef/key, value: dev/db }\n", "base/token", "dev/db")]
    [InlineData("target: { kind: ExternalSecret, name: app }\n    patch: |\n      apiVersion: external-secrets.io/v1\n      kind: ExternalSecret\n      metadata: { name: any }\n      spec: { data: , dataFrom: [{ extract: { key: dev/all } }] }\n", "dev/all")]
    public void KeyThatAnOverlayPatches_IsAskedForInItsPlace(string patch, params string[] asked)
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "version: 1\nenvironments: { dev: { paths: ['overlays/dev/**'] }, prod: { paths: ['overlays/prod/**'] } }\nstores: { main: { type: hashicorp-vault, address: 'http://127.0.0.1:1', mount: kv } }\n");
        box.Write("base/app.yaml", """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: { name: app, namespace: shop }
            spec:
              secretStoreRef: { name: main }
              data:
                - { secretKey: password, remoteRef: { key: base/db } }
                - { secretKey: token, remoteRef: { key: base/token } }
            """);
        box.Write("base/kustomization.yaml", "resources: [app.yaml]\n").Write("overlays/dev/kustomization.yaml", $"resources: [../../base]\npatches:\n  - {patch}").Commit();
        AskedIn("dev").ShouldBe(asked);
        AskedIn("prod").ShouldBe(["base/db", "base/token"]);

        string[] AskedIn(string environment) =>
            [.. box.Run("verify", "--dry-run", "--env", environment).Output.Split('\n').Where(line => line.StartsWith("GET ", StringComparison.Ordinal)).Select(line => line[(line.IndexOf("/kv/", StringComparison.Ordinal) + 4)..line.IndexOf(',', StringComparison.Ordinal)]).Order(StringComparer.Ordinal)];
    }

    /// <summary>What a component does, it does to the objects of those who take it; and a vault that an overlay names holds what the base asks for.</summary>
    [Fact]
    public void PatchesOfComponents_ChangeWhatTakesThem()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "environments: { dev: { paths: ['overlays/dev/**'] }, prod: { paths: ['overlays/prod/**'] } }\n");
        box.Write("base/kustomization.yaml", "resources: [kv.yaml]\n").Write("base/kv.yaml", """
            apiVersion: secrets-store.csi.x-k8s.io/v1
            kind: SecretProviderClass
            metadata: { name: kv, labels: { team: shop } }
            spec:
              provider: azure
              parameters:
                keyvaultName: base-kv
                objects: |
                  array:
                    - |
                      objectName: db-password
                      objectType: secret
            """);
        box.Write("components/vault/kustomization.yaml", "kind: Component\npatches:\n  - target: { labelSelector: 'team in (shop, web)' }\n    patch: '[{ op: replace, path: /spec/parameters/keyvaultName, value: dev-kv }]'\n");
        box.Write("components/other/kustomization.yaml", "kind: Component\npatches:\n  - target: { labelSelector: team!=shop }\n    patch: '[{ op: replace, path: /spec/parameters/keyvaultName, value: other-kv }]'\n");
        box.Write("overlays/dev/kustomization.yaml", "resources: [../../base]\ncomponents: [../../components/vault, ../../components/other]\n");
        box.Write("overlays/prod/kustomization.yaml", "resources: [../../base]\npatches: [path: kv.yaml]\n").Write("overlays/prod/kv.yaml", "apiVersion: secrets-store.csi.x-k8s.io/v1\nkind: SecretProviderClass\nmetadata: { name: kv }\nspec: { parameters: { keyvaultName: prod-kv } }\n").Commit();
        AskedIn("dev").ShouldBe(["https://dev-kv.vault.azure.net/secrets/db-password/versions"]);
        AskedIn("prod").ShouldBe(["https://prod-kv.vault.azure.net/secrets/db-password/versions"]);
        box.Run("refs").Output.ShouldContain("overlays/dev/kustomization.yaml:2 azure-key-vault db-password at https://dev-kv.vault.azure.net/");

        string[] AskedIn(string environment) =>
            [.. box.RunWhole("verify", "--dry-run", "--env", environment).Output.Split('\n').Where(line => line.StartsWith("GET ", StringComparison.Ordinal) && line.EndsWith("/versions", StringComparison.Ordinal)).Select(line => line[4..])];
    }

    /// <summary>What an overlay takes out of its base is not asked for in its environment, and in the others it is.</summary>
    [Theory]
    [InlineData("- op: remove\n  path: /spec/template/spec/containers/0/env/1\n")]
    [InlineData("apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { containers: [{ name: web, env: [{ name: DEBUG, $patch: delete }] }] } } }\n")]
    public void WhatAnOverlayRemoves_IsNotAskedForThere(string patch)
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "environments: { dev: { paths: ['overlays/dev/**'] }, prod: { paths: ['overlays/prod/**'] } }\nstores: { kv: { type: inventory, path: inv.yml } }\n").Write("inv.yml", "secrets: { db: }\n");
        box.Write("base/kustomization.yaml", "resources: [app.yaml, web.yaml]\n").Write("base/app.yaml", """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: { name: app }
            spec:
              secretStoreRef: { name: kv }
              data:
                - { secretKey: DB, remoteRef: { key: db } }
                - { secretKey: DEBUG, remoteRef: { key: debug } }
            """).Write("base/web.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: web }
            spec: { template: { spec: { containers: [{ name: web, env: [
              { name: DB, valueFrom: { secretKeyRef: { name: app, key: DB } } },
              { name: DEBUG, valueFrom: { secretKeyRef: { name: app, key: DEBUG } } }] }] } } }
            """);
        box.Write("overlays/dev/kustomization.yaml", "resources: [../../base]\n").Write("overlays/prod/kustomization.yaml", """
            resources: [../../base]
            patches:
              - target: { kind: ExternalSecret, name: app }
                patch: '[{ op: remove, path: /spec/data/1 }]'
              - target: { kind: Deployment, name: web }
                path: no-debug.yaml
            """).Write("overlays/prod/no-debug.yaml", patch).Commit();
        box.Run("verify", "--env", "prod").ExitCode.ShouldBe(0);
        Sandbox.Outcome all = box.Run("verify");
        all.Output.ShouldContain("dev: inventory debug");
        all.Output.ShouldContain(": 1 finding");
    }

    /// <summary>A variable that a pipeline has from a vault is in no group.</summary>
    [Fact]
    public void VariableThatAVaultFills_IsNotAskedForElsewhere()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "stores: { kv: { type: azure-key-vault, address: 'https://kv-shop.vault.azure.net/' }, groups: { type: azure-pipelines, address: 'http://127.0.0.1:1', project: shop, groups: shop } }\nenvironments: { prod: { inventories: { kv: kv.yml, groups: groups.yml } } }\n");
        box.Write("kv.yml", "secrets: { sql-password: }\n").Write("groups.yml", "secrets: { other: }\n");
        box.Write("azure-pipelines.yml", "pool: p\nsteps:\n- task: AzureKeyVault@2\n  inputs: { azureSubscription: s, KeyVaultName: kv-shop, SecretsFilter: sql-password }\n- script: ./migrate\n  env: { PW: $(sql-password), KEY: $(api-key) }\n").Commit();
        Sandbox.Outcome run = box.Run("verify", "--no-lint");
        run.Output.ShouldContain("has no 'api-key'");
        run.Output.ShouldContain(": 1 finding");
    }

    /// <summary>Kustomize renames an ExternalSecret, and so what the operator makes of it; what refers to that it leaves as it is.</summary>
    [Theory]
    [InlineData("", "db", "ExternalSecret/db at base/db.yaml:6 fills 'prod-db': Kustomize renames the object (overlays/prod/kustomization.yaml:2), and not what refers to its secret")]
    [InlineData("", "prod-db", null)]
    [InlineData("  target: { name: db }\n", "db", null)]
    public void SecretThatKustomizeRenames_IsToldWhereItIsUsed(string target, string used, string? told)
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "environments: { dev: { paths: ['overlays/dev/**'] }, prod: { paths: ['overlays/prod/**'] } }\nstores: { kv: { type: inventory, path: inv.yml } }\n").Write("inv.yml", "secrets: { shop: }\n");
        box.Write("base/kustomization.yaml", "resources: [db.yaml]\n").Write("base/db.yaml", $"apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {{ name: db }}\nspec:\n{target}  secretStoreRef: {{ name: kv }}\n  data: [{{ secretKey: password, remoteRef: {{ key: shop }} }}]\n");
        box.Write("overlays/prod/web.yaml", $"apiVersion: v1\nkind: Pod\nmetadata: {{ name: web }}\nspec: {{ containers: [{{ name: web, env: [{{ name: PW, valueFrom: {{ secretKeyRef: {{ name: {used}, key: password }} }} }}] }}] }}\n");
        box.Write("overlays/prod/kustomization.yaml", "resources: [../../base, web.yaml]\nnamePrefix: prod-\n").Write("overlays/dev/kustomization.yaml", "resources: [../../base]\n").Commit();
        Sandbox.Outcome run = box.Run("verify", "--no-lint");
        run.ExitCode.ShouldBe(told is null ? 0 : 1, run.Output);
        run.Output.ShouldContain(told ?? "no findings");
    }

    /// <summary>A name that is missing stands in the template; who has to correct it is told which values it is made of.</summary>
    [Fact]
    public void NameThatATemplateMakes_IsToldWithItsValues()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "version: 1\nenvironments: { dev: , prod: }\nstores: { kv: { type: inventory, path: inv.yml } }\n").Write("inv.yml", "secrets: { shop-main: }\n");
        box.Write("chart/Chart.yaml", "name: shop\n").Write("chart/values.yaml", "prefix: shop\ndb:\n  name: main\n").Write("chart/values-prod.yaml", "# live\ndb: { name: live }\n");
        box.Write("chart/templates/es.yaml", """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: { name: out }
            spec:
              secretStoreRef: { name: kv, kind: ClusterSecretStore }
              data:
                - secretKey: a
                  remoteRef: { key: {{ printf "%s-%s" .Values.prefix (.Values.db.name | lower) }} }
                - secretKey: b
                  remoteRef: { key: shop-absent }
            """).Commit();
        string output = box.Run("verify").Output;
        output.ShouldContain("has no 'shop-live' (store 'kv'); add it there, or correct the name in the reference (the name comes from chart/values.yaml:1 and chart/values-prod.yaml:2)\n");
        output.ShouldContain("has no 'shop-absent' (store 'kv'); add it there, or correct the name in the reference\n");
    }

    /// <summary>One chart, and a file of values for each environment: its key, and its Vault.</summary>
    [Fact]
    public void ValuesOfAnEnvironment_FillItsTemplates()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "version: 1\nenvironments: { dev: , prod: }\n");
        box.Write("charts/shop/Chart.yaml", "name: shop\n").Write("charts/shop/values.yaml", "vault: http://127.0.0.1:1\nprefix: shop/dev\n").Write("charts/shop/values-production.yaml", "vault: http://127.0.0.1:2\nprefix: shop/live\n");
        box.Write("charts/shop/templates/secrets.yaml", """
            apiVersion: external-secrets.io/v1
            kind: SecretStore
            metadata: { name: main }
            spec: { provider: { vault: { server: "{{ .Values.vault }}", path: kv, version: v2 } } }
            ---
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: { name: app }
            spec:
              secretStoreRef: { name: main }
              data:
                - { secretKey: password, remoteRef: { key: "{{ .Values.prefix }}/db", property: password } }
            """).Commit();
        Sandbox.Outcome dev = box.Run("verify", "--dry-run", "--env", "dev"), prod = box.Run("verify", "--dry-run", "--env", "prod");
        dev.Output.ShouldContain("http://127.0.0.1:1/v1/sys/internal/ui/mounts/kv/shop/dev/db");
        dev.Output.ShouldNotContain("live");
        prod.Output.ShouldContain("http://127.0.0.1:2/v1/sys/internal/ui/mounts/kv/shop/live/db");
        prod.Output.ShouldNotContain("dev");
        box.Run("refs").Output.ShouldContain("charts/shop/templates/secrets.yaml:12 hashicorp-vault kv/shop/live/db#password");
        box.Run("trace", "app#password").Output.ShouldContain("(prod)");
    }

    /// <summary>One base, a store for each overlay under one name, and a key that one of them patches.</summary>
    [Fact]
    public void References_AreToldForEachEnvironment()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "environments: { dev: { paths: ['overlays/dev/**'] }, prod: { paths: ['overlays/prod/**'] } }\n");
        box.Write("base/kustomization.yaml", "resources: [app.yaml]\n").Write("base/app.yaml", """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: { name: app }
            spec:
              secretStoreRef: { name: main }
              data:
                - { secretKey: password, remoteRef: { key: dev/db } }
                - { secretKey: token, remoteRef: { key: mail } }
            """);
        foreach (string environment in new[] { "dev", "prod" })
        {
            box.Write($"overlays/{environment}/store.yaml", $"apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: {{ name: main }}\nspec: {{ provider: {{ vault: {{ server: 'https://vault-{environment}.example.net', path: kv }} }} }}\n");
        }

        box.Write("overlays/prod/kustomization.yaml", "resources: [../../base, store.yaml]\npatches:\n  - target: { kind: ExternalSecret }\n    patch: '[{ op: replace, path: /spec/data/0/remoteRef/key, value: prod/db }]'\n").Commit();
        box.Run("refs").Output.Split(Environment.NewLine)[..4].Select(line => line[..line.IndexOf(" →", StringComparison.Ordinal)] + line[line.LastIndexOf(' ')..]).ShouldBe(
        [
            "base/app.yaml:7 hashicorp-vault kv/dev/db at https://vault-dev.example.net (dev)",
            "base/app.yaml:8 hashicorp-vault kv/mail at https://vault-dev.example.net (dev)",
            "base/app.yaml:8 hashicorp-vault kv/mail at https://vault-prod.example.net (prod)",
            "overlays/prod/kustomization.yaml:4 hashicorp-vault kv/prod/db at https://vault-prod.example.net (prod)",
        ]);
        box.Run("trace", "app#password").ExitCode.ShouldBe(0);
    }
}
