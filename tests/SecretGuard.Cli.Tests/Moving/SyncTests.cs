using System.Diagnostics;
using System.Text.Json;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Tests.Vault;

namespace SecretGuard.Cli.Tests.Moving;

/// <summary>What <c>sync</c> plans, writes and refuses; as the program that users run.</summary>
public sealed class SyncTests
{
    private const string Settings = """
        version: 1
        stores:
          env: { type: dotenv, path: .env }
          vault: { type: hashicorp-vault, address: "‹address›", mount: secret, prefix: "", transform: underscore-to-hyphen-lower }
        """;

    private static readonly string[] Names = ["ghcr-token", "ghcr-username", "langfuse-secret-key"];

    [Fact]
    public async Task EnvToVault_IsPlannedThenWrittenOnceThenKept()
    {
        var vault = new FakeVault();
        await using LoopbackServer server = await vault.StartAsync();
        using Sandbox box = Project(server);
        Sandbox.Outcome plan = Run(box, vault);
        plan.ExitCode.ShouldBe(1, plan.Error);
        plan.Output.ReplaceLineEndings("\n").ShouldEndWith("""
              create        GHCR_TOKEN → ghcr-token
              create        GHCR_USERNAME → ghcr-username
              create        LANGFUSE_SECRET_KEY → langfuse-secret-key
            3 to create, 0 to update, 0 as it is, 0 refused, 0 lacking, 0 not told; nothing is written without --apply

            """.ReplaceLineEndings("\n"));
        vault.Engine.Versions.ShouldBeEmpty();

        Sandbox.Outcome applied = Run(box, vault, "--apply", "--record", "sync.json");
        applied.ExitCode.ShouldBe(0, applied.Output + applied.Error);
        applied.Output.ShouldContain("vault kv metadata delete -mount=secret ghcr-token");
        ShouldHold(box, vault);
        JsonElement[] record = Secrets(box.Read("sync.json"));
        record.Select(row => $"{row.GetProperty("state")} {row.GetProperty("versionWritten")}").ShouldBe(["written 1", "written 1", "written 1"]);

        Sandbox.Outcome again = Run(box, vault, "--apply");
        (again.ExitCode, again.Output.Contains("0 secrets written", StringComparison.Ordinal)).ShouldBe((0, true), again.Output + again.Error);
        vault.Engine.Versions.Values.ShouldAllBe(versions => versions.Count == 1);
        Sandbox.Outcome compared = box.Run(["compare", "env", "vault", "--only", "GHCR_*", "--only", "LANGFUSE_*"], null, [("VAULT_TOKEN", vault.Token)]);
        (compared.ExitCode, compared.Output.Contains("3 same", StringComparison.Ordinal)).ShouldBe((0, true), compared.Output + compared.Error);
        ShouldHoldNoValue(box, vault, plan.Output + plan.Error + applied.Output + applied.Error + again.Output + compared.Output + box.Read("sync.json"));
        Run(box, vault, "--apply", "--record", "sync.json").Error.ShouldContain("'sync.json' is there already");
    }

    /// <summary>What the store would not take is told before anything is written.</summary>
    [Fact]
    public void ValueThatTheTargetCannotKeep_IsRefusedInThePlan()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "version: 1\nstores:\n  mounted: { type: files, path: mounted }\n  env: { type: dotenv, path: .env }\n");
        byte[] noText = [0xFE, 0xFF, 0x00, 0x81];
        box.Write("mounted/TOKEN", box.Secret()).Write("mounted/KEYSTORE", noText);
        Sandbox.Outcome plan = box.Run("sync", "--from", "mounted", "--to", "env");
        plan.ExitCode.ShouldBe(1, plan.Output + plan.Error);
        plan.Output.ShouldContain("the value has bytes that are no text, and a .env file keeps texts");
        plan.Output.ShouldContain("1 to create, 0 to update, 0 as it is, 1 refused");
    }

    [Fact]
    public async Task AnotherValue_StaysUnlessTheUserSaysSo_AndAPlaceholderDoesNot()
    {
        var vault = new FakeVault();
        await using LoopbackServer server = await vault.StartAsync();
        using Sandbox box = Project(server);
        string generated = JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = box.Secret() });
        vault.Engine.Put("secret/ghcr-token", """{"value":"keycloak_generated_placeholder"}""");
        vault.Engine.Put("secret/ghcr-username", generated);
        vault.Engine.Put("secret/langfuse-secret-key", null);
        Sandbox.Outcome applied = Run(box, vault, "--apply");
        applied.ExitCode.ShouldBe(1, applied.Output + applied.Error);
        applied.Output.ShouldContain("refuse        GHCR_USERNAME → ghcr-username");
        applied.Output.ShouldContain("vault kv rollback -mount=secret -version=1 ghcr-token");
        vault.Engine.Current("secret/ghcr-username").ShouldBe(generated);
        vault.Engine.Versions["secret/ghcr-token"].Count.ShouldBe(2);
        vault.Engine.Versions["secret/langfuse-secret-key"].Count.ShouldBe(2, "what is written comes after the version that was deleted");

        Run(box, vault, "--apply", "--overwrite").ExitCode.ShouldBe(0);
        ShouldHold(box, vault);
        vault.Engine.Versions.Values.ShouldAllBe(versions => versions.Count == 2);
    }

    [Fact]
    public void WhatIsRequiredAndLacking_LetsNothingBeWritten_AndStubsAndCollisionsAreRefused()
    {
        using var box = new Sandbox(git: false);
        string value = box.Secret();
        box.Write("secretguard.yml", "version: 1\nstores:\n  env: { type: dotenv, path: .env }\n  run: { type: files, path: run }\nsecrets:\n  A: { store: env, mirrors: [run] }\n  B: { store: env, mirrors: [run] }\n  C: { store: env, mirrors: [run], required: false }\n");
        box.Write("run/.keep", "").Write(".env", $"A={value}\nB=changeme\nC=\n");
        Sandbox.Outcome lacking = box.Run("sync", "--from", "env", "--to", "run", "--apply");
        lacking.ExitCode.ShouldBe(1, lacking.Error);
        lacking.Output.ShouldContain("lacking       B  its value stands for a value that nobody has filled in");
        lacking.Output.ShouldContain("nothing was written: what is required is lacking");
        File.Exists(Path.Combine(box.Root, "run", "A")).ShouldBeFalse();

        box.Write("secretguard.yml", "version: 1\nstores:\n  env: { type: dotenv, path: .env }\n  run: { type: files, path: run, transform: underscore-to-hyphen-lower }\n");
        box.Write(".env", $"A_B={value}\nA.B={value}\nSTUB=changeme\nFINE={value}\n");
        Sandbox.Outcome one = box.Run("sync", "--from", "env", "--to", "run", "--apply", "--only", "A_B");
        (one.ExitCode, one.Output.Contains("'A.B' would become 'a-b' too", StringComparison.Ordinal)).ShouldBe((1, true), one.Output + one.Error);
        box.Run("sync", "--from", "env", "--to", "run", "--apply").ExitCode.ShouldBe(1);
        Directory.GetFiles(Path.Combine(box.Root, "run")).Select(Path.GetFileName).ShouldBe([".keep", "fine"], ignoreOrder: true);
        box.Run("sync", "--from", "env", "--to", "environment:x").Error.ShouldContain("nothing can be written to a store of type environment yet");
    }

    [Theory]
    [InlineData("dotenv:new/.env.local", "new/.env.local")]
    [InlineData("files:new/run", "new/run/A")]
    public void TargetThatIsNotThereYet_IsMadeByWriting_AndMissedByComparing(string target, string file)
    {
        using var box = new Sandbox(git: false);
        box.Write("secretguard.yml", "version: 1\nstores:\n  env: { type: dotenv, path: .env }\n").Write(".env", $"A={box.Secret()}\n");
        box.Run("compare", "env", target).ExitCode.ShouldBe(3);
        box.Run("sync", "--from", "env", "--to", target).Output.ShouldContain("create        A");
        File.Exists(Path.Combine(box.Root, file)).ShouldBeFalse();
        box.Run("sync", "--from", "env", "--to", target, "--apply").ExitCode.ShouldBe(0);
        box.Run("compare", "env", target).ExitCode.ShouldBe(0);
        box.Run("sync", "--from", "dotenv:none.env", "--to", target).ExitCode.ShouldBe(3, "what is copied must be there");
    }

    [Fact]
    public async Task Permissions_AreTheLeastOfBoth()
    {
        var vault = new FakeVault();
        await using LoopbackServer server = await vault.StartAsync();
        using Sandbox box = Project(server);
        Sandbox.Outcome told = Run(box, vault, "--permissions");
        told.ExitCode.ShouldBe(0, told.Error);
        told.Output.ShouldContain("path \"secret/data/ghcr-token\" { capabilities = [\"create\", \"read\", \"update\"] }");
        vault.Engine.Versions.ShouldBeEmpty();
    }

    /// <summary>The process ends when a write is done and not answered: the worst time.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Killed_LeavesARecordThatIsTrue_AndASecondRunCompletes(int write)
    {
        var vault = new FakeVault();
        await using LoopbackServer server = await vault.StartAsync();
        using Sandbox box = Project(server);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int writes = 0;
        vault.Engine.Wrote = async _ =>
        {
            if (Interlocked.Increment(ref writes) == write)
            {
                reached.SetResult();
                await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        };
        using (Process process = box.StartTool(["sync", "--from", "env", "--to", "vault", "--apply", "--record", "sync.json"], [("VAULT_TOKEN", vault.Token)]))
        {
            await reached.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        string record = box.Read("sync.json");
        Secrets(record).Select(secret => secret.GetProperty("state").GetString()).ShouldBe([.. Enumerable.Repeat("written", write - 1), "writing", .. Enumerable.Repeat("planned", 3 - write)]);
        vault.Engine.Wrote = null;
        Run(box, vault, "--apply").ExitCode.ShouldBe(0);
        ShouldHold(box, vault);
        vault.Engine.Versions.Values.ShouldAllBe(versions => versions.Count == 1);
        ShouldHoldNoValue(box, vault, record);
    }

    private static Sandbox Project(LoopbackServer server)
    {
        var box = new Sandbox(git: false);
        box.Write("secretguard.yml", Settings.Replace("‹address›", server.Address, StringComparison.Ordinal));
        return box.Write(".env", $"GHCR_TOKEN={box.Secret()}\nGHCR_USERNAME=my'user{box.Secret()[^6..]}\nLANGFUSE_SECRET_KEY={box.Secret()}\n");
    }

    private static Sandbox.Outcome Run(Sandbox box, FakeVault vault, params string[] more) => box.Run(["sync", "--from", "env", "--to", "vault", .. more], null, [("VAULT_TOKEN", vault.Token)]);

    private static void ShouldHold(Sandbox box, FakeVault vault)
    {
        string[] values = [.. box.Read(".env").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..])];
        Names.Select(name => JsonDocument.Parse(vault.Engine.Current("secret/" + name)!).RootElement.GetProperty("value").GetString()).ShouldBe(values);
    }

    private static void ShouldHoldNoValue(Sandbox box, FakeVault vault, string text)
    {
        foreach (string value in box.Planted.Append(vault.Token))
        {
            text.ShouldNotContain(value);
        }
    }

    private static JsonElement[] Secrets(string record) => [.. JsonDocument.Parse(record).RootElement.GetProperty("secrets").EnumerateArray()];
}
