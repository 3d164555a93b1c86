using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Vault;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Tests.Vault;

public sealed class VaultStoreTests : IAsyncLifetime
{
    private readonly FakeVault _vault = new();
    private LoopbackServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await _vault.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private VaultSettings Settings => new(_server.Address, VaultLogin.WithToken(_vault.Token));

    [Theory]
    [InlineData("secret/app/database", null, null, Verdict.Present)]
    [InlineData("/secret/app/database/", null, null, Verdict.Present)]
    [InlineData("secret/data/app/database", null, null, Verdict.Present)]
    [InlineData("secret/metadata/app/database", null, null, Verdict.Present)]
    [InlineData("secret/a b/c#d", null, null, Verdict.Present)]
    [InlineData("secret/app/database", "password", null, Verdict.Present)]
    [InlineData("secret/app/database", "tls.key", null, Verdict.Present)]
    [InlineData("secret/app/database", "pasword", null, Verdict.FieldMissing)]
    [InlineData("secret/app/database", null, "3", Verdict.Present)]
    [InlineData("secret/app/database", null, "latest", Verdict.Present)]
    [InlineData("secret/app/database", null, "2", Verdict.SoftDeleted)]
    [InlineData("secret/app/database", null, "1", Verdict.SoftDeleted)]
    [InlineData("secret/app/database", null, "9", Verdict.NoVersion)]
    [InlineData("secret/app/database", null, "new", Verdict.Misconfigured)]
    [InlineData("secret/app/deleted", null, null, Verdict.SoftDeleted)]
    [InlineData("secret/app/expiring", null, null, Verdict.Present)]
    [InlineData("secret/app/hollow", null, null, Verdict.NoVersion)]
    [InlineData("secret/app/none", null, null, Verdict.Missing)]
    [InlineData("secret", null, null, Verdict.Misconfigured)]
    [InlineData("secret/../sys/raw", null, null, Verdict.Misconfigured)]
    [InlineData("secret//app", null, null, Verdict.Misconfigured)]
    [InlineData("", null, null, Verdict.Misconfigured)]
    [InlineData("database/creds/app", null, null, Verdict.Missing)]
    [InlineData("database/config/app", null, null, Verdict.Misconfigured)]
    [InlineData("nowhere/app", null, null, Verdict.Forbidden)]
    [InlineData("team/kv/app/database", null, null, Verdict.Present)]
    [InlineData("team/kv/top", null, null, Verdict.Present)]
    [InlineData("team/kv/app/none", null, null, Verdict.Missing)]
    [InlineData("team/kv/app/sub", null, null, Verdict.Missing)]
    [InlineData("team/kv/other/none", null, null, Verdict.Missing)]
    [InlineData("team/kv/app/database", null, "2", Verdict.Misconfigured)]
    public async Task Question_HasItsVerdict(string name, string? field, string? version, Verdict expected)
    {
        StoreAnswer answer = await AskAsync(Settings, new SecretQuery(name, field, version));
        answer.Verdict.ShouldBe(expected, answer.Cause);
        _server.Requests.ShouldAllBe(request => !request.StartsWith("GET /v1/secret/data/", StringComparison.Ordinal) && !request.Contains("..", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metadata_IsThatOfTheVersion()
    {
        StoreAnswer answer = await AskAsync(Settings, new SecretQuery("secret/app/database", "password"));
        (answer.Metadata.Version, answer.Metadata.Created?.Year, answer.Metadata.Updated?.Month).ShouldBe(("3", 2025, 3));
        answer.Metadata.Fields!.Names.ShouldBe(["password", "tls", "tls.key"]);
        (await AskAsync(Settings, new SecretQuery("secret/app/expiring"))).Metadata.Expires?.Year.ShouldBe(2199);
    }

    /// <summary>A thousand references are mostly many fields of few secrets: each secret costs two requests.</summary>
    [Fact]
    public async Task FieldsOfASecret_CostTwoRequests()
    {
        using var store = new VaultStore(Settings);
        SecretQuery[] queries = [.. Enumerable.Range(0, 500).SelectMany(i => new[] { new SecretQuery("secret/app/database", $"field{i}"), new SecretQuery("secret/app/none", $"field{i}") }), new SecretQuery("secret/app/database", "password")];
        VerificationReport report = await new StoreVerifier(new VerifierOptions()).VerifyAsync(store, queries, cancellation: TestContext.Current.CancellationToken);
        report.Answers.CountBy(answer => answer.Verdict).ToDictionary().ShouldBe(new Dictionary<Verdict, int> { [Verdict.FieldMissing] = 500, [Verdict.Missing] = 500, [Verdict.Present] = 1 }, ignoreOrder: true);
        _server.Requests.Count(request => request.StartsWith("GET /v1/secret/", StringComparison.Ordinal) && !request.Contains("list=true", StringComparison.Ordinal)).ShouldBe(3);
        report.Calls.ShouldBeLessThan(queries.Length * 2 / 20);
    }

    /// <summary>What a hook has written in between is seen: rotation asks before it and after it.</summary>
    [Fact]
    public async Task Verification_AsksAnew()
    {
        using var store = new VaultStore(Settings);
        var verifier = new StoreVerifier(new VerifierOptions { SuggestNames = false });
        for (int i = 0; i < 2; i++)
        {
            _server.Requests.Clear();
            await verifier.VerifyAsync(store, [new SecretQuery("secret/app/database")], cancellation: TestContext.Current.CancellationToken);
            _server.Requests.ShouldContain("GET /v1/secret/metadata/app/database");
        }
    }

    [Theory]
    [InlineData(Fault.TooManyRequests)]
    [InlineData(Fault.ServerError)]
    [InlineData(Fault.HalfJson)]
    [InlineData(Fault.OtherJson)]
    [InlineData(Fault.Reset)]
    public async Task FailureOfAnAnswer_IsNotKept(Fault fault)
    {
        using var store = new VaultStore(Settings);
        var query = new SecretQuery("secret/app/database", "password");
        await store.AskAsync(new SecretQuery("secret/app/none"), TestContext.Current.CancellationToken); // finds the mount
        _server.Break(fault, "1", times: 1);
        (await store.AskAsync(query, TestContext.Current.CancellationToken)).Verdict.ShouldNotBe(Verdict.Present);
        (await store.AskAsync(query, TestContext.Current.CancellationToken)).Verdict.ShouldBe(Verdict.Present);
    }

    [Fact]
    public async Task Mount_CanBeGiven()
    {
        VaultSettings given = Settings with { Mount = "secret", EngineVersion = 2 };
        (await AskAsync(given, new SecretQuery("app/database"))).Verdict.ShouldBe(Verdict.Present);
        (await AskAsync(given, new SecretQuery("secret/data/app/database"))).Verdict.ShouldBe(Verdict.Present);
        _server.Requests.ShouldAllBe(request => request == "GET /v1/secret/metadata/app/database");
        (await AskAsync(Settings with { Mount = "team/kv" }, new SecretQuery("app/database"))).Verdict.ShouldBe(Verdict.Present);
    }

    [Fact]
    public async Task OldVault_HasFieldsUnknown()
    {
        _vault.HasSubkeys = false;
        StoreAnswer answer = await AskAsync(Settings, new SecretQuery("secret/app/database", "pasword"));
        (answer.Verdict, answer.IsFieldUnchecked).ShouldBe((Verdict.Present, true));
        answer.Remark.ShouldContain("1.10");
    }

    [Fact]
    public async Task Denial_IsForbidden_AndADeadTokenIsNot()
    {
        _vault.Denied.Add("secret/metadata/");
        StoreAnswer denied = await AskAsync(Settings, new SecretQuery("secret/app/database"));
        (denied.Verdict, denied.Problem!.IsStoreWide).ShouldBe((Verdict.Forbidden, false));
        _vault.IsTokenDead = true;
        StoreAnswer dead = await AskAsync(Settings, new SecretQuery("secret/app/database"));
        (dead.Verdict, dead.Problem!.IsStoreWide).ShouldBe((Verdict.Unauthenticated, true));
    }

    [Fact]
    public async Task Token_IsLookedUpOnceForManyDenials()
    {
        _vault.Denied.Add("sys/");
        using var store = new VaultStore(Settings);
        StoreAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => store.AskAsync(new SecretQuery($"secret/s{i}"), TestContext.Current.CancellationToken)));
        answers.ShouldAllBe(answer => answer.Verdict == Verdict.Forbidden);
        _server.Requests.Count(request => request.EndsWith("lookup-self", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(503, "Vault is sealed", Verdict.Sealed)]
    [InlineData(501, "", Verdict.Sealed)]
    [InlineData(412, "required index state not present", Verdict.Unreachable)]
    [InlineData(429, "rate limit quota exceeded", Verdict.Throttled)]
    [InlineData(472, "", Verdict.Misconfigured)]
    [InlineData(473, "", Verdict.Unreachable)]
    [InlineData(400, "missing client token", Verdict.Unauthenticated)]
    [InlineData(404, "no handler for route \"secret/\"", Verdict.Misconfigured)]
    [InlineData(418, "", Verdict.Misconfigured)]
    public async Task Status_HasItsVerdict(int status, string error, Verdict expected)
    {
        _vault.Everything = (status, error);
        (await AskAsync(Settings, new SecretQuery("secret/app/database"))).Verdict.ShouldBe(expected);
        (await AskAsync(Settings with { Mount = "secret", EngineVersion = 2 }, new SecretQuery("app/database"))).Verdict.ShouldBe(expected);
    }

    [Fact]
    public async Task Standby_DoesNotLeadTheTokenToAnotherHost()
    {
        await using LoopbackServer active = await _vault.StartAsync();
        _vault.RedirectTo = active.Address;
        StoreAnswer answer = await AskAsync(Settings, new SecretQuery("secret/app/database"));
        answer.Verdict.ShouldBe(Verdict.Misconfigured);
        answer.Cause.ShouldContain("standby");
        answer.Cause.ShouldContain(active.Address);
        active.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("approle", "role", Verdict.Present)]
    [InlineData("kubernetes", "role", Verdict.Present)]
    [InlineData("jwt", "role", Verdict.Present)]
    [InlineData("kubernetes", "other", Verdict.Unauthenticated)]
    [InlineData("elsewhere", "role", Verdict.Misconfigured)]
    public async Task Login_OpensTheStore(string method, string role, Verdict expected)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("token", _vault.Credential + "\n");
        VaultLogin login = method switch
        {
            "approle" => VaultLogin.WithAppRole(role, _vault.Credential),
            "kubernetes" => VaultLogin.WithKubernetes(role, tokenFile: file),
            "jwt" => VaultLogin.WithJwt(role, _vault.Credential),
            _ => VaultLogin.WithJwtFile(role, file, method),
        };
        using var store = new VaultStore(Settings with { Login = login });
        StoreAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.AskAsync(new SecretQuery("secret/app/database"), TestContext.Current.CancellationToken)));
        answers.ShouldAllBe(answer => answer.Verdict == expected && (answer.Problem == null || answer.Problem.IsStoreWide && !answer.Problem.IsTransient));
        _server.Requests.Count(request => request.StartsWith("POST", StringComparison.Ordinal)).ShouldBe(1, "one signs in once");
    }

    [Fact]
    public async Task WrongCredential_IsUnauthenticated_AndNowhereShown()
    {
        string wrong = "wrong" + Guid.NewGuid().ToString("N");
        VaultSettings settings = Settings with { Login = VaultLogin.WithAppRole("role", wrong) };
        StoreAnswer answer = await AskAsync(settings, new SecretQuery("secret/app/database"));
        answer.Verdict.ShouldBe(Verdict.Unauthenticated);
        (answer + settings.ToString()).ShouldNotContain(wrong);
    }

    [Theory]
    [InlineData("1.15.0", false, true, Verdict.Misconfigured)]
    [InlineData("1.15.0+ent", true, true, Verdict.Present)]
    [InlineData("2.3.1", true, true, Verdict.Present)]
    [InlineData("1.15.0", false, false, Verdict.Unauthenticated)]
    public async Task Namespace_MustBeHeeded(string version, bool hasNamespaces, bool mayLookUp, Verdict expected)
    {
        (_vault.Version, _vault.HasNamespaces, _vault.MayLookUp) = (version, hasNamespaces, mayLookUp);
        StoreAnswer answer = await AskAsync(Settings with { Namespace = "team-a" }, new SecretQuery("secret/app/database"));
        answer.Verdict.ShouldBe(expected, answer.Cause);
    }

    [Fact]
    public void Environment_IsHonoured()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".vault-token", "kept\n");
        Dictionary<string, string> variables = new(StringComparer.Ordinal)
        {
            ["VAULT_ADDR"] = "https://vault.example:8200", ["VAULT_NAMESPACE"] = "team-a", ["VAULT_CACERT"] = "ca.pem", ["VAULT_SKIP_VERIFY"] = "1",
        };
        var settings = VaultSettings.FromEnvironment(variables.GetValueOrDefault, folder.Path);
        (settings.Address, settings.Namespace, settings.AuthoritiesFile).ShouldBe(("https://vault.example:8200", "team-a", "ca.pem"));
        settings.Notices.ShouldHaveSingleItem().ShouldContain("VAULT_SKIP_VERIFY");
        settings.Login.Read().Text.ShouldBe("kept");
        variables["VAULT_TOKEN"] = "set";
        settings.Login.Read().Text.ShouldBe("set");
        VaultLogin.WithAmbientToken(_ => null, Path.Combine(folder.Path, "none")).Read().Problem!.Verdict.ShouldBe(Verdict.Unauthenticated);
    }

    [Theory]
    [InlineData("vault.example")]
    [InlineData("unix:///run/vault.sock")]
    [InlineData("")]
    public async Task AddressThatIsNone_IsMisconfigured(string address) =>
        (await AskAsync(Settings with { Address = address }, new SecretQuery("secret/a"))).Verdict.ShouldBe(Verdict.Misconfigured);

    [Fact]
    public void PlainHttp_IsTold()
    {
        using var far = new VaultStore(Settings with { Address = "http://vault.example:8200" });
        far.Notices.ShouldHaveSingleItem().ShouldContain("without TLS");
        using var near = new VaultStore(Settings);
        near.Notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task Permissions_AreTheLeast()
    {
        using var store = new VaultStore(Settings);
        SecretQuery[] queries = [new("secret/data/app/database", "password"), new("secret/app/database"), new("team/kv/app/database")];
        store.Permissions([queries[1]]).ShouldStartWith("#");
        foreach (SecretQuery query in queries)
        {
            await store.AskAsync(query, TestContext.Current.CancellationToken);
        }

        store.Permissions(queries).ShouldBe("""
            path "secret/metadata/app/database" { capabilities = ["read"] }
            path "secret/subkeys/app/database" { capabilities = ["read"] }
            path "team/kv/app/" { capabilities = ["list"] }

            """.ReplaceLineEndings("\n"));
        store.ListPermissions("secret/app/").ShouldBe("path \"secret/metadata/app/*\" { capabilities = [\"list\"] }\n");
        store.ListPermissions("team/kv/").ShouldBe("path \"team/kv/*\" { capabilities = [\"list\"] }\n");
        store.Endpoint(queries[0]).ShouldBe($"GET {_server.Address}/v1/secret/metadata/app/database");
        store.Endpoint(queries[2]).ShouldBe($"GET {_server.Address}/v1/team/kv/app/?list=true");
    }

    /// <summary>A folder that is called like a word of the API is asked for by a name that still means it.</summary>
    [Theory]
    [InlineData("secret/", "", "secret/app/database secret/app/deleted secret/data/data/inner secret/a b/c#d")]
    [InlineData("", "secret", "secret/app/database secret/app/deleted secret/data/data/inner secret/a b/c#d")]
    [InlineData("secret/app/da", "", "secret/app/database")]
    [InlineData("team/kv/", "", "team/kv/top team/kv/app/database")]
    public async Task Listing_WalksThroughTheFoldersBelowThePrefix(string prefix, string mount, string expected)
    {
        using var store = new VaultStore(Settings with { Mount = mount });
        StoreListing listing = await ListAsync(store, prefix);
        (listing.Problem, string.Join(' ', listing.Secrets.Select(secret => secret.Query.Name))).ShouldBe((null, expected));
        foreach (StoreAnswer secret in listing.Secrets)
        {
            (await store.AskAsync(secret.Query, TestContext.Current.CancellationToken)).Verdict.ShouldNotBe(Verdict.Missing);
        }

        _server.Requests.ShouldAllBe(request => !request.StartsWith("GET /v1/secret/data/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Listing_NeedsAMount_AndTellsWhatMayNotBeSeen()
    {
        using var store = new VaultStore(Settings);
        (await ListAsync(store, "")).Problem.ShouldNotBeNull().Cause.ShouldBe("no mount is told, so that nothing can be listed");
        (await ListAsync(store, "nowhere/")).Problem.ShouldNotBeNull().Verdict.ShouldBe(Verdict.Forbidden);
        _vault.Denied.Add("secret/metadata/app/");
        StoreListing listing = await ListAsync(store, "secret/");
        (listing.Problem, listing.Secrets.Count, listing.Gaps.Single().Part).ShouldBe((null, 2, "'secret/app/'"));
        _vault.Denied.Add("secret/metadata/");
        (await ListAsync(store, "secret/")).Problem.ShouldNotBeNull().Verdict.ShouldBe(Verdict.Forbidden);
    }

    /// <summary>OpenBao tells the metadata of a folder at once; Vault is asked for each, and only once in vain, whatever way it has of not knowing that.</summary>
    [Theory]
    [InlineData(true, "", 1000 / 20)]
    [InlineData(false, "", 1001 + 4)]
    [InlineData(true, "secret/detailed-metadata/", 1001 + 4)]
    public async Task ManySecretsOfOneFolder_AreAskedForTogether_WhereThatCanBe(bool isOfOpenBao, string denied, int most)
    {
        _vault.Engine.IsOfOpenBao = isOfOpenBao;
        _vault.Denied.UnionWith(denied.Length > 0 ? [denied] : []);
        foreach (int i in Enumerable.Range(0, 1000))
        {
            _vault.Engine.Put($"secret/many/s{i:d4}", "{}");
        }

        _vault.Engine.Put("secret/many/s0500", null);
        using var store = new VaultStore(Settings);
        SecretQuery[] queries = [.. Enumerable.Range(0, 1001).Select(i => new SecretQuery($"secret/many/s{i:d4}"))];
        VerificationReport report = await new StoreVerifier(new VerifierOptions()).VerifyAsync(store, queries, cancellation: TestContext.Current.CancellationToken);
        report.Answers.Select(answer => answer.Verdict).ShouldBe([.. Enumerable.Range(0, 1001).Select(i => i == 1000 ? Verdict.Missing : i == 500 ? Verdict.SoftDeleted : Verdict.Present)]);
        report.Answers[700].Metadata.Version.ShouldBe("1");
        report.Calls.ShouldBeLessThanOrEqualTo(most);
        _server.Requests.Count(request => request.Contains("detailed-metadata", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task FolderOfMoreThanAPage_IsReadPageByPage()
    {
        _vault.Engine.IsOfOpenBao = true;
        foreach (int i in Enumerable.Range(0, 2500))
        {
            _vault.Engine.Put($"secret/many/s{i:d4}", "{}");
        }

        using var store = new VaultStore(Settings);
        SecretQuery[] queries = [.. Enumerable.Range(0, 50).Select(i => new SecretQuery($"secret/many/s{i * 50:d4}"))];
        VerificationReport report = await new StoreVerifier(new VerifierOptions()).VerifyAsync(store, queries, cancellation: TestContext.Current.CancellationToken);
        report.Answers.ShouldAllBe(answer => answer.Verdict == Verdict.Present);
        _server.Requests.Count(request => request.Contains("detailed-metadata", StringComparison.Ordinal)).ShouldBe(3);
    }

    private static Task<StoreListing> ListAsync(VaultStore store, string prefix) => new StoreLister(new VerifierOptions()).ListAsync(store, prefix, TestContext.Current.CancellationToken);

    private static async Task<StoreAnswer> AskAsync(VaultSettings settings, SecretQuery query)
    {
        using var store = new VaultStore(settings);
        return await store.AskAsync(query, TestContext.Current.CancellationToken);
    }
}
