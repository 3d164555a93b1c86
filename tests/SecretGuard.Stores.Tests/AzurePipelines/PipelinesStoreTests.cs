using SecretGuard.Stores.AzurePipelines;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Tests.AzurePipelines;

public sealed class PipelinesStoreTests : IAsyncLifetime
{
    private readonly FakeDevOps _devOps = new();
    private LoopbackServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await _devOps.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("DB_PASSWORD", null, "", Verdict.Present)]
    [InlineData("db_password", null, "", Verdict.Present)]
    [InlineData("prod/DEPLOY_KEY", null, "", Verdict.Present)]
    [InlineData("common/DEPLOY_KEY", null, "", Verdict.Missing)]
    [InlineData("prod", null, "", Verdict.Present)]
    [InlineData("prod", "DEPLOY_KEY", "", Verdict.Present)]
    [InlineData("prod", "OTHER", "", Verdict.FieldMissing)]
    [InlineData("linked", "off", "", Verdict.Disabled)]
    [InlineData("api-key", null, "", Verdict.Present)]
    [InlineData("old", null, "", Verdict.Expired)]
    [InlineData("DEPLOY_KEY", null, "common", Verdict.Missing)]
    [InlineData("DEPLOY_KEY", null, "common,PROD", Verdict.Present)]
    public async Task Question_HasItsVerdict(string name, string? field, string groups, Verdict expected)
    {
        using PipelinesStore store = Open(groups.Split(',', StringSplitOptions.RemoveEmptyEntries));
        StoreAnswer answer = await AskAsync(store, name, field);
        answer.Verdict.ShouldBe(expected, answer.Cause);
    }

    [Fact]
    public async Task WhatIsNoSecret_OrOfAVault_IsRemarkedUpon()
    {
        using PipelinesStore store = Open();
        (await AskAsync(store, "REGION")).Remark.ShouldContain("does not keep it as a secret");
        (await AskAsync(store, "api-key")).Remark.ShouldContain("takes it from shop");
        (await AskAsync(store, "DB_PASSWORD")).Remark.ShouldBeEmpty();
        (await AskAsync(store, "DB_PASSWORD")).Metadata.Updated?.Month.ShouldBe(2, "the first group");
        store.Calls.ShouldBe(2);
    }

    [Theory]
    [InlineData("other project", "token", Verdict.Misconfigured)]
    [InlineData("My Project", "other", Verdict.Unauthenticated)]
    [InlineData("My Project", null, Verdict.Unauthenticated)]
    [InlineData("My Project", "b\u00e4d", Verdict.Unauthenticated)]
    [InlineData("", "token", Verdict.Misconfigured)]
    public async Task SettingsThatAreWrong_HaveTheirVerdict(string project, string? token, Verdict expected)
    {
        HttpCredential? credential = token is null ? null : HttpCredential.Bearer(token == "token" ? _devOps.Token : token);
        using var store = new PipelinesStore(new PipelinesSettings(_server.Address + "/shop", project) { Credential = credential });
        (await AskAsync(store, "DB_PASSWORD")).Verdict.ShouldBe(expected);
    }

    [Theory]
    [InlineData(401, "", Verdict.Unauthenticated)]
    [InlineData(403, "", Verdict.Forbidden)]
    [InlineData(404, "<html></html>", Verdict.Misconfigured)]
    [InlineData(429, "", Verdict.Throttled)]
    [InlineData(503, "", Verdict.Unreachable)]
    public async Task Problem_HasItsVerdict(int status, string body, Verdict expected)
    {
        _devOps.Everything = (status, body);
        using PipelinesStore store = Open();
        (await AskAsync(store, "DB_PASSWORD")).Verdict.ShouldBe(expected);
    }

    [Theory]
    [InlineData("https://app.example/_signin?realm=x", Verdict.Unauthenticated)]
    [InlineData("/shop/_signin", Verdict.Unauthenticated)]
    [InlineData("https://elsewhere.example/", Verdict.Misconfigured)]
    public async Task Redirect_ToSignIn_IsUnauthenticated(string target, Verdict expected)
    {
        _devOps.SignIn = target;
        using PipelinesStore store = Open();
        (await AskAsync(store, "DB_PASSWORD")).Verdict.ShouldBe(expected);
    }

    [Fact]
    public async Task AnyNumberOfQuestions_TakesOneListing()
    {
        using PipelinesStore store = Open();
        VerificationReport report = await new StoreVerifier(new VerifierOptions()).VerifyAsync(store, Enumerable.Range(0, 1000).Select(i => new SecretQuery($"S{i:d4}")), null, TestContext.Current.CancellationToken);
        report.Calls.ShouldBe(2);
    }

    [Fact]
    public void Settings_AreThoseOfTheEnvironment_AndPrintNoToken()
    {
        string token = Guid.NewGuid().ToString("N");
        foreach ((string name, string scheme) in new[] { ("AZURE_DEVOPS_EXT_PAT", "Basic"), ("SYSTEM_ACCESSTOKEN", "Bearer") })
        {
            PipelinesSettings settings = PipelinesSettings.FromEnvironment("https://dev.azure.com/shop/", "web", variable => variable == name ? token : null);
            settings.Credential!.ToString().ShouldBe(scheme);
            settings.ToString().ShouldNotContain(token);
            using var store = new PipelinesStore(settings);
            store.Endpoint(new SecretQuery("A")).ShouldBe("GET https://dev.azure.com/shop/web/_apis/distributedtask/variablegroups");
        }
    }

    [Fact]
    public async Task Listing_HasSecretVariables_NotGroupsNorWhatIsInTheClear()
    {
        using PipelinesStore store = Open();
        StoreListing listing = await new StoreLister(new VerifierOptions()).ListAsync(store, "", TestContext.Current.CancellationToken);
        listing.Secrets.Select(secret => secret.Query.Name).ShouldBe(["DB_PASSWORD", "DEPLOY_KEY", "api-key", "off", "old"]);
    }

    private PipelinesStore Open(params string[] groups) => new(new PipelinesSettings(_server.Address + "/shop", "My Project") { Groups = groups, Credential = HttpCredential.Bearer(_devOps.Token) });

    private static Task<StoreAnswer> AskAsync(PipelinesStore store, string name, string? field = null) => store.AskAsync(new SecretQuery(name, field), TestContext.Current.CancellationToken);
}
