using SecretGuard.Stores.Values;

namespace SecretGuard.Stores.Verification;

/// <summary>How a store is asked.</summary>
public sealed record VerifierOptions
{
    /// <summary>How many questions may be open at a time.</summary>
    public int Parallelism { get; init; } = 16;

    /// <summary>How long a store may take for all of its questions.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How often one question is asked, the first time counted.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>The wait before the second time; it doubles each time.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait; a store that asks for a longer one is not asked again.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a store may be asked for the names near those that are missing: one call more for each of a few scopes.</summary>
    public bool SuggestNames { get; init; } = true;

    /// <summary>What looks at values; null where none is to be read, as none is unless the user says so.</summary>
    public ValueInspector? Values { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>A number from 0 to below 1, so that many who wait do not come back together.</summary>
    public Func<double> Jitter { get; init; } = Random.Shared.NextDouble;
}
