using SecretGuard.DetectSecrets.Baselines;
using SecretGuard.DetectSecrets.Scanning;

namespace SecretGuard.DetectSecrets.Updates;

/// <summary>Holds what was found in some files against a baseline.</summary>
internal sealed class BaselineUpdate
{
    private readonly Dictionary<string, ScannedFile> _scanned;
    private readonly Dictionary<SecretIdentity, FoundSecret> _found;
    private readonly HashSet<SecretIdentity> _besides;
    private readonly Dictionary<string, HashSearch> _searches = new(StringComparer.Ordinal);
    private readonly Func<string, bool> _looksFor;

    /// <summary>Compares.</summary>
    /// <param name="old">The baseline.</param>
    /// <param name="files">What was scanned.</param>
    /// <param name="found">What was found there, each identity once.</param>
    /// <param name="looksFor">Whether anybody looked for a kind.</param>
    /// <param name="isStrict">Whether an entry goes wherever nobody found it, as with the original.</param>
    public BaselineUpdate(SecretsBaseline old, IReadOnlyList<ScannedFile> files, IReadOnlyList<FoundSecret> found, Func<string, bool> looksFor, bool isStrict)
    {
        _scanned = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        _found = found.ToDictionary(secret => secret.Identity);
        _besides = [.. files.SelectMany(file => file.Besides)];
        _looksFor = looksFor;
        var known = old.Entries.Select(entry => entry.Identity).ToHashSet();
        HashSet<(string, string)> values = [.. known.Select(identity => (identity.File, identity.Hash))];

        // A value that the baseline holds under any kind is none that another rule may report anew.
        New = [.. found.Where(secret => !known.Contains(secret.Identity) && !(secret.IsExtra && values.Contains((secret.Identity.File, secret.Identity.Hash))))];
        var kept = new List<SecretEntry>(old.Entries.Count);
        foreach (SecretEntry entry in old.Entries)
        {
            int? line = LineOf(entry, isStrict);
            if (line is null)
            {
                Gone++;
                continue;
            }

            kept.Add(entry.Line > 0 ? entry with { Line = line.Value } : entry);
            Moved += entry.Line > 0 && entry.Line != line ? 1 : 0;
        }

        Kept = kept;
    }

    /// <summary>What the baseline does not know, in the order of the files.</summary>
    public IReadOnlyList<FoundSecret> New { get; }

    /// <summary>The entries that stay, with the lines of now.</summary>
    public IReadOnlyList<SecretEntry> Kept { get; }

    /// <summary>Entries whose secret is in its file no more, though that was scanned.</summary>
    public int Gone { get; }

    /// <summary>Entries whose secret stands in another line.</summary>
    public int Moved { get; }

    private HashSearch Search(ScannedFile file)
    {
        if (!_searches.TryGetValue(file.Path, out HashSearch? search))
        {
            _searches.Add(file.Path, search = new HashSearch(file.CountedLines));
        }

        return search;
    }

    /// <summary>Where the entry's secret stands now; its old line where nobody looked; null where it is gone.</summary>
    private int? LineOf(SecretEntry entry, bool isStrict)
    {
        if (_found.TryGetValue(entry.Identity, out FoundSecret? secret))
        {
            return secret.Line;
        }

        // Gone is only what was looked for: an entry of a kind that no plugin here reports stays, with its label.
        return !_scanned.TryGetValue(entry.Identity.File, out ScannedFile? file) || _besides.Contains(entry.Identity) ? entry.Line
            : isStrict ? null
            : Search(file).Find(entry.Identity.Hash)?.Line ?? (_looksFor(entry.Identity.Type) ? null : entry.Line);
    }
}
