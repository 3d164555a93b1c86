namespace SecretGuard.Cli.Audits;

/// <summary>What the keys do now.</summary>
internal enum AuditMode
{
    /// <summary>One secret is asked about.</summary>
    Asking,

    /// <summary>A reason is typed, for one secret or for many.</summary>
    Reason,

    /// <summary>A filter is typed.</summary>
    Filter,

    /// <summary>The pattern of a decision for many is typed.</summary>
    Pattern,

    /// <summary>The many are shown, and it is asked what they are.</summary>
    Many,

    /// <summary>The keys are explained.</summary>
    Help,
}
