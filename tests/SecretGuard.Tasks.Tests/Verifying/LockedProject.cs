using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.Tasks.Tests.Verifying;

/// <summary>A project below a lock, whose code names one of the declared secrets.</summary>
internal static class LockedProject
{
    public static readonly DateTime Today = new(2026, 6, 15, 0, 0, 0, DateTimeKind.Utc);

    public const string Declared = """
        environments: { dev: , prod: }
        stores:
          runtime: { type: azure-key-vault, address: https://kv-shop.vault.azure.net }
          variables: { type: dotenv, path: .env, environments: [dev] }
        secrets:
          shop-db: { store: runtime, owner: team-shop, rotation: { every: 90d, grace: 10d }, expiresWithin: 30d }
          mail: { store: runtime, consumers: [App] }
          other: { store: runtime, consumers: [Elsewhere] }
        """;

    public static Workshop Shop(params LockRecord[] records)
    {
        var shop = new Workshop();
        shop.Write("secretguard.yml", Declared).Write("Code.cs", "one\ntwo\n").Write("references.json", InventoryFormat.Write([At(1, Secret("shop-db"))]));
        Lock(shop, records);
        return shop;
    }

    public static void Lock(Workshop shop, params LockRecord[] records) => shop.Write("secretguard.lock", LockFormat.Write(records));

    public static void Verify(Workshop shop, Action<VerifyReferences>? change = null)
    {
        shop.Told.Clear();
        shop.Messages.Clear();
        using var task = new VerifyReferences
        {
            BuildEngine = shop, ProjectFile = shop.Full("App.csproj"), Root = shop.Folder, CacheFolder = shop.Full("obj"), Lock = shop.Full("secretguard.lock"), CleanState = shop.Full("clean"),
            Consumer = "Shop", References = shop.Full("references.json"), Now = new DateTimeOffset(Today).AddHours(12),
        };
        if (File.ReadAllText(shop.Full("secretguard.lock")).Contains("\tmail\t", StringComparison.Ordinal))
        {
            task.Consumer = "App";
        }

        change?.Invoke(task);
        task.Execute();
    }

    public static LockRecord Record(string environment, string name) => new(environment, "runtime", ReferenceKinds.Secret, name) { Id = name, Asked = Today };

    public static SecretReference Secret(string name) => new(StoreTypes.AzureKeyVault, ReferenceKinds.Secret, name) { IsSecret = true };

    public static InventoryRecord At(int line, SecretReference reference) => new(reference, new Location("Code.cs", line, 1, line, 3), "App");
}
