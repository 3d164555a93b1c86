using System.Text;
using SecretGuard.Inventories;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Tests.Contract;

/// <summary>What every adapter does.</summary>
public abstract class StoreContract
{
    /// <summary>The kind of store that is tested.</summary>
    public abstract string StoreType { get; }

    private protected abstract Task<StoreWorld> CreateAsync();

    [Fact]
    public async Task TypeAndAddress_AreTold()
    {
        await using StoreWorld world = await CreateAsync();
        world.Store.Type.ShouldBe(StoreType);
        world.Store.Address.ShouldNotBeNullOrWhiteSpace();
        world.Store.Endpoint(new SecretQuery(world.Present)).ShouldNotBeNullOrWhiteSpace();
        world.Store.Calls.ShouldBe(0, "nothing is asked before the first question");
    }

    [Fact]
    public async Task Present_IsPresent_WithAndWithoutAField()
    {
        await using StoreWorld world = await CreateAsync();
        foreach (SecretQuery query in new SecretQuery[] { new(world.Present), new(world.Present, world.Field) })
        {
            StoreAnswer answer = await AskAsync(world, query);
            (answer.Verdict, answer.Cause, answer.Problem).ShouldBe((Verdict.Present, "", null));
            answer.Query.ShouldBe(query);
        }
    }

    [Fact]
    public async Task Missing_IsMissing_WithCauseAndAdvice()
    {
        await using StoreWorld world = await CreateAsync();
        StoreAnswer answer = await AskAsync(world, new SecretQuery(world.Missing));
        answer.Verdict.ShouldBe(Verdict.Missing);
        answer.Cause.ShouldContain(world.Missing.Split('/')[^1]);
        answer.Advice.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Cancelled_IsNoAnswer()
    {
        await using StoreWorld world = await CreateAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => world.Store.AskAsync(new SecretQuery(world.Present), new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task ManyQuestionsAtOnce_AreAllAnswered()
    {
        await using StoreWorld world = await CreateAsync();
        SecretQuery[] queries = [.. Enumerable.Range(0, 100).Select(i => new SecretQuery(i % 2 == 0 ? world.Present : world.Missing, $"f{i}")), new(world.Present)];
        VerificationReport report = await new StoreVerifier(new VerifierOptions()).VerifyAsync(world.Store, queries, null, TestContext.Current.CancellationToken);
        report.Answers.Count(answer => answer.Verdict == Verdict.Missing).ShouldBe(50);
        report.Answers[^1].Verdict.ShouldBe(Verdict.Present);
        report.IsComplete.ShouldBeTrue();
        ShouldHoldNoValue(world, report.Answers);
    }

    [Fact]
    public async Task NoText_HoldsAValue()
    {
        await using StoreWorld world = await CreateAsync();
        SecretQuery[] queries = [new(world.Present), new(world.Present, world.Field), new(world.Present, "other"), new(world.Missing), new(world.Present, Version: "7"), new("..")];
        VerificationReport report = await new StoreVerifier(new VerifierOptions()).VerifyAsync(world.Store, queries, null, TestContext.Current.CancellationToken);
        ShouldHoldNoValue(world, report.Answers);
        if (world.Store is IListingStore lists && lists.ScopeOf(queries[0]) is { } scope)
        {
            ListPage page = await lists.ListAsync(scope, null, TestContext.Current.CancellationToken);
            page.Secrets.ShouldContain(listed => listed.Name == lists.NameInScope(queries[0]));
            ShouldHoldNoValue(world, [.. page.Secrets.Select(listed => listed.Answer)]);
        }
    }

    [Fact]
    public async Task Listing_HasEachSecretOnce_UnderTheNameThatAsksForIt()
    {
        await using StoreWorld world = await CreateAsync();
        StoreListing listing = await new StoreLister(new VerifierOptions()).ListAsync(world.Store, world.Start, TestContext.Current.CancellationToken);
        (listing.Problem, listing.Others).ShouldBe((null, 0));
        SecretQuery[] queries = [.. listing.Secrets.Select(secret => secret.Query)];
        queries.Select(query => query.Name).ShouldContain(world.Listed ?? world.Present);
        queries.ShouldBeUnique();
        ShouldHoldNoValue(world, listing.Secrets);
        foreach (SecretQuery query in queries.Take(20))
        {
            (await AskAsync(world, query)).Verdict.ShouldNotBe(Verdict.Missing, query.Name);
        }

        StoreListing other = await new StoreLister(new VerifierOptions()).ListAsync(world.Store, world.Start + "nothing-begins-so", TestContext.Current.CancellationToken);
        (other.Problem, other.Secrets.Count).ShouldBe((null, 0));
    }

    [Fact]
    public async Task Value_IsReadWhereItIsAskedFor_AndOnlyFactsOfItAreKept()
    {
        await using StoreWorld world = await CreateAsync();
        var query = new SecretQuery(world.Present);
        StoreAnswer plain = (await new StoreVerifier(new VerifierOptions()).VerifyAsync(world.Store, [query], null, TestContext.Current.CancellationToken)).Answers.ShouldHaveSingleItem();
        plain.Facts.ShouldBeNull("nobody asked for values");

        var inspector = new ValueInspector();
        StoreAnswer answer = (await new StoreVerifier(new VerifierOptions { Values = inspector }).VerifyAsync(world.Store, [query], null, TestContext.Current.CancellationToken)).Answers.ShouldHaveSingleItem();
        (answer.Verdict, answer.ValueProblem).ShouldBe((Verdict.Present, null));
        if (world.Store is not IValueStore store)
        {
            answer.Facts.ShouldBeNull();
            return;
        }

        string digest = inspector.TrimmedDigestOf(Encoding.UTF8.GetBytes(world.Canaries[0]));
        answer.Facts.ShouldNotBeNull().Fields.Values.Select(field => field.TrimmedDigest).Append(answer.Facts.TrimmedDigest).ShouldContain(digest);
        ShouldHoldNoValue(world, [answer]);
        (answer.Facts.ToString() + string.Join(',', answer.Facts.Fields.Values)).ShouldNotContain(world.Canaries[0]);
        store.ValueEndpoint(query).ShouldNotBeNullOrWhiteSpace();
        store.ValuePermissions([query]).ShouldContain(StoreType switch
        {
            StoreTypes.Vault => "path \"secret/data/app/database\" { capabilities = [\"read\"] }",
            StoreTypes.AzureKeyVault => "Key Vault Secrets User",
            StoreTypes.AwsSecretsManager => "secretsmanager:GetSecretValue",
            StoreTypes.AwsSsm => "ssm:GetParameter",
            _ => "", // who may look there may read
        });
        store.ReaderPermissions([query], new SecretReader("api") { Accounts = [("shop", "api")], Keys = ["KEY"] }).ShouldContain(StoreType switch
        {
            StoreTypes.Vault => "path \"secret/data/app/database\" { capabilities = [\"read\"] }",
            StoreTypes.AzureKeyVault => "Key Vault Secrets User\" --assignee OBJECT_ID --scope \"$(az keyvault show --name",
            StoreTypes.AwsSecretsManager or StoreTypes.AwsSsm => "kms:Decrypt",
            StoreTypes.Kubernetes => "kind: RoleBinding\nmetadata:\n  name: api-secrets\n",
            _ => "",
        });
        (await store.ReadAsync(query, TestContext.Current.CancellationToken)).Value.ShouldNotBeNull().ToString().ShouldBe("(a value)");
        (await store.ReadAsync(new SecretQuery(world.Missing), TestContext.Current.CancellationToken)).Problem.ShouldNotBeNull();
    }

    private protected static Task<StoreAnswer> AskAsync(StoreWorld world, SecretQuery query) => world.Store.AskAsync(query, TestContext.Current.CancellationToken);

    /// <summary>Every text of every answer, and what the store says of itself.</summary>
    private protected static void ShouldHoldNoValue(StoreWorld world, IReadOnlyList<StoreAnswer> answers)
    {
        var all = new StringBuilder().AppendJoin('\n', world.Store.Notices).Append(world.Store.Address).Append(world.Store).Append(world.Store.Permissions([.. answers.Select(answer => answer.Query)]));
        foreach (StoreAnswer answer in answers)
        {
            all.Append(answer).Append(answer.Cause).Append(answer.Advice).Append(answer.Remark).Append(answer.Nearest).Append(answer.Problem).Append(answer.Metadata)
                .AppendJoin(',', answer.Metadata.Fields?.Names ?? []).Append(world.Store.Endpoint(answer.Query));
        }

        string text = all.ToString();
        foreach (string canary in world.Canaries)
        {
            text.ShouldNotContain(canary);
        }
    }
}
