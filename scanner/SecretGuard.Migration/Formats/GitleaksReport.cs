using System.Text.Json;

namespace SecretGuard.Migration.Formats;

/// <summary>
/// The JSON report of gitleaks 8, which is its baseline too: an array of findings with <c>RuleID</c>, <c>File</c>, <c>StartLine</c>, <c>EndLine</c>,
/// <c>Secret</c> and, for a history, <c>Commit</c>. A redacted report has no secrets to compare.
/// </summary>
internal static class GitleaksReport
{
    public static bool Recognizes(ForeignText text) => JsonShape.IsObjectWith(text, "RuleID", "File", "StartLine") || JsonShape.IsEmptyArray(text);

    public static ForeignFile Read(ForeignText text)
    {
        var entries = new List<ForeignEntry>();
        JsonShape.Read(text, item => entries.Add(Entry(item, $"{text.Name}, entry {entries.Count + 1}")));
        return new ForeignFile { Entries = entries };
    }

    private static ForeignEntry Entry(JsonElement item, string origin)
    {
        string file = JsonShape.Text(item, "File") ?? throw new ForeignFileException($"{origin}: it has no 'File'; let gitleaks write the report again");
        int line = JsonShape.Line(item, "StartLine");
        return new ForeignEntry(ForeignPath.WithSlashes(file), line)
        {
            Origin = origin,
            LastLine = Math.Max(line, JsonShape.Line(item, "EndLine")),
            Kind = JsonShape.Text(item, "RuleID"),
            Commit = JsonShape.Text(item, "Commit") is { Length: > 0 } commit ? commit : null,
            Values = JsonShape.Text(item, "Secret") is { Length: > 0 } secret && !IsRedacted(secret) ? [secret] : [],
        };
    }

    private static bool IsRedacted(string secret) => secret == "REDACTED" || secret.EndsWith("...", StringComparison.Ordinal);
}
