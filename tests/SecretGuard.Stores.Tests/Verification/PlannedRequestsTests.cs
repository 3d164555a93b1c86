using SecretGuard.Stores.Verification;
using SecretGuard.Stores.Vault;

namespace SecretGuard.Stores.Tests.Verification;

/// <summary>A dry run tells what is sent: lists in place of questions, questions, and where names are looked for that were meant.</summary>
public sealed class PlannedRequestsTests
{
    private static IEnumerable<SecretQuery> Queries(int count, string prefix = "") => Enumerable.Range(0, count).Select(i => new SecretQuery($"{prefix}s{i:00}"));

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void MoreThanAPageShows_IsListed(int count, bool isListed)
    {
        using var store = new FakeListingStore();
        IReadOnlyList<string> told = PlannedRequests.Of(store, Queries(count));
        told.Count(line => line == "list all, page by page: in place of many of those below").ShouldBe(isListed ? 1 : 0);
        told.Count.ShouldBe(count + (isListed ? 2 : 1));
        told[^1].ShouldBe("list all, where a name is missing: for one that is like it");
        store.Calls.ShouldBe(0);
    }

    [Fact]
    public void AListThatTellsNoState_ReplacesNoQuestion()
    {
        using var store = new FakeListingStore { ListTellsState = false };
        PlannedRequests.Of(store, Queries(30)).ShouldNotContain(line => line.Contains("in place of", StringComparison.Ordinal));
    }

    [Fact]
    public void ManyOfOneFolder_AreAskedForAtOnceOfAnOpenBao()
    {
        using var store = new VaultStore(new VaultSettings("https://bao.example", VaultLogin.WithToken("x")) { Mount = "secret", EngineVersion = 2 });
        IReadOnlyList<string> told = PlannedRequests.Of(store, [.. Queries(17, "secret/app/"), .. Queries(3, "secret/web/")]);
        told[0].ShouldBe("GET https://bao.example/v1/secret/detailed-metadata/app/?list=true, of an OpenBao, page by page: in place of many of those below");
        told.Skip(1).Take(20).ShouldAllBe(line => line.StartsWith("GET https://bao.example/v1/secret/metadata/", StringComparison.Ordinal));
        told.Skip(21).ShouldBe(["GET https://bao.example/v1/secret/metadata/app/?list=true, where a name is missing: for one that is like it", "GET https://bao.example/v1/secret/metadata/web/?list=true, where a name is missing: for one that is like it"]);
    }
}
