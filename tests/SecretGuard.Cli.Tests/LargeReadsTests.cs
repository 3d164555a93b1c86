using SecretGuard.Cli.Sources;
using SecretGuard.Cli.Sources.Archives;

namespace SecretGuard.Cli.Tests;

/// <summary>The memory of a run does not grow with its threads: one of them at a time reads what is large.</summary>
public sealed class LargeReadsTests
{
    [Fact]
    public void Reserve_WhatIsLarge_WaitsForItsTurnAndUsesTheSameBytesAgain()
    {
        using var stop = new CancellationTokenSource();
        using var reads = new LargeReads(threads: 4);
        var first = new ReadBuffer(1024, reads.Line(stop.Token));
        var second = new ReadBuffer(1024, reads.Line(stop.Token));
        first.Reserve(reads.Small + 1);
        byte[] lent = first.Bytes;
        second.Reserve(reads.Small);
        first.Beside(1024).Reserve(reads.Small + 1);
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => second.Reserve(reads.Small + 1));
        first.Release();
        first.Bytes.Length.ShouldBe(1024);
        var third = new ReadBuffer(1024, reads.Line(CancellationToken.None));
        third.Reserve(reads.Small + 1);
        third.Bytes.ShouldBeSameAs(lent);
    }
}
