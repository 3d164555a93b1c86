namespace SecretGuard.Stores.Verification;

/// <summary>All answers of one store.</summary>
/// <param name="StoreType">The store's kind.</param>
/// <param name="Address">Where it is, for people.</param>
/// <param name="Answers">One for each distinct question, in the order of the questions.</param>
/// <param name="Calls">How many requests it took.</param>
/// <param name="Notices">What the store says of itself, for people.</param>
public sealed record VerificationReport(string StoreType, string Address, IReadOnlyList<StoreAnswer> Answers, long Calls, IReadOnlyList<string> Notices)
{
    /// <summary>How many calls of the store's bill these requests are.</summary>
    public long BilledCalls { get; init; }

    /// <summary>When the last answer was there.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>Whether every question was answered by the store.</summary>
    public bool IsComplete => !Answers.Any(answer => answer.Verdict.CannotTell());
}
