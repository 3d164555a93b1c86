namespace SecretGuard.DetectSecrets.Filters;

/// <summary>The dotted paths under which baselines and options name filters.</summary>
internal static class FilterNames
{
    public const string Allowlisted = Root + "allowlist.is_line_allowlisted";
    public const string Verification = Root + "common.is_ignored_due_to_verification_policies";
    public const string BaselineFile = Root + "common.is_baseline_file";
    public const string Sequential = Heuristic + "is_sequential_string";
    public const string Uuid = Heuristic + "is_potential_uuid";
    public const string LikelyId = Heuristic + "is_likely_id_string";
    public const string Templated = Heuristic + "is_templated_secret";
    public const string DollarSign = Heuristic + "is_prefixed_with_dollar_sign";
    public const string IndirectReference = Heuristic + "is_indirect_reference";
    public const string LockFile = Heuristic + "is_lock_file";
    public const string NotAlphanumeric = Heuristic + "is_not_alphanumeric_string";
    public const string SwaggerFile = Heuristic + "is_swagger_file";
    public const string ExcludeLine = Root + "regex.should_exclude_line";
    public const string ExcludeFile = Root + "regex.should_exclude_file";
    public const string ExcludeSecret = Root + "regex.should_exclude_secret";
    public const string WordList = Root + "wordlist.should_exclude_secret";
    public const string Gibberish = Root + "gibberish.should_exclude_secret";

    /// <summary>Of <see cref="Verification"/>: all but what an issuer denied.</summary>
    public const int MinLevelUnverified = 2;

    /// <summary>Of <see cref="Verification"/>: only what an issuer confirmed.</summary>
    public const int MinLevelVerified = 3;

    /// <summary>The fewest letters of a word that counts.</summary>
    public const int WordListMinLength = 3;

    private const string Root = "detect_secrets.filters.";
    private const string Heuristic = Root + "heuristic.";

    /// <summary>What version 1.0 began with.</summary>
    public static IReadOnlyList<string> FirstDefaults { get; } = [Allowlisted, Sequential, Uuid, LikelyId, Templated, DollarSign, IndirectReference];

    /// <summary>What is on where nothing is said, <see cref="Verification"/> besides.</summary>
    public static IReadOnlyList<string> Defaults { get; } = [.. FirstDefaults, LockFile, NotAlphanumeric, SwaggerFile];

    /// <summary>All that this tool carries out.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Defaults, Verification, BaselineFile, ExcludeLine, ExcludeFile, ExcludeSecret, WordList];
}
