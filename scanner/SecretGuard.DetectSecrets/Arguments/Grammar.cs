namespace SecretGuard.DetectSecrets.Arguments;

/// <summary>The grammar of detect-secrets' two programs, and what this tool adds.</summary>
internal static class Grammar
{
    public const string Verbose = "--verbose";
    public const string Version = "--version";
    public const string Folder = "-C";
    public const string Cores = "--cores";
    public const string Baseline = "--baseline";
    public const string Strict = "--strict-compat";
    public const string Json = "--json";
    public const string Base64Limit = "--base64-limit";
    public const string HexLimit = "--hex-limit";
    public const string DisablePlugin = "--disable-plugin";
    public const string Plugin = "--plugin";
    public const string ListPlugins = "--list-all-plugins";
    public const string NoVerify = "--no-verify";
    public const string OnlyVerified = "--only-verified";
    public const string ExcludeLines = "--exclude-lines";
    public const string ExcludeFiles = "--exclude-files";
    public const string ExcludeSecrets = "--exclude-secrets";
    public const string WordList = "--word-list";
    public const string GibberishModel = "--gibberish-model";
    public const string GibberishLimit = "--gibberish-limit";
    public const string Filter = "--filter";
    public const string DisableFilter = "--disable-filter";
    public const string Text = "--string";
    public const string OnlyAllowlisted = "--only-allowlisted";
    public const string AllFiles = "--all-files";
    public const string AllPlugins = "--force-use-all-plugins";
    public const string Slim = "--slim";
    public const string Diff = "--diff";
    public const string Stats = "--stats";
    public const string Report = "--report";
    public const string OnlyReal = "--only-real";
    public const string OnlyFalse = "--only-false";

    private static readonly OptionSpec[] Global =
    [
        OptionSpec.Flag("-v --verbose", "say on standard error how much was looked at"),
        OptionSpec.Flag("--version", "print the version of detect-secrets that this stands in for"),
        OptionSpec.Value("-C", "FOLDER", "run as if started in this folder"),
        OptionSpec.Value($"-c {Cores}", "N", "accepted; all processors are used"),
    ];

    private static readonly OptionSpec[] Plugins =
    [
        OptionSpec.Flag(ListPlugins, "list the plugins' class names"),
        OptionSpec.Value("-p --plugin", "FILE", "refused: Python code is not run here"),
        OptionSpec.Value(Base64Limit, "LIMIT", "bits of entropy of Base64 strings, 0.0 to 8.0 (4.5)"),
        OptionSpec.Value(HexLimit, "LIMIT", "bits of entropy of hexadecimal strings, 0.0 to 8.0 (3.0)"),
        OptionSpec.Value(DisablePlugin, "PLUGIN", "leave this plugin out; 'SecretGuard' stands for this tool's own rules"),
    ];

    private static readonly OptionSpec[] Filters =
    [
        OptionSpec.Flag("-n --no-verify", "no secret is ever tried out here, with or without this"),
        OptionSpec.Flag(OnlyVerified, "accepted; what nobody verified is reported all the same"),
        OptionSpec.Value(ExcludeLines, "REGEX", "leave out lines in which this stands"),
        OptionSpec.Value(ExcludeFiles, "REGEX", "leave out files in whose path this stands"),
        OptionSpec.Value(ExcludeSecrets, "REGEX", "leave out secrets in which this stands"),
        OptionSpec.Value(WordList, "FILE", "leave out secrets that hold a word of this list"),
        OptionSpec.Value(GibberishModel, "FILE", "refused: the model is Python's"),
        OptionSpec.Value(GibberishLimit, "LIMIT", "refused: the model is Python's"),
        OptionSpec.Value("-f --filter", "PATH", "refused: Python code is not run here"),
        OptionSpec.Value(DisableFilter, "PATH", "turn this filter off"),
    ];

    /// <summary>The first program, up to the name of its command.</summary>
    public static CommandSpec Program { get; } = new(
        "detect-secrets",
        "Stands in for detect-secrets 1.5.0: the same command line and baseline file.\n\nCommands:\n  scan       look for secrets, print or update a baseline\n  audit      label the entries of a baseline\n  install    write launchers named detect-secrets and detect-secrets-hook",
        "{scan,audit,install} ...",
        Global,
        "secretguard detect-secrets scan > .secrets.baseline",
        "secretguard detect-secrets audit .secrets.baseline",
        "secretguard detect-secrets install ~/.local/bin")
    { StopsAtWord = true };

    public static CommandSpec Scan { get; } = new(
        "detect-secrets scan",
        "Look for secrets in files that git tracks. Ends with 0 whether there are some or not.",
        "[path ...]",
        [
            new OptionSpec([Text], OptionKind.OptionalValue, "say what each plugin thinks of a text; without one, of the first line of standard input", "TEXT"),
            OptionSpec.Flag(OnlyAllowlisted, "look only at lines that a comment accepts"),
            OptionSpec.Flag(AllFiles, "look at files that git does not track too"),
            OptionSpec.Value(Baseline, "FILE", "take settings and labels from this baseline, and write it anew"),
            OptionSpec.Flag(AllPlugins, "use the plugins that the baseline does not name too"),
            OptionSpec.Flag(Slim, "leave lines and date out, for fewer conflicts"),
            .. Plugins,
            .. Filters,
        ],
        "secretguard detect-secrets scan > .secrets.baseline",
        "secretguard detect-secrets scan --baseline .secrets.baseline",
        "secretguard detect-secrets scan --string 'hunter2'");

    public static CommandSpec Audit { get; } = new(
        "detect-secrets audit",
        "Label the entries of a baseline as real or false, compare two, or count them.",
        "filename [filename ...]",
        [
            OptionSpec.Flag(Diff, "compare the results of two baselines"),
            OptionSpec.Flag(Stats, "count labels, plugin by plugin"),
            OptionSpec.Flag(Report, "print the entries as JSON, without the secrets"),
            OptionSpec.Flag(Json, "with --stats: as JSON"),
            OptionSpec.Flag(OnlyReal, "with --report: what is real or not labelled"),
            OptionSpec.Flag(OnlyFalse, "with --report: what is false"),
        ],
        "secretguard detect-secrets audit .secrets.baseline",
        "secretguard detect-secrets audit --stats --json .secrets.baseline");

    public static CommandSpec Install { get; } = new(
        "detect-secrets install",
        "Write launchers named detect-secrets and detect-secrets-hook into a folder, for scripts that call those.",
        "folder",
        [],
        "secretguard detect-secrets install ~/.local/bin");

    public static CommandSpec Hook { get; } = new(
        "detect-secrets-hook",
        "Look for new secrets in the files of a commit: 0 none, 1 some, 3 the baseline was updated.",
        "[filenames ...]",
        [
            .. Global,
            OptionSpec.Flag(Json, "print what is new as JSON"),
            OptionSpec.Value(Baseline, "FILE", "accept what is in this baseline"),
            OptionSpec.Flag(Strict, "as the original: fail and write the baseline for moved lines and another version too"),
            .. Plugins,
            .. Filters,
        ],
        "secretguard detect-secrets-hook --baseline .secrets.baseline $(git diff --staged --name-only)");
}
