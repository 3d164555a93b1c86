using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying;

/// <summary>What the stores said to a question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answers">One for each of its places, in their order.</param>
internal sealed record Answered(Question Question, IReadOnlyList<StoreAnswer> Answers)
{
    /// <summary>The answer that counts: of the first place that has it. Where one cannot tell, nobody knows; else the first says what is wrong.</summary>
    public StoreAnswer Best =>
        Answers.FirstOrDefault(answer => answer.Verdict == Verdict.Present)
        ?? Answers.FirstOrDefault(answer => answer.Verdict.CannotTell())
        ?? Answers.FirstOrDefault(answer => answer.Verdict != Verdict.Missing)
        ?? Answers[0];

    /// <summary>The place that the best answer is of.</summary>
    public Place Place => Question.Places[Answers.ToList().IndexOf(Best)];
}
