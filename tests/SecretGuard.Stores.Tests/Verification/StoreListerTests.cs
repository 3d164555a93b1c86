using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Tests.Verification;

public sealed class StoreListerTests : IDisposable
{
    private static readonly StoreProblem Denied = new(Verdict.Forbidden, "may not list", "allow it");

    private readonly ManualTime _time = new(TimeSpan.FromSeconds(20));
    private readonly FakeListingStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Pages_AreAllTurned_AndBegunAnewOnceWhereTheStoreForgot()
    {
        _store.Names.UnionWith(Enumerable.Range(0, 25).Select(i => $"s{i:d2}"));
        _store.Pages.Enqueue(new ListPage([], null) { IsExpired = true });
        (await ListAsync()).Secrets.Select(secret => secret.Query.Name).ShouldBe(_store.Names, ignoreOrder: true);
        _store.Listings.ShouldBe(4);

        _store.Pages.Enqueue(new ListPage([], null) { IsExpired = true });
        _store.Pages.Enqueue(new ListPage([], null) { IsExpired = true });
        (await ListAsync()).Problem.ShouldNotBeNull().Cause.ShouldBe("it forgets where its list was left off");
    }

    [Fact]
    public async Task Folders_AreWalkedThrough_AsFarAsTheirNamesFit()
    {
        Tree();
        StoreListing all = await ListAsync();
        (all.Problem, Names(all)).ShouldBe((null, "a/x a/b/y c/z"));

        _store.Folders["c/"] = ListPage.Failed(Denied);
        StoreListing some = await ListAsync("a/");
        (some.Problem, some.Gaps.Count, Names(some)).ShouldBe((null, 0, "a/x a/b/y"), "what does not begin so is not asked for");
        Names(await ListAsync("a/b/")).ShouldBe("a/b/y");
    }

    [Fact]
    public async Task FolderThatMayNotBeSeen_IsAGap_ButNotTheFirstNorAFault()
    {
        Tree();
        _store.Folders["c/"] = ListPage.Failed(Denied);
        StoreListing listing = await ListAsync();
        (listing.Problem, Names(listing), listing.Gaps.Single().Part).ShouldBe((null, "a/x a/b/y", "folder c/"));

        _store.Folders["c/"] = ListPage.Failed(Denied with { Verdict = Verdict.Unreachable });
        StoreListing broken = await ListAsync();
        (broken.Problem?.Verdict, broken.Secrets.Count).ShouldBe((Verdict.Unreachable, 0), "half a list is none");

        _store.Folders["root"] = ListPage.Failed(Denied);
        (await ListAsync()).Problem.ShouldBe(Denied);
    }

    [Fact]
    public async Task WhatIsNoSecretOfItsOwn_OrDeleted_OrElsewhere_IsLeftOut()
    {
        _store.Folders["all"] = new ListPage([Secret("a/x"), Secret("b/y"), Secret("a/alias") with { IsOne = false }, Secret("a/gone", Verdict.SoftDeleted), Secret("a/off", Verdict.Disabled)], null) { Gap = Denied };
        StoreListing listing = await ListAsync("a/");
        (Names(listing), listing.Others, listing.Gaps.Single().Problem).ShouldBe(("a/x a/off", 1, Denied));
    }

    [Fact]
    public async Task StoreThatDoesNotList_SaysSo()
    {
        using var store = new FakeStore();
        StoreListing listing = await new StoreLister(new VerifierOptions { Time = _time }).ListAsync(store, "", TestContext.Current.CancellationToken);
        listing.Problem.ShouldNotBeNull().Cause.ShouldBe("a store of type 'fake' does not tell what it holds");
    }

    private void Tree()
    {
        _store.Begin = new ListPage([], null) { Scopes = [new ListedScope("root", "", "folder /")] };
        _store.Folders["root"] = new ListPage([], null) { Scopes = [Folder("a/"), Folder("c/")] };
        _store.Folders["a/"] = new ListPage([Secret("a/x")], null) { Scopes = [Folder("a/b/")] };
        _store.Folders["a/b/"] = new ListPage([Secret("a/b/y")], null);
        _store.Folders["c/"] = new ListPage([Secret("c/z")], null);
    }

    private static ListedScope Folder(string name) => new(name, name, $"folder {name}");

    private static ListedSecret Secret(string name, Verdict verdict = Verdict.Present) => new(name, new StoreAnswer(new SecretQuery(name), verdict));

    private static string Names(StoreListing listing) => string.Join(' ', listing.Secrets.Select(secret => secret.Query.Name));

    private Task<StoreListing> ListAsync(string prefix = "") => new StoreLister(new VerifierOptions { Time = _time }).ListAsync(_store, prefix, TestContext.Current.CancellationToken);
}
