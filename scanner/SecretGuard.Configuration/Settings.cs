using SecretGuard.Detection.NamedValues;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Triage;

namespace SecretGuard.Configuration;

/// <summary>What <c>secretguard.yml</c> says. What it leaves open is null, so that a command line can tell "said" from "default".</summary>
public sealed record Settings
{
    /// <summary>The repository's salt.</summary>
    public Salt? Salt { get; init; }

    /// <summary>Whether other tools' inline markers count.</summary>
    public bool CompatPragmas { get; init; }

    /// <summary>Whether the members of archives are scanned.</summary>
    public bool Archives { get; init; }

    /// <summary>Whether an inline suppression without a reason is an error.</summary>
    public bool RequireReason { get; init; }

    /// <summary>Findings below this are dropped.</summary>
    public Confidence? MinConfidence { get; init; }

    /// <summary>Findings of this severity and above fail a run.</summary>
    public Severity? FailOn { get; init; }

    /// <summary>Larger files are told, not read; in bytes.</summary>
    public long? MaxFileSize { get; init; }

    /// <summary>Paths that are not scanned, relative to the file's folder.</summary>
    public GlobList Exclude { get; init; } = GlobList.Empty;

    /// <summary>Slugs of disabled rules; <c>*</c> allowed.</summary>
    public IReadOnlyList<string> DisabledRules { get; init; } = [];

    /// <summary>The user's own rules.</summary>
    public IReadOnlyList<CustomRule> CustomRules { get; init; } = [];

    /// <summary>The allowlist.</summary>
    public IReadOnlyList<AllowEntry> Allow { get; init; } = [];

    /// <summary>What takes a secret in the user's own types, for the front ends that know types.</summary>
    public IReadOnlyList<TypedSink> Sinks { get; init; } = [];

    /// <summary>Where secrets are to be.</summary>
    public Declaration Declaration { get; init; } = Declaration.Empty;
}

/// <summary>The outcome of reading: settings that are only to be used where there is no error.</summary>
/// <param name="Settings">What could be read.</param>
/// <param name="Errors">What is wrong, in the order of the file.</param>
public sealed record SettingsResult(Settings Settings, IReadOnlyList<ConfigurationError> Errors);
