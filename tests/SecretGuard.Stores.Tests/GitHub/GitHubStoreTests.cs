using SecretGuard.Stores.GitHub;
using SecretGuard.Stores.Http;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Tests.GitHub;

public sealed class GitHubStoreTests : IAsyncLifetime
{
    private readonly FakeGitHub _hub = new();
    private LoopbackServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await _hub.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("shop/web", "prod/eu", "DB_PASSWORD", Verdict.Present)]
    [InlineData("shop/web", "prod/eu", "deploy_key", Verdict.Present)]
    [InlineData("shop/web", "prod/eu", "S0119", Verdict.Present)]
    [InlineData("shop/web", "prod/eu", "NPM_TOKEN", Verdict.Present)]
    [InlineData("shop/web", null, "DEPLOY_KEY", Verdict.Missing)]
    [InlineData("shop/web", "test", "DB_PASSWORD", Verdict.Misconfigured)]
    [InlineData("shop/other", null, "DB_PASSWORD", Verdict.Misconfigured)]
    [InlineData("ann/web", null, "OWN", Verdict.Present)]
    [InlineData("ann/web", null, "NONE", Verdict.Missing)]
    [InlineData("shop", null, "NPM_TOKEN", Verdict.Present)]
    [InlineData("shop", "prod/eu", "NPM_TOKEN", Verdict.Misconfigured)]
    [InlineData("shop/web/x", null, "DB_PASSWORD", Verdict.Misconfigured)]
    [InlineData("shop/..", null, "DB_PASSWORD", Verdict.Misconfigured)]
    public async Task Question_HasItsVerdict(string repository, string? environment, string name, Verdict expected)
    {
        using GitHubStore store = Open(repository, environment);
        (await AskAsync(store, name)).Verdict.ShouldBe(expected);
    }

    [Fact]
    public async Task Environment_ComesFirst()
    {
        using GitHubStore store = Open("shop/web", "prod/eu");
        (await AskAsync(store, "DB_PASSWORD")).Metadata.Updated?.Month.ShouldBe(4);
        (await AskAsync(store, "NOT_THERE")).Cause.ShouldBe("there is no secret 'NOT_THERE' in environment 'prod/eu' of shop/web, nor in repository shop/web, nor in organisation shop for shop/web");
    }

    [Fact]
    public async Task AnyNumberOfQuestions_TakesOneListing()
    {
        using GitHubStore store = Open("shop/web", "prod/eu");
        VerificationReport report = await new StoreVerifier(new VerifierOptions()).VerifyAsync(store, Enumerable.Range(0, 1000).Select(i => new SecretQuery($"S{i:d4}")), null, TestContext.Current.CancellationToken);
        report.Answers.Count(answer => answer.Verdict == Verdict.Present).ShouldBe(120);
        report.Calls.ShouldBe(1 + 2 + 1);
    }

    [Theory]
    [InlineData("/repos/shop/web/actions/secrets", 403, "x-none", "", Verdict.Forbidden, Verdict.Forbidden)]
    [InlineData("/repos/shop/web/actions/secrets", 403, "X-GitHub-SSO", "required", Verdict.Forbidden, Verdict.Forbidden)]
    [InlineData("/repos/shop/web/actions/secrets", 403, "x-ratelimit-remaining", "0", Verdict.Throttled, Verdict.Throttled)]
    [InlineData("/repos/shop/web/actions/secrets", 403, "Retry-After", "60", Verdict.Throttled, Verdict.Throttled)]
    [InlineData("/repos/shop/web/actions/secrets", 301, "Location", "/repositories/7", Verdict.Misconfigured, Verdict.Misconfigured)]
    [InlineData("/repos/shop/web/actions/organization-secrets", 403, "x-none", "", Verdict.Present, Verdict.Forbidden)]
    [InlineData("/repos/shop/web/environments/prod", 403, "x-none", "", Verdict.Present, Verdict.Forbidden)]
    public async Task WhatMayNotBeSeen_IsNotMissing(string path, int status, string header, string value, Verdict present, Verdict absent)
    {
        _hub.Problem = asked => asked.StartsWith(path, StringComparison.Ordinal) ? (status, header, value) : null;
        using GitHubStore store = Open("shop/web", "prod/eu");
        (await AskAsync(store, "DB_PASSWORD")).Verdict.ShouldBe(present);
        (await AskAsync(store, "NOT_THERE")).Verdict.ShouldBe(absent);
    }

    [Theory]
    [InlineData(null, "neither GH_TOKEN nor GITHUB_TOKEN")]
    [InlineData("b\u00e4d", "characters")]
    [InlineData("other", "does not accept")]
    public async Task TokenThatIsNone_IsUnauthenticated(string? token, string cause)
    {
        using var store = new GitHubStore(new GitHubSettings("shop/web") { Address = _server.Address, Credential = token is null ? null : HttpCredential.Bearer(token) });
        StoreAnswer answer = await AskAsync(store, "DB_PASSWORD");
        (answer.Verdict, answer.Problem!.IsStoreWide).ShouldBe((Verdict.Unauthenticated, true));
        answer.Cause.ShouldContain(cause);
    }

    [Fact]
    public void Settings_AreThoseOfTheEnvironment_AndPrintNoToken()
    {
        string token = Guid.NewGuid().ToString("N");
        GitHubSettings settings = GitHubSettings.FromEnvironment("shop/web", name => name switch { "GITHUB_TOKEN" => token, "GITHUB_API_URL" => "https://hub.example/api/v3", _ => null });
        settings.Address.ShouldBe("https://hub.example/api/v3");
        settings.Credential.ShouldNotBeNull();
        settings.ToString().ShouldNotContain(token);
        using var store = new GitHubStore(settings with { Environment = "prod" });
        store.Endpoint(new SecretQuery("A")).ShouldStartWith("GET https://hub.example/api/v3/repos/shop/web/environments/prod/secrets, GET https://hub.example/api/v3/repos/shop/web/actions/secrets");
        store.Permissions([new("A")]).ShouldContain("\nEnvironments: read\nSecrets: read\n");
    }

    [Fact]
    public async Task Listing_TellsWhatMayNotBeSeen()
    {
        _hub.Problem = asked => asked.StartsWith("/repos/shop/web/actions/organization-secrets", StringComparison.Ordinal) ? (403, "x-none", "") : null;
        using GitHubStore store = Open("shop/web", null);
        StoreListing listing = await new StoreLister(new VerifierOptions()).ListAsync(store, "", TestContext.Current.CancellationToken);
        listing.Secrets.Select(secret => secret.Query.Name).ShouldContain("DB_PASSWORD");
        listing.Gaps.Single().Problem.Verdict.ShouldBe(Verdict.Forbidden);
    }

    private GitHubStore Open(string repository, string? environment) =>
        new(new GitHubSettings(repository) { Environment = environment, Address = _server.Address, Credential = HttpCredential.Bearer(_hub.Token) });

    private static Task<StoreAnswer> AskAsync(GitHubStore store, string name) => store.AskAsync(new SecretQuery(name), TestContext.Current.CancellationToken);
}
