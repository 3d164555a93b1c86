using System.Globalization;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources.Archives;
using SecretGuard.Configuration;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Cli.CommandLine;

/// <summary>What somebody typed for a command that scans, as <see cref="ScanArguments"/> names it: nothing is checked yet.</summary>
internal sealed record TypedScan
{
    public string[] Paths { get; init; } = [];

    public bool AllFiles { get; init; }

    public string? Since { get; init; }

    public string[] Exclude { get; init; } = [];

    public string? Config { get; init; }

    public string[] Rules { get; init; } = [];

    public string[] DisabledRules { get; init; } = [];

    public Confidence? MinConfidence { get; init; }

    public bool CompatPragmas { get; init; }

    public string? MaxFileSize { get; init; }

    public bool Archives { get; init; }

    public string? MaxArchiveSize { get; init; }

    public string? Threads { get; init; }

    public string? Timeout { get; init; }

    /// <summary>What the command is to do.</summary>
    /// <exception cref="UsageException">It cannot be done.</exception>
    public ScanOptions Validated()
    {
        string current = Environment.CurrentDirectory;
        string[] paths = Paths.Length == 0 ? ["."] : Array.Exists(Paths, path => path.Length == 0) ? throw new UsageException("a path is empty; is a variable not set?") : Paths;
        var project = Project.Find(current, paths, Config);
        Settings settings = project.Settings;
        return new ScanOptions
        {
            Project = project,
            Current = current,
            Paths = paths,
            Rules = RuleSelection.Make(settings, Rules, DisabledRules),
            Policy = new TriagePolicy
            {
                MinConfidence = MinConfidence ?? settings.MinConfidence ?? Confidence.Medium,
                CompatPragmas = settings.CompatPragmas || CompatPragmas,
                RequireReason = settings.RequireReason,
                TellsUnused = Rules.Length + DisabledRules.Length == 0,
                Allow = settings.Allow,
                Slugs = () => RuleSelection.Slugs(settings),
                Today = TimeProvider.System.GetUtcNow().UtcDateTime.Date,
                Fingerprinter = new Fingerprinter(settings.Salt ?? Salt.Public),
            },
            AllFiles = AllFiles,
            Since = Since,
            Exclude = Exclude.Length == 0 ? settings.Exclude : WithExcluded(settings.Exclude),
            OwnFiles = new HashSet<string>(Sources.PathIdentity.Comparer) { project.BaselinePath },
            Threads = Count("--threads", Threads) ?? Environment.ProcessorCount,
            Timeout = Seconds("--timeout", Timeout),
            MaxFileSize = Size("--max-file-size", MaxFileSize) ?? settings.MaxFileSize ?? ScanOptions.DefaultMaxFileSize,
            Archives = settings.Archives || Archives,
            MaxArchiveSize = Size("--max-archive-size", MaxArchiveSize) ?? ArchiveLimits.DefaultUnpacked,
            FailOn = settings.FailOn ?? Severity.Low,
            IsWhole = Rules.Length == 0 && DisabledRules.Length == 0 && Exclude.Length == 0 && Since is null && Covers(project.Root, current, paths),
        };
    }

    /// <summary>Whether one of the paths is the root or lies above it.</summary>
    private static bool Covers(string root, string current, string[] paths) => Array.Exists(paths, path =>
        path != Sources.SourceFile.StandardInput
        && (root + Path.DirectorySeparatorChar).StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, current)) + Path.DirectorySeparatorChar, Sources.PathIdentity.Comparison));

    private GlobList WithExcluded(GlobList configured) => new([.. configured.Globs, .. Exclude.Select(ParseGlob)]);

    private static Glob ParseGlob(string text)
    {
        try
        {
            return Glob.ParseChecked(Sources.FileListing.WithSlashes(text));
        }
        catch (FormatException error)
        {
            throw new UsageException($"--exclude: {error.Message}");
        }
    }

    private static int? Count(string option, string? text) =>
        text is null ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0 ? count : throw new UsageException($"{option}: '{text}' is no number of 1 or more");

    private static TimeSpan? Seconds(string option, string? text) =>
        text is null ? null : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and <= 1e6 ? TimeSpan.FromSeconds(seconds) : throw new UsageException($"{option}: '{text}' is no number of seconds above 0");

    /// <summary>A size as it is typed, in bytes; null where none is.</summary>
    public static long? Size(string option, string? text) =>
        text is null ? null : ByteSize.TryParse(text, out long size) ? size : throw new UsageException($"{option}: '{text}' is no size; write it as 500KB, 64MB or 1GB");
}
