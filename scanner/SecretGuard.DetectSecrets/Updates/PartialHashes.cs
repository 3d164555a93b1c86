using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Scanning;

namespace SecretGuard.DetectSecrets.Updates;

/// <summary>
/// Keeps apart the values that share one hash because that is of their beginning only: tokens of GitHub and GitLab, private keys. An entry of
/// a baseline admits one of them: the one that the last commit has at the entry's line, else its first in the file; where it has none, the
/// first of now. All others are entries of their own, with the hash of the whole value. So the file needs no further key.
/// </summary>
/// <param name="known">The baseline's entries; empty where there is none.</param>
/// <param name="committed">What the plugins find in a file as it was committed last.</param>
internal sealed class PartialHashes(IReadOnlyDictionary<SecretIdentity, SecretEntry> known, Func<string, IReadOnlyList<FoundSecret>> committed)
{
    /// <summary>The secrets of a file, no two of them with the same identity.</summary>
    public IReadOnlyList<FoundSecret> Separate(ScannedFile file)
    {
        var told = new Dictionary<SecretIdentity, FoundSecret>();
        Lazy<IReadOnlyList<FoundSecret>> before = new(() => committed(file.Path));
        foreach (IGrouping<SecretIdentity, FoundSecret> same in file.Secrets.GroupBy(secret => secret.Identity))
        {
            FoundSecret[] values = [.. same];
            string? admitted = values.Any(secret => secret.IsPartial) ? Admitted(values, before) : values[0].Value;
            foreach (FoundSecret secret in values)
            {
                FoundSecret kept = secret.Value == admitted || !secret.IsPartial ? secret : secret.Whole();
                told.TryAdd(kept.Identity, kept);
            }
        }

        return [.. told.Values];
    }

    /// <summary>The value to which the shared hash belongs; null where it belongs to none of these.</summary>
    private string? Admitted(FoundSecret[] values, Lazy<IReadOnlyList<FoundSecret>> before)
    {
        SecretIdentity identity = values[0].Identity;
        FoundSecret[] open = [.. values.Where(secret => !known.ContainsKey(secret.Whole().Identity))];
        if (!known.TryGetValue(identity, out SecretEntry? entry))
        {
            return open.FirstOrDefault()?.Value;
        }

        FoundSecret[] old = [.. before.Value.Where(secret => secret.Identity == identity && !known.ContainsKey(secret.Whole().Identity))];
        FoundSecret? owner = Array.Find(old, secret => secret.Line == entry.Line) ?? old.FirstOrDefault();
        return owner?.Value ?? open.FirstOrDefault()?.Value;
    }
}
