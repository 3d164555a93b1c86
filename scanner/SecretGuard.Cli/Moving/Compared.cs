using SecretGuard.Cli.Verifying;
using SecretGuard.Reporting;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Moving;

/// <summary>What two stores said of one secret.</summary>
/// <param name="Pair">It.</param>
/// <param name="From">The first; null where it has no name there.</param>
/// <param name="To">The second.</param>
internal sealed record Compared(NamedPair Pair, StoreAnswer? From, StoreAnswer? To)
{
    private static readonly Verdict[] NotThere = [Verdict.Missing, Verdict.SoftDeleted, Verdict.NoVersion];

    /// <summary>How they compare.</summary>
    public ComparedState State =>
        Doubt is not null ? ComparedState.CannotTell
        : (IsThere(From), IsThere(To)) switch
        {
            (true, true) => From!.Facts!.IsSameAs(To!.Facts!) ? ComparedState.Same : ComparedState.Different,
            (true, false) => ComparedState.OnlyInFrom,
            (false, true) => ComparedState.OnlyInTo,
            _ => ComparedState.InNeither,
        };

    /// <summary>Why a store could not tell, for people; null where both could.</summary>
    public string? Doubt => DoubtOf(From) ?? DoubtOf(To);

    /// <summary>Why one could not; null where it could.</summary>
    public static string? DoubtOf(StoreAnswer? answer) =>
        answer is null || NotThere.Contains(answer.Verdict) ? null
        : answer.Verdict != Verdict.Present ? $"{answer.Cause}; {answer.Advice}"
        : answer.ValueProblem is { } problem ? $"{problem.Cause}; {problem.Advice}"
        : answer.Facts is null ? "the store does not give the value out" : null;

    /// <summary>Whether it has a value.</summary>
    public static bool IsThere(StoreAnswer? answer) => answer is { Verdict: Verdict.Present, Facts: not null };

    /// <summary>The row that is told of it.</summary>
    public ComparedSecret Told()
    {
        DateTimeOffset? from = Changed(From), to = Changed(To);
        return new ComparedSecret(Pair.Name, Pair.From, Pair.To, State)
        {
            FromChanged = from,
            ToChanged = to,
            Newer = State != ComparedState.Different || from is null || to is null || from == to ? null : from > to ? "from" : "to",
            Reason = State switch
            {
                ComparedState.CannotTell => Doubt!,
                ComparedState.Different when From!.Facts!.TrimmedDigest is { } ours && ours == To!.Facts!.TrimmedDigest => "only blanks or line ends at the end differ",
                ComparedState.OnlyInFrom when To is { Verdict: not Verdict.Missing } => To.Cause,
                ComparedState.OnlyInTo when From is { Verdict: not Verdict.Missing } => From.Cause,
                _ => "",
            },
        };
    }

    private static DateTimeOffset? Changed(StoreAnswer? answer) => answer is { Verdict: Verdict.Present } ? AnswerJudge.Changed(answer.Metadata) : null;
}
