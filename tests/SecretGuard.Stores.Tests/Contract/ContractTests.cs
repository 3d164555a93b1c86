using SecretGuard.Inventories;
using SecretGuard.Stores.Local.DotEnv;
using SecretGuard.Stores.Local.Files;
using SecretGuard.Stores.Local.Inventories;
using SecretGuard.Stores.Local.UserSecrets;
using SecretGuard.Stores.Local.Variables;

namespace SecretGuard.Stores.Tests.Contract;

public sealed class ContractTests
{
    [Fact]
    public void EveryKindOfStore_HasARun()
    {
        typeof(ContractTests).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(StoreContract)) && !type.IsAbstract)
            .Select(type => ((StoreContract)Activator.CreateInstance(type)!).StoreType).ShouldBe(StoreCatalogue.Types, ignoreOrder: true);
    }
}

public sealed class DotEnvContract : StoreContract
{
    public override string StoreType => StoreTypes.DotEnv;

    private protected override Task<StoreWorld> CreateAsync()
    {
        var folder = new TemporaryFolder();
        string value = Guid.NewGuid().ToString("N");
        var store = new DotEnvStore(folder.Write(".env", $"A={value}\nB=\"{value}\n{value}\"\n{value}{value} {value}\n"));
        return Task.FromResult(new StoreWorld { Store = store, Present = "A", Field = "x", Missing = "NOT_THERE", Canaries = [value], Extra = folder });
    }
}

public sealed class UserSecretsContract : StoreContract
{
    public override string StoreType => StoreTypes.UserSecrets;

    private protected override Task<StoreWorld> CreateAsync()
    {
        var folder = new TemporaryFolder();
        string value = Guid.NewGuid().ToString("N");
        var store = new UserSecretsStore("id", folder.Write("secrets.json", $$"""{ "A": { "Key": "{{value}}" } }"""));
        return Task.FromResult(new StoreWorld { Store = store, Present = "A", Field = "Key", Listed = "A:Key", Missing = "NotThere", Canaries = [value], Extra = folder });
    }
}

public sealed class FilesContract : StoreContract
{
    public override string StoreType => StoreTypes.Files;

    private protected override Task<StoreWorld> CreateAsync()
    {
        var folder = new TemporaryFolder();
        string value = Guid.NewGuid().ToString("N");
        folder.Write("db/password", value);
        return Task.FromResult(new StoreWorld { Store = new FilesStore(folder.Path), Present = "db", Field = "password", Missing = "not-there", Canaries = [value], Extra = folder });
    }
}

public sealed class EnvironmentContract : StoreContract
{
    public override string StoreType => StoreTypes.Environment;

    private protected override Task<StoreWorld> CreateAsync()
    {
        string value = Guid.NewGuid().ToString("N");
        return Task.FromResult(new StoreWorld { Store = new EnvironmentStore(() => [("A", value)]), Present = "A", Field = "x", Missing = "NOT_THERE", Canaries = [value] });
    }
}

public sealed class InventoryContract : StoreContract
{
    public override string StoreType => StoreTypes.Inventory;

    private protected override Task<StoreWorld> CreateAsync()
    {
        var folder = new TemporaryFolder();
        var store = new InventoryStore(folder.Write("inventory.yml", "secrets:\n  db: { fields: [password, other], version: '7' }\n  a:\n"));
        return Task.FromResult(new StoreWorld { Store = store, Present = "db", Field = "password", Missing = "not-there", Canaries = [], Extra = folder });
    }
}
