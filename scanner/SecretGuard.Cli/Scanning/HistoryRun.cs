using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Git;
using SecretGuard.Git.Scanning;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Scanning;

/// <summary>One run over the history of a repository, and of its submodules where that is asked.</summary>
internal sealed class HistoryRun(ScanOptions options, HistoryOptions history, bool submodules)
{
    private readonly Detector _detector = new(options.Rules);

    /// <summary>What the outcome of a scan depends on besides the objects: this build, the rules, the configuration, and what is left out.</summary>
    public static string CacheKey(ScanOptions options, HistoryOptions history)
    {
        string configuration = options.Project.ConfigurationPath is { } file ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) : "";
        return string.Join('\n',
            [
                ToolVersion.Current, typeof(Detector).Module.ModuleVersionId.ToString(), configuration, history.MinConfidence.ToString(), history.Messages.ToString(),
                history.MaxBlobSize.ToString(CultureInfo.InvariantCulture), .. options.Exclude.Globs.Select(glob => glob.Text), "rules", .. options.Rules.Rules.Select(rule => rule.Slug),
            ]);
    }

    /// <summary>Scans.</summary>
    /// <exception cref="UsageException">There is no repository, or git refuses what it was asked.</exception>
    public Report Scan(string path, CancellationToken cancellation)
    {
        DateTimeOffset startedAt = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        try
        {
            Part[] parts = [.. Parts(path, cancellation)];
            return new Report
            {
                Command = "git",
                ToolVersion = ToolVersion.Current,
                StartedAt = startedAt,
                Elapsed = Stopwatch.GetElapsedTime(start),
                Findings = [.. parts.SelectMany(part => part.Outcome.Findings.Select(part.Place))],
                Suppressed = [.. parts.SelectMany(part => part.Outcome.Suppressed.Select(item => item with { Finding = part.Place(item.Finding) }))],
                Incomplete = [.. parts.SelectMany(Gaps)],
                Counts = new ReportCounts(parts.Sum(part => part.Outcome.Files), parts.Sum(part => part.Outcome.Bytes), parts.Sum(part => part.Outcome.Binary)),
                Rules = options.Rules.Rules,
            };
        }
        catch (RepositoryException error)
        {
            throw new UsageException(error.Message);
        }
    }

    private IEnumerable<Part> Parts(string path, CancellationToken cancellation)
    {
        using GitRepository repository = GitRepository.Open(path, null, cancellation);
        yield return new Part("", repository.Settings, new HistoryScan(repository, _detector, options.Policy, history).Run(cancellation));
        foreach ((string folder, string directory) in submodules ? Submodules.Of(repository) : new Dictionary<string, string>(StringComparer.Ordinal))
        {
            using GitRepository inner = GitRepository.Open(directory, null, cancellation);

            // Revisions name commits of the outer repository.
            yield return new Part($"{folder}/", inner.Settings, new HistoryScan(inner, _detector, options.Policy, history with { Revisions = [] }).Run(cancellation));
        }
    }

    private IEnumerable<Incomplete> Gaps(Part part)
    {
        string all = $"{part.Folder}(history)";
        if (part.Settings.IsShallow)
        {
            yield return new Incomplete(all, "history incomplete: shallow. What was before its oldest commits is not here.", "git fetch --unshallow; in CI check out with fetch-depth: 0.");
        }

        if (part.Settings.IsPartial)
        {
            yield return new Incomplete(all, "a partial clone: what it has not fetched is not looked at, and was not fetched now.", "Scan a full clone: git clone --mirror.");
        }

        foreach (Incomplete unread in Unread(part.Outcome, history))
        {
            yield return unread with { Path = part.Folder + unread.Path };
        }
    }

    /// <summary>What was to be read and could not be.</summary>
    public static IEnumerable<Incomplete> Unread(HistoryOutcome outcome, HistoryOptions history)
    {
        foreach ((string file, LargeBlob blob) in outcome.LargeBlobs)
        {
            yield return new Incomplete(file, $"a version of it ({blob.Id.ToString()[..12]}) is larger than {ByteSize.Format(history.MaxBlobSize)}.", "Raise --max-blob, or exclude it.");
        }

        foreach (ObjectProblem problem in outcome.Problems)
        {
            yield return new Incomplete(problem.Place, $"{problem.Reason}.", "git fsck says more; scan another clone.");
        }

        if (outcome.ProblemCount > outcome.Problems.Count)
        {
            yield return new Incomplete("(more)", $"{outcome.ProblemCount - outcome.Problems.Count} more objects cannot be read.", null);
        }
    }

    /// <summary>One repository's outcome; its paths are shown below the folder that it is checked out in.</summary>
    private sealed record Part(string Folder, RepositorySettings Settings, HistoryOutcome Outcome)
    {
        public Finding Place(Finding finding) => Folder.Length == 0 ? finding : finding with
        {
            Location = finding.Location with { Path = Folder + finding.Location.Path },
            Provenance = finding.Provenance! with
            {
                Paths = [.. finding.Provenance.Paths.Select(path => Folder + path)],
                EveryPlace = [.. finding.Provenance.EveryPlace.Select(place => place with { Path = Folder + place.Path })],
            },
        };
    }
}
