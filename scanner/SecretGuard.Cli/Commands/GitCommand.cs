using System.CommandLine;
using System.Diagnostics;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Scanning;
using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Git;
using SecretGuard.Git.Scanning;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard git [REPO]</c>: looks for secrets in everything that a repository holds.</summary>
internal static class GitCommand
{
    public static Command Create()
    {
        var repository = new Argument<string>("REPO") { Description = "A folder in the repository, or a bare one.", DefaultValueFactory = _ => "." };
        var reachable = new Option<bool>("--reachable") { Description = "Leave out what no branch, tag or stash leads to." };
        var since = new Option<string?>("--since") { Description = "Only what is not in this commit yet.", HelpName = "REV" };
        var range = new Option<string?>("--range") { Description = "Only what these commits brought.", HelpName = "A..B" };
        var branch = new Option<string?>("--branch") { Description = "Only what this branch, tag or commit leads to.", HelpName = "REV" };
        var noMessages = new Option<bool>("--no-messages") { Description = "Leave out the messages of commits and tags." };
        var maxBlob = new Option<string?>("--max-blob") { Description = "Tell larger versions of files instead of reading them (64MB).", HelpName = "SIZE" };
        var baseline = new Option<string?>("--baseline") { Description = "Accept what this file lists (secretguard.baseline, where it exists).", HelpName = "FILE" };
        var failOn = OptionChoice.OfSeverity("--fail-on", "Exit with 1 from this severity on (low).");
        var input = new ScanArguments { WithoutPaths = true, OfHistory = true };
        var output = new ReportArguments();
        var command = new ToolCommand(
            "git",
            "Look for secrets in everything that a git repository holds: all versions of all files, and messages.",
            "secretguard git                              all there is, also what was amended or dropped",
            "secretguard git --range origin/main..HEAD    what is not pushed yet",
            "secretguard git ../mirror.git --report json=history.json")
        { repository, reachable, since, range, branch, noMessages, maxBlob };
        input.AddTo(command);
        command.Options.Add(baseline);
        command.Options.Add(failOn);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<ReportTarget> targets = output.Bind(parsed);
            string path = parsed.GetValue(repository)!;
            if (!Directory.Exists(path))
            {
                throw new UsageException($"'{path}' is no folder");
            }

            ScanOptions options = ScanCommand.WithBaseline(input.Bind(parsed, path), parsed.GetValue(baseline)).ReportingTo(targets);
            options = options with { FailOn = parsed.GetValue(failOn) ?? options.FailOn };
            var history = new HistoryOptions
            {
                Revisions = Revisions(parsed.GetValue(reachable), parsed.GetValue(since), parsed.GetValue(range), parsed.GetValue(branch)),
                Messages = !parsed.GetValue(noMessages),
                MaxBlobSize = ScanArguments.Size("--max-blob", parsed.GetValue(maxBlob)) ?? options.MaxFileSize,
                IsExcluded = file => options.Exclude.IsMatch(file),
                MinConfidence = options.Policy.MinConfidence,
                Threads = options.Threads,
            };
            Report report = Scan(path, options, history, cancellation);
            ReportWriter.Write(report, targets);
            return ScanOutcome.ExitCode(report, options.FailOn);
        });
        return command;
    }

    /// <summary>What <c>git rev-list</c> is asked for; nothing for everything.</summary>
    private static string[] Revisions(bool reachable, string? since, string? range, string? branch)
    {
        foreach (string? typed in (string?[])[since, range, branch])
        {
            if (typed is not null && (typed.Length == 0 || typed[0] == '-'))
            {
                throw new UsageException($"'{typed}' is no revision");
            }
        }

        return [.. branch is null ? [] : (string[])[branch], .. range is null ? [] : (string[])[range],
            .. (reachable || since is not null) && branch is null && range is null ? (string[])["--all", "HEAD"] : [], .. since is null ? [] : (string[])[$"^{since}"]];
    }

    private static Report Scan(string path, ScanOptions options, HistoryOptions history, CancellationToken cancellation)
    {
        DateTimeOffset startedAt = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        try
        {
            using GitRepository repository = GitRepository.Open(path, null, cancellation);
            HistoryOutcome outcome = new HistoryScan(repository, new Detector(options.Rules), options.Policy, history).Run(cancellation);
            return new Report
            {
                Command = "git",
                ToolVersion = ToolVersion.Current,
                StartedAt = startedAt,
                Elapsed = Stopwatch.GetElapsedTime(start),
                Findings = outcome.Findings,
                Suppressed = outcome.Suppressed,
                Incomplete = [.. Gaps(repository.Settings, outcome, history)],
                Counts = new ReportCounts(outcome.Files, outcome.Bytes, outcome.Binary),
                Rules = options.Rules.Rules,
            };
        }
        catch (RepositoryException error)
        {
            throw new UsageException(error.Message);
        }
    }

    private static IEnumerable<Incomplete> Gaps(RepositorySettings settings, HistoryOutcome outcome, HistoryOptions history)
    {
        if (settings.IsShallow)
        {
            yield return new Incomplete("(history)", "history incomplete: shallow. What was before its oldest commits is not here.", "git fetch --unshallow; in CI check out with fetch-depth: 0.");
        }

        if (settings.IsPartial)
        {
            yield return new Incomplete("(history)", "a partial clone: what it has not fetched is not looked at, and was not fetched now.", "Scan a full clone: git clone --mirror.");
        }

        foreach (Incomplete unread in Unread(outcome, history))
        {
            yield return unread;
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
}
