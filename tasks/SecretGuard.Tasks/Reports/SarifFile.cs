using SecretGuard.Findings;
using SecretGuard.Tasks.Projects;
using SecretGuard.Tasks.Scanning;
using SecretGuard.Text;

namespace SecretGuard.Tasks.Reports;

/// <summary>
/// SARIF 2.1.0 of what was found in one project, in the terms of the command line's report: the same ids of rules, fingerprints and base of paths.
/// Written here by hand: netstandard2.0 has no writer of JSON, and a task brings as few assemblies as it can.
/// </summary>
internal static class SarifFile
{
    private const string RootId = "%SRCROOT%";
    private const string SchemaUri = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>Writes the file.</summary>
    public static void Write(string path, string root, IReadOnlyList<Remark> remarks) => WholeFile.Write(path, Text(root, remarks));

    /// <summary>The text of the file.</summary>
    public static string Text(string root, IReadOnlyList<Remark> remarks) => JsonText.Object(
        ("$schema", JsonText.Of(SchemaUri)),
        ("version", JsonText.Of("2.1.0")),
        ("runs", JsonText.Array([Run(FilePaths.AsFolder(root), remarks)]))) + "\n";

    private static string Run(string folder, IReadOnlyList<Remark> remarks)
    {
        Remark[] findings = [.. remarks.Where(remark => remark.IsFinding)], notices = [.. remarks.Where(remark => !remark.IsFinding)];
        string[] rules = [.. findings.Select(RuleId).Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal)];
        string driver = JsonText.Object(
            ("name", JsonText.Of("SecretGuard")),
            ("semanticVersion", JsonText.Of(typeof(SarifFile).Assembly.GetName().Version.ToString(3))),
            ("rules", JsonText.Array(rules.Select(id => Descriptor(id, findings.First(finding => RuleId(finding) == id))))));
        string invocation = JsonText.Object(
            ("executionSuccessful", notices.Any(notice => notice.Id == DiagnosticIds.NotLookedAt) ? "false" : "true"),
            ("toolExecutionNotifications", JsonText.Array(notices.Select(notice => Notification(notice, folder)))));
        return JsonText.Object(
            ("tool", JsonText.Object(("driver", driver))),
            ("invocations", JsonText.Array([invocation])),
            ("automationDetails", JsonText.Object(("id", JsonText.Of("secretguard/build/")))),
            ("originalUriBaseIds", JsonText.Object((RootId, JsonText.Object(("description", Message("The root of the scanned directory.")))))),
            ("columnKind", JsonText.Of("utf16CodeUnits")),
            ("results", JsonText.Array(findings.Select(finding => Result(finding, folder, rules)))));
    }

    private static string Descriptor(string id, Remark first) =>
        first.Rule.Length == 0 ? JsonText.Object(("id", JsonText.Of(id))) : JsonText.Object(("id", JsonText.Of(id)), ("name", JsonText.Of(first.Rule)));

    private static string Result(Remark remark, string folder, string[] rules) => JsonText.Object(
        ("ruleId", JsonText.Of(RuleId(remark))),
        ("ruleIndex", JsonText.Of(Array.IndexOf(rules, RuleId(remark)))),
        ("level", JsonText.Of(Level(remark.Severity))),
        ("message", Message(remark.Message)),
        ("locations", Locations(remark, folder)),
        ("partialFingerprints", remark.Fingerprint.Length == 0 ? "{}" : JsonText.Object(("secretGuard/v1", JsonText.Of(remark.Fingerprint)))),
        ("suppressions", "[]"),
        ("properties", JsonText.Object([("severity", JsonText.Of(remark.Severity.ToString().ToLowerInvariant())), .. About(remark)])));

    private static IEnumerable<(string, string)> About(Remark remark) =>
        remark.Subject.Length == 0 ? [] : [("preview", JsonText.Of(remark.Subject)), ("reason", JsonText.Of(remark.Reason))];

    private static string Notification(Remark remark, string folder) => JsonText.Object(
        ("level", JsonText.Of(Level(remark.Severity))),
        ("message", Message(remark.Message)),
        ("descriptor", JsonText.Object(("id", JsonText.Of(remark.Id)))),
        ("locations", Locations(remark, folder)));

    private static string Locations(Remark remark, string folder)
    {
        Location at = remark.Location;
        (string, string) file = ("artifactLocation", JsonText.Object(("uri", JsonText.Of(RelativeUri(at.Path, folder))), ("uriBaseId", JsonText.Of(RootId))));
        string place = at.StartLine == 0 ? JsonText.Object(file) : JsonText.Object(
            file,
            ("region", JsonText.Object(
                ("startLine", JsonText.Of(at.StartLine)),
                ("startColumn", JsonText.Of(at.StartColumn)),
                ("endLine", JsonText.Of(Math.Max(at.StartLine, at.EndLine))),
                ("endColumn", JsonText.Of(at.EndLine == 0 ? at.StartColumn : at.EndColumn)))));
        return JsonText.Array([JsonText.Object(("physicalLocation", place))]);
    }

    private static string Message(string text) => JsonText.Object(("text", JsonText.Of(text)));

    /// <summary>As the command line has it: the id, and for a secret which kind it is.</summary>
    private static string RuleId(Remark remark) =>
        remark.Rule.Length > 0 && remark.Id.StartsWith(DiagnosticIds.SecretPrefix, StringComparison.Ordinal) ? $"{remark.Id}/{remark.Rule}" : remark.Id;

    private static string Level(Severity severity) => severity >= Severity.High ? "error" : severity == Severity.Medium ? "warning" : "note";

    /// <summary>Every segment percent-encoded, also a colon, which would begin a scheme.</summary>
    private static string RelativeUri(string path, string folder)
    {
        string relative = FilePaths.WithSlashes(path.StartsWith(folder, FilePaths.Comparison) ? path.Substring(folder.Length) : path);
        return string.Join("/", relative.Split('/').Select(Uri.EscapeDataString));
    }
}
