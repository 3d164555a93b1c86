using SecretGuard.Triage;

namespace SecretGuard.Cli.Audits;

/// <summary>One entry that a decision changes.</summary>
/// <param name="Fingerprint">Which.</param>
/// <param name="Before">What it is taken to be now; null for none.</param>
/// <param name="After">What it becomes; null for none.</param>
internal sealed record EntryChange(Fingerprint Fingerprint, BaselineEntry? Before, BaselineEntry? After);

/// <summary>What became of a change.</summary>
/// <param name="Now">The baseline as it is now.</param>
/// <param name="Conflicts">How many entries were not what they were taken to be. Where there is one, nothing was written.</param>
internal sealed record DecisionOutcome(Baseline Now, int Conflicts);

/// <summary>Where decisions are kept.</summary>
internal interface IDecisionFile
{
    /// <summary>Reads the baseline. Throws <see cref="UsageException"/> where it cannot be understood.</summary>
    Baseline Read();

    /// <summary>Writes the changes of one decision, all or none. Throws <see cref="UsageException"/> where that cannot be done.</summary>
    DecisionOutcome Write(IReadOnlyList<EntryChange> changes);
}
