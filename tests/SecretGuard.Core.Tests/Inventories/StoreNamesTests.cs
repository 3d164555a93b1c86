using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.Core.Tests.Inventories;

/// <summary>Which names are one to a store, and which addresses are one store's.</summary>
public sealed class StoreNamesTests
{
    [Theory]
    [InlineData(StoreTypes.Configuration, "Db:Password", "db__PASSWORD", true)]
    [InlineData(StoreTypes.Environment, "DB__PASSWORD", "Db:Password", true)]
    [InlineData(StoreTypes.AzureKeyVault, "shop-db", "Shop-DB", true)]
    [InlineData(StoreTypes.AzureKeyVault, "a__b", "a:b", false)]
    [InlineData(StoreTypes.AwsSecretsManager, "shop/db", "Shop/Db", false)]
    public void Folded_IsOneTextForOneName(string store, string left, string right, bool isOne) =>
        (StoreNames.Folded(store, left) == StoreNames.Folded(store, right)).ShouldBe(isOne);

    [Theory]
    [InlineData(StoreTypes.AzureKeyVault, "https://kv-shop.example.net", "https://KV-shop.example.net/", true)]
    [InlineData(StoreTypes.AzureKeyVault, "https://kv-shop.example.net", "https://kv-mail.example.net/", false)]
    [InlineData(StoreTypes.AzureKeyVault, "https://kv-shop.example.net", "https://kv-*.example.net/", true)]
    [InlineData(StoreTypes.AzureKeyVault, "https://kv-shop.example.net", null, true)]
    [InlineData(StoreTypes.Vault, "https://vault.example.net", "kv", true)]
    [InlineData(StoreTypes.Vault, "https://vault.example.net", "https://other.example.net", false)]
    public void IsAt_HoldsAddressesAgainstEachOther(string type, string address, string? asked, bool expected)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["address"] = address };
        new DeclaredStore("x", type, new Location("secretguard.yml", 1, 1, 1, 1)) { Settings = settings }
            .IsAt(new SecretReference(type, ReferenceKinds.Secret, "x") { Address = asked }).ShouldBe(expected);
    }
}
