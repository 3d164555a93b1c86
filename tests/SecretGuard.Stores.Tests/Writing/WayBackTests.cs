using SecretGuard.Stores.Aws;
using SecretGuard.Stores.Azure;
using SecretGuard.Stores.Kubernetes;
using SecretGuard.Stores.Vault;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Tests.Writing;

/// <summary>The commands that go back: they hold names and versions, and are safe to paste.</summary>
public sealed class WayBackTests
{
    private static readonly Standing Third = new() { Mark = "3", Version = "3" }, Deleted = new() { Mark = "3", Version = "3", IsHollow = true };

    [Fact]
    public void Vault_RollsBackDeletesAgainOrTakesAway()
    {
        using var store = new VaultStore(new VaultSettings("https://vault.example.com", VaultLogin.WithToken("x")) { Mount = "kv", EngineVersion = 2 });
        store.WayBack(new SecretQuery("kv/shop/db"), Third, "4").ShouldBe("vault kv rollback -mount=kv -version=3 shop/db");
        store.WayBack(new SecretQuery("kv/it's $(x)"), Third, "4").ShouldBe("vault kv rollback -mount=kv -version=3 'it'\\''s $(x)'");
        store.WayBack(new SecretQuery("kv/db"), Deleted, "4").ShouldBe("vault kv delete -mount=kv db");
        store.WayBack(new SecretQuery("kv/db"), Standing.Absent, "1").ShouldBe("vault kv metadata delete -mount=kv db");
        using var first = new VaultStore(new VaultSettings("https://vault.example.com", VaultLogin.WithToken("x")) { Mount = "kv", EngineVersion = 1 });
        first.WayBack(new SecretQuery("kv/db"), Third, null).ShouldBeEmpty();
    }

    [Fact]
    public void KeyVault_PutsTheValueBackWithoutAnArgument()
    {
        using var store = new KeyVaultStore(new KeyVaultSettings("https://kv-shop.vault.azure.net"));
        store.WayBack(new SecretQuery("db"), Third, "4").ShouldBe("printf %s \"$(az keyvault secret show --vault-name kv-shop --name db --version 3 --query value --output tsv)\" | az keyvault secret set --vault-name kv-shop --name db --file /dev/stdin --output none");
        store.WayBack(new SecretQuery("db"), Standing.Absent, "4").ShouldBe("az keyvault secret delete --vault-name kv-shop --name db");
    }

    [Fact]
    public void SecretsManager_MovesTheStageBack()
    {
        using var store = new SecretsManagerStore(new AwsSettings { Region = "eu-west-1" });
        store.WayBack(new SecretQuery("shop/db"), Third, "4").ShouldBe("aws secretsmanager --region eu-west-1 update-secret-version-stage --secret-id shop/db --version-stage AWSCURRENT --move-to-version-id 3 --remove-from-version-id 4");
        store.WayBack(new SecretQuery("shop/db"), Standing.Absent, "4").ShouldBe("aws secretsmanager --region eu-west-1 delete-secret --secret-id shop/db --recovery-window-in-days 30");
    }

    [Fact]
    public void ParameterStore_PutsTheValueBackWithoutAnArgument()
    {
        using var store = new ParameterStore(new AwsSettings { Region = "eu-west-1" });
        store.WayBack(new SecretQuery("/shop/db"), Third, "4").ShouldBe("printf %s \"$(aws ssm get-parameter --region eu-west-1 --name /shop/db:3 --with-decryption --query Parameter.Value --output text)\" | aws ssm put-parameter --region eu-west-1 --name /shop/db --overwrite --value file:///dev/stdin");
        store.WayBack(new SecretQuery("/shop/db"), Standing.Absent, "1").ShouldBe("aws ssm delete-parameter --region eu-west-1 --name /shop/db");
    }

    [Fact]
    public void Kubernetes_TakesAwayWhatWasCreated()
    {
        using var store = new KubernetesStore(new KubernetesAccess { Server = "https://cluster.example:6443", Namespace = "shop" }, TimeSpan.FromSeconds(5));
        store.WayBack(new SecretQuery("db"), Standing.Absent, null).ShouldBe("kubectl --server https://cluster.example:6443 delete secret --namespace shop db");
        store.WayBack(new SecretQuery("db"), Third, null).ShouldBeEmpty();
    }
}
