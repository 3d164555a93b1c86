using SecretGuard.Findings;

namespace SecretGuard.Git.Scanning;

/// <summary>Where a secret is shown, and what is known of its way.</summary>
/// <param name="Secret">The secret.</param>
/// <param name="Holder">The object it is shown in: of the last commit that has it, if any has.</param>
/// <param name="Path">The path of that one; empty for what no tree holds.</param>
/// <param name="Provenance">Its way.</param>
internal sealed record Witness(HistorySecret Secret, ObjectId Holder, string Path, Provenance Provenance);
