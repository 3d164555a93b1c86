using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Rotating;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Configuration;
using SecretGuard.Reporting;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Tests.Vault;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Vault;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Cli.Tests.Rotating;

/// <summary>A store that fails at every single call, and a run that is killed: the value before is never lost, and nothing is told as written that is not.</summary>
public sealed class RotateFaultTests
{
    private static readonly string[] Ids = ["a", "b"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnyCallThatIsLost_IsToldAsItIs(bool isDone)
    {
        for (int call = 0; ; call++)
        {
            using var box = new Sandbox(git: false);
            var vault = new FakeVault();
            await using LoopbackServer server = await vault.StartAsync();
            string old = box.Secret();
            Put(vault, old);
            server.Lose(call, isDone);
            (string text, IReadOnlyList<RotatedSecret> secrets) = await RunAsync(box, vault, server);
            foreach (RotatedSecret secret in secrets)
            {
                JsonElement now = Value(vault, secret.Id);
                bool isNew = now.GetProperty("key").GetString() != old;
                (secret.State switch { SyncState.Written => isNew, SyncState.Unknown => true, _ => !isNew }).ShouldBeTrue($"call {call}: {secret.Id} is told as {secret.Action}/{secret.State}");
                now.GetProperty(isNew ? "before" : "key").GetString().ShouldBe(old, $"call {call}: the value before is there");
                vault.Engine.Versions["secret/" + secret.Id].Count.ShouldBe(isNew ? 2 : 1, $"call {call}: it is written once");
                text.ShouldNotContain(now.GetProperty("key").GetString()!);
            }

            text.ShouldNotContain(old);
            if (!server.HasLost)
            {
                call.ShouldBeGreaterThan(6, "there are calls to lose");
                return;
            }
        }
    }

    /// <summary>The process ends when a write is done and not answered: the worst time.</summary>
    [Fact]
    public async Task Killed_LeavesARecordThatIsTrue_AndTheValueBefore()
    {
        using var box = new Sandbox(git: false);
        var vault = new FakeVault();
        await using LoopbackServer server = await vault.StartAsync();
        string old = box.Secret();
        Put(vault, old);
        box.Write("secretguard.yml", Settings(server));
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        vault.Engine.Wrote = async _ =>
        {
            reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        using (Process process = box.StartTool(["rotate", "a", "b", "--apply", "--record", "rotate.json"], [("VAULT_TOKEN", vault.Token)]))
        {
            await reached.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        string record = box.Read("rotate.json");
        JsonDocument.Parse(record).RootElement.GetProperty("secrets").EnumerateArray().Select(secret => secret.GetProperty("state").GetString()).ShouldBe(["writing", "planned"]);
        (Value(vault, "a").GetProperty("before").GetString(), Value(vault, "b").GetProperty("key").GetString()).ShouldBe((old, old));
        record.ShouldNotContain(old);
        record.ShouldNotContain(Value(vault, "a").GetProperty("key").GetString()!);
    }

    private static async Task<(string Text, IReadOnlyList<RotatedSecret> Secrets)> RunAsync(Sandbox box, FakeVault vault, LoopbackServer server)
    {
        var project = new Project { Root = box.Root, Settings = SettingsReader.Read(Settings(server), "secretguard.yml").Settings };
        using var opener = new StoreOpener(box.Root);
        var choice = new StoreChoice(project, opener, null);
        using var store = new VaultStore(new VaultSettings(server.Address, VaultLogin.WithToken(vault.Token)));
        RotationTarget[] targets = [.. new RotationTargets(project, choice).Of(Ids).Select(target => target with { Store = target.Store with { Adapter = store } })];
        var options = new VerifierOptions { Values = new ValueInspector(), Attempts = 1 };
        IReadOnlyList<RotationItem> items = await new RotationPlan(options, TimeProvider.System.GetUtcNow()).MakeAsync(targets, TestContext.Current.CancellationToken);
        var record = new RotationRecord("", items, Path.Combine(box.Root, "rotate.json")) { IsApplied = true };
        await new RotationRun("", new RepositoryCommand(box.Root, TimeSpan.FromMinutes(1)), options).RunAsync(items, record, TestContext.Current.CancellationToken);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        record.Document.Write("text", text);
        return (text + box.Read("rotate.json"), record.Rows);
    }

    private static string Settings(LoopbackServer server) => $$"""
        version: 1
        stores: { vault: { type: hashicorp-vault, address: "{{server.Address}}", mount: secret } }
        policies: { keys: { rotation: { every: 30d, generate: { type: random, field: key, previous: before } } } }
        secrets: { a: { category: keys }, b: { category: keys } }
        """;

    private static void Put(FakeVault vault, string old)
    {
        foreach (string id in Ids)
        {
            vault.Engine.Put("secret/" + id, JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["key"] = old }));
        }
    }

    private static JsonElement Value(FakeVault vault, string id) => JsonDocument.Parse(vault.Engine.Current("secret/" + id)!).RootElement;
}
