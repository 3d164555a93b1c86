using SecretGuard.Reporting;

namespace SecretGuard.Cli.Moving;

/// <summary>What becomes of a plan to copy.</summary>
/// <param name="stores">The stores.</param>
/// <param name="items">The plan.</param>
/// <param name="path">The file of the record; null where none is wanted.</param>
internal sealed class SyncRecord(ComparedStores stores, IReadOnlyList<SyncItem> items, string? path) : RunRecord<SyncedSecret>([.. items.Select(item => item.Told())], path)
{
    /// <inheritdoc/>
    public override Document Document => new SyncDocument(stores, [.. Rows]) { ToolVersion = ToolVersion.Current, IsApplied = IsApplied, StartedAt = StartedAt, User = Environment.UserName, Stopped = Stopped };

    /// <inheritdoc/>
    protected override SyncedSecret Stamped(SyncedSecret row, DateTimeOffset now) => row with { At = now };
}
