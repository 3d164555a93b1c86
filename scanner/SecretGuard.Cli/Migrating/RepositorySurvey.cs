using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Cli.Importing;
using SecretGuard.Cli.Sources;
using SecretGuard.Migration;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Migrating;

/// <summary>What a repository has of other tools.</summary>
/// <param name="Sources">Their baselines, ignore lists and configurations.</param>
/// <param name="Hooks">The changes of hooks.</param>
/// <param name="HasComments">Whether lines carry their comments.</param>
/// <param name="Remainders">What is left to do by hand.</param>
internal sealed record RepositorySurvey(IReadOnlyList<ImportSource> Sources, IReadOnlyList<FileChange> Hooks, bool HasComments, IReadOnlyList<ImportRemainder> Remainders)
{
    private static readonly string[] Names = ["gitleaks", "trufflehog", "kingfisher", "secrets.baseline", "baseline"];
    private static readonly string[] Options = ["--baseline", "--baseline-path", "-b", "--config", "-c", "--exclude-paths", "-x", "--baseline-file", "--gitleaks-ignore-path", "-i"];
    private static readonly string[] Comments = ["gitleaks:allow", "trufflehog:ignore", "kingfisher:ignore"];

    /// <summary>What hooks leave out.</summary>
    public ForeignFile More { get; private init; } = ForeignFile.Empty;

    /// <summary>Whether anything was found.</summary>
    public bool IsEmpty => Sources.Count == 0 && Remainders.Count == 0 && !HasComments && !Hooks.Any(change => change.IsNeeded);

    /// <summary>Looks through a repository.</summary>
    /// <param name="root">Its root.</param>
    /// <param name="files">The files that a scan looks at.</param>
    /// <param name="origin">Where pre-commit is to take the hook from.</param>
    /// <param name="keepsBaseline">Whether the baseline of detect-secrets stays in use.</param>
    public static RepositorySurvey Of(string root, IReadOnlyList<SourceFile> files, HookOrigin origin, bool keepsBaseline)
    {
        var changes = new List<FileChange>();
        var remainders = new List<ImportRemainder>();
        var named = new List<string>();
        var excluded = new PathPatterns();
        string preCommit = Path.Combine(root, PreCommitFile.FileName);
        if (File.Exists(preCommit))
        {
            (FileChange change, IReadOnlyList<ImportRemainder> left, IReadOnlyList<HookEntry> hooks) = PreCommitMigration.Make(preCommit, root, origin, keepsBaseline);
            changes.Add(change);
            remainders.AddRange(left);
            named.AddRange(hooks.SelectMany(hook => hook.Values(Options)));
            foreach (string regex in hooks.Where(hook => !keepsBaseline || hook.Tool != ForeignFormats.DetectSecrets).SelectMany(hook => hook.Excluded()).Distinct(StringComparer.Ordinal))
            {
                excluded.Add(regex, PreCommitFile.FileName);
            }
        }

        foreach (SourceFile file in files)
        {
            if (IsScript(file.DisplayPath))
            {
                (FileChange change, IReadOnlyList<ImportRemainder> left) = ScriptMigration.Make(file.FullPath, file.DisplayPath, root, keepsBaseline);
                changes.Add(change);
                remainders.AddRange(left);
            }
            else if (PipelineSurvey.IsPipeline(file.DisplayPath))
            {
                remainders.AddRange(PipelineSurvey.Read(file.FullPath, file.DisplayPath));
            }
        }

        ImportSource[] sources = [.. Candidates(root, named).Select(path => ImportSource.TryRead(path, FileListing.WithSlashes(Path.GetRelativePath(root, path)))).OfType<ImportSource>()];
        IEnumerable<ImportSource> reports = sources.Where(IsLooseReport);
        remainders.AddRange(reports.Select(report => new ImportRemainder(FileListing.WithSlashes(Path.GetRelativePath(root, report.Path)), $"a report of {report.Format.Tool}", $"A report accepts nothing. To accept what it lists: secretguard import {report.Format.Tool} {FileListing.WithSlashes(Path.GetRelativePath(root, report.Path))}")));
        return new RepositorySurvey(
            [.. sources.Where(source => !IsLooseReport(source) && !(keepsBaseline && source.Format.Tool == ForeignFormats.DetectSecrets))],
            changes,
            files.Any(file => HasComment(file.FullPath)),
            remainders)
        {
            More = new ForeignFile { Exclude = excluded.Patterns, Leftovers = excluded.Leftovers },
        };

        bool IsLooseReport(ImportSource source) =>
            source.Format.Name.Contains("report", StringComparison.Ordinal) && !Path.GetFileName(source.Path).Contains("baseline", StringComparison.OrdinalIgnoreCase) && !named.Exists(name => Path.GetFullPath(name, root) == source.Path);
    }

    /// <summary>Files that hooks name, and files at the root whose names speak of a tool.</summary>
    private static IEnumerable<string> Candidates(string root, IEnumerable<string> named) =>
        Directory.EnumerateFiles(root).Where(path => Array.Exists(Names, name => Path.GetFileName(path).Contains(name, StringComparison.OrdinalIgnoreCase)) && Path.GetExtension(path) is ".json" or ".jsonl" or ".yml" or ".yaml" or ".toml" or ".txt" or ".gitleaksignore" or ".baseline" or "")
            .Concat(named.Select(name => Path.GetFullPath(name, root)).Where(File.Exists))
            .Where(path => !Path.GetFileName(path).StartsWith("secretguard", StringComparison.Ordinal))
            .Distinct(PathIdentity.Comparer)
            .Order(StringComparer.Ordinal);

    private static bool IsScript(string path) =>
        LefthookFile.FileNames.Contains(path, StringComparer.Ordinal) || ((path.StartsWith(".husky/", StringComparison.Ordinal) || path.StartsWith(".githooks/", StringComparison.Ordinal)) && !path.Contains("/_/", StringComparison.Ordinal));

    private static bool HasComment(string path)
    {
        try
        {
            if (new FileInfo(path).Length > Scanning.ScanOptions.DefaultMaxFileSize)
            {
                return false;
            }

            ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
            foreach (string comment in Comments)
            {
                if (bytes.IndexOf(System.Text.Encoding.ASCII.GetBytes(comment)) >= 0)
                {
                    return true;
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A scan tells what it cannot read.
        }

        return false;
    }
}
