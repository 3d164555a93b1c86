using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;

namespace SecretGuard.References.Tests.Joining;

/// <summary>The index finds what a look at all records finds, in the same order.</summary>
public sealed class ProviderIndexTests
{
    private static readonly string[] Stores = [StoreTypes.Environment, StoreTypes.Configuration, StoreTypes.Files, StoreTypes.Kubernetes, StoreTypes.AzureKeyVault];

    private static readonly string[] Names = ["Db:Password", "Db__Password", "DB__PASSWORD", "db-password", "db", "DB", "Db*", "*", "Db:*"];

    [Fact]
    public void Providers_AreThoseOfALookAtAll()
    {
        var random = new Random(20261128);
        SecretReference Made() => new(Stores[random.Next(Stores.Length)], ReferenceKinds.Secret, Names[random.Next(Names.Length)])
        {
            Property = random.Next(3) == 0 ? "field" : null,
            Address = random.Next(3) == 0 ? "shop" : null,
        };
        InventoryRecord[] records = [.. Enumerable.Range(1, 300).Select(i => new InventoryRecord(Made(), new Location("a.yaml", i, 1, i, 2), "app") { Provides = random.Next(4) == 0 ? null : Made() })];
        var index = new ProviderIndex(records);
        int found = 0;
        for (int i = 0; i < 300; i++)
        {
            SecretReference asked = Made();
            InventoryRecord[] all = [.. records.Where(record => record.Provides is not null && SameNames.IsSame(record.Provides, asked))];
            index.Of(asked).ShouldBe(all, $"{asked.Store} {asked.Name}");
            found += all.Length;
        }

        found.ShouldBeGreaterThan(300);
    }
}
