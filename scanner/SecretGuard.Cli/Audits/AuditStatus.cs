using SecretGuard.Triage;

namespace SecretGuard.Cli.Audits;

/// <summary>What is known about a secret. The first three are still to be decided.</summary>
internal enum AuditStatus
{
    /// <summary>It is not in the baseline.</summary>
    New,

    /// <summary>It is in the baseline, and nobody said why.</summary>
    Unaudited,

    /// <summary>It was accepted until a day that is past.</summary>
    Expired,

    /// <summary>It is accepted, with a reason.</summary>
    Accepted,

    /// <summary>It is real, and accepted on no day.</summary>
    Real,
}

/// <summary>Reads the status off an entry.</summary>
internal static class AuditStatuses
{
    /// <summary>The status of a secret with this entry, or with none.</summary>
    public static AuditStatus Of(BaselineEntry? entry, DateTime today) => entry switch
    {
        null or { IsOfHistory: true } => AuditStatus.New,
        { IsReal: true } => AuditStatus.Real,
        { Reason: null } => AuditStatus.Unaudited,
        _ => entry.HoldsOn(today) ? AuditStatus.Accepted : AuditStatus.Expired,
    };

    /// <summary>Whether somebody has yet to decide.</summary>
    public static bool IsOpen(this AuditStatus status) => status < AuditStatus.Accepted;
}
