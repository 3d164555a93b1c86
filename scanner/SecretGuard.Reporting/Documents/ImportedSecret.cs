namespace SecretGuard.Reporting;

/// <summary>What became of one entry of another tool.</summary>
public enum ImportOutcome
{
    /// <summary>It is in the baseline now.</summary>
    Accepted,

    /// <summary>It was in the baseline before.</summary>
    Known,

    /// <summary>Nothing needs to be accepted: SecretGuard reports nothing there.</summary>
    Silent,

    /// <summary>The file, or the secret in it, is no longer there.</summary>
    Gone,

    /// <summary>Only the history holds it.</summary>
    History,

    /// <summary>The entry speaks of nothing in this repository.</summary>
    Outside,

    /// <summary>Somebody said that it is a secret: it stays a finding.</summary>
    Real,

    /// <summary>Nobody can say which secret the entry means: what is there stays a finding.</summary>
    Unclear,

    /// <summary>The file could not be read.</summary>
    Unread,
}

/// <summary>One entry of another tool, and what became of it. Holds no secret.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">1-based, as the entry has it; 0 where it has none.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Origin">Where the entry stands.</param>
public sealed record ImportedSecret(string Path, int Line, ImportOutcome Outcome, string Origin)
{
    /// <summary>What the other tool calls the kind, or null.</summary>
    public string? Kind { get; init; }

    /// <summary>The commit that the entry speaks of, or null.</summary>
    public string? Commit { get; init; }

    /// <summary>The rules of this tool that find it there.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Why, or null where the outcome says it all.</summary>
    public string? Detail { get; init; }
}

/// <summary>Something that was carried over into secretguard.yml.</summary>
/// <param name="Section">The key, such as <c>exclude</c>.</param>
/// <param name="Text">What was written, or its name.</param>
/// <param name="Origin">Where the other tool says it.</param>
public sealed record ImportedSetting(string Section, string Text, string Origin);

/// <summary>Something that was not carried over.</summary>
/// <param name="Origin">Where the other tool says it.</param>
/// <param name="What">What it is.</param>
/// <param name="Advice">What to do instead.</param>
public sealed record ImportRemainder(string Origin, string What, string Advice);
