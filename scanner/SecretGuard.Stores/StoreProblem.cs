namespace SecretGuard.Stores;

/// <summary>Why a store could not tell. The texts are this project's own: what a server or a library wrote never gets into them.</summary>
/// <param name="Verdict">One of those that say nothing of the secret.</param>
/// <param name="Cause">What happened, for people.</param>
/// <param name="Advice">What to do about it, for people.</param>
public sealed record StoreProblem(Verdict Verdict, string Cause, string Advice)
{
    /// <summary>Whether the same question may get another answer soon.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the store asks to be left alone; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether every question to this store would end the same way.</summary>
    public bool IsStoreWide { get; init; }

    /// <summary>The answer to a question that ended so.</summary>
    public StoreAnswer Answer(SecretQuery query) => new(query, Verdict) { Cause = Cause, Advice = Advice, Problem = this };
}
