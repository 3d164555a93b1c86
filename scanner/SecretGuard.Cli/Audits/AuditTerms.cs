using SecretGuard.Findings;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Audits;

/// <summary>The answer to "should this be committed?".</summary>
internal enum Answer
{
    /// <summary>It is no secret, or may stay.</summary>
    Yes,

    /// <summary>It is real and must go.</summary>
    No,
}

/// <summary>What an answer writes into the baseline.</summary>
/// <param name="Accept">Makes the entry of a finding, with the owner, the expiry and the reason that the command line gave.</param>
/// <param name="Today">The day of the audit.</param>
/// <param name="Grace">Days for which what is real is accepted still; null for none at all.</param>
internal sealed record AuditTerms(Func<Finding, BaselineEntry> Accept, DateTime Today, int? Grace)
{
    /// <summary>The entry of an answer. An owner stays, and so does an expiry that is not past, unless the command line gave another.</summary>
    public BaselineEntry Entry(AuditItem item, BaselineEntry? old, Answer answer, string reason)
    {
        BaselineEntry fresh = Accept(item.First);
        return fresh with
        {
            Owner = fresh.Owner ?? old?.Owner,
            Expires = answer == Answer.No ? Grace is { } days ? Today.AddDays(days) : BaselineEntry.OnNoDay
                : fresh.Expires ?? (old?.HoldsOn(Today) == true ? old.Expires : null),
            Reason = reason,
        };
    }
}
