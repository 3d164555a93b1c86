using System.Globalization;
using System.Text;

namespace SecretGuard.Reporting;

/// <summary>Evidence for people. <c>grep -v '^sha256: ' FILE | sha256sum</c> gives its sum.</summary>
public static class EvidenceMarkdown
{
    private const string Sum = "sha256: ";

    /// <summary>The document.</summary>
    public static string Of(EvidenceRecord evidence)
    {
        var text = new StringBuilder();
        text.Append("# Secrets that were verified\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- When: {Time(evidence.Began)} to {Time(evidence.Ended)} (UTC)\n");
        text.Append(CultureInfo.InvariantCulture, $"- By: secretguard {evidence.ToolVersion}; no value stands in this document\n");
        text.Append(CultureInfo.InvariantCulture, $"- Commit: {evidence.Commit ?? "none"}{(evidence.IsChanged == true ? ", with changes that are not committed" : "")}\n");
        text.Append(CultureInfo.InvariantCulture, $"- Of: {(evidence.Base is { } name ? $"what is not referred to in {MarkdownText.Escape(name)}, and what that is judged by" : "all that is referred to or declared")}\n");
        text.Append(CultureInfo.InvariantCulture, $"- Result: {Result(evidence)}\n");
        foreach (IGrouping<string, EvidenceEntry> environment in evidence.Entries.GroupBy(entry => entry.Environment, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {(environment.Key.Length == 0 ? "Checked" : MarkdownText.Escape(environment.Key))}\n\n");
            text.Append("| Store | Key | Asked as | Result | Version | Changed | Expires | Owner | Referred to at |\n|---|---|---|---|---|---|---|---|---|\n");
            foreach (EvidenceEntry entry in environment)
            {
                text.Append(Row(entry));
            }
        }

        AppendObjects(text, evidence.Objects);
        text.Append("\n## Not verified\n\n");
        text.Append(evidence.Gaps.Count == 0 ? "Nothing.\n" : "");
        foreach (EvidenceGap gap in evidence.Gaps)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {(gap.Environment.Length == 0 ? "" : MarkdownText.Escape(gap.Environment) + ": ")}{MarkdownText.Code(gap.Name)}{(gap.Place.Length == 0 ? "" : $" at {MarkdownText.Code(gap.Place)}")}: {MarkdownText.Escape(gap.Reason)}\n");
        }

        text.Append("\n## Sum\n\nSHA-256 of all lines but the next one, each with its line end: `grep -v '^sha256: '`, then `sha256sum`.\n\n");
        text.Append(Sum).Append(EvidenceSeal.Placeholder).Append('\n');
        return EvidenceSeal.Seal(text.ToString(), Sum);
    }

    private static void AppendObjects(StringBuilder text, IReadOnlyList<EvidenceObject>? objects)
    {
        if (objects is null)
        {
            return;
        }

        text.Append("\n## What operators in the cluster say\n\n");
        text.Append(objects.Count == 0 ? "No cluster was asked.\n" : "| Environment | Cluster | Object | Asked as | Asked (UTC) | Condition | Result | Since | Declared at |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (EvidenceObject one in objects)
        {
            string result = $"{one.Result}{(one.Reason.Length == 0 ? "" : $": {one.Reason}")}";
            text.Append(CultureInfo.InvariantCulture, $"| {MarkdownText.Escape(one.Environment)} | {MarkdownText.Escape(one.Cluster)} | {MarkdownText.Code($"{one.Kind} {one.Name}")} | {MarkdownText.Escape(one.AskedAs ?? "not told")} | {Time(one.Asked)} ")
                .Append(CultureInfo.InvariantCulture, $"| {MarkdownText.Escape(one.Condition)} | {MarkdownText.Escape(result)} | {Day(one.Since)} | {MarkdownText.Code(one.Place)} |\n");
        }
    }

    private static string Result(EvidenceRecord evidence)
    {
        string states = Counts(evidence.Entries.Select(entry => entry.Result)), objects = Counts((evidence.Objects ?? []).Select(one => one.Result));
        return $"{(states.Length == 0 ? "nothing checked" : states)}; {(objects.Length == 0 ? "" : $"of operators' objects {objects}; ")}{(evidence.Gaps.Count == 0 ? "nothing" : $"{evidence.Gaps.Count}")} not verified";
    }

    private static string Counts(IEnumerable<string> results) =>
        string.Join(", ", results.GroupBy(result => result, StringComparer.Ordinal).OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => $"{state.Count()} {state.Key}"));

    private static string Row(EvidenceEntry entry)
    {
        string store = $"{(entry.StoreName.Length == 0 ? "" : entry.StoreName + ": ")}{entry.Store} {entry.Address}";
        string result = $"{entry.Result}{(entry.Reasons.Count == 0 ? "" : $": {string.Join("; ", entry.Reasons)}")}";
        return $"| {MarkdownText.Escape(store)} | {MarkdownText.Code(entry.Key)} | {MarkdownText.Escape(entry.AskedAs ?? "not told")} | {MarkdownText.Escape(result)} | {MarkdownText.Escape(entry.Version ?? "")} "
            + $"| {Day(entry.Changed)} | {Day(entry.Expires)} | {MarkdownText.Escape(entry.Owner ?? "")} | {string.Join("<br>", entry.Places.Select(MarkdownText.Code))} |\n";
    }

    private static string Day(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
