using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using SecretGuard.Stores.Azure;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Tests.Azure;

public sealed class KeyVaultStoreTests : IAsyncLifetime
{
    private readonly FakeKeyVault _vault = new();
    private readonly TemporaryFolder _folder = new();
    private readonly X509Certificate2 _certificate = TestCertificates.Make();
    private LoopbackServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await _vault.StartAsync(_certificate);

    public async ValueTask DisposeAsync()
    {
        _vault.ValuesRead.ShouldBe(0, "no value is ever asked for");
        await _server.DisposeAsync();
        _certificate.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("db", null, SecretKind.Secret, Verdict.Present)]
    [InlineData("DB", null, SecretKind.Secret, Verdict.Present)]
    [InlineData("db", "00000000000000000000000000000000", SecretKind.Secret, Verdict.Disabled)]
    [InlineData("db", "00000000000000000000000000000001", SecretKind.Secret, Verdict.Present)]
    [InlineData("db", "latest", SecretKind.Secret, Verdict.Present)]
    [InlineData("db", "7", SecretKind.Secret, Verdict.NoVersion)]
    [InlineData("off", null, SecretKind.Secret, Verdict.Disabled)]
    [InlineData("many", null, SecretKind.Secret, Verdict.Disabled)]
    [InlineData("later", null, SecretKind.Secret, Verdict.NotYetActive)]
    [InlineData("old", null, SecretKind.Secret, Verdict.Expired)]
    [InlineData("gone", null, SecretKind.Secret, Verdict.SoftDeleted)]
    [InlineData("GONE", null, SecretKind.Secret, Verdict.SoftDeleted)]
    [InlineData("none", null, SecretKind.Secret, Verdict.Missing)]
    [InlineData("none", null, SecretKind.Key, Verdict.Missing)]
    [InlineData("signing", null, SecretKind.Secret, Verdict.WrongKind)]
    [InlineData("signing", null, SecretKind.Key, Verdict.Present)]
    [InlineData("signing", null, SecretKind.Certificate, Verdict.WrongKind)]
    [InlineData("pending", null, SecretKind.Secret, Verdict.WrongKind)]
    [InlineData("db", null, SecretKind.Certificate, Verdict.WrongKind)]
    [InlineData("tls", null, SecretKind.Certificate, Verdict.Present)]
    [InlineData("tls", null, SecretKind.Key, Verdict.Present)]
    [InlineData("tls", null, SecretKind.Secret, Verdict.Present)]
    [InlineData("a_b", null, SecretKind.Secret, Verdict.Misconfigured)]
    [InlineData("../keys", null, SecretKind.Secret, Verdict.Misconfigured)]
    public async Task Question_HasItsVerdict(string name, string? version, SecretKind kind, Verdict expected)
    {
        using KeyVaultStore store = Open();
        StoreAnswer answer = await AskAsync(store, new SecretQuery(name, null, version, kind));
        answer.Verdict.ShouldBe(expected, answer.Cause);
        (answer.Remark.Length > 0).ShouldBe(name == "tls" && kind == SecretKind.Secret);
    }

    [Fact]
    public async Task Metadata_IsTold()
    {
        using KeyVaultStore store = Open();
        SecretMetadata told = (await AskAsync(store, new SecretQuery("db"))).Metadata;
        (told.Version, told.Created?.Month, told.Expires?.Year, told.Fields).ShouldBe(("00000000000000000000000000000001", 3, 2200, null));
        StoreAnswer gone = await AskAsync(store, new SecretQuery("gone"));
        gone.Cause.ShouldBe("it was deleted on 2026-03-02, and can be brought back until 2026-05-31");
    }

    /// <summary>A version of a key is as old as it was made, whatever was changed of it since; how long it is in use its rotation policy says.</summary>
    [Theory]
    [InlineData("""{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P90D"},"action":{"type":"Rotate"}},{"trigger":{"timeBeforeExpiry":"P30D"},"action":{"type":"Notify"}}],"attributes":{"expiryTime":"P120D"}}""", 90, "2026-05-30")]
    [InlineData("""{"lifetimeActions":[{"trigger":{"timeBeforeExpiry":"P1M"},"action":{"type":"rotate"}}],"attributes":{"expiryTime":"P1Y"}}""", 335, "2027-01-30")]
    [InlineData("""{"lifetimeActions":[{"trigger":{"timeBeforeExpiry":"P30D"},"action":{"type":"Notify"}}],"attributes":{"expiryTime":"P1Y"}}""", null, null)]
    [InlineData("""{"lifetimeActions":[{"trigger":{"timeBeforeExpiry":"P30D"},"action":{"type":"Rotate"}}],"attributes":{}}""", null, null)]
    [InlineData("""{"lifetimeActions":[{"trigger":{"timeAfterCreate":"soon"},"action":{"type":"Rotate"}}]}""", null, null)]
    [InlineData("{}", null, null)]
    public async Task Key_TellsItsAgeAndItsRotation(string policy, int? days, string? next)
    {
        _vault.Rotation = policy;
        using KeyVaultStore store = Open();
        StoreAnswer answer = await AskAsync(store, new SecretQuery("turned", Kind: SecretKind.Key));
        (answer.Verdict, answer.Remark, answer.Metadata.Rotated?.Month, answer.Metadata.Updated?.Month).ShouldBe((Verdict.Present, "", 3, 4));
        ((int?)answer.Metadata.Term?.Longest?.TotalDays, answer.Metadata.NextRotation?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ShouldBe((days, next));
        (await AskAsync(store, new SecretQuery("turned", Version: "00000000000000000000000000000000", Kind: SecretKind.Key))).Metadata.Rotated?.Month.ShouldBe(1, "whoever names a version uses that");
    }

    [Theory]
    [InlineData(403, "Forbidden", "ForbiddenByRbac", Verdict.Present, true)]
    [InlineData(403, "Forbidden", "ForbiddenByPolicy", Verdict.Present, true)]
    [InlineData(404, "KeyNotFound", "", Verdict.Present, false)]
    [InlineData(429, "Throttled", "", Verdict.Throttled, false)]
    public async Task RotationPolicyThatMayNotBeRead_IsUnknown(int status, string code, string inner, Verdict expected, bool isRemarked)
    {
        _vault.Problem = asked => asked == "rotationpolicy" ? (status, code, inner, "") : null;
        using KeyVaultStore store = Open();
        StoreAnswer answer = await AskAsync(store, new SecretQuery("turned", Kind: SecretKind.Key));
        (answer.Verdict, answer.Remark.Length > 0, answer.Metadata.Term).ShouldBe((expected, isRemarked, null));
        (await AskAsync(store, new SecretQuery("tls", Kind: SecretKind.Key))).Remark.ShouldBeEmpty("a certificate's key follows that");
    }

    /// <summary>A list says nothing of policies, so that many keys are asked for one by one.</summary>
    [Fact]
    public async Task ManyKeys_AreNotAnsweredByTheirList()
    {
        _vault.Rotation = """{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P90D"},"action":{"type":"Rotate"}}]}""";
        using KeyVaultStore store = Open();
        VerificationReport report = await VerifyAsync(store, [.. Enumerable.Range(0, 30).Select(i => new SecretQuery($"key{i}", Kind: SecretKind.Key))]);
        report.Answers.ShouldAllBe(answer => answer.Metadata.Term!.Longest == TimeSpan.FromDays(90));
    }

    [Fact]
    public async Task Calls_AreCountedExactly()
    {
        using KeyVaultStore store = Open();
        await AskAsync(store, new SecretQuery("db"));
        store.Calls.ShouldBe(2, "the challenge and the answer");
        await AskAsync(store, new SecretQuery("many"));
        store.Calls.ShouldBe(2 + 3);
        await AskAsync(store, new SecretQuery("none"));
        store.Calls.ShouldBe(5 + 1 + 2 + 2, "versions, two pages of deleted ones, keys and certificates");
        await AskAsync(store, new SecretQuery("none-either"));
        store.Calls.ShouldBe(10 + 3);
        _server.Requests.Count.ShouldBe((int)store.Calls);
        _vault.SignIns.ShouldBe([_vault.Tenant]);
        store.BilledCalls.ShouldBe(store.Calls - 1, "a challenge is no call of somebody known");
    }

    [Fact]
    public async Task QuestionsAtOnce_TakeOneChallenge()
    {
        using KeyVaultStore store = Open();
        VerificationReport report = await VerifyAsync(store, [.. Enumerable.Range(0, 25).Select(i => new SecretQuery($"s{i:d4}"))]);
        report.Calls.ShouldBe(1 + 25);
        _vault.SignIns.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Key_AskedFirst_SignsInByAListOfSecrets()
    {
        using KeyVaultStore store = Open();
        StoreAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => AskAsync(store, new SecretQuery("signing", Kind: SecretKind.Key))));
        answers.ShouldAllBe(answer => answer.Verdict == Verdict.Present);
        store.Calls.ShouldBe(2 + (10 * 2), "each with its rotation policy");
    }

    [Fact]
    public async Task ThousandQuestions_TakeFortyPages()
    {
        using KeyVaultStore store = Open();
        VerificationReport report = await VerifyAsync(store, [.. Enumerable.Range(0, 1000).Select(i => new SecretQuery($"S{i:d4}"))]);
        report.Answers.Count(answer => answer.Verdict == Verdict.Present).ShouldBe(999);
        report.Answers.Single(answer => answer.Verdict == Verdict.Disabled).Query.Name.ShouldBe("S0003");
        (report.Calls, report.BilledCalls).ShouldBe((1 + 41, 41));
    }

    [Theory]
    [InlineData(403, "Forbidden", "ForbiddenByRbac", "", Verdict.Forbidden, "role")]
    [InlineData(403, "Forbidden", "ForbiddenByPolicy", "", Verdict.Forbidden, "access policies")]
    [InlineData(403, "Forbidden", "AccessDenied", "", Verdict.Forbidden, "access policies")]
    [InlineData(403, "Forbidden", "ForbiddenByFirewall", "", Verdict.Forbidden, "firewall")]
    [InlineData(403, "Forbidden", "ForbiddenByConnection", "", Verdict.Forbidden, "private endpoint")]
    [InlineData(403, "Forbidden", "", "", Verdict.Forbidden, "let this identity")]
    [InlineData(401, "Unauthorized", "", "AKV10032: Invalid issuer.", Verdict.Misconfigured, "another tenant")]
    [InlineData(404, "VaultNotFound", "", "", Verdict.Misconfigured, "like a Key Vault")]
    [InlineData(404, "SecretNotFound", "", "", Verdict.Missing, "no secret 'db'")]
    [InlineData(429, "Throttled", "", "", Verdict.Throttled, "less often")]
    [InlineData(503, "ServiceUnavailable", "", "", Verdict.Unreachable, "fault of its own")]
    public async Task Problem_HasItsVerdict(int status, string code, string inner, string message, Verdict expected, string cause)
    {
        _vault.Problem = collection => collection == "secrets" ? (status, code, inner, message) : null;
        using KeyVaultStore store = Open();
        StoreAnswer answer = await AskAsync(store, new SecretQuery("db"));
        answer.Verdict.ShouldBe(expected, answer.Cause);
        answer.Cause.ShouldContain(cause);
    }

    [Fact]
    public async Task WhoMayOnlyListSecrets_IsAnswered()
    {
        _vault.Problem = collection => collection == "secrets" ? null : (403, "Forbidden", "ForbiddenByPolicy", "");
        using KeyVaultStore store = Open();
        StoreAnswer answer = await AskAsync(store, new SecretQuery("none"));
        (answer.Verdict, answer.Remark.Length > 0).ShouldBe((Verdict.Missing, true));
        long calls = store.Calls;
        await AskAsync(store, new SecretQuery("none-either"));
        store.Calls.ShouldBe(calls + 1, "what may not be seen is not asked for again");
        (await AskAsync(store, new SecretQuery("signing", Kind: SecretKind.Key))).Verdict.ShouldBe(Verdict.Forbidden);
    }

    [Fact]
    public async Task TokenThatIsNotAccepted_IsUnauthenticated()
    {
        using KeyVaultStore store = Open(token: "other");
        StoreAnswer answer = await AskAsync(store, new SecretQuery("db"));
        (answer.Verdict, answer.Problem!.IsStoreWide).ShouldBe((Verdict.Unauthenticated, true));
    }

    [Fact]
    public async Task ChallengeOfAnotherService_GetsNoToken()
    {
        using KeyVaultStore store = Open(isEmulator: false);
        (await AskAsync(store, new SecretQuery("db"))).Verdict.ShouldBe(Verdict.Misconfigured);
        (await AskAsync(store, new SecretQuery("signing", Kind: SecretKind.Key))).Verdict.ShouldBe(Verdict.Misconfigured);
        _vault.SignIns.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SecretKind.Secret)]
    [InlineData(SecretKind.Certificate)]
    public async Task NextPageOnAnotherHost_GetsNoToken(SecretKind kind)
    {
        await using LoopbackServer other = await _vault.StartAsync(_certificate);
        _vault.NextHost = new Uri(other.Address).Authority;
        using KeyVaultStore store = Open();
        ListPage first = await store.ListAsync("secrets", null, TestContext.Current.CancellationToken);
        ListPage second = await store.ListAsync(kind == SecretKind.Secret ? "secrets" : "certificates", first.Next, TestContext.Current.CancellationToken);
        second.Problem!.Verdict.ShouldBe(Verdict.Misconfigured);
        (await AskAsync(store, new SecretQuery("many"))).Verdict.ShouldBe(Verdict.Misconfigured);
        other.Requests.ShouldBeEmpty();
    }

    /// <summary>Secret and key of a certificate are that certificate. Who may list secrets need not be let see the others.</summary>
    [Fact]
    public async Task Listing_HasAllKinds()
    {
        using KeyVaultStore store = Open();
        StoreListing listing = await new StoreLister(new VerifierOptions()).ListAsync(store, "", TestContext.Current.CancellationToken);
        listing.Secrets.Where(secret => secret.Query.Kind != SecretKind.Secret || secret.Query.Name == "tls").Select(secret => $"{secret.Query.Kind} {secret.Query.Name}")
            .ShouldBe(["Key signing", "Certificate pending", "Certificate tls"]);
        listing.Secrets.Count.ShouldBe(1205 + 3);

        _vault.Problem = asked => asked is "keys" or "certificates" ? (403, "Forbidden", "ForbiddenByRbac", "denied") : null;
        StoreListing some = await new StoreLister(new VerifierOptions()).ListAsync(store, "", TestContext.Current.CancellationToken);
        (some.Problem, some.Secrets.Count).ShouldBe((null, 1205));
        some.Gaps.Select(gap => gap.Part).ShouldBe(["the keys", "the certificates"]);

        StoreListing secrets = await new StoreLister(new VerifierOptions()) { Only = SecretKind.Secret }.ListAsync(store, "", TestContext.Current.CancellationToken);
        (secrets.Problem, secrets.Secrets.Count, secrets.Gaps.Count).ShouldBe((null, 1205, 0), "who wants secrets alone needs no right to the others");
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("http://shop.vault.azure.net")]
    [InlineData("https://shop.vault.azure.net/secrets/db")]
    [InlineData("https://user@shop.vault.azure.net")]
    public async Task AddressOfNoVault_IsMisconfigured(string address)
    {
        using var store = new KeyVaultStore(new KeyVaultSettings(address) { Token = _vault.Credential() });
        (await AskAsync(store, new SecretQuery("db"))).Verdict.ShouldBe(Verdict.Misconfigured);
        store.Calls.ShouldBe(0);
    }

    [Fact]
    public void Permissions_AreTheLeastRole_AndThePolicy()
    {
        using var store = new KeyVaultStore(new KeyVaultSettings("https://shop.vault.azure.net/"));
        string text = store.Permissions([new("db"), new("other"), new("signing", Kind: SecretKind.Key)]);
        text.ShouldContain("az role assignment create --role \"Key Vault Reader\" --assignee OBJECT_ID --scope \"$(az keyvault show --name shop --query id --output tsv)\"\n");
        text.ShouldContain("az keyvault set-policy --name shop --object-id OBJECT_ID --secret-permissions list --key-permissions list getrotationpolicy\n");
        store.Endpoint(new SecretQuery("signing", Kind: SecretKind.Key)).ShouldBe("GET https://shop.vault.azure.net/keys/signing/versions");
    }

    private KeyVaultStore Open(string? token = null, bool isEmulator = true, TokenCredential? credential = null) => new(new KeyVaultSettings(_server.Address)
    {
        AuthoritiesFile = _folder.Write("ca.pem", _certificate.ExportCertificatePem()),
        IsEmulator = isEmulator,
        Token = credential ?? _vault.Credential(token),
    });

    private static Task<StoreAnswer> AskAsync(KeyVaultStore store, SecretQuery query) => store.AskAsync(query, TestContext.Current.CancellationToken);

    private static Task<VerificationReport> VerifyAsync(KeyVaultStore store, SecretQuery[] queries) =>
        new StoreVerifier(new VerifierOptions()).VerifyAsync(store, queries, null, TestContext.Current.CancellationToken);
}
