using SecretGuard.Configuration;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;

namespace SecretGuard.References.Tests.Joining;

/// <summary>Which declared secret a reference means.</summary>
public sealed class DeclaredNamesTests
{
    private const string Settings = """
        environments:
          dev: { values: { STAGE: development }, paths: ["deploy/dev/**"] }
          prod: { values: { STAGE: production }, paths: ["deploy/prod/**"] }
        stores:
          vault: { type: hashicorp-vault, address: "https://vault.${ENV}.example.net", mount: kv }
          aws: { type: aws-secrets-manager, prefix: "shop/${STAGE}/" }
          azure: { type: azure-key-vault, address: "https://kv-${ENV}.vault.azure.net/", environments: [prod] }
          elsewhere: { type: aws-secrets-manager, prefix: "${UNKNOWN}/" }
        secrets:
          db: { store: vault, name: shop/db, mirrors: [azure], names: { azure: shop-db } }
          mail: { store: aws, name: mail }
          dev-only: { store: vault, name: shop/dev, environments: [dev] }
          lost: { store: elsewhere, name: lost }
        """;

    [Theory]
    [InlineData("SecretStore/vault", "shop/db", "deploy/a.yaml", "db")]
    [InlineData("ClusterSecretStore/vault", "kv/shop/db", "deploy/a.yaml", "db")]
    [InlineData("SecretStore/vault", "shop/dev", "deploy/dev/a.yaml", "dev-only")]
    [InlineData("SecretStore/vault", "shop/dev", "deploy/prod/a.yaml", "")]
    [InlineData("SecretStore/azure", "SHOP-DB", "deploy/prod/a.yaml", "db")]
    [InlineData("SecretStore/azure", "shop-db", "deploy/dev/a.yaml", "")]
    [InlineData("SecretStore/other", "shop/db", "deploy/a.yaml", "")]
    [InlineData("SecretStore/elsewhere", "lost", "deploy/a.yaml", "lost")] // the same prefix stands before both, whatever it is
    [InlineData("SecretStore/elsewhere", "else", "deploy/a.yaml", "")]
    public void KeyOfAnExternalSecret_IsLookedForInTheStoreThatItNames(string store, string key, string path, string ids) =>
        Ids(new SecretReference(StoreTypes.ExternalSecrets, ReferenceKinds.Secret, key) { Address = store }, path).ShouldBe(ids);

    [Theory]
    [InlineData(StoreTypes.Vault, "https://vault.prod.example.net/", "kv/shop/db", "deploy/prod/a.yaml", "db")]
    [InlineData(StoreTypes.Vault, "https://vault.prod.example.net/", "kv/shop/db", "deploy/dev/a.yaml", "")]
    [InlineData(StoreTypes.Vault, "kv", "shop/db", "a.sh", "db")]
    [InlineData(StoreTypes.AwsSecretsManager, null, "shop/production/mail", "deploy/a.yaml", "mail")]
    [InlineData(StoreTypes.AwsSecretsManager, null, "shop/production/mail", "deploy/dev/a.yaml", "")]
    [InlineData(StoreTypes.AzureKeyVault, "https://kv-prod.vault.azure.net/", "shop-db", "deploy/a.yaml", "db")]
    public void NameInAStore_IsThatOfTheEnvironmentsOfTheFile(string type, string? address, string name, string path, string ids) =>
        Ids(new SecretReference(type, ReferenceKinds.Secret, name) { Address = address }, path).ShouldBe(ids);

    private static string Ids(SecretReference reference, string path)
    {
        SettingsResult read = SettingsReader.Read(Settings, "secretguard.yml");
        read.Errors.ShouldBeEmpty();
        return string.Join(' ', new DeclaredNames(read.Settings.Declaration, []).Meant(reference, path).Select(secret => secret.Id));
    }
}
