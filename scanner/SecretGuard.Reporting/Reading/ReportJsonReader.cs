using System.Globalization;
using System.Text.Json;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>What <see cref="ReportJson"/> writes, read back.</summary>
internal static class ReportJsonReader
{
    public static Report Read(JsonElement root)
    {
        JsonElement summary = root.Property("summary") ?? throw Missing("summary");
        return new Report
        {
            Command = root.Text("command") ?? throw Missing("command"),
            ToolVersion = root.Property("tool")?.Text("version") ?? "",
            StartedAt = DateTimeOffset.TryParse(root.Text("startedAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at) ? at : throw Missing("startedAt"),
            Elapsed = TimeSpan.FromMilliseconds(summary.Number("elapsedMilliseconds") ?? 0),
            Revision = root.Text("revision"),
            Findings = [.. root.Objects("findings").Select(Finding)],
            Suppressed = [.. root.Objects("suppressed").Select(Suppressed)],
            Notices = [.. root.Objects("notices").Select(Notice)],
            Incomplete = [.. root.Objects("incomplete").Select(item => new Incomplete(item.Text("path") ?? "", item.Text("reason") ?? "", item.Text("advice")))],
            Counts = new ReportCounts(summary.Count("files"), summary.Number("bytes") ?? 0, summary.Count("binary")),
            Rules = [.. root.Objects("rules").Select(Rule)],
        };
    }

    private static Finding Finding(JsonElement item)
    {
        JsonElement? excerpt = item.Property("excerpt");
        return new Finding
        {
            DiagnosticId = item.Text("id") ?? throw Missing("id"),
            Rule = item.Text("rule") ?? "",
            Title = item.Text("title") ?? "",
            Severity = FormatNames.SeverityOf(item.Text("severity")) ?? throw Missing("severity"),
            Confidence = FormatNames.ConfidenceOf(item.Text("confidence")) ?? throw Missing("confidence"),
            Location = Location(item) ?? throw Missing("location"),
            Preview = item.Text("preview") ?? "",
            Excerpt = new Excerpt(excerpt?.Text("text") ?? "", excerpt?.Count("markStart") ?? 0, excerpt?.Count("markLength") ?? 0),
            Reason = item.Text("reason"),
            Fingerprint = item.Text("fingerprint"),
            Provenance = Provenance(item),
        };
    }

    /// <summary>Which commits and paths hold a secret; null where nothing says so.</summary>
    public static Provenance? Provenance(JsonElement? item) => item.Property("provenance") is not { ValueKind: JsonValueKind.Object } way ? null : new Provenance
    {
        FirstCommit = way.Text("firstCommit"),
        FirstDate = Date(way.Text("firstDate")),
        LastCommit = way.Text("lastCommit"),
        LastDate = Date(way.Text("lastDate")),
        IsInHead = way.Property("inHead") is { ValueKind: JsonValueKind.True },
        Reach = FormatNames.ReachOf(way.Text("reach")) ?? throw Missing("reach"),
        OnlyIn = way.Text("onlyIn"),
        Paths = [.. way.Texts("paths")],
        Places = way.Count("places"),
        EveryPlace = [.. way.Objects("everyPlace").Select(Place)],
    };

    private static HeldPlace Place(JsonElement item) =>
        new(item.Text("object") ?? throw Missing("object"), item.Text("commit"), item.Text("path") ?? throw Missing("path"), (int?)item.Number("line"));

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null;

    private static SuppressedFinding Suppressed(JsonElement item)
    {
        JsonElement? suppression = item.Property("suppression");
        return new SuppressedFinding(Finding(item), FormatNames.SuppressionOf(suppression?.Text("kind")) ?? throw Missing("kind"), suppression?.Text("reason"));
    }

    private static Notice Notice(JsonElement item) =>
        new(item.Text("id") ?? throw Missing("id"), FormatNames.SeverityOf(item.Text("severity")) ?? throw Missing("severity"), item.Text("message") ?? "", Location(item));

    private static Rule Rule(JsonElement item) => new(item.Text("slug") ?? throw Missing("slug"), item.Text("title") ?? "")
    {
        Provider = item.Text("provider") ?? "",
        Severity = FormatNames.SeverityOf(item.Text("severity")) ?? throw Missing("severity"),
        Advice = item.Text("advice") ?? "",
        Documentation = item.Text("documentation"),
    };

    private static Location? Location(JsonElement item) => item.Property("location") is { ValueKind: JsonValueKind.Object } place
        ? new Location(place.Text("path") ?? "", place.Count("startLine"), place.Count("startColumn"), place.Count("endLine"), place.Count("endColumn"))
        : null;

    private static FormatException Missing(string property) => new($"it says it is {ReportJson.Schema}, but its '{property}' is missing or not understood");
}
