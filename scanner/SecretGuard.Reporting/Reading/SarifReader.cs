using System.Globalization;
using System.Text.Json;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>
/// SARIF of this tool, read back. The command line's says more of each finding than a build's; neither holds excerpts, and a note of the tool is a notice
/// whether it was something not looked at or not: only <c>SG9007</c>, and those without an id, are taken for gaps.
/// </summary>
internal sealed class SarifReader(IReadOnlyList<Rule> known)
{
    private readonly Dictionary<string, string> _descriptions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _slugs = new(StringComparer.Ordinal);

    /// <summary>The first run of SecretGuard in a document, or null.</summary>
    public static JsonElement? Run(JsonElement root)
    {
        foreach (JsonElement run in root.Objects("runs"))
        {
            if (run.Property("tool").Property("driver")?.Text("name") == "SecretGuard")
            {
                return run;
            }
        }

        return null;
    }

    /// <summary>The report of a run.</summary>
    public Report Read(JsonElement run)
    {
        JsonElement driver = run.Property("tool").Property("driver")!.Value;
        foreach (JsonElement descriptor in driver.Objects("rules"))
        {
            ReadDescriptor(descriptor);
        }

        JsonElement invocation = run.Objects("invocations").FirstOrDefault();
        DateTimeOffset? start = Time(invocation, "startTimeUtc"), end = Time(invocation, "endTimeUtc");
        JsonElement[] notes = [.. invocation.Objects("toolExecutionNotifications")], results = [.. run.Objects("results")];
        return new Report
        {
            Command = run.Property("automationDetails")?.Text("id")?.Split('/') is [_, { Length: > 0 } command, ..] ? command : "scan",
            ToolVersion = driver.Text("semanticVersion") ?? "",
            StartedAt = start ?? DateTimeOffset.UnixEpoch,
            Elapsed = end - start ?? TimeSpan.Zero,
            Revision = run.Property("properties")?.Text("revision"),
            Findings = [.. results.Where(result => !result.Objects("suppressions").Any()).Select(Finding)],
            Suppressed = [.. results.Where(result => result.Objects("suppressions").Any()).Select(Suppressed)],
            Notices = [.. notes.Where(note => !IsGap(note)).Select(Notice)],
            Incomplete = [.. notes.Where(IsGap).Select(Gap)],
            Counts = new ReportCounts(0, 0, 0),
            Rules = known,
        };
    }

    private static DateTimeOffset? Time(JsonElement invocation, string name) =>
        DateTimeOffset.TryParse(invocation.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at) ? at : null;

    private static SuppressionKind Kind(JsonElement suppression) =>
        suppression.Text("kind") == "inSource" ? SuppressionKind.Inline : SuppressionKind.Baseline;

    private static bool IsGap(JsonElement note) => note.Property("descriptor")?.Text("id") is null or DiagnosticIds.NotLookedAt;

    private static Incomplete Gap(JsonElement note)
    {
        string message = Message(note);
        return Location(note) is { } place ? new Incomplete(place.Path, message, null)
            : message.Split(": ", 2) is [var path, var reason] ? new Incomplete(path, reason, null)
            : new Incomplete("(unknown)", message, null);
    }

    private static Notice Notice(JsonElement note) => new(note.Property("descriptor")!.Value.Text("id")!, Level(note), Message(note), Location(note));

    /// <summary>The severity of a level, where nothing says it better.</summary>
    private static Severity Level(JsonElement item) => item.Text("level") switch { "error" => Severity.High, "warning" => Severity.Medium, _ => Severity.Low };

    private static string Message(JsonElement item) => item.Property("message")?.Text("text") ?? "";

    private static Location? Location(JsonElement item)
    {
        JsonElement? place = item.Objects("locations").FirstOrDefault().Property("physicalLocation"), region = place.Property("region");
        return place.Property("artifactLocation")?.Text("uri") is not { } uri ? null
            : new Location(string.Join('/', uri.Split('/').Select(Uri.UnescapeDataString)), region?.Count("startLine") ?? 0, region?.Count("startColumn") ?? 0, region?.Count("endLine") ?? 0, region?.Count("endColumn") ?? 0);
    }

    private void ReadDescriptor(JsonElement descriptor)
    {
        string id = descriptor.Text("id") ?? "";
        if (descriptor.Property("shortDescription")?.Text("text") is { } title)
        {
            _descriptions[id] = title;
        }

        if (descriptor.Text("name") is { } slug)
        {
            _slugs[id] = slug;
        }
    }

    private SuppressedFinding Suppressed(JsonElement result)
    {
        JsonElement suppression = result.Objects("suppressions").First();
        return new SuppressedFinding(Finding(result), Kind(suppression), suppression.Text("justification"));
    }

    private Finding Finding(JsonElement result)
    {
        string kind = result.Text("ruleId") ?? throw new FormatException("a result in it has no 'ruleId'");
        string[] parts = kind.Split('/', 2);
        string slug = parts.Length == 2 ? parts[1] : _slugs.GetValueOrDefault(kind, "");
        Rule? rule = known.FirstOrDefault(candidate => candidate.Slug == slug);
        JsonElement? properties = result.Property("properties");
        return new Finding
        {
            DiagnosticId = parts[0],
            Rule = slug,
            Title = _descriptions.GetValueOrDefault(kind) ?? rule?.Title ?? Message(result),
            Location = Location(result) ?? throw new FormatException("a result in it has no place"),
            Severity = FormatNames.SeverityOf(properties?.Text("severity")) ?? Level(result),
            Confidence = FormatNames.ConfidenceOf(properties?.Text("confidence")) ?? rule?.Confidence ?? Confidence.Medium,
            Preview = properties?.Text("preview") ?? "",
            Excerpt = new Excerpt("", 0, 0),
            Reason = properties?.Text("reason"),
            Fingerprint = result.Property("partialFingerprints")?.Text("secretGuard/v1"),
            Provenance = ReportJsonReader.Provenance(properties),
        };
    }
}
