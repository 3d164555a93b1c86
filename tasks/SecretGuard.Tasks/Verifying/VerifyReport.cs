using SecretGuard.Findings;
using SecretGuard.Tasks.Scanning;
using SecretGuard.Text;

namespace SecretGuard.Tasks.Verifying;

/// <summary>Makes remarks of the JSON that <c>secretguard verify</c> writes (<c>secretguard-report-1</c>). It holds no value.</summary>
internal static class VerifyReport
{
    private const string Schema = "secretguard-report-1";

    /// <summary>The remarks, as they stand in the report.</summary>
    /// <param name="json">The report.</param>
    /// <param name="root">What its paths are relative to.</param>
    /// <param name="project">Where what has no file of its own is told.</param>
    /// <param name="unanswered">The id of what no store answered.</param>
    /// <exception cref="FormatException">It is no such report.</exception>
    public static IReadOnlyList<Remark> Read(string json, string root, string project, string unanswered)
    {
        JsonValue report = JsonValue.Parse(json);
        if (report["schema"].Text != Schema)
        {
            throw new FormatException("a report of another form");
        }

        var advice = report["rules"].Items.ToDictionary(rule => rule["slug"].Text ?? "", rule => rule["advice"].Text ?? "", StringComparer.Ordinal);
        return
        [
            .. report["findings"].Items.Select(finding => OfFinding(finding, root, advice)),
            .. report["notices"].Items.Select(notice => new Remark(notice["id"].Text ?? "", SeverityOf(notice), notice["message"].Text ?? "", PlaceOf(notice, root, project))),
            .. report["incomplete"].Items.Select(gap => new Remark(unanswered, Severity.High, $"Not verified: {gap["path"].Text}: {gap["reason"].Text}; {gap["advice"].Text}.", new Location(project, 0, 0, 0, 0))),
        ];
    }

    private static Remark OfFinding(JsonValue finding, string root, Dictionary<string, string> advice)
    {
        string rule = finding["rule"].Text ?? "", reason = finding["reason"].Text ?? "", subject = finding["preview"].Text ?? "";
        return new Remark(finding["id"].Text ?? "", SeverityOf(finding), $"{finding["title"].Text} [{rule}]: {Sentence(reason.Length == 0 ? subject : $"{subject}: {reason}")} {(advice.TryGetValue(rule, out string? text) ? text : "")}".TrimEnd(), PlaceOf(finding, root, ""))
        {
            Rule = rule,
            Fingerprint = finding["fingerprint"].Text ?? "",
            Subject = subject,
            Reason = reason,
        };
    }

    /// <summary>A reason may end with a question: "did you mean 'vault'?".</summary>
    private static string Sentence(string text) => text.EndsWith("?", StringComparison.Ordinal) ? text : text + ".";

    private static Location PlaceOf(JsonValue told, string root, string otherwise)
    {
        JsonValue place = told["location"];
        return place["path"].Text is { } path
            ? new Location(Path.GetFullPath(Path.Combine(root, path)), place["startLine"].Number, place["startColumn"].Number, place["endLine"].Number, place["endColumn"].Number)
            : new Location(otherwise, 0, 0, 0, 0);
    }

    private static Severity SeverityOf(JsonValue told) => Enum.TryParse(told["severity"].Text, ignoreCase: true, out Severity severity) ? severity : Severity.High;
}
