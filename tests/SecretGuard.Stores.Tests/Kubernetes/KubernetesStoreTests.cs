using SecretGuard.Stores.Kubernetes;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Tests.Kubernetes;

public sealed class KubernetesStoreTests : IAsyncLifetime
{
    private readonly FakeKubernetes _cluster = new();
    private LoopbackServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await _cluster.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("db", null, null, Verdict.Present)]
    [InlineData("team/db", "password", null, Verdict.Present)]
    [InlineData("going", null, null, Verdict.SoftDeleted)]
    [InlineData("none", null, null, Verdict.Missing)]
    [InlineData("nowhere/db", null, null, Verdict.Misconfigured)]
    [InlineData("db", null, "2", Verdict.Misconfigured)]
    [InlineData("../db", null, null, Verdict.Misconfigured)]
    [InlineData("a/b/c", null, null, Verdict.Misconfigured)]
    [InlineData("db?x", null, null, Verdict.Misconfigured)]
    public async Task Question_HasItsVerdict(string name, string? field, string? version, Verdict expected)
    {
        using KubernetesStore store = Open();
        StoreAnswer answer = await store.AskAsync(new SecretQuery(name, field, version), TestContext.Current.CancellationToken);
        answer.Verdict.ShouldBe(expected, answer.Cause);
    }

    [Fact]
    public async Task Metadata_IsTold_AndKeysAreOnlyEverSeen()
    {
        using KubernetesStore store = Open();
        StoreAnswer answer = await store.AskAsync(new SecretQuery("db", "user"), TestContext.Current.CancellationToken);
        (answer.Verdict, answer.IsFieldUnchecked).ShouldBe((Verdict.Present, true));
        (answer.Metadata.Version, answer.Metadata.Created?.Day, answer.Metadata.Updated?.Month).ShouldBe(("77", 2, 3));
        answer.Metadata.Fields!.Names.ShouldBe(["password"]);
        answer.Remark.ShouldContain("last-applied-configuration");
    }

    [Fact]
    public async Task ThousandQuestions_TakeThreePages()
    {
        using KubernetesStore store = Open();
        _cluster.ForgetsOnce = true;
        VerificationReport report = await VerifyAsync(store, 1000);
        report.Answers.ShouldAllBe(answer => answer.Verdict == Verdict.Present);
        report.Calls.ShouldBe(2 + 3, "the list was forgotten once");
    }

    [Fact]
    public async Task WhoMayNotList_IsAnsweredOneByOne()
    {
        using KubernetesStore store = Open();
        _cluster.IsGetOnly = true;
        VerificationReport report = await VerifyAsync(store, 501);
        report.Answers.ShouldAllBe(answer => answer.Verdict == Verdict.Present);
        (await store.AskAsync(new SecretQuery("none"), TestContext.Current.CancellationToken)).Verdict.ShouldBe(Verdict.Missing);
    }

    [Theory]
    [InlineData("good", true, Verdict.Forbidden)]
    [InlineData("bad", false, Verdict.Unauthenticated)]
    [InlineData(null, false, Verdict.Unauthenticated)]
    [InlineData("b\u00e4d", false, Verdict.Unauthenticated)]
    public async Task Credential_HasItsVerdict(string? token, bool isForbidden, Verdict expected)
    {
        _cluster.IsForbidden = isForbidden;
        using KubernetesStore store = Open(new FixedCredential(token == "good" ? _cluster.Token : token, null));
        StoreAnswer answer = await store.AskAsync(new SecretQuery("none"), TestContext.Current.CancellationToken);
        (answer.Verdict, answer.Problem!.IsStoreWide).ShouldBe((expected, expected == Verdict.Unauthenticated));
    }

    [Fact]
    public async Task Certificate_IsNotVerified_OnlyWhereTheKubeconfigSaysSo()
    {
        using var certificate = TestCertificates.Make();
        await using LoopbackServer server = await _cluster.StartAsync(certificate);
        foreach (bool skips in new[] { true, false })
        {
            using var store = new KubernetesStore(new KubernetesAccess { Server = server.Address, SkipsVerification = skips, Credential = new FixedCredential(_cluster.Token, null) }, TimeSpan.FromSeconds(5));
            (await store.AskAsync(new SecretQuery("db"), TestContext.Current.CancellationToken)).Verdict.ShouldBe(skips ? Verdict.Present : Verdict.Unreachable);
        }
    }

    [Fact]
    public void Permissions_AreARole()
    {
        using KubernetesStore store = Open();
        string role = store.Permissions([new("db", "a"), new("db", "b"), new("team/x"), new("..")]);
        role.ShouldContain("namespace: default\nrules:\n- apiGroups: [\"\"]\n  resources: [secrets]\n  verbs: [get]\n  resourceNames: [db]\n");
        role.ShouldContain("namespace: team\n");
        store.ListPermissions("").ShouldContain("namespace: default\nrules:\n- apiGroups: [\"\"]\n  resources: [secrets]\n  verbs: [list]\n");
        store.ListPermissions("team/").ShouldContain("namespace: team\n");
    }

    [Theory]
    [InlineData("default/", "default/db")]
    [InlineData("", "db")]
    public async Task Listing_NamesTheNamespaceWhereItIsAskedFor_AndNothingOfHelm(string prefix, string first)
    {
        using KubernetesStore store = Open();
        StoreListing listing = await new StoreLister(new VerifierOptions()).ListAsync(store, prefix, TestContext.Current.CancellationToken);
        (listing.Problem, listing.Secrets.Count, listing.Secrets[0].Query.Name).ShouldBe((null, 1201, first));
        listing.Secrets[0].Metadata.Fields!.Names.ShouldBe(["password"]);
        (await new StoreLister(new VerifierOptions()).ListAsync(store, "../x", TestContext.Current.CancellationToken)).Problem.ShouldNotBeNull().Verdict.ShouldBe(Verdict.Misconfigured);
    }

    private KubernetesStore Open(IKubernetesCredential? credential = null) =>
        new(new KubernetesAccess { Server = _server.Address, Credential = credential ?? new FixedCredential(_cluster.Token, null) }, TimeSpan.FromSeconds(10));

    private static Task<VerificationReport> VerifyAsync(KubernetesStore store, int count) =>
        new StoreVerifier(new VerifierOptions()).VerifyAsync(store, Enumerable.Range(0, count).Select(i => new SecretQuery($"s{i:d4}")), null, TestContext.Current.CancellationToken);
}
