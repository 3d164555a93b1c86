using SecretGuard.Reporting;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Scanning;

/// <summary>What one file came to.</summary>
/// <param name="Content">Findings and accepted findings.</param>
/// <param name="Bytes">Bytes read.</param>
/// <param name="IsBinary">Whether it is no text.</param>
/// <param name="Incomplete">Why it was not read, or null.</param>
internal sealed record FileOutcome(TriagedContent Content, long Bytes, bool IsBinary, Incomplete? Incomplete);
