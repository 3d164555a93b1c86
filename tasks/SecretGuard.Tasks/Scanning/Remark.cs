using SecretGuard.Configuration;
using SecretGuard.Detection;
using SecretGuard.Findings;

namespace SecretGuard.Tasks.Scanning;

/// <summary>What the build says about a file. Holds no secret.</summary>
/// <param name="Id">SG….</param>
/// <param name="Severity">What a leak costs.</param>
/// <param name="Message">What it is and what to do.</param>
/// <param name="Location">Where: the path in full, and no line where it is the file as a whole.</param>
internal sealed record Remark(string Id, Severity Severity, string Message, Location Location)
{
    /// <summary>The rule's slug; empty for a remark about the tool's own inputs.</summary>
    public string Rule { get; init; } = "";

    /// <summary>The issuer's page about this kind of secret; empty where there is none.</summary>
    public string HelpLink { get; init; } = "";

    /// <summary>Names the secret in a baseline; empty where nobody asked.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>What it is about where that is no secret, for people: <c>prod: azure-key-vault shop-db</c>; else empty.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Why, where it is about a subject.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether this is about a secret or a reference to one, and not about the tool's own inputs.</summary>
    public bool IsFinding => !Id.StartsWith(DiagnosticIds.NoticePrefix, StringComparison.Ordinal);

    /// <summary>The remark about a finding.</summary>
    public static Remark Of(Finding finding, Match match, string path) =>
        new(finding.DiagnosticId, finding.Severity, $"{finding.Title} [{finding.Rule}] stands in {(finding.DiagnosticId == DiagnosticIds.SecretInCode ? "code" : "a file")}: {match.Rule.Advice}", finding.Location with { Path = path })
        {
            Rule = finding.Rule,
            HelpLink = match.Rule.Documentation ?? "",
            Fingerprint = finding.Fingerprint ?? "",
        };

    /// <summary>The remark about an inline suppression.</summary>
    public static Remark Of(Notice notice, string path) => new(notice.DiagnosticId, notice.Severity, notice.Message, (notice.Location ?? Whole(path)) with { Path = path });

    /// <summary>A file that could not be looked at.</summary>
    public static Remark NotLookedAt(string path, string reason, string advice) => new(DiagnosticIds.NotLookedAt, Severity.High, $"Not looked at: {reason} {advice}", Whole(path));

    /// <summary>A file beyond the limit.</summary>
    public static Remark TooLarge(string path, long limit) => NotLookedAt(path, $"it is larger than {ByteSize.Format(limit)}.", "Raise 'maxFileSize' in secretguard.yml, or name the file under 'exclude' there.");

    /// <summary>Something in the configuration that nobody understands.</summary>
    public static Remark InvalidConfiguration(string path, int line, int column, string message) => new(DiagnosticIds.InvalidConfiguration, Severity.High, message, new Location(path, line, column, 0, 0));

    private static Location Whole(string path) => new(path, 0, 0, 0, 0);
}
