using SecretGuard.Cli.Moving;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Rotating;

/// <summary>What becomes of a plan to rotate.</summary>
/// <param name="environment">The environment; empty where none is declared.</param>
/// <param name="items">The plan.</param>
/// <param name="path">The file of the record; null where none is wanted.</param>
internal sealed class RotationRecord(string environment, IReadOnlyList<RotationItem> items, string? path) : RunRecord<RotatedSecret>([.. items.Select(item => item.Told())], path)
{
    /// <inheritdoc/>
    public override Document Document => new RenewalDocument(environment, [.. Rows]) { ToolVersion = ToolVersion.Current, IsApplied = IsApplied, StartedAt = StartedAt, User = Environment.UserName, Stopped = Stopped };

    /// <inheritdoc/>
    protected override RotatedSecret Stamped(RotatedSecret row, DateTimeOffset now) => row with { At = now };
}
