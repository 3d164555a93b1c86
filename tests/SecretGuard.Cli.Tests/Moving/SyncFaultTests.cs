using System.Globalization;
using System.Text.Json;
using SecretGuard.Cli.Moving;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Inventories;
using SecretGuard.Reporting;
using SecretGuard.Stores.Local.DotEnv;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Tests.Vault;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Vault;
using SecretGuard.Stores.Verification;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Cli.Tests.Moving;

/// <summary>A store that fails at every single call of a whole run: nothing is lost, nothing is told as written that is not, and a second run completes it.</summary>
public sealed class SyncFaultTests
{
    private static readonly string[] Names = ["A", "B", "C"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnyCallThatIsLost_IsToldAsItIs_AndASecondRunCompletes(bool isDone)
    {
        for (int call = 0; ; call++)
        {
            using var box = new Sandbox(git: false);
            box.Write(".env", string.Concat(Names.Select(name => $"{name}={box.Secret()}\n")));
            var vault = new FakeVault();
            await using LoopbackServer server = await vault.StartAsync();
            string generated = JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = box.Secret() });
            vault.Engine.Put("secret/shop/B", generated);
            server.Lose(call, isDone);
            (string text, IReadOnlyList<SyncedSecret> secrets) = await RunAsync(box, vault, server);
            foreach (SyncedSecret secret in secrets)
            {
                string? now = Value(vault, secret.Name), wanted = Wanted(box, secret.Name);
                (secret.State switch
                {
                    SyncState.Written => now == wanted,
                    SyncState.Unknown => true,
                    _ => now != wanted,
                }).ShouldBeTrue($"call {call}: {secret.Name} is told as {secret.Action}/{secret.State}");
            }

            bool hasLost = server.HasLost;
            server.Lose(int.MaxValue, isDone: false);
            (string again, IReadOnlyList<SyncedSecret> second) = await RunAsync(box, vault, server);
            second.Select(secret => secret.Action).ShouldNotContain(SyncAction.CannotTell, again);
            (Value(vault, "A"), Value(vault, "C"), vault.Engine.Current("secret/shop/B")).ShouldBe((Wanted(box, "A"), Wanted(box, "C"), generated), $"call {call}");
            vault.Engine.Versions.Values.ShouldAllBe(versions => versions.Count == 1);
            foreach (string value in box.Planted)
            {
                (text + again).ShouldNotContain(value);
            }

            if (!hasLost)
            {
                call.ShouldBeGreaterThan(10, "there are calls to lose");
                return;
            }
        }
    }

    private static async Task<(string Text, IReadOnlyList<SyncedSecret> Secrets)> RunAsync(Sandbox box, FakeVault vault, LoopbackServer server)
    {
        var nowhere = new Findings.Location("", 0, 0, 0, 0);
        using var opener = new StoreOpener(box.Root);
        using var from = new DotEnvStore(Path.Combine(box.Root, ".env"));
        using var to = new VaultStore(new VaultSettings(server.Address, VaultLogin.WithToken(vault.Token)));
        var pair = new StorePair(
            new StoreInUse(new DeclaredStore("env", StoreTypes.DotEnv, nowhere), from),
            new StoreInUse(new DeclaredStore("vault", StoreTypes.Vault, nowhere) { Prefix = "secret/shop/" }, to),
            new StoreChoice(new Project { Root = box.Root }, opener, null));
        var options = new VerifierOptions { Values = new ValueInspector(), Attempts = 1 };
        NamedPair[] pairs = [.. Names.Select(name => new NamedPair(name, name, name))];
        var comparing = new Comparing(pair, options);
        IReadOnlyList<SyncItem> items = new SyncPlan(overwrites: false, (IWritableStore)to).Make(await comparing.RunAsync(pairs, TestContext.Current.CancellationToken));
        var record = new SyncRecord(comparing.Stores, items, Path.Combine(box.Root, $"{Guid.NewGuid():N}.json")) { IsApplied = true };
        await new SyncRun(pair, options).RunAsync(items, record, TestContext.Current.CancellationToken);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        record.Document.Write("text", text);
        return (text + string.Concat(Directory.GetFiles(box.Root, "*.json").Select(File.ReadAllText)), record.Rows);
    }

    private static string? Wanted(Sandbox box, string name) => box.Read(".env").Split('\n').First(line => line.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    private static string? Value(FakeVault vault, string name) => vault.Engine.Current("secret/shop/" + name) is { } json ? JsonDocument.Parse(json).RootElement.GetProperty("value").GetString() : null;
}
