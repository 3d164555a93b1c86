using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Tests.Verification;

public sealed class StoreVerifierTests : IDisposable
{
    private static readonly StoreProblem Busy = new(Verdict.Throttled, "too many requests", "wait") { IsTransient = true };
    private static readonly StoreProblem Down = new(Verdict.Unreachable, "connection refused", "start it") { IsTransient = true, IsStoreWide = true };

    private readonly ManualTime _time = new(TimeSpan.FromSeconds(20));
    private readonly FakeStore _store = new();

    private VerifierOptions Options => new() { Time = _time, Jitter = () => 0.5 };

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Questions_AreAnsweredInTheirOrder_EachOnce()
    {
        _store.Names.UnionWith(["a", "c"]);
        VerificationReport report = await VerifyAsync("a", "b", "c", "a");
        report.Answers.Select(answer => (answer.Query.Name, answer.Verdict)).ShouldBe([("a", Verdict.Present), ("b", Verdict.Missing), ("c", Verdict.Present)]);
        report.Calls.ShouldBe(3);
        report.IsComplete.ShouldBeTrue();
        report.Asked.ShouldBe(_time.GetUtcNow());
    }

    [Fact]
    public async Task NoQuestions_NoCall() => (await VerifyAsync()).Calls.ShouldBe(0);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Parallelism_IsBounded(int parallelism)
    {
        _store.Before = (_, _) => Task.Delay(5, TestContext.Current.CancellationToken);
        await new StoreVerifier(Options with { Parallelism = parallelism }).VerifyAsync(_store, Queries(40), null, TestContext.Current.CancellationToken);
        _store.Widest.ShouldBeLessThanOrEqualTo(parallelism);
    }

    [Fact]
    public async Task Transient_IsAskedAgainAfterGrowingWaits()
    {
        _store.Names.Add("a");
        _store.Problems["a"] = new([Down, Busy, Down]);
        VerificationReport report = await VerifyAsync("a");
        report.Answers[0].Verdict.ShouldBe(Verdict.Present);
        report.Calls.ShouldBe(4);
        _time.Waits.Select(wait => wait.TotalMilliseconds).ShouldBe([375, 750, 1500]);
    }

    [Fact]
    public async Task RetryAfter_IsHonouredByAll()
    {
        _store.Names.UnionWith(["a", "b"]);
        _store.Problems["a"] = new([Busy with { RetryAfter = TimeSpan.FromSeconds(7) }]);
        DateTimeOffset begin = _time.GetUtcNow();
        VerificationReport report = await new StoreVerifier(Options with { Parallelism = 1 }).VerifyAsync(_store, [new("a"), new("b")], null, TestContext.Current.CancellationToken);
        report.Answers.ShouldAllBe(answer => answer.Verdict == Verdict.Present);
        (_time.GetUtcNow() - begin).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task RetryAfter_BeyondAllPatience_IsThrottledAtOnce()
    {
        _store.Problems["a"] = new([Busy with { RetryAfter = TimeSpan.FromHours(1) }]);
        VerificationReport report = await VerifyAsync("a");
        (report.Answers[0].Verdict, report.Calls).ShouldBe((Verdict.Throttled, 1L));
    }

    [Fact]
    public async Task LastingProblem_IsAskedOnce()
    {
        _store.Problems["a"] = new([Busy with { IsTransient = false }, Busy]);
        (await VerifyAsync("a")).Calls.ShouldBe(1);
    }

    [Fact]
    public async Task StoreThatIsDown_IsNotAskedForEverySecret()
    {
        foreach (SecretQuery query in Queries(200))
        {
            _store.Problems[query.Name] = new(Enumerable.Repeat(Down, 10));
        }

        VerificationReport report = await new StoreVerifier(Options with { Parallelism = 2 }).VerifyAsync(_store, Queries(200), null, TestContext.Current.CancellationToken);
        report.Answers.ShouldAllBe(answer => answer.Verdict == Verdict.Unreachable && answer.Cause == Down.Cause);
        report.Calls.ShouldBeLessThanOrEqualTo(10);
        report.IsComplete.ShouldBeFalse();
    }

    [Fact]
    public async Task Deadline_EndsWithWhatIsKnown()
    {
        _store.Names.UnionWith(["a", "b", "c"]);
        _store.Before = async (query, cancellation) =>
        {
            if (query.Name == "b")
            {
                _time.Advance(TimeSpan.FromMinutes(3));
                await Task.Delay(Timeout.Infinite, cancellation);
            }
        };
        VerificationReport report = await new StoreVerifier(Options with { Parallelism = 1 }).VerifyAsync(_store, [new("a"), new("b"), new("c")], null, TestContext.Current.CancellationToken);
        report.Answers.Select(answer => answer.Verdict).ShouldBe([Verdict.Present, Verdict.Unreachable, Verdict.Unreachable]);
        report.Answers[2].Cause.ShouldBe("not asked before the deadline");
        report.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task Deadline_EndsAStoreThatDoesNotListen()
    {
        _store.Before = async (_, _) =>
        {
            _time.Advance(TimeSpan.FromMinutes(3));
            await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
        };
        (await VerifyAsync("a")).Answers[0].Verdict.ShouldBe(Verdict.Unreachable);
    }

    [Fact]
    public async Task Interrupt_EndsWithWhatIsKnown()
    {
        using var interrupt = new CancellationTokenSource();
        _store.Names.Add("a");
        _store.Before = async (query, cancellation) =>
        {
            if (query.Name == "b")
            {
                await interrupt.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellation);
            }
        };
        VerificationReport report = await new StoreVerifier(Options with { Parallelism = 1 }).VerifyAsync(_store, [new("a"), new("b"), new("c")], null, interrupt.Token);
        report.Answers.Select(answer => answer.Verdict).ShouldBe([Verdict.Present, Verdict.Unreachable, Verdict.Unreachable]);
        report.Answers[2].Cause.ShouldStartWith("interrupted");
    }

    [Fact]
    public async Task ExceptionOfAnAdapter_IsUnreachable_AndItsMessageIsNotTold()
    {
        string canary = Guid.NewGuid().ToString("N");
        _store.Before = (_, _) => throw new InvalidOperationException(canary);
        VerificationReport report = await VerifyAsync("a");
        report.Answers[0].Verdict.ShouldBe(Verdict.Unreachable);
        report.Answers[0].ToString().ShouldNotContain(canary);
        report.Answers[0].Cause.ShouldContain(nameof(InvalidOperationException));
    }

    [Fact]
    public async Task Progress_IsToldOfEveryAnswer()
    {
        var told = new Told();
        await new StoreVerifier(Options).VerifyAsync(_store, Queries(30), told, TestContext.Current.CancellationToken);
        told.Answers.Count.ShouldBe(30);
    }

    private static IEnumerable<SecretQuery> Queries(int count) => Enumerable.Range(0, count).Select(i => new SecretQuery($"s{i:d4}"));

    private Task<VerificationReport> VerifyAsync(params string[] names) =>
        new StoreVerifier(Options).VerifyAsync(_store, names.Select(name => new SecretQuery(name)), null, TestContext.Current.CancellationToken);

    private sealed class Told : IProgress<StoreAnswer>
    {
        public System.Collections.Concurrent.ConcurrentBag<StoreAnswer> Answers { get; } = [];

        public void Report(StoreAnswer value) => Answers.Add(value);
    }
}
