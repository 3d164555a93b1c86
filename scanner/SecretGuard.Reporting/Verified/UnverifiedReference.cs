using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>A reference that nobody could, or was to, say anything of, and the run goes on.</summary>
/// <param name="Environment">The environment; empty where none is declared.</param>
/// <param name="Name">What is referred to: <c>hashicorp-vault kv/shop/db#password</c>.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="Location">Where it is referred to.</param>
public sealed record UnverifiedReference(string Environment, string Name, string Reason, Location Location);
