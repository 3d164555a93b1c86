using System.CommandLine;
using SecretGuard.Cli.Scanning;
using SecretGuard.Findings;
using SecretGuard.Rules;

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
    public ScanOptions Bind(ParseResult parsed, string? repository = null) => new TypedScan
    {
        Paths = repository is not null ? [repository] : WithoutPaths ? [] : parsed.GetValue(_paths) ?? [],
        AllFiles = parsed.GetValue(_allFiles),
        Since = parsed.GetValue(_since),
        Exclude = parsed.GetValue(_exclude) ?? [],
        Config = parsed.GetValue(_config),
        Rules = parsed.GetValue(_rule) ?? [],
        DisabledRules = parsed.GetValue(_disableRule) ?? [],
        MinConfidence = _minConfidence.ValueIn(parsed),
        CompatPragmas = parsed.GetValue(_compatPragmas),
        MaxFileSize = parsed.GetValue(_maxFileSize),
        Archives = parsed.GetValue(_archives),
        MaxArchiveSize = parsed.GetValue(_maxArchiveSize),
        Threads = parsed.GetValue(_threads),
        Timeout = parsed.GetValue(_timeout),
    }.Validated();

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
