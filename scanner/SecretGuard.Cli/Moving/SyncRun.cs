using SecretGuard.Reporting;
using SecretGuard.Stores;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Cli.Moving;

/// <summary>Writes what is planned, one secret after the other. A value is read right before it is written and let go right after.</summary>
/// <param name="pair">The stores.</param>
/// <param name="options">How they are asked; with what looked at values when it was planned.</param>
internal sealed class SyncRun(StorePair pair, VerifierOptions options)
{
    private readonly IWritableStore _to = (IWritableStore)pair.To.Adapter;

    /// <summary>Writes.</summary>
    /// <param name="items">The plan.</param>
    /// <param name="record">Keeps what became of it.</param>
    /// <param name="cancellation">Ends it after the secret that is being written.</param>
    public async Task RunAsync(IReadOnlyList<SyncItem> items, SyncRecord record, CancellationToken cancellation)
    {
        var writer = new StoreWriter((IValueStore)pair.From.Adapter, _to, options.Values!, options);
        record.Write();
        for (int i = 0; i < items.Count; i++)
        {
            if (!items[i].Writes)
            {
                continue;
            }

            if (cancellation.IsCancellationRequested || record.Stopped.Length > 0)
            {
                record.Stopped = record.Stopped.Length > 0 ? record.Stopped : "interrupted: run it again to write the rest";
                record.Keep(i, secret => secret with { State = SyncState.NotReached });
                continue;
            }

            record.Keep(i, secret => secret with { State = SyncState.Writing });
            SecretQuery target = pair.Query(pair.To, items[i].Compared.Pair.To);
            WriteOutcome outcome = await writer.CopyAsync(pair.Query(pair.From, items[i].Compared.Pair.From), items[i].Compared.From!.Facts!, target, Compared.IsThere(items[i].Compared.To) ? items[i].Compared.To!.Facts : null, cancellation);
            record.Stopped = outcome.IsStoreWide ? $"stopped: {outcome.Cause}; {outcome.Advice}" : record.Stopped;
            record.Keep(i, secret => Done(secret, outcome, target));
        }

        record.Write();
    }

    private SyncedSecret Done(SyncedSecret secret, WriteOutcome outcome, SecretQuery target) => secret with
    {
        State = WriteStates.Of(outcome.State),
        Reason = outcome.Cause.Length == 0 ? secret.Reason : outcome.Advice.Length == 0 ? outcome.Cause : $"{outcome.Cause}; {outcome.Advice}",
        VersionBefore = outcome.Before?.Version,
        VersionWritten = outcome.Written,
        WayBack = outcome is { State: WriteState.Written or WriteState.Unknown, Before: { } before } ? _to.WayBack(target, before, outcome.Written) : "",
    };
}
