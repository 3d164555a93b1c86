using System.CommandLine;
using System.Globalization;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources.Archives;
using SecretGuard.Configuration;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Cli.CommandLine;

/// <summary>What every command that scans files takes: first as typed, then as a validated <see cref="ScanOptions"/>.</summary>
internal sealed class ScanArguments
{
    private readonly Argument<string[]> _paths = new("PATH") { Description = "Files and folders; '-' for standard input. The current folder by default.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _allFiles = new("--all-files") { Description = "Scan files that git ignores too." };
    private readonly Option<string?> _since = new("--since") { Description = "Scan only files that differ from this commit.", HelpName = "REV" };
    private readonly Option<string[]> _exclude = new("--exclude") { Description = "Leave out paths that match this pattern.", HelpName = "GLOB" };
    private readonly Option<string?> _config = new("--config") { Description = "Read this file instead of the nearest secretguard.yml upward.", HelpName = "FILE" };
    private readonly Option<string[]> _rule = new("--rule") { Description = "Look for this kind only; '*' stands for any characters.", HelpName = "RULE" };
    private readonly Option<string[]> _disableRule = new("--disable-rule") { Description = "Do not look for this kind.", HelpName = "RULE" };
    private readonly ChoiceOption<Confidence> _minConfidence = OptionChoice.OfConfidence("--min-confidence", "Report findings of this confidence and above (medium).");
    private readonly Option<bool> _compatPragmas = new("--compat-pragmas") { Description = "Honour gitleaks:allow, trufflehog:ignore, kingfisher:ignore, NOSONAR, ggignore and secretlint-disable too." };
    private readonly Option<string?> _maxFileSize = new("--max-file-size") { Description = "Tell larger files instead of reading them (64MB).", HelpName = "SIZE" };
    private readonly Option<bool> _archives = new("--archives") { Description = "Scan what is in zip, nupkg, jar, docx, tar, gz and saved container images." };
    private readonly Option<string?> _maxArchiveSize = new("--max-archive-size") { Description = "Read no more of what an archive unpacks to (1GB).", HelpName = "SIZE" };
    private readonly Option<string?> _threads = new("--threads") { Description = "Threads that scan (one for each processor).", HelpName = "N" };
    private readonly Option<string?> _timeout = new("--timeout") { Description = "Stop after this time; what was not reached is told.", HelpName = "SECONDS" };

    /// <summary>Whether the command has paths of its own kind instead.</summary>
    public bool WithoutPaths { get; init; }

    /// <summary>What the command scans.</summary>
    public ScanScope Scope { get; init; } = ScanScope.Paths;

    public void AddTo(Command command)
    {
        string[] without = Without(Scope);
        if (!WithoutPaths)
        {
            command.Arguments.Add(_paths);
        }

        // Lazily: the catalogue is only wanted by completion.
        foreach (Option<string[]> option in (Option<string[]>[])[_rule, _disableRule])
        {
            option.CompletionSources.Add(_ => Catalogue.Default.Rules.Select(rule => new System.CommandLine.Completions.CompletionItem(rule.Slug)));
        }

        foreach (Option option in (Option[])[_allFiles, _since, _exclude, _config, _rule, _disableRule, _minConfidence, _compatPragmas, _maxFileSize, _archives, _maxArchiveSize, _threads, _timeout])
        {
            if (!without.Contains(option.Name, StringComparer.Ordinal))
            {
                command.Options.Add(option);
            }
        }
    }

    /// <summary>Validates what was typed. Throws <see cref="UsageException"/> where it cannot be done.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="repository">The path that stands in for the paths of the command, or null.</param>
    public ScanOptions Bind(ParseResult parsed, string? repository = null)
    {
        string current = Environment.CurrentDirectory;
        string[] typed = repository is not null ? [repository] : WithoutPaths ? [] : parsed.GetValue(_paths) ?? [];
        string[] paths = typed.Length == 0 ? ["."] : typed.Contains("", StringComparer.Ordinal) ? throw new UsageException("a path is empty; is a variable not set?") : typed;
        var project = Project.Find(current, paths, parsed.GetValue(_config));
        Settings settings = project.Settings;
        string[] only = parsed.GetValue(_rule) ?? [];
        string[] disabled = parsed.GetValue(_disableRule) ?? [];
        string[] exclude = parsed.GetValue(_exclude) ?? [];
        return new ScanOptions
        {
            Project = project,
            Current = current,
            Paths = paths,
            Rules = RuleSelection.Make(settings, only, disabled),
            Policy = new TriagePolicy
            {
                MinConfidence = _minConfidence.ValueIn(parsed) ?? settings.MinConfidence ?? Confidence.Medium,
                CompatPragmas = settings.CompatPragmas || parsed.GetValue(_compatPragmas),
                RequireReason = settings.RequireReason,
                TellsUnused = only.Length + disabled.Length == 0,
                Allow = settings.Allow,
                Slugs = () => [.. Catalogue.Default.Rules.Select(rule => rule.Slug), .. settings.CustomRules.Select(rule => rule.Rule.Slug), .. ReferenceRules.All.Concat(LintRules.All).Select(rule => rule.Slug)],
                Today = TimeProvider.System.GetUtcNow().UtcDateTime.Date,
                Fingerprinter = new Fingerprinter(settings.Salt ?? Salt.Public),
            },
            AllFiles = parsed.GetValue(_allFiles),
            Since = parsed.GetValue(_since),
            Exclude = exclude.Length == 0 ? settings.Exclude : new GlobList([.. settings.Exclude.Globs, .. exclude.Select(ParseGlob)]),
            OwnFiles = new HashSet<string>(Sources.PathIdentity.Comparer) { project.BaselinePath },
            Threads = Count("--threads", parsed.GetValue(_threads)) ?? Environment.ProcessorCount,
            Timeout = Seconds("--timeout", parsed.GetValue(_timeout)),
            MaxFileSize = Size("--max-file-size", parsed.GetValue(_maxFileSize)) ?? settings.MaxFileSize ?? ScanOptions.DefaultMaxFileSize,
            Archives = settings.Archives || parsed.GetValue(_archives),
            MaxArchiveSize = Size("--max-archive-size", parsed.GetValue(_maxArchiveSize)) ?? ArchiveLimits.DefaultUnpacked,
            FailOn = settings.FailOn ?? Severity.Low,
            IsWhole = only.Length == 0 && disabled.Length == 0 && exclude.Length == 0 && parsed.GetValue(_since) is null && Covers(project.Root, current, paths),
        };
    }

    /// <summary>Whether one of the paths is the root or lies above it.</summary>
    private static bool Covers(string root, string current, string[] paths) => paths.Any(path =>
        path != Sources.SourceFile.StandardInput
        && (root + Path.DirectorySeparatorChar).StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, current)) + Path.DirectorySeparatorChar, Sources.PathIdentity.Comparison));

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

    /// <summary>The options that say nothing about what is scanned.</summary>
    private static string[] Without(ScanScope scope) => scope switch
    {
        ScanScope.WholeProject => ["--rule", "--disable-rule", "--exclude", "--since"],
        ScanScope.History => ["--all-files", "--since", "--max-file-size", "--archives", "--max-archive-size", "--timeout"],
        ScanScope.Hook => ["--all-files", "--since", "--timeout"],
        ScanScope.References => ["--since", "--rule", "--disable-rule", "--min-confidence", "--compat-pragmas", "--archives", "--max-archive-size", "--timeout"],
        ScanScope.Settings => ["--all-files", "--since", "--exclude", "--rule", "--disable-rule", "--min-confidence", "--compat-pragmas", "--archives", "--max-archive-size", "--timeout"],
        ScanScope.Declaration => [.. Without(ScanScope.Settings), "--max-file-size", "--threads"],
        _ => [],
    };
}
