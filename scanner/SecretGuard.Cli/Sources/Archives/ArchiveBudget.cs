namespace SecretGuard.Cli.Sources.Archives;

/// <summary>What is left to read of one outermost archive. Everything in it draws on the same account, so nesting gains nothing.</summary>
internal sealed class ArchiveBudget(ArchiveLimits limits, CancellationToken stop)
{
    private int _members;
    private long _unpacked;

    /// <summary>Notes an entry.</summary>
    public void TakeMember()
    {
        stop.ThrowIfCancellationRequested();
        if (++_members > limits.Members)
        {
            throw new ArchiveLimitException(ArchiveProblem.TooMany(limits), endsArchive: true);
        }
    }

    /// <summary>Notes bytes that unpacking gave.</summary>
    public void TakeBytes(int count)
    {
        stop.ThrowIfCancellationRequested();
        _unpacked += count;
        if (_unpacked > limits.Unpacked)
        {
            throw new ArchiveLimitException(ArchiveProblem.TooMuch(limits), endsArchive: true);
        }
    }
}
