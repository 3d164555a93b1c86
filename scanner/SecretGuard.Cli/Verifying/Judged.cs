using SecretGuard.Inventories;
using SecretGuard.Rules;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying;

/// <summary>An answer, and what is wrong with it.</summary>
/// <param name="Answer">What the stores said.</param>
/// <param name="Wrongs">What is wrong and why, the gravest first; nothing where all is well, or where nobody knows.</param>
internal sealed record Judged(Answered Answer, IReadOnlyList<(Rule Rule, string Reason)> Wrongs)
{
    /// <summary>What is declared of it, or null.</summary>
    public DeclaredSecret? Secret { get; init; }

    /// <summary>The state for reports: the verdict, or what is wrong with a secret that is there.</summary>
    public string State => Answer.Best.Verdict != Verdict.Present || Wrongs.Count == 0 ? Answer.Best.Verdict.Name()
        : Wrongs[0].Rule == ReferenceRules.Expiring ? "expiring" : Wrongs[0].Rule.Slug;
}
