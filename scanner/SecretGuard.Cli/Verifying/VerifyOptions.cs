using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Verifying.Changes;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Cli.Verifying;

/// <summary>A validated request to verify.</summary>
internal sealed record VerifyOptions
{
    /// <summary>The environments to look at; empty for all.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>What becomes of a question that no store answered.</summary>
    public OnUnreachable OnUnreachable { get; init; }

    /// <summary>How stores are asked.</summary>
    public VerifierOptions Asking { get; init; } = new();

    /// <summary>Whether <c>secretguard.lock</c> answers in the place of the stores that have a name.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Whether the values of stores are compared with what the history holds.</summary>
    public bool ComparesLeaks { get; init; }

    /// <summary>What is not asked about, for it was referred to before; null to ask about everything.</summary>
    public BaseState? Base { get; init; }

    /// <summary>Whether all questions and answers are wanted afterwards.</summary>
    public bool KeepsEvidence { get; init; }

    /// <summary>Whether clusters are asked what their operators say.</summary>
    public bool AsksCluster { get; init; }

    /// <summary>How old an answer of an earlier run may be that is taken again; zero where every store is asked.</summary>
    public TimeSpan Cached { get; init; }

    /// <summary>Where is shown how far the asking has got; null for nowhere.</summary>
    public WorkProgress? Progress { get; init; }

    /// <summary>The day that expiries and rotations are judged by.</summary>
    public DateTimeOffset Today { get; init; } = TimeProvider.System.GetUtcNow();
}

/// <summary>What becomes of a question that no store answered. Nobody knows then whether the secret is there.</summary>
internal enum OnUnreachable
{
    /// <summary>It is told, and the run ends with 3.</summary>
    Fail,

    /// <summary>It is told.</summary>
    Warn,

    /// <summary>It is counted.</summary>
    Skip,
}
