using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;

namespace SecretGuard.References.Tests.Joining;

/// <summary>What an ExternalSecret asks for, as its store calls it.</summary>
public sealed class DeclaredStoresTests
{
    private const string Vault = "vault: { server: \"https://vault.example.net\"";

    [Theory]
    [InlineData(Vault + ", path: secret }", "secret/data/shop/db", "secret/shop/db")]
    [InlineData(Vault + ", path: secret }", "secret/shop/db", "secret/shop/db")]
    [InlineData(Vault + ", path: secret }", "shop/db", "secret/shop/db")]
    [InlineData(Vault + ", path: secret }", "data/shop/db", "secret/data/shop/db")] // a folder named data: the operator cuts it behind the mount only
    [InlineData(Vault + ", path: secret, version: v1 }", "secret/data/x", "secret/data/x")]
    [InlineData(Vault + " }", "secret/data/x", "secret/x")]
    [InlineData(Vault + " }", "secret/x", "secret/x")]
    [InlineData("aws: { region: eu-west-1, prefix: \"team/\" }", "db", "team/db")]
    [InlineData("azurekv: { vaultUrl: \"https://kv.example.net\" }", "secret/db", "db")]
    [InlineData("azurekv: { vaultUrl: \"https://kv.example.net\" }", "db", "db")]
    public void Key_IsNamedAsItsStoreDoes(string provider, string key, string name) => Resolve(Store("main", provider), key).Name.ShouldBe(name);

    [Theory]
    [InlineData("key/signing", ReferenceKinds.Key)]
    [InlineData("cert/web", ReferenceKinds.Certificate)]
    [InlineData("web", ReferenceKinds.Secret)]
    public void KeyOfAzure_SaysItsKind(string key, string kind) => Resolve(Store("main", "azurekv: { vaultUrl: \"https://kv.example.net\" }"), key).Kind.ShouldBe(kind);

    [Fact]
    public void UndeclaredStore_StaysAName() => Resolve(Store("other", "aws: { region: eu-west-1 }"), "db").Store.ShouldBe(StoreTypes.ExternalSecrets);

    /// <summary>One for each environment under one name: which is meant, the files do not say.</summary>
    [Fact]
    public void StoreThatIsDeclaredTwiceUnlike_StaysAName() =>
        Resolve(Store("main", "aws: { region: eu-west-1 }") + Store("main", "aws: { region: us-east-1 }"), "db").Store.ShouldBe(StoreTypes.ExternalSecrets);

    /// <summary>Regions of stores, each with the environment that has it, and what the reference of all becomes.</summary>
    [Theory]
    [InlineData("dev=eu-west-1 prod=us-east-1", "dev:eu-west-1 prod:us-east-1")]
    [InlineData("=eu-west-1 prod=us-east-1", "dev:eu-west-1 prod:us-east-1")] // a base, and what an overlay says otherwise
    [InlineData("dev=eu-west-1 prod=eu-west-1", ":eu-west-1")]
    [InlineData("dev=eu-west-1", ":eu-west-1")]
    [InlineData("dev=eu-west-1 dev=eu-west-2 prod=us-east-1", "dev:SecretStore/main prod:us-east-1")]
    public void StoreOfEachEnvironment_IsMeantThere(string stores, string meant)
    {
        var nowhere = new Location("a.yaml", 1, 1, 1, 2);
        StoreDeclaration[] declared = [.. stores.Split(' ').Select(store => store.Split('=')).Select(store => new StoreDeclaration("SecretStore", "main", StoreTypes.AwsSecretsManager, nowhere) { Environment = store[0].Length == 0 ? null : store[0], Address = store[1] })];
        var declaration = new Declaration { Environments = [new DeclaredEnvironment("dev", nowhere), new DeclaredEnvironment("prod", nowhere)] };
        var record = new InventoryRecord(new SecretReference(StoreTypes.ExternalSecrets, ReferenceKinds.Secret, "db") { Address = "SecretStore/main" }, nowhere, "ExternalSecret/a");
        DeclaredStores.Resolve([record], declared, declaration).Select(one => $"{one.Environment}:{one.Reference.Address}").ShouldBe(meant.Split(' '));
    }

    /// <summary>A patch says which key an overlay takes, and the base from where.</summary>
    [Theory]
    [InlineData("main", "hashicorp-vault secret/prod/db")]
    [InlineData("other", "external-secrets prod/db")]
    public void PatchedKey_IsOfTheStoreOfItsExternalSecret(string second, string shown)
    {
        string Secret(string store) => $"---\napiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {{ name: shop }}\nspec: {{ secretStoreRef: {{ name: {store} }}, data: [{{ secretKey: db, remoteRef: {{ key: dev/db }} }}] }}\n";
        Extraction found = Mentions.Read("base.yaml", Store("main", Vault + ", path: secret }") + Secret("main") + Secret(second));
        found.Add(Mentions.Read("kustomization.yaml", "patches:\n- target: { kind: ExternalSecret, name: shop }\n  patch: '[{ \"op\": \"replace\", \"path\": \"/spec/data/0/remoteRef/key\", \"value\": \"prod/db\" }]'\n"));
        DeclaredStores.Resolve(found.Records, found.Stores).Single(record => record.Location.Path == "kustomization.yaml").Reference.Shown.ShouldBe(shown);
    }

    /// <summary>Charts give many ExternalSecrets a name that is not known here: one says nothing of another's store.</summary>
    [Fact]
    public void NameOfATemplate_SaysNothingOfAnothersStore()
    {
        string Secret(string store) => $"---\napiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {{ name: \"*\" }}\nspec: {{ secretStoreRef: {{ name: \"{store}\" }}, data: [{{ secretKey: db, remoteRef: {{ key: {(store == "*" ? "other" : "shop")} }} }}] }}\n";
        Extraction found = Mentions.Read("a.yaml", Store("main", Vault + ", path: secret }") + Secret("main") + Secret("*"));
        DeclaredStores.Resolve(found.Records, found.Stores).Select(record => record.Reference.Shown).ShouldContain("external-secrets other");
    }

    /// <summary>A naming is of what the declaration writes; one that begins with the mount is of the whole.</summary>
    [Theory]
    [InlineData(StoreTypes.Vault, "mount", "shop/{category}/{name}", "kv/shop/mail/a", null)]
    [InlineData(StoreTypes.Vault, "mount", "kv/shop/{category}/{name}", "kv/shop/mail/a", null)]
    [InlineData(StoreTypes.Vault, "mount", "shop/{category}/{name}", "kv/shop/mial/a", "'mial' in 'shop/mial/a' is no category; did you mean 'mail'?; there are mail")]
    [InlineData(StoreTypes.Kubernetes, "namespace", "{name}", "kv/a", null)]
    [InlineData(StoreTypes.Kubernetes, "namespace", "{name}", "other/a", "'other/a' is not of the form {name}")]
    [InlineData(StoreTypes.AwsSecretsManager, "region", "shop/{name}", "kv/a", "'kv/a' is not of the form shop/{name}")]
    public void Naming_IsOfTheNameThatIsWritten(string type, string key, string naming, string name, string? problem) => DeclaredStores.NamingProblem(
        new DeclaredStore("main", type, new Location("secretguard.yml", 1, 1, 1, 1)) { Settings = new Dictionary<string, string>(StringComparer.Ordinal) { [key] = "kv" }, Naming = naming, Categories = ["mail"] }, name, "").ShouldBe(problem);

    [Theory]
    [InlineData("secretstores.azure.keyvault", "vaultName: shop", "db", null, "azure-key-vault secret db# https://shop.vault.azure.net/")]
    [InlineData("secretstores.aws.secretmanager", "region: eu-west-1", "db", "password", "aws-secrets-manager secret db#password eu-west-1")]
    [InlineData("secretstores.hashicorp.vault", "vaultAddr: https://vault.example.net", "db", "password", "hashicorp-vault secret secret/dapr/db#password https://vault.example.net")]
    [InlineData("secretstores.hashicorp.vault", "enginePath: kv, vaultAddr: https://vault.example.net, vaultKVPrefix: shop", "db", null, "hashicorp-vault secret kv/shop/db# https://vault.example.net")]
    [InlineData("secretstores.hashicorp.vault", "vaultAddr: https://vault.example.net, vaultKVUsePrefix: false", "db", null, "hashicorp-vault secret secret/db# https://vault.example.net")]
    [InlineData("secretstores.local.env", "prefix: SHOP_", "DB", null, "environment env SHOP_DB# ")]
    [InlineData("secretstores.gcp.secretmanager", "project_id: shop", "db", null, "secretstores.gcp.secretmanager secret db# ")]
    public void StoreOfDapr_IsWhatItsComponentSays(string type, string settings, string name, string? key, string told)
    {
        string metadata = string.Concat(settings.Split(", ").Select(setting => setting.Split(": ")).Select(setting => $"\n  - {{ name: {setting[0]}, value: \"{setting[1]}\" }}"));
        Extraction read = Mentions.Read("a.yaml", $$"""
            apiVersion: dapr.io/v1alpha1
            kind: Component
            metadata: { name: vault }
            spec:
              type: {{type}}
              metadata:{{metadata.Replace("\n", "\n  ", StringComparison.Ordinal)}}
            ---
            apiVersion: dapr.io/v1alpha1
            kind: Component
            metadata: { name: state }
            spec:
              type: state.redis
              metadata: [{ name: redisPassword, secretKeyRef: { name: {{name}}, key: {{key ?? name}} } }]
            auth: { secretStore: vault }
            """);
        SecretReference reference = DeclaredStores.Resolve(read.Records, read.Stores).ShouldHaveSingleItem().Reference;
        $"{reference.Store} {reference.Kind} {reference.Name}#{reference.Property} {reference.Address}".ShouldBe(told);
    }

    /// <summary>The secrets of the cluster are a store that no component needs to declare, and of two stores of one name the kind says which.</summary>
    [Theory]
    [InlineData("kubernetes", StoreTypes.Kubernetes)]
    [InlineData("main", StoreTypes.Dapr)]
    public void StoreOfDaprThatCodeNames_IsNoStoreOfAnotherOperator(string name, string store) =>
        DeclaredStores.Resolve(Mentions.Read("A.cs", $$"""using Dapr.Client; class A { object Run(DaprClient dapr) => dapr.GetSecretAsync("{{name}}", "db"); }""").Records, Mentions.Read("s.yaml", Store("main", "aws: { region: eu-west-1 }")).Stores)
            .ShouldHaveSingleItem().Reference.Store.ShouldBe(store);

    private static string Store(string name, string provider) => $"apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: {{ name: {name} }}\nspec:\n  provider:\n    {provider}\n---\n";

    private static SecretReference Resolve(string stores, string key)
    {
        Extraction read = Mentions.Read("a.yaml", stores + $$"""
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: { name: db }
            spec:
              secretStoreRef: { name: main }
              data: [{ secretKey: password, remoteRef: { key: {{key}} } }]
            """);
        return DeclaredStores.Resolve(read.Records, read.Stores).ShouldHaveSingleItem().Reference;
    }
}
