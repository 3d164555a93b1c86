using System.Text.Json;
using SecretGuard.Triage;

namespace SecretGuard.Reporting;

/// <summary>How many secrets a baseline accepts, by rule and owner. The schema is Schemas/baseline-stats.schema.json.</summary>
/// <param name="baseline">The baseline.</param>
/// <param name="today">The day that decides what has expired.</param>
public sealed class BaselineStatsDocument(Baseline baseline, DateTime today) : Document
{
    private readonly IReadOnlyList<BaselineEntry> _entries = baseline.Entries;

    private protected override string Command => "baseline-stats";

    private protected override string Schema => "secretguard-baseline-stats-1";

    private IReadOnlyList<IGrouping<string?, BaselineEntry>> ByRule => Group(entry => entry.Fingerprint.Rule);

    private IReadOnlyList<IGrouping<string?, BaselineEntry>> ByOwner => Group(entry => entry.Owner);

    private protected override void WriteText(TextWriter output)
    {
        output.WriteLine($"{(_entries.Count == 1 ? "1 entry" : $"{_entries.Count} entries")}, {WithoutReason(_entries)} without a reason, {Expired(_entries)} expired, {Real(_entries)} real");
        WriteGroups("by rule", ByRule, output);
        WriteGroups("by owner", ByOwner, output);
    }

    private protected override void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteString("date", BaselineFormat.FormatDate(today));
        json.WriteStartObject("summary");
        WriteCounts(json, _entries);
        json.WriteEndObject();
        json.WriteObjects("byRule", ByRule, (writer, group) => WriteGroup(writer, "rule", group));
        json.WriteObjects("byOwner", ByOwner, (writer, group) => WriteGroup(writer, "owner", group));
    }

    /// <summary>The largest group first. What has no key comes before what has as many entries.</summary>
    private IGrouping<string?, BaselineEntry>[] Group(Func<BaselineEntry, string?> key) =>
        [.. _entries.GroupBy(key, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)];

    private static void WriteGroups(string title, IEnumerable<IGrouping<string?, BaselineEntry>> groups, TextWriter output)
    {
        output.WriteLine(title);
        foreach (IGrouping<string?, BaselineEntry> group in groups)
        {
            output.WriteLine($"  {group.Count(),6}  {VisibleText.Of(group.Key ?? "(nobody)")}");
        }
    }

    private void WriteGroup(Utf8JsonWriter json, string name, IGrouping<string?, BaselineEntry> group)
    {
        json.WriteString(name, group.Key);
        WriteCounts(json, [.. group]);
    }

    private void WriteCounts(Utf8JsonWriter json, IReadOnlyList<BaselineEntry> entries)
    {
        json.WriteNumber("entries", entries.Count);
        json.WriteNumber("withoutReason", WithoutReason(entries));
        json.WriteNumber("expired", Expired(entries));
        json.WriteNumber("real", Real(entries));
    }

    private static int WithoutReason(IEnumerable<BaselineEntry> entries) => entries.Count(entry => entry.Reason is null);

    private int Expired(IEnumerable<BaselineEntry> entries) => entries.Count(entry => entry.HasExpiredOn(today));

    private static int Real(IEnumerable<BaselineEntry> entries) => entries.Count(entry => entry.IsReal);
}
