using SecretGuard.Stores.Aws;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Tests.Aws;

public sealed class ParameterStoreTests : IAsyncLifetime
{
    private readonly FakeParameterStore _aws = new();
    private LoopbackServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await _aws.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private AwsSettings Settings => _aws.Settings(_server.Address);

    [Theory]
    [InlineData("/app/database", null, Verdict.Present)]
    [InlineData("/app/database", "latest", Verdict.Present)]
    [InlineData("/app/database", "7", Verdict.Present)]
    [InlineData("/app/database:7", null, Verdict.Present)]
    [InlineData("/app/database:1", null, Verdict.Present)]
    [InlineData("/app/database:8", null, Verdict.NoVersion)]
    [InlineData("/app/database", "0", Verdict.NoVersion)]
    [InlineData("/app/plain", "51", Verdict.Present)]
    [InlineData("/app/plain", "50", Verdict.NoVersion)]
    [InlineData("/app/database:label", null, Verdict.Present)]
    [InlineData("app/database", null, Verdict.Missing)]
    [InlineData("top", null, Verdict.Present)]
    [InlineData("/app/none", null, Verdict.Missing)]
    [InlineData(FakeParameterStore.ArnStart + "app/database", null, Verdict.Present)]
    [InlineData(FakeParameterStore.ArnStart + "top", null, Verdict.Present)]
    [InlineData(FakeParameterStore.ArnStart + "none", null, Verdict.Missing)]
    [InlineData("arn:aws:ssm:eu-west-1:444455556666:parameter/shared/key", null, Verdict.Present)]
    [InlineData("arn:aws:ssm:eu-west-1:444455556666:parameter/app/database", null, Verdict.Missing)]
    [InlineData("arn:aws:ssm:eu-west-2:111122223333:parameter/app/database", null, Verdict.Misconfigured)]
    [InlineData("/aws/reference/secretsmanager/app/database", null, Verdict.Misconfigured)]
    [InlineData("/aws/service/ami", null, Verdict.Misconfigured)]
    [InlineData("a b", null, Verdict.Misconfigured)]
    [InlineData("", null, Verdict.Misconfigured)]
    public async Task Question_HasItsVerdict(string name, string? version, Verdict expected)
    {
        foreach (bool beginsEmpty in new[] { false, true })
        {
            _aws.BeginsEmpty = beginsEmpty;
            StoreAnswer answer = await AskAsync(new SecretQuery(name, null, version));
            answer.Verdict.ShouldBe(expected, answer.Cause);
        }

        _aws.Actions.ShouldAllBe(action => action == "DescribeParameters");
    }

    [Fact]
    public async Task Metadata_IsTold()
    {
        StoreAnswer secure = await AskAsync(new("/app/database")), plain = await AskAsync(new("/app/plain")), expiring = await AskAsync(new("/app/expiring"));
        (secure.Metadata.Version, secure.Metadata.Updated?.Year, secure.Metadata.Expires, secure.Remark).ShouldBe(("7", 2026, null, ""));
        plain.Remark.ShouldContain("in clear");
        expiring.Metadata.Expires.ShouldBe(new DateTimeOffset(2030, 2, 3, 4, 5, 6, TimeSpan.Zero));
        (await AskAsync(new("/app/database:label"))).Remark.ShouldContain("'label' is not known");
        (await AskAsync(new("/app/database:3"))).Metadata.ShouldBe(new SecretMetadata { Version = "3" });
    }

    [Fact]
    public async Task ThousandReferences_CostATwentiethAtMost()
    {
        string[] names = [.. Enumerable.Range(0, 1000).Select(i => $"/many/s{i:d4}")];
        foreach (string name in names)
        {
            _aws.Parameters[name] = "\"Type\":\"SecureString\",\"Version\":1";
        }

        using var store = new ParameterStore(Settings);
        VerificationReport report = await new StoreVerifier(new VerifierOptions()).VerifyAsync(store, names.Select(name => new SecretQuery(name)), null, TestContext.Current.CancellationToken);
        report.Answers.ShouldAllBe(answer => answer.Verdict == Verdict.Present);
        report.Calls.ShouldBe(21);
        report.Calls.ShouldBe(_server.Requests.Count);
        report.Calls.ShouldBeLessThanOrEqualTo(1000 / 20);
        report.BilledCalls.ShouldBe(0, "those of the standard tier are free");
    }

    [Fact]
    public async Task AdvancedParameters_AreBilledOneByOne()
    {
        _aws.Parameters["/app/database"] += ",\"Tier\":\"Advanced\"";
        _aws.Parameters["/app/expiring"] += ",\"Tier\":\"Standard\"";
        using var store = new ParameterStore(Settings);
        await store.AskAsync(new("/app/expiring"), TestContext.Current.CancellationToken);
        await store.ReadAsync(new("/app/expiring"), TestContext.Current.CancellationToken);
        store.BilledCalls.ShouldBe(0);
        await store.AskAsync(new("/app/database"), TestContext.Current.CancellationToken);
        store.BilledCalls.ShouldBe(1);
        await store.ReadAsync(new("/app/database"), TestContext.Current.CancellationToken);
        store.BilledCalls.ShouldBe(2, "a value comes without its tier, which was described before");
        await store.ListAsync("eu-west-1", null, TestContext.Current.CancellationToken);
        (store.BilledCalls, store.Calls).ShouldBe((3, 5), "of a page each advanced one");
    }

    [Fact]
    public async Task Denial_IsThatOfEveryQuestion()
    {
        _aws.Error = ("AccessDeniedException", 400, null, false);
        using var store = new ParameterStore(Settings);
        VerificationReport report = await new StoreVerifier(new VerifierOptions()).VerifyAsync(store, Enumerable.Range(0, 200).Select(i => new SecretQuery($"/s{i}")), null, TestContext.Current.CancellationToken);
        report.Answers.ShouldAllBe(answer => answer.Verdict == Verdict.Forbidden);
        report.Calls.ShouldBe(1);
    }

    [Fact]
    public void Permissions_AreTheLeast()
    {
        using var store = new ParameterStore(Settings);
        store.Permissions([new("/app/database"), new("top")]).ShouldBe("""
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "DescribeParameters",
                  "Effect": "Allow",
                  "Action": "ssm:DescribeParameters",
                  "Resource": [
                    "*"
                  ]
                }
              ]
            }

            """.ReplaceLineEndings("\n"));
        store.Permissions([]).ShouldBeEmpty();
        store.Endpoint(new("/app/database")).ShouldBe($"POST {_server.Address} (region eu-west-1) DescribeParameters /app/database");
    }

    [Fact]
    public async Task Listing_HasSecureStringsAlone()
    {
        using var store = new ParameterStore(Settings);
        StoreListing listing = await new StoreLister(new VerifierOptions()).ListAsync(store, "", TestContext.Current.CancellationToken);
        listing.Secrets.Select(secret => secret.Query.Name).ShouldBe(["/app/database", "/app/expiring", "top"], ignoreOrder: true);
    }

    private async Task<StoreAnswer> AskAsync(SecretQuery query)
    {
        using var store = new ParameterStore(Settings);
        return await store.AskAsync(query, TestContext.Current.CancellationToken);
    }
}
