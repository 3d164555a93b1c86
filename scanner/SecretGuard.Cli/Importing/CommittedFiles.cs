using SecretGuard.Cli.Sources;
using SecretGuard.Detection;
using SecretGuard.Migration;

namespace SecretGuard.Cli.Importing;

/// <summary>The versions of one file that entries speak of by a commit.</summary>
/// <param name="root">The root of the repository.</param>
/// <param name="path">The file, from the root.</param>
/// <param name="lookAt">Looks for secrets.</param>
internal sealed class CommittedFiles(string root, string path, Func<Content, LookedAtFile> lookAt)
{
    private readonly Dictionary<string, LookedAtFile?> _versions = new(StringComparer.Ordinal);

    /// <summary>The entry with the values that stand in its lines in its commit, where it carries none: the lines of today may be others.</summary>
    public ForeignEntry Complete(ForeignEntry entry)
    {
        if (entry.Commit is null || entry.Values.Count > 0 || Version(entry.Commit) is not { } version)
        {
            return entry;
        }

        IReadOnlyList<Candidate> met = version.InLines(entry);
        return met.Count == 1 || LookedAtFile.AreOfKind(met, entry) ? entry with { Values = [.. met.Select(version.ValueOf)] } : entry;
    }

    /// <summary>Whether the entry's commit is here.</summary>
    public bool Knows(ForeignEntry entry) => entry.Commit is not null && Version(entry.Commit) is not null;

    /// <summary>Whether the entry's version of the file holds the secret.</summary>
    public bool Holds(ForeignEntry entry) => entry.Commit is not null && Version(entry.Commit) is { } version && (entry.Values.Count == 0 || entry.Values.Any(version.Holds));

    /// <summary>The entry's version of the file, and the secrets in it that the entry means.</summary>
    public (LookedAtFile Version, IReadOnlyList<Candidate> Met) Meet(ForeignEntry entry)
    {
        LookedAtFile version = Version(entry.Commit!)!;
        return (version, entry.Values.Count > 0 ? [.. entry.Values.SelectMany(version.WithValue).Distinct()] : version.InLines(entry));
    }

    private LookedAtFile? Version(string commit)
    {
        if (!_versions.TryGetValue(commit, out LookedAtFile? version))
        {
            byte[]? bytes = commit.All(char.IsAsciiHexDigit) ? GitBlobs.Read(root, [$"{commit}:./{path}"]).Values.FirstOrDefault() : null;
            _versions.Add(commit, version = bytes is null ? null : lookAt(Content.FromBytes(bytes, bytes.Length, path)));
        }

        return version;
    }
}
