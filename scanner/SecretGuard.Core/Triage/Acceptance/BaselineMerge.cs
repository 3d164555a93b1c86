namespace SecretGuard.Triage;

/// <summary>
/// Merges two branches' baselines with their common ancestor. It never conflicts: an entry stays where either side added or changed it, and
/// goes where one side removed it and the other left it alone. Where both changed a field, the earlier expiry and this side's words count.
/// </summary>
public static class BaselineMerge
{
    /// <summary>The merged baseline.</summary>
    public static Baseline Merge(Baseline ancestor, Baseline ours, Baseline theirs)
    {
        var merged = new List<BaselineEntry>();
        foreach (BaselineEntry mine in ours.Entries)
        {
            BaselineEntry? old = ancestor.Find(mine.Fingerprint);
            BaselineEntry? other = theirs.Find(mine.Fingerprint);
            if (other is not null)
            {
                merged.Add(Combine(old, mine, other));
            }
            else if (mine != old)
            {
                merged.Add(mine);
            }
        }

        foreach (BaselineEntry other in theirs.Entries)
        {
            if (ours.Find(other.Fingerprint) is null && other != ancestor.Find(other.Fingerprint))
            {
                merged.Add(other);
            }
        }

        return new Baseline(merged);
    }

    private static BaselineEntry Combine(BaselineEntry? old, BaselineEntry mine, BaselineEntry other) => mine with
    {
        Owner = Choose(old?.Owner, mine.Owner, other.Owner),
        Reason = Choose(old?.Reason, mine.Reason, other.Reason),
        IsOfHistory = mine.IsOfHistory && other.IsOfHistory,
        Expires = mine.Expires == other.Expires || other.Expires == old?.Expires ? mine.Expires
            : mine.Expires == old?.Expires ? other.Expires
            : mine.Expires is null || other.Expires < mine.Expires ? other.Expires ?? mine.Expires : mine.Expires,
    };

    private static string? Choose(string? old, string? mine, string? other) =>
        mine == other || other == old ? mine : mine == old ? other : mine ?? other;
}
