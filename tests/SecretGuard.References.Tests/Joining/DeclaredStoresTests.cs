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
