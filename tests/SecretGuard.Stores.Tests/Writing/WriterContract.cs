using SecretGuard.Stores.Local.Variables;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Tests.Writing;

/// <summary>What every adapter does that is written to: nothing is told as written that is not, nothing of somebody else is lost, and a second run ends what the first began.</summary>
public abstract class WriterContract
{
    private readonly ValueInspector _inspector = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The value that is to be copied.</summary>
    private string Value { get; } = $"a \"b\" ${Guid.NewGuid():N}\\'\n{Guid.NewGuid():N}";

    private ValueFacts Wanted => _inspector.Look(SecretValue.Of(Value));

    /// <summary>The kind of store that is tested.</summary>
    public abstract string StoreType { get; }

    private protected abstract Task<WriterWorld> CreateAsync();

    [Fact]
    public async Task Absent_IsWrittenOnce_AndReadsBack()
    {
        await using WriterWorld world = await CreateAsync();
        WriteOutcome outcome = await CopyAsync(world, null);
        (outcome.State, outcome.Cause).ShouldBe((WriteState.Written, ""));
        outcome.Before.ShouldBe(Standing.Absent);
        world.Get().ShouldBe(Value);
        (await CopyAsync(world, null)).State.ShouldBe(WriteState.AlreadyThere);
        ShouldBeWritten(world, 1);
        StoreAnswer answer = await world.Store.AskAsync(new SecretQuery(world.Name), Cancellation);
        answer.Verdict.ShouldBe(Verdict.Present, answer.Cause);
        ShouldHoldNoValue(world, outcome);
    }

    /// <summary>A plan and a write refuse a value alike.</summary>
    [Theory]
    [InlineData(100, true)]
    [InlineData(9_000, false)]
    [InlineData(30_000, false)]
    [InlineData(2_000_000, false)]
    public async Task ValueThatCannotBeKept_IsToldBeforeItIsWritten(int length, bool isNoText)
    {
        await using WriterWorld world = await CreateAsync();
        byte[] bytes = new byte[length];
        Array.Fill(bytes, isNoText ? (byte)0xFE : (byte)'x');
        StoreProblem? misfit = world.Store.ValueMisfit(_inspector.Look(SecretValue.Of(bytes)));
        WriteReply reply = await world.Store.WriteAsync(new SecretQuery(world.Name), SecretValue.Of(bytes), Standing.Absent, Cancellation);
        reply.Problem?.Cause.ShouldBe(misfit?.Cause);
        (misfit is null).ShouldBe(reply.Problem is null, reply.Problem?.Cause);
    }

    [Fact]
    public async Task WhatIsThere_IsReplaced_WhereItIsWhatWasPlanned()
    {
        await using WriterWorld world = await CreateAsync();
        string old = Guid.NewGuid().ToString("N");
        world.Put(old);
        WriteOutcome outcome = await CopyAsync(world, _inspector.Look(SecretValue.Of(old)));
        (outcome.State, outcome.Cause).ShouldBe((WriteState.Written, ""));
        world.Get().ShouldBe(Value);
        ShouldBeWritten(world, 2);
        outcome.Before!.Mark.ShouldNotBeNull();
    }

    [Fact]
    public async Task WhatCameMeanwhile_Stays()
    {
        await using WriterWorld world = await CreateAsync();
        string other = Guid.NewGuid().ToString("N");
        world.Put(other);
        (await CopyAsync(world, null)).State.ShouldBe(WriteState.Changed);
        (await CopyAsync(world, _inspector.Look(SecretValue.Of("planned")))).State.ShouldBe(WriteState.Changed);
        world.Get().ShouldBe(other);
        ShouldBeWritten(world, 1);
    }

    [Fact]
    public async Task WhatCameBetweenLookingAndWriting_Stays()
    {
        await using WriterWorld world = await CreateAsync();
        string other = Guid.NewGuid().ToString("N");
        StandingReply absent = await world.Store.LookAsync(new SecretQuery(world.Name), Cancellation);
        world.Put(other);
        (await world.Store.WriteAsync(new SecretQuery(world.Name), SecretValue.Of(Value), absent.Standing!, Cancellation)).ShouldBe(WriteReply.Changed);
        StandingReply first = await world.Store.LookAsync(new SecretQuery(world.Name), Cancellation);
        world.Put(other + "2");
        (await world.Store.WriteAsync(new SecretQuery(world.Name), SecretValue.Of(Value), first.Standing!, Cancellation)).ShouldBe(WriteReply.Changed);
        world.Get().ShouldBe(other + "2");
    }

    [Fact]
    public async Task SourceThatChanged_IsNotCopied()
    {
        await using WriterWorld world = await CreateAsync();
        using var source = new EnvironmentStore(() => [("A", "another")]);
        WriteOutcome outcome = await new StoreWriter(source, world.Store, _inspector, new VerifierOptions()).CopyAsync(new SecretQuery("A"), Wanted, new SecretQuery(world.Name), null, Cancellation);
        outcome.State.ShouldBe(WriteState.Changed);
        world.Get().ShouldBeNull();
    }

    [Fact]
    public async Task Forbidden_IsFailed_AndSaysWhatToDo()
    {
        await using WriterWorld world = await CreateAsync();
        world.Forbid();
        WriteOutcome outcome = await CopyAsync(world, null);
        outcome.State.ShouldBe(WriteState.Failed, outcome.Cause);
        outcome.Advice.ShouldNotBeEmpty();
        world.Get().ShouldBeNull();
        ShouldHoldNoValue(world, outcome);
    }

    [Fact]
    public async Task Cancelled_WritesNothing()
    {
        await using WriterWorld world = await CreateAsync();
        using var source = new EnvironmentStore(() => [("A", Value)]);
        WriteOutcome outcome = await new StoreWriter(source, world.Store, _inspector, new VerifierOptions()).CopyAsync(new SecretQuery("A"), Wanted, new SecretQuery(world.Name), null, new CancellationToken(canceled: true));
        outcome.State.ShouldBe(WriteState.Failed);
        world.Get().ShouldBeNull();
    }

    [Fact]
    public async Task Names_AreHeldAgainstTheGrammar_WithoutAsking()
    {
        await using WriterWorld world = await CreateAsync();
        world.Store.NameMisfit(new SecretQuery(world.Name)).ShouldBeNull();
        world.Store.NameMisfit(new SecretQuery(world.BadName)).ShouldNotBeNullOrEmpty();
        world.Store.Calls.ShouldBe(0);
    }

    /// <summary>Every single call is lost in turn, before it is done and after.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task AnyCallThatIsLost_IsToldAsItIs_AndASecondRunCompletes(bool isDone, bool isReplaced)
    {
        for (int call = 0; ; call++)
        {
            await using WriterWorld world = await CreateAsync();
            if (world.Server is not { } server)
            {
                return; // a disk loses no answers; see LocalWritingTests
            }

            string old = Guid.NewGuid().ToString("N");
            if (isReplaced)
            {
                world.Put(old);
            }

            ValueFacts? standing = isReplaced ? _inspector.Look(SecretValue.Of(old)) : null;
            server.Lose(call, isDone);
            WriteOutcome first = await CopyAsync(world, standing, attempts: 1);
            string? there = world.Get();
            ShouldHoldNoValue(world, first);
            switch (first.State)
            {
                case WriteState.Written:
                    there.ShouldBe(Value, $"call {call}");
                    break;
                case WriteState.Failed:
                    there.ShouldBe(isReplaced ? old : null, $"call {call}: {first.Cause}");
                    break;
                default:
                    first.State.ShouldBe(WriteState.Unknown, $"call {call}");
                    there.ShouldBeOneOf(Value, isReplaced ? old : null);
                    break;
            }

            bool hasLost = server.HasLost;
            server.Lose(int.MaxValue, isDone: false);
            (await CopyAsync(world, standing)).State.ShouldBe(there == Value ? WriteState.AlreadyThere : WriteState.Written, $"call {call}");
            world.Get().ShouldBe(Value);
            ShouldBeWritten(world, isReplaced ? 2 : 1);
            if (!hasLost)
            {
                call.ShouldBeGreaterThan(1, "there are calls to lose");
                return;
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CallThatIsLost_IsMadeAgain_AndWritesOnce(bool isDone)
    {
        for (int call = 0; call < 8; call++)
        {
            await using WriterWorld world = await CreateAsync();
            world.Server?.Lose(call, isDone);
            WriteOutcome outcome = await CopyAsync(world, null, attempts: 4);
            outcome.State.ShouldBe(WriteState.Written, $"call {call}: {outcome.Cause}");
            world.Get().ShouldBe(Value);
            ShouldBeWritten(world, 1);
        }
    }

    private async Task<WriteOutcome> CopyAsync(WriterWorld world, ValueFacts? standing, int attempts = 2)
    {
        using var source = new EnvironmentStore(() => [("A", Value)]);
        return await new StoreWriter(source, world.Store, _inspector, new VerifierOptions { Time = new ManualTime(TimeSpan.FromSeconds(10)), Attempts = attempts })
            .CopyAsync(new SecretQuery("A"), Wanted, new SecretQuery(world.Name), standing, Cancellation);
    }

    private static void ShouldBeWritten(WriterWorld world, int times)
    {
        if (world.Writes is { } writes)
        {
            writes().ShouldBe(times);
        }
    }

    private void ShouldHoldNoValue(WriterWorld world, WriteOutcome outcome)
    {
        string text = $"{outcome}{outcome.Before}{world.Store.WayBack(new SecretQuery(world.Name), outcome.Before ?? Standing.Absent, outcome.Written)}{string.Join(',', world.Store.Notices)}";
        text.ShouldNotContain(Value);
        text.ShouldNotContain(Value[..20]);
    }
}
