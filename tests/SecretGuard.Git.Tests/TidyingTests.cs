namespace SecretGuard.Git.Tests;

/// <summary>git tidies up while a repository is read: newer ones do it in the background after every commit.</summary>
public sealed class TidyingTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    /// <summary>When git packs what was loose, or packs anew what was packed: before the objects are listed, while the first is read, and while the rest is.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(20, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void WhatIsPackedMeanwhile_IsReadOnce(int after, bool isPacked)
    {
        string path = _sandbox.Make();
        if (isPacked)
        {
            _sandbox.Git(path, "repack", "-adq");
        }

        Dictionary<string, (string Kind, byte[] Content)> expected = Oracle.Objects(path);
        using GitRepository repository = Sandbox.Open(path);
        var collector = new Collector();
        int visits = 0;
        if (after == 0)
        {
            Tidy();
        }

        ReadSummary summary = repository.ReadAll(() => new Interruption(collector, () => Tidy(++visits)), new ReadOptions { Threads = 1 }, TestContext.Current.CancellationToken);
        summary.Problems.ShouldBeEmpty();
        collector.Twice.ShouldBeEmpty();
        collector.Objects.Keys.Order().ShouldBe(expected.Keys.Order());
        collector.Objects.Where(item => !item.Value.Content.AsSpan().SequenceEqual(expected[item.Key].Content)).ShouldBeEmpty();

        void Tidy(int visit = 0)
        {
            if (visit == after)
            {
                _sandbox.Git(path, "repack", "-adfq", "--window=30");
                _sandbox.Git(path, "prune-packed", "-q");
                Directory.GetDirectories(Path.Combine(path, ".git/objects"), "??").ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public void ObjectThatWasPackedMeanwhile_IsFound()
    {
        string path = _sandbox.Make();
        string[] ids = [.. Oracle.Objects(path).Keys];
        using GitRepository repository = Sandbox.Open(path);
        _sandbox.Git(path, "repack", "-adq");
        foreach (string id in ids)
        {
            ObjectId.TryParse(id, out ObjectId parsed).ShouldBeTrue();
            repository.Has(parsed).ShouldBeTrue();
            repository.TryReadHeader(parsed, out _, out _).ShouldBeTrue();
            repository.TryRead(parsed, out _, out _).ShouldBeTrue();
        }
    }

    private sealed class Interruption(Collector collector, Action act) : IObjectVisitor<Collector.Seen>
    {
        public Collector.Seen? Visit(in ObjectVisit visit, Collector.Seen? baseState)
        {
            act();
            return collector.Visit(visit, baseState);
        }
    }
}
