using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>A rule as a project has it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="IsCustom">Whether the project's configuration brings it.</param>
/// <param name="IsEnabled">Whether a scan looks for it: the configuration may disable it.</param>
public sealed record RuleEntry(Rule Rule, bool IsCustom, bool IsEnabled);
