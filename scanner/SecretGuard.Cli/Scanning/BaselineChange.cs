using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Scanning;

/// <summary>What a scan of the whole project makes of a baseline.</summary>
/// <param name="Baseline">The new baseline.</param>
/// <param name="Removed">Entries whose secrets are gone.</param>
/// <param name="Renamed">Entries that follow a file to its new name.</param>
/// <param name="Added">Entries for new secrets.</param>
/// <param name="New">Secrets that are not accepted: new, or accepted until a day that is past.</param>
internal sealed record BaselineChange(Baseline Baseline, int Removed, int Renamed, int Added, IReadOnlyList<Finding> New)
{
    /// <summary>Keeps what was met, moves entries whose value stands in a file of another name, and adds the rest only where asked.</summary>
    public static BaselineChange Make(Baseline old, ScanOutcome outcome, Func<Finding, BaselineEntry> accept, bool add)
    {
        // Whether references lead anywhere, and what the history holds, is not for a scan to say: what was decided about it stays.
        var entries = new List<BaselineEntry>([.. outcome.MetEntries, .. old.Entries.Where(entry => entry.IsOfHistory || ReferenceRules.IsOne(entry.Fingerprint.Rule))]);
        var gone = old.Entries.Where(entry => !entries.Contains(entry)).ToList();
        var left = new List<Finding>();
        int renamed = 0, added = 0;
        foreach (IGrouping<string?, Finding> found in outcome.Report.Findings.GroupBy(finding => finding.Fingerprint, StringComparer.Ordinal))
        {
            BaselineEntry fresh = accept(found.First());
            int source = gone.FindIndex(entry => entry.Fingerprint.Rule == fresh.Fingerprint.Rule && entry.Fingerprint.Digest == fresh.Fingerprint.Digest);
            if (source >= 0)
            {
                entries.Add(gone[source] with { Fingerprint = fresh.Fingerprint });
                gone.RemoveAt(source);
                renamed++;
            }
            else if (old.Find(fresh.Fingerprint) is { IsReal: false, IsOfHistory: false } expired && add && fresh.Expires is { } day)
            {
                // The user sets a new day: what else was written beside it stays where nothing new is given.
                entries.Remove(expired);
                entries.Add(expired with { Expires = day, Reason = fresh.Reason ?? expired.Reason, Owner = fresh.Owner ?? expired.Owner });
                added++;
            }
            else if (old.Find(fresh.Fingerprint) is { IsOfHistory: true } former && add)
            {
                // It is back in a file.
                entries.Remove(former);
                entries.Add(fresh);
                added++;
            }
            else if (old.Find(fresh.Fingerprint) is not null)
            {
                // Met but expired, or real: it stays in the file and stays a finding.
                left.AddRange(found);
            }
            else if (add)
            {
                entries.Add(fresh);
                added++;
            }
            else
            {
                left.AddRange(found);
            }
        }

        return new BaselineChange(new Baseline(entries), gone.Count, renamed, added, left);
    }
}
