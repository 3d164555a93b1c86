using SecretGuard.Reporting;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Cli.Moving;

/// <summary>What documents call what became of a write.</summary>
internal static class WriteStates
{
    /// <summary>The state for documents.</summary>
    public static SyncState Of(WriteState state) => state switch
    {
        WriteState.Written => SyncState.Written,
        WriteState.AlreadyThere => SyncState.AlreadyThere,
        WriteState.Changed => SyncState.Changed,
        WriteState.Failed => SyncState.Failed,
        _ => SyncState.Unknown,
    };
}
