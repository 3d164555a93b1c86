using System.Globalization;
using SecretGuard.Inventories;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Vault;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Tests.Vault;

/// <summary>Credentials that Vault makes when it is asked, and keys of its transit engine: what stands for them is looked at, and nothing is issued or used.</summary>
public sealed class VaultMadeTests : IAsyncLifetime
{
    /// <summary>The words of paths that give something out.</summary>
    private static readonly HashSet<string> Issuing = new(["creds", "static-creds", "static-cred", "sts", "issue", "sign", "sign-verbatim", "key", "token", "encrypt", "decrypt", "export", "datakey", "data"], StringComparer.Ordinal);

    private readonly FakeVault _vault = new();
    private LoopbackServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await _vault.StartAsync();
        foreach (string engine in new[] { "aws", "azure", "gcp", "consul", "nomad", "rabbitmq", "kubernetes", "ldap", "ad", "pki", "ssh", "identity", "transit", "totp" })
        {
            _vault.Mounted[engine + "/"] = engine;
        }

        _vault.Mounted["team/db/"] = "database";
    }

    public async ValueTask DisposeAsync()
    {
        _server.Requests.ShouldAllBe(request => request.StartsWith("GET ", StringComparison.Ordinal) && (request.Contains("/sys/internal/", StringComparison.Ordinal) || request.Contains("/secret/metadata/", StringComparison.Ordinal) || !request.Split('/').Any(Issuing.Contains)));
        await _server.DisposeAsync();
    }

    /// <summary>The longest that a credential is good for, with what says so: the role, else what the engine says for all, else the mount, which never gives more than it may.</summary>
    [Theory]
    [InlineData("database/creds/app", "database/roles/app", """{"default_ttl":3600,"max_ttl":86400}""", 86400, "'max_ttl' of database/roles/app")]
    [InlineData("team/db/creds/app", "team/db/roles/app", """{"default_ttl":3600,"max_ttl":86400}""", 86400, "'max_ttl' of team/db/roles/app")]
    [InlineData("database/creds/app", "database/roles/app", """{"default_ttl":3600,"max_ttl":8640000}""", 2764800, "'max_lease_ttl' of the mount 'database'")]
    [InlineData("database/creds/app", "database/roles/app", """{"default_ttl":3600,"max_ttl":0}""", 2764800, "'max_lease_ttl' of the mount 'database', for no 'max_ttl' is said")]
    [InlineData("database/creds/app", "database/roles/app", "{}", 2764800, "'max_lease_ttl' of the mount 'database', for no 'max_ttl' is said")]
    [InlineData("aws/creds/app", "aws/roles/app", """{"credential_types":["iam_user"]}""", 7200, "'lease_max' of aws/config/lease")]
    [InlineData("aws/creds/app", "aws/roles/app", """{"credential_types":["assumed_role"],"default_sts_ttl":900,"max_sts_ttl":0}""", 900, "'default_sts_ttl' of aws/roles/app")]
    [InlineData("aws/sts/app", "aws/roles/app", """{"credential_types":["assumed_role"],"default_sts_ttl":0,"max_sts_ttl":43200}""", 43200, "'max_sts_ttl' of aws/roles/app")]
    [InlineData("aws/sts/app", "aws/roles/app", """{"credential_types":["federation_token"]}""", 3600, "nothing says otherwise")]
    [InlineData("azure/creds/app", "azure/roles/app", """{"ttl":"1h","max_ttl":"24h0m0s"}""", 86400, "'max_ttl' of azure/roles/app")]
    [InlineData("gcp/roleset/app/token", "gcp/roleset/app", "{}", 3600, "nothing says otherwise")]
    [InlineData("gcp/static-account/app/key", "gcp/static-account/app", "{}", 1800, "'max_ttl' of gcp/config")]
    [InlineData("consul/creds/app", "consul/roles/app", """{"ttl":"3600","max_ttl":"7200"}""", 7200, "'max_ttl' of consul/roles/app")]
    [InlineData("nomad/creds/app", "nomad/role/app", "{}", 2764800, "'max_lease_ttl' of the mount 'nomad', for no 'max_ttl' is said")]
    [InlineData("rabbitmq/creds/app", "rabbitmq/roles/app", """{"tags":"administrator"}""", 60, "'max_ttl' of rabbitmq/config/lease")]
    [InlineData("kubernetes/creds/app", "kubernetes/roles/app", """{"token_default_ttl":600,"token_max_ttl":0}""", 600, "'token_default_ttl' of kubernetes/roles/app")]
    [InlineData("ldap/creds/app", "ldap/role/app", """{"default_ttl":3600,"max_ttl":86400}""", 86400, "'max_ttl' of ldap/role/app")]
    [InlineData("pki/issue/app", "pki/roles/app", """{"ttl":0,"max_ttl":259200}""", 259200, "'max_ttl' of pki/roles/app")]
    [InlineData("pki/issue/app", "pki/roles/app", """{"ttl":3600,"max_ttl":0}""", 3600, "'ttl' of pki/roles/app")]
    [InlineData("pki/sign/app", "pki/roles/app", """{"ttl":0,"max_ttl":0}""", 43200, "'default_lease_ttl' of the mount 'pki', for no 'ttl' is said")]
    [InlineData("ssh/sign/app", "ssh/roles/app", """{"key_type":"ca","ttl":"30m0s","max_ttl":"0s"}""", 1800, "'ttl' of ssh/roles/app")]
    [InlineData("identity/oidc/token/app", "identity/oidc/role/app", """{"ttl":86400}""", 86400, "'ttl' of identity/oidc/role/app")]
    public async Task Lease_IsThatOfTheRole(string name, string path, string role, int seconds, string setting)
    {
        _vault.Settings[path] = role;
        _vault.Settings["aws/config/lease"] = """{"lease":"1h0m0s","lease_max":"2h0m0s"}""";
        _vault.Settings["rabbitmq/config/lease"] = """{"ttl":30,"max_ttl":60}""";
        _vault.Settings["gcp/config"] = """{"ttl":900,"max_ttl":1800}""";
        foreach (string mount in _vault.Mounted.Keys)
        {
            _vault.Settings[$"sys/mounts/{mount}tune"] = """{"default_lease_ttl":43200,"max_lease_ttl":2764800}""";
        }

        StoreAnswer answer = await AskAsync(name);
        (answer.Verdict, answer.Remark).ShouldBe((Verdict.Present, ""), answer.Cause);
        answer.Metadata.Term.ShouldBe(new ValueTerm(TimeSpan.FromSeconds(seconds), setting) { IsLease = true });
    }

    /// <summary>What is left to the mount is not known where that may not be looked at; what the role says is.</summary>
    [Theory]
    [InlineData("database/creds/app", "database/roles/app", """{"default_ttl":3600,"max_ttl":86400}""", 86400, "")]
    [InlineData("database/creds/app", "database/roles/app", """{"default_ttl":3600,"max_ttl":0}""", 3600, "how long a credential can be renewed is left to the mount 'database', and is not known: the policy lacks 'read' on sys/mounts/database/tune")]
    [InlineData("database/creds/app", "database/roles/app", """{"default_ttl":0,"max_ttl":0}""", null, "how long a credential is good for is left to the mount 'database', and is not known: the policy lacks 'read' on sys/mounts/database/tune")]
    [InlineData("pki/issue/app", "pki/roles/app", """{"ttl":0,"max_ttl":0}""", null, "how long a credential is good for is left to the mount 'pki', and is not known: the policy lacks 'read' on sys/mounts/pki/tune")]
    [InlineData("rabbitmq/creds/app", "rabbitmq/roles/app", "{}", null, "how long a credential is good for is left to the mount 'rabbitmq', and is not known: the policy lacks 'read' on sys/mounts/rabbitmq/tune")]
    [InlineData("ssh/creds/app", "ssh/roles/app", """{"key_type":"otp"}""", null, "")]
    public async Task MountThatMayNotBeSeen_LeavesTheLeaseUnknown(string name, string path, string role, int? seconds, string remark)
    {
        _vault.Settings[path] = role;
        _vault.Denied.UnionWith(["sys/mounts/", "rabbitmq/config/"]);
        StoreAnswer answer = await AskAsync(name);
        (answer.Verdict, answer.Remark, (int?)answer.Metadata.Term?.Longest?.TotalSeconds).ShouldBe((Verdict.Present, remark, seconds), answer.Cause);
    }

    [Theory]
    [InlineData("database/static-creds/app", "database/static-roles/app", """{"rotation_period":86400,"last_vault_rotation":"2026-03-01T10:00:00.123456789Z"}""", "2026-03-01", "2026-03-02", 86400)]
    [InlineData("database/static-creds/app", "database/static-roles/app", """{"rotation_schedule":"0 0 * * SAT","rotation_window":3600,"last_vault_rotation":"2026-03-01T10:00:00Z"}""", "2026-03-01", "2026-03-07", 604800)]
    [InlineData("database/static-creds/app", "database/static-roles/app", """{"rotation_schedule":"0 0 * * SAT","rotation_period":0}""", null, null, 604800)]
    [InlineData("database/static-creds/app", "database/static-roles/app", """{"rotation_schedule":"CRON_TZ=UTC 0 0 * * SAT","last_vault_rotation":"2026-03-01T10:00:00Z"}""", "2026-03-01", null, null)]
    [InlineData("database/static-creds/app", "database/static-roles/app", """{"rotation_period":86400,"last_vault_rotation":"0001-01-01T00:00:00Z"}""", null, null, 86400)]
    [InlineData("ldap/static-cred/app", "ldap/static-role/app", """{"rotation_period":"24h","last_vault_rotation":"2026-03-01T10:00:00Z"}""", "2026-03-01", "2026-03-02", 86400)]
    [InlineData("ad/creds/app", "ad/roles/app", """{"ttl":86400,"last_vault_rotation":"2026-03-01T10:00:00Z"}""", "2026-03-01", null, 86400)]
    [InlineData("aws/static-creds/app", "aws/static-roles/app", """{"rotation_period":86400}""", null, null, 86400)]
    public async Task AccountThatVaultKeeps_TellsWhenItIsRotated(string name, string path, string role, string? rotated, string? next, int? seconds)
    {
        _vault.Settings[path] = role;
        StoreAnswer answer = await AskAsync(name);
        SecretMetadata told = answer.Metadata;
        (answer.Verdict, told.Rotated?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), told.NextRotation?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), (int?)told.Term?.Longest?.TotalSeconds).ShouldBe((Verdict.Present, rotated, next, seconds), answer.Cause);
        told.Term?.IsLease.ShouldBe(false);
    }

    [Theory]
    [InlineData("transit/keys/app", SecretKind.Key, null, Verdict.Present)]
    [InlineData("transit/app", SecretKind.Key, null, Verdict.Present)]
    [InlineData("transit/encrypt/app", SecretKind.Secret, null, Verdict.Present)]
    [InlineData("transit/datakey/plaintext/app", SecretKind.Secret, null, Verdict.Present)]
    [InlineData("transit/keys/app", SecretKind.Key, "2", Verdict.Present)]
    [InlineData("transit/keys/app", SecretKind.Key, "1", Verdict.NoVersion)]
    [InlineData("transit/keys/app", SecretKind.Key, "4", Verdict.NoVersion)]
    [InlineData("transit/keys/app", SecretKind.Key, "new", Verdict.Misconfigured)]
    [InlineData("transit/keys/none", SecretKind.Key, null, Verdict.Missing)]
    [InlineData("transit/app", SecretKind.Secret, null, Verdict.Misconfigured)]
    [InlineData("transit/keys/odd", SecretKind.Key, null, Verdict.Misconfigured)]
    public async Task TransitKey_HasItsVerdict(string name, SecretKind kind, string? version, Verdict expected)
    {
        _vault.Settings["transit/keys/app"] = """{"type":"aes256-gcm96","latest_version":3,"min_decryption_version":2,"auto_rotate_period":7776000,"keys":{"2":1767225600,"3":1772323200}}""";
        _vault.Settings["transit/keys/odd"] = "{}";
        (await AskAsync(name, kind, version)).Verdict.ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"latest_version":2,"auto_rotate_period":7776000,"keys":{"1":1767225600,"2":1772323200}}""", "2026-03-01", "2026-05-30", 90)]
    [InlineData("""{"latest_version":2,"auto_rotate_period":0,"keys":{"1":{"creation_time":"2026-01-01T00:00:00Z","public_key":"x"},"2":{"creation_time":"2026-03-01T00:00:00.5Z","public_key":"x"}}}""", "2026-03-01", null, null)]
    [InlineData("""{"latest_version":2,"auto_rotate_period":"2160h","keys":{}}""", null, null, 90)]
    public async Task TransitKey_TellsWhenItsNewestVersionWasMade(string key, string? rotated, string? next, int? days)
    {
        _vault.Settings["transit/keys/app"] = key;
        SecretMetadata told = (await AskAsync("transit/keys/app", SecretKind.Key)).Metadata;
        (told.Version, told.Rotated?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), told.NextRotation?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), (int?)told.Term?.Longest?.TotalDays).ShouldBe(("2", rotated, next, days));
    }

    [Theory]
    [InlineData("database/creds/app", "5", Verdict.Misconfigured, "a version is asked for")]
    [InlineData("database/creds/none", null, Verdict.Missing, "has no role 'none' in roles/")]
    [InlineData("database/roles/app", null, Verdict.Misconfigured, "'roles/app' is nothing that it gives out")]
    [InlineData("totp/code/app", null, Verdict.Misconfigured, "keeps no secrets by name")]
    [InlineData("gcp/roleset/app", null, Verdict.Misconfigured, "'roleset/app' is nothing that it gives out")]
    public async Task OtherPaths_HaveTheirVerdict(string name, string? version, Verdict expected, string cause)
    {
        _vault.Settings["database/roles/app"] = "{}";
        StoreAnswer answer = await AskAsync(name, version: version);
        answer.Verdict.ShouldBe(expected, answer.Cause);
        answer.Cause.ShouldContain(cause);
    }

    [Fact]
    public async Task RoleThatMayNotBeSeen_IsForbidden()
    {
        _vault.Denied.Add("database/roles/");
        (await AskAsync("database/creds/app")).Verdict.ShouldBe(Verdict.Forbidden);
    }

    /// <summary>A store with a mount puts it before every name, and an annotation says the whole path.</summary>
    [Fact]
    public async Task WholePath_IsFoundBelowAMountThatWasGiven()
    {
        _vault.Settings["database/roles/app"] = """{"default_ttl":3600,"max_ttl":86400}""";
        using var store = new VaultStore(Settings with { Mount = "secret" });
        SecretQuery query = new("secret/database/creds/app", "username");
        StoreAnswer answer = await store.AskAsync(query, TestContext.Current.CancellationToken);
        (answer.Verdict, answer.IsFieldUnchecked, answer.Metadata.Term?.Longest).ShouldBe((Verdict.Present, false, TimeSpan.FromDays(1)));
        store.Endpoint(query).ShouldBe($"GET {_server.Address}/v1/database/roles/app");
        (await store.AskAsync(new SecretQuery("secret/nowhere/creds/app"), TestContext.Current.CancellationToken)).Verdict.ShouldBe(Verdict.Missing);
        (await store.AskAsync(new SecretQuery("secret/team/kv/creds/app"), TestContext.Current.CancellationToken)).Verdict.ShouldBe(Verdict.Missing);
    }

    [Fact]
    public async Task EngineBelowAnother_IsFoundBehindIt()
    {
        _vault.Mounted["secret/db/"] = "database";
        _vault.Settings["secret/db/roles/app"] = """{"default_ttl":3600,"max_ttl":86400}""";
        using var store = new VaultStore(Settings);
        (await store.AskAsync(new SecretQuery("secret/app/database"), TestContext.Current.CancellationToken)).Verdict.ShouldBe(Verdict.Present);
        (await store.AskAsync(new SecretQuery("secret/db/creds/app"), TestContext.Current.CancellationToken)).Metadata.Term?.Longest.ShouldBe(TimeSpan.FromDays(1));
        (await store.AskAsync(new SecretQuery("secret/app/creds/app"), TestContext.Current.CancellationToken)).Verdict.ShouldBe(Verdict.Missing);
    }

    /// <summary>To read one is to have one made, so that it is left alone, and so is it by who lists and writes.</summary>
    [Fact]
    public async Task Values_AreNotRead()
    {
        _vault.Settings["database/roles/app"] = """{"default_ttl":3600,"max_ttl":86400}""";
        _vault.Settings["transit/keys/app"] = """{"latest_version":1,"keys":{"1":1767225600}}""";
        using var store = new VaultStore(Settings);
        var inspector = new ValueInspector();
        VerificationReport report = await new StoreVerifier(new VerifierOptions { Values = inspector }).VerifyAsync(
            store, [new("database/creds/app"), new("database/creds/app", "username"), new("transit/encrypt/app")], null, TestContext.Current.CancellationToken);
        report.Answers.ShouldAllBe(answer => answer.Verdict == Verdict.Present && answer.Facts == null && answer.ValueProblem == null);
        (await store.LookAsync(new("database/creds/app"), TestContext.Current.CancellationToken)).Problem!.Verdict.ShouldBe(Verdict.Misconfigured);
        (await store.BeginAsync("database/", TestContext.Current.CancellationToken)).Problem!.Verdict.ShouldBe(Verdict.Misconfigured);
    }

    [Theory]
    [InlineData("database/creds/ap", "app")]
    [InlineData("transit/keys/ap", "app")]
    public async Task RoleThatIsMissing_IsHeldAgainstThoseThatAreThere(string name, string expected)
    {
        _vault.Settings["database/roles/app"] = _vault.Settings["transit/keys/app"] = "{}";
        using var store = new VaultStore(Settings);
        VerificationReport report = await new StoreVerifier(new VerifierOptions()).VerifyAsync(store, [new(name)], null, TestContext.Current.CancellationToken);
        (report.Answers[0].Verdict, report.Answers[0].Nearest).ShouldBe((Verdict.Missing, expected));
    }

    /// <summary>Whoever verifies is never let issue one; a program that uses it is let do no more.</summary>
    [Fact]
    public async Task Permissions_AreTheLeast()
    {
        _vault.Settings["rabbitmq/roles/app"] = "{}";
        using var store = new VaultStore(Settings);
        SecretQuery[] queries = [new("database/creds/app"), new("database/static-creds/app"), new("rabbitmq/creds/app"), new("pki/issue/app"), new("transit/keys/app", Kind: SecretKind.Key), new("transit/decrypt/app")];
        const string Expected = """
            path "database/roles/app" { capabilities = ["read"] }
            path "database/static-roles/app" { capabilities = ["read"] }
            path "pki/roles/app" { capabilities = ["read"] }
            path "rabbitmq/config/lease" { capabilities = ["read"] }
            path "rabbitmq/roles/app" { capabilities = ["read"] }
            path "sys/mounts/database/tune" { capabilities = ["read"] }
            path "sys/mounts/pki/tune" { capabilities = ["read"] }
            path "sys/mounts/rabbitmq/tune" { capabilities = ["read"] }
            path "transit/keys/app" { capabilities = ["read"] }

            """;
        string guessed = store.Permissions(queries[..5]);
        guessed.ShouldBe(Expected.ReplaceLineEndings("\n"), "the names say which engines they are of");
        foreach (SecretQuery query in queries)
        {
            await store.AskAsync(query, TestContext.Current.CancellationToken);
        }

        store.Permissions(queries).ShouldBe(guessed);
        store.ValuePermissions(queries).ShouldBe("");
        store.ReaderPermissions([.. queries, new("secret/app/database")], new SecretReader("app")).ShouldBe("""
            path "secret/data/app/database" { capabilities = ["read"] }
            path "database/creds/app" { capabilities = ["read"] }
            path "database/static-creds/app" { capabilities = ["read"] }
            path "pki/issue/app" { capabilities = ["update"] }
            path "rabbitmq/creds/app" { capabilities = ["read"] }
            path "transit/decrypt/app" { capabilities = ["update"] }
            path "transit/keys/app" { capabilities = ["read"] }

            """.ReplaceLineEndings("\n"));
    }

    private VaultSettings Settings => new(_server.Address, VaultLogin.WithToken(_vault.Token));

    private async Task<StoreAnswer> AskAsync(string name, SecretKind kind = SecretKind.Secret, string? version = null)
    {
        using var store = new VaultStore(Settings);
        return await store.AskAsync(new SecretQuery(name, null, version, kind), TestContext.Current.CancellationToken);
    }
}
