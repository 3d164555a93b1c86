using System.Globalization;
using System.Text.Json;
using SecretGuard.Stores.Aws;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Tests.Aws;

public sealed class SecretsManagerStoreTests : IAsyncLifetime
{
    private const string Arn = FakeSecretsManager.ArnStart;
    private const string Id = FakeSecretsManager.VersionId;

    private readonly FakeSecretsManager _aws = new();
    private LoopbackServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await _aws.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private AwsSettings Settings => _aws.Settings(_server.Address);

    [Theory]
    [InlineData("app/database", null, Verdict.Present)]
    [InlineData(" app/database ", "AWSCURRENT", Verdict.Present)]
    [InlineData("app/database", "AWSPREVIOUS", Verdict.Present)]
    [InlineData("app/database", "kept", Verdict.Present)]
    [InlineData("app/database", "other", Verdict.NoVersion)]
    [InlineData("app/database", Id, Verdict.Present)]
    [InlineData("app/database", "uuid/" + Id, Verdict.Present)]
    [InlineData("app/database", FakeSecretsManager.UnstagedId, Verdict.Present)]
    [InlineData("app/database", "44444444-4444-4444-4444-444444444444", Verdict.NoVersion)]
    [InlineData(Arn + "app/database-AbCdEf", null, Verdict.Present)]
    [InlineData(Arn + "app/database", null, Verdict.Present)]
    [InlineData(Arn + "app/database-XxXxXx", null, Verdict.Missing)]
    [InlineData(Arn + "app/abcdef-abcdef", null, Verdict.Present)]
    [InlineData("app/abcdef-abcdef", null, Verdict.Present)]
    [InlineData("app/database-AbCdEf", null, Verdict.Missing)]
    [InlineData("app/none", null, Verdict.Missing)]
    [InlineData("app/deleted", null, Verdict.SoftDeleted)]
    [InlineData("app/hollow", null, Verdict.NoVersion)]
    [InlineData("app/pending", null, Verdict.NoVersion)]
    [InlineData("app/pending", "AWSPENDING", Verdict.Present)]
    [InlineData("", null, Verdict.Misconfigured)]
    [InlineData("app/data base", null, Verdict.Misconfigured)]
    [InlineData("arn:aws:ssm:eu-west-1:111122223333:parameter/a", null, Verdict.Misconfigured)]
    [InlineData("arn:aws:secretsmanager:us-east-1:111122223333:secret:app/database-AbCdEf", null, Verdict.Misconfigured)]
    public async Task Question_HasItsVerdict(string name, string? version, Verdict expected)
    {
        StoreAnswer answer = await AskAsync(new SecretQuery(name, null, version));
        answer.Verdict.ShouldBe(expected, answer.Cause);
        _aws.Actions.ShouldAllBe(action => action == "DescribeSecret" || action == "ListSecretVersionIds");
    }

    [Fact]
    public async Task Metadata_IsTold()
    {
        SecretMetadata told = (await AskAsync(new("app/database"))).Metadata;
        (told.Version, told.Created?.Year, told.Updated, told.Rotated?.Year, told.NextRotation?.Month).ShouldBe((Id, 2025, DateTimeOffset.UnixEpoch.AddSeconds(1767225600.5), 2026, 2));
        told.Fields.ShouldBeNull();
        (await AskAsync(new("app/database", "password"))).IsFieldUnchecked.ShouldBeTrue();
    }

    [Fact]
    public async Task EndOfAnArn_IsExplained()
    {
        (await AskAsync(new("app/database-AbCdEf"))).Advice.ShouldContain("'-AbCdEf' is AWS's");
        (await AskAsync(new(Arn + "app/database-XxXxXx"))).Advice.ShouldContain("made anew");
        (await AskAsync(new(Arn + "app/abcdef-abcdef"))).Remark.ShouldContain("not whole");
        (await AskAsync(new(Arn + "app/database-AbCdEf"))).Remark.ShouldBeEmpty();
    }

    [Fact]
    public async Task ThousandReferences_CostATwentiethAtMost()
    {
        foreach (int i in Enumerable.Range(0, 1000))
        {
            _aws.Secrets[$"many/s{i:d4}"] = (i.ToString("d6", CultureInfo.InvariantCulture), FakeSecretsManager.Stages($"\"{Id}\":[\"AWSCURRENT\"]"));
        }

        _aws.Unlisted.Add("many/s0500");
        SecretQuery[] queries = [.. Enumerable.Range(0, 1000).Select(i => new SecretQuery(i % 4 == 0 ? $"{Arn}many/s{i:d4}-{i:d6}" : $"many/s{i:d4}")), new("many/s9999"), new("app/deleted"), new("app/pending")];
        using var store = new SecretsManagerStore(Settings);
        VerificationReport report = await new StoreVerifier(new VerifierOptions()).VerifyAsync(store, queries, null, TestContext.Current.CancellationToken);
        report.Answers.Select(answer => answer.Verdict).ShouldBe([.. Enumerable.Repeat(Verdict.Present, 1000), Verdict.Missing, Verdict.SoftDeleted, Verdict.NoVersion]);
        report.Calls.ShouldBe(11 + 3, "pages, and what they do not show");
        report.Calls.ShouldBe(_server.Requests.Count);
        report.BilledCalls.ShouldBe(report.Calls);
        report.Calls.ShouldBeLessThanOrEqualTo(1000 / 20);
    }

    [Fact]
    public async Task ListThatIsForbidden_IsDoneWithout()
    {
        _aws.Error = ("AccessDeniedException", 400, "ListSecrets", false);
        SecretQuery[] queries = [.. Enumerable.Range(0, 101).Select(i => new SecretQuery($"none/s{i}")), new("app/database")];
        using var store = new SecretsManagerStore(Settings);
        VerificationReport report = await new StoreVerifier(new VerifierOptions { SuggestNames = false }).VerifyAsync(store, queries, null, TestContext.Current.CancellationToken);
        report.Answers.Count(answer => answer.Verdict == Verdict.Missing).ShouldBe(101);
        report.Answers[^1].Verdict.ShouldBe(Verdict.Present);
    }

    [Fact]
    public async Task PageThatIsForgotten_IsExpired()
    {
        _aws.Error = ("InvalidNextTokenException", 400, null, false);
        using var store = new SecretsManagerStore(Settings);
        (await store.ListAsync(store.ScopeOf(new SecretQuery("a"))!, "9", TestContext.Current.CancellationToken)).IsExpired.ShouldBeTrue();
    }

    [Fact]
    public async Task Listing_HasNames_AndWhatIsNotDeleted()
    {
        using var store = new SecretsManagerStore(Settings);
        StoreListing listing = await new StoreLister(new VerifierOptions()).ListAsync(store, "app/", TestContext.Current.CancellationToken);
        listing.Secrets.Select(secret => secret.Query.Name).ShouldBe(["app/abcdef-abcdef", "app/database"], ignoreOrder: true);
    }

    [Fact]
    public async Task MissingName_HasItsNearest()
    {
        using var store = new SecretsManagerStore(Settings);
        VerificationReport report = await new StoreVerifier(new VerifierOptions()).VerifyAsync(store, [new("app/databse")], null, TestContext.Current.CancellationToken);
        report.Answers[0].Nearest.ShouldBe("app/database");
    }

    [Fact]
    public void Permissions_AreTheLeast()
    {
        using var store = new SecretsManagerStore(Settings);
        SecretQuery[] queries = [new("app/database"), new("app/database", "password"), new(Arn + "app/x-AbCdEf"), new("app/old", null, FakeSecretsManager.OldId), new("no name")];
        store.Permissions(queries).ShouldBe("""
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "DescribeSecrets",
                  "Effect": "Allow",
                  "Action": "secretsmanager:DescribeSecret",
                  "Resource": [
                    "arn:aws:secretsmanager:eu-west-1:*:secret:app/database-??????",
                    "arn:aws:secretsmanager:eu-west-1:*:secret:app/old-??????",
                    "arn:aws:secretsmanager:eu-west-1:111122223333:secret:app/x-AbCdEf"
                  ]
                },
                {
                  "Sid": "ListSecretVersions",
                  "Effect": "Allow",
                  "Action": "secretsmanager:ListSecretVersionIds",
                  "Resource": [
                    "arn:aws:secretsmanager:eu-west-1:*:secret:app/old-??????"
                  ]
                }
              ]
            }

            """.ReplaceLineEndings("\n"));
        using var many = JsonDocument.Parse(store.Permissions([.. Enumerable.Range(0, 101).Select(i => new SecretQuery($"s{i}"))]));
        many.RootElement.GetProperty("Statement")[1].GetProperty("Action").GetString().ShouldBe("secretsmanager:ListSecrets");
        store.Permissions([]).ShouldBeEmpty();
        store.ListPermissions("app/").ShouldContain("\"secretsmanager:ListSecrets\"");
        store.Endpoint(queries[0]).ShouldBe($"POST {_server.Address} (region eu-west-1) DescribeSecret app/database");
        store.Calls.ShouldBe(0);
    }

    [Fact]
    public void Permissions_OfOneIdentity_AreOnePolicy()
    {
        AwsSettings settings = Settings;
        using var secrets = new SecretsManagerStore(settings);
        using var elsewhere = new SecretsManagerStore(settings with { Region = "us-east-1" });
        using var parameters = new ParameterStore(settings);
        using var others = new ParameterStore(settings with { Profile = "others" });
        new ISecretStore[] { elsewhere, parameters }.ShouldAllBe(store => store.PolicyHolder!.Equals(secrets.PolicyHolder));
        others.PolicyHolder.ShouldNotBe(secrets.PolicyHolder);
        using var policy = JsonDocument.Parse(secrets.JoinPermissions(
            [secrets.Permissions([new("a")]), secrets.WritePermissions([new("a"), new("b")]), elsewhere.Permissions([new("a")]), "", parameters.ValuePermissions([new("/c")])]));
        policy.RootElement.GetProperty("Statement").EnumerateArray().Select(one => $"{one.GetProperty("Sid").GetString()} {one.GetProperty("Action").ToString().Count(c => c == ':')} {one.GetProperty("Resource").GetArrayLength()}")
            .ShouldBe(["DescribeSecrets 1 3", "ReadSecrets 1 2", "WriteSecrets 2 2", "ReadParameters 1 1"]);
        secrets.JoinPermissions(["", ""]).ShouldBeEmpty();
    }

    private async Task<StoreAnswer> AskAsync(SecretQuery query)
    {
        using var store = new SecretsManagerStore(Settings);
        return await store.AskAsync(query, TestContext.Current.CancellationToken);
    }
}
