using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Scanning;
using SecretGuard.Configuration;
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
        var everyPlace = new Option<bool>("--every-place") { Description = "List each version that holds a secret, with the first commit that has it." };
        var shard = new Option<string?>("--shard") { Description = "Look at one part of several: 'merge' puts their JSON reports together.", HelpName = "K/N" };
        var submodules = new Option<bool>("--submodules") { Description = "Look at the repositories of submodules too." };
        var noCache = new Option<bool>("--no-cache") { Description = "Look at everything anew, and keep nothing for the next run." };
        var gate = new GateArguments();
        var input = new ScanArguments { WithoutPaths = true, Scope = ScanScope.History };
        var output = new ReportArguments();
        var command = new ToolCommand(
            "git",
            "Look for secrets in everything that a git repository holds: all versions of all files, and messages.",
            "secretguard git                              all there is, also what was amended or dropped",
            "secretguard git --range origin/main..HEAD    what is not pushed yet",
            "secretguard git ../mirror.git --report json=history.json")
        { repository, reachable, since, range, branch, noMessages, maxBlob, everyPlace, shard, submodules, noCache };
        input.AddTo(command);
        gate.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<ReportTarget> targets = output.Bind(parsed);
            string path = parsed.GetValue(repository)!;
            if (!Directory.Exists(path))
            {
                throw new UsageException($"'{path}' is no folder");
            }

            ScanOptions options = gate.Bind(parsed, input.Bind(parsed, path)).ReportingTo(targets);
            var history = new HistoryOptions
            {
                Revisions = Revisions(parsed.GetValue(reachable), parsed.GetValue(since), parsed.GetValue(range), parsed.GetValue(branch)),
                Messages = !parsed.GetValue(noMessages),
                MaxBlobSize = TypedScan.Size("--max-blob", parsed.GetValue(maxBlob)) ?? options.MaxFileSize,
                EveryPlace = parsed.GetValue(everyPlace),
                Shard = ShardOf(parsed.GetValue(shard)),
                IsExcluded = file => options.Exclude.IsMatch(file),
                MinConfidence = options.Policy.MinConfidence,
                Threads = options.Threads,
            };
            history = history with { CacheKey = parsed.GetValue(noCache) ? null : HistoryRun.CacheKey(options, history) };
            Report report = new HistoryRun(options, history, parsed.GetValue(submodules)).Scan(path, cancellation);
            ReportWriter.Write(report, targets);
            return ScanOutcome.ExitCode(report, options.FailOn);
        });
        return command;
    }

    private static Shard ShardOf(string? typed) =>
        typed is null ? Shard.Whole : Shard.TryParse(typed, out Shard shard) ? shard : throw new UsageException($"--shard: '{typed}' is not such as 1/4: the first of four parts");

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
}
