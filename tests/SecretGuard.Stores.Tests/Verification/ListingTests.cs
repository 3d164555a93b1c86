using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Tests.Verification;

public sealed class ListingTests : IDisposable
{
    private static readonly StoreProblem Denied = new(Verdict.Forbidden, "may not list", "allow it");

    private readonly ManualTime _time = new(TimeSpan.FromSeconds(20));
    private readonly FakeListingStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task ManyQuestions_TakeAPageForTen()
    {
        _store.Names.UnionWith(Names(0, 100));
        VerificationReport report = await VerifyAsync(Names(0, 100));
        report.Answers.ShouldAllBe(answer => answer.Verdict == Verdict.Present);
        report.Calls.ShouldBe(10);
    }

    [Fact]
    public async Task FewQuestions_AreAskedOneByOne()
    {
        _store.Names.UnionWith(Names(0, 100));
        await VerifyAsync(Names(0, 10));
        _store.Listings.ShouldBe(0);
    }

    [Fact]
    public async Task AbsentOnes_AreConfirmedOneByOne()
    {
        _store.Names.UnionWith(Names(0, 50));
        _store.Unlisted.Add("s0007");
        VerificationReport report = await VerifyAsync(Names(0, 52));
        report.Answers.Where(answer => answer.Verdict == Verdict.Missing).Select(answer => answer.Query.Name).ShouldBe(["s0050", "s0051"]);
        report.Calls.ShouldBe(5 + 3);
    }

    [Fact]
    public async Task ManyOtherSecrets_DoNotCostMoreThanTheQuestions()
    {
        _store.Names.UnionWith(Names(0, 1000));
        VerificationReport report = await VerifyAsync(Names(980, 1000));
        report.Answers.ShouldAllBe(answer => answer.Verdict == Verdict.Present);
        _store.Listings.ShouldBe(20);
        report.Calls.ShouldBe(40);
    }

    [Fact]
    public async Task ForbiddenList_FallsBackToSingleQuestions()
    {
        _store.Names.UnionWith(Names(0, 30));
        _store.Pages.Enqueue(ListPage.Failed(Denied));
        VerificationReport report = await VerifyAsync(Names(0, 30));
        report.Answers.ShouldAllBe(answer => answer.Verdict == Verdict.Present);
        report.Calls.ShouldBe(31);
    }

    [Fact]
    public async Task ExpiredList_BeginsAnewOnce()
    {
        _store.Names.UnionWith(Names(0, 30));
        _store.Pages.Enqueue(new ListPage([], null) { IsExpired = true });
        VerificationReport report = await VerifyAsync(Names(0, 30));
        report.Answers.ShouldAllBe(answer => answer.Verdict == Verdict.Present);
        report.Calls.ShouldBe(4);
    }

    [Fact]
    public async Task TransientList_IsAskedAgain()
    {
        _store.Names.UnionWith(Names(0, 30));
        _store.Pages.Enqueue(ListPage.Failed(Denied with { Verdict = Verdict.Unreachable, IsTransient = true }));
        (await VerifyAsync(Names(0, 30))).Calls.ShouldBe(4);
    }

    [Fact]
    public async Task Versions_AreAskedOneByOne()
    {
        _store.Names.UnionWith(Names(0, 30));
        await new StoreVerifier(Options).VerifyAsync(_store, Names(0, 30).Select(name => new SecretQuery(name, Version: "2")), null, TestContext.Current.CancellationToken);
        _store.Listings.ShouldBe(0);
    }

    [Fact]
    public async Task ListOfNamesOnly_AnswersNothing_ButSuggests()
    {
        _store.ListTellsState = false;
        _store.Names.UnionWith([.. Names(0, 5), "database-password"]);
        VerificationReport report = await VerifyAsync([.. Names(0, 5), "databse-password"]);
        StoreAnswer missing = report.Answers[^1];
        (missing.Verdict, missing.Nearest).ShouldBe((Verdict.Missing, "database-password"));
        missing.Advice.ShouldEndWith("did you mean 'database-password'?");
        report.Calls.ShouldBe(7);
    }

    [Fact]
    public async Task Suggestions_CanBeSwitchedOff()
    {
        VerificationReport report = await new StoreVerifier(Options with { SuggestNames = false }).VerifyAsync(_store, [new("a")], null, TestContext.Current.CancellationToken);
        report.Calls.ShouldBe(1);
    }

    private VerifierOptions Options => new() { Time = _time };

    private static IEnumerable<string> Names(int from, int to) => Enumerable.Range(from, to - from).Select(i => $"s{i:d4}");

    private Task<VerificationReport> VerifyAsync(IEnumerable<string> names) =>
        new StoreVerifier(Options).VerifyAsync(_store, names.Select(name => new SecretQuery(name)), null, TestContext.Current.CancellationToken);
}
