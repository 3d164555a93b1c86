using SecretGuard.Cli.Moving;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Adopting;

/// <summary>What becomes of a plan to adopt.</summary>
/// <param name="finding">The finding.</param>
/// <param name="plan">The plan.</param>
/// <param name="path">The file of the record; null where none is wanted.</param>
internal sealed class AdoptionRecord(AdoptedFinding finding, AdoptionPlan plan, string? path) : RunRecord<AdoptionStep>([.. plan.Steps], path)
{
    /// <inheritdoc/>
    public override Document Document => new AdoptionDocument(finding, [.. Rows]) { ToolVersion = ToolVersion.Current, IsApplied = IsApplied, StartedAt = StartedAt, User = Environment.UserName, Stopped = Stopped };

    /// <inheritdoc/>
    protected override AdoptionStep Stamped(AdoptionStep row, DateTimeOffset now) => row with { At = now };
}
