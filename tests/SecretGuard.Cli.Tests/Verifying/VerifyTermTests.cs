using System.Globalization;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Tests.Vault;

namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>What Vault makes or changes by itself, held against the rotation that is declared: its roles and keys are looked at, and nothing is issued.</summary>
public sealed class VerifyTermTests : IAsyncLifetime
{
    private readonly FakeVault _vault = new();
    private readonly Sandbox _box = new();
    private LoopbackServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await _vault.StartAsync();
        (_vault.Mounted["transit/"], _vault.Mounted["pki/"]) = ("transit", "pki");
        _vault.Settings["database/roles/api"] = """{"default_ttl":3600,"max_ttl":0}""";
        _vault.Settings["database/roles/jobs"] = """{"default_ttl":3600,"max_ttl":86400}""";
        _vault.Settings["database/static-roles/legacy"] = """{"rotation_period":7776000,"last_vault_rotation":"2020-01-01T00:00:00Z"}""";
        _vault.Settings["pki/roles/api"] = """{"ttl":0,"max_ttl":0}""";
        _vault.Settings["transit/keys/tokens"] = """{"latest_version":2,"auto_rotate_period":31536000,"keys":{"1":1577836800,"2":4070908800}}""";
        _vault.Settings["sys/mounts/database/tune"] = """{"default_lease_ttl":2764800,"max_lease_ttl":2764800}""";
        _box.Write("secretguard.yml", $$"""
            version: 1
            stores:
              vault: { type: hashicorp-vault, address: "{{_server.Address}}" }
            policies:
              service: { owner: team-data, rotation: { every: 24h } }
            secrets:
              api-db: { name: database/creds/api, category: service }
              jobs-db: { name: database/creds/jobs, category: service, fields: [username, password] }
              legacy-db: { name: database/static-creds/legacy, rotation: { every: 30d, grace: 24h } }
              api-tls: { name: pki/issue/api, category: service }
              tokens: { name: transit/keys/tokens, kind: key, rotation: { every: 30d } }
              gone: { name: database/creds/gone }
            """).Commit();
    }

    public async ValueTask DisposeAsync()
    {
        _server.Requests.ShouldAllBe(request => request.Contains("/sys/internal/", StringComparison.Ordinal) || (!request.Contains("creds/", StringComparison.Ordinal) && !request.Contains("/issue/", StringComparison.Ordinal)));
        await _server.DisposeAsync();
        _box.Dispose();
    }

    [Fact]
    public void WhatLivesTooLong_IsToldAtItsDeclaration()
    {
        _vault.Denied.Add("sys/mounts/pki/");
        Sandbox.Outcome run = Run("verify", "--no-lint", "--format", "text");
        run.ExitCode.ShouldBe(1, run.Error + run.Output);
        string[] reasons = [.. run.Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("| why: ", StringComparison.Ordinal)).Select(line => line[7..]).Order(StringComparer.Ordinal)];
        reasons.ShouldBe(
        [
            "each credential of it is good for up to 32d ('max_lease_ttl' of the mount 'database', for no 'max_ttl' is said), and is to be another after 1d (owner: team-data)",
            "it was changed on 2020-01-01, and is to be changed by 2020-01-31, at the latest by 2020-02-01",
            "its store changes it after 365d ('auto_rotate_period' of transit/keys/tokens), and it is to be changed every 30d",
            "its store changes it after 90d ('rotation_period' of database/static-roles/legacy), and it is to be changed every 30d",
            "the engine at 'database' has no role 'gone' in roles/ (store 'vault'); create the role, or correct its name in the reference",
        ]);
        run.Output.ShouldContain("[rotation-term-long] SG5020");
        run.Output.ShouldContain("how long a credential is good for is left to the mount 'pki', and is not known: the policy lacks 'read' on sys/mounts/pki/tune");
    }

    [Fact]
    public void Values_AreNotAskedFor()
    {
        Sandbox.Outcome run = Run("verify", "--no-lint", "--values");
        run.ExitCode.ShouldBe(1, run.Error + run.Output);
        run.Output.ShouldContain("values not looked at, for the store does not give them out: database/creds/api");
    }

    [Fact]
    public void Rotation_SaysThatTheStoreDoesIt()
    {
        Sandbox.Outcome run = Run("rotation", "status");
        run.Output.Split('\n').Where(line => line.Contains("by store", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal).ShouldBe(["6", "api-db", "api-tls", "jobs-db"]);
    }

    /// <summary>The lock of last week says nothing of what Vault changes every day.</summary>
    [Fact]
    public void Lock_HoldsNoDayOfWhatItsStoreChangesInTime()
    {
        string now = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        _vault.Settings["database/static-roles/daily"] = $$"""{"rotation_period":86400,"last_vault_rotation":"{{now}}"}""";
        _vault.Settings["database/static-roles/seldom"] = $$"""{"rotation_period":7776000,"last_vault_rotation":"{{now}}"}""";
        _box.Write("secretguard.yml", $$"""
            version: 1
            stores:
              vault: { type: hashicorp-vault, address: "{{_server.Address}}" }
            secrets:
              daily: { name: database/static-creds/daily, rotation: 24h }
              seldom: { name: database/static-creds/seldom, rotation: 24h }
            """).Commit();
        Run("verify", "--no-lint").ExitCode.ShouldBe(1);
        Run("lock").ExitCode.ShouldBe(0);
        string[] records = _box.Read("secretguard.lock").Split('\n');
        records.Single(record => record.Contains("/daily", StringComparison.Ordinal)).ShouldNotContain(now[..10] + "\t-");
        Sandbox.Outcome offline = Run("verify", "--no-lint", "--offline");
        offline.Output.ShouldNotContain("static-creds/daily");
        offline.Output.ShouldContain("static-creds/seldom");
    }

    private Sandbox.Outcome Run(params string[] arguments) => _box.Run(arguments, null, [("VAULT_TOKEN", _vault.Token)]);
}
