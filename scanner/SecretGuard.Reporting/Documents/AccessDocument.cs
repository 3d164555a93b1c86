using System.Text.Json;
using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.Reporting;

/// <summary>Who may do what with which secrets, by the files of a repository. The schema is Schemas/access.schema.json.</summary>
/// <param name="overview">What the files say.</param>
public sealed class AccessDocument(AccessOverview overview) : Document
{
    /// <summary>The names that <c>--format</c> takes for this kind of document.</summary>
    public static new IReadOnlyList<string> Formats { get; } = [.. Document.Formats, Html, Markdown];

    private protected override string Command => "access";

    private protected override string Schema => "secretguard-access-1";

    private protected override IReadOnlyDictionary<string, Action<TextWriter>> MoreFormats => new Dictionary<string, Action<TextWriter>>(StringComparer.Ordinal)
    {
        [Html] = output => AccessPages.WriteHtml(overview, ToolVersion, output),
        [Markdown] = output => AccessPages.WriteMarkdown(overview, output),
    };

    private protected override void WriteText(TextWriter output)
    {
        foreach (SecretAccess secret in overview.Secrets)
        {
            output.WriteLine($"{VisibleText.Of(secret.Name)}{(secret.Places.Count == 0 ? "" : ": " + string.Join(", ", secret.Places.Select(ReferenceText.Of)))}");
            WriteRows(output, [.. secret.Grants.Select(AccessText.Cells)], "  ");
            if (secret.Grants.Count == 0)
            {
                output.WriteLine($"  {AccessText.Nothing}");
            }

            WriteRows(output, [.. secret.Uses.Select(AccessText.Cells)], "  used by ");
            output.WriteLine();
        }

        foreach (Grant grant in overview.Unused)
        {
            output.WriteLine($"nobody uses {VisibleText.Of(grant.Pattern)} of {VisibleText.Of(grant.Policy)}, {ReferenceText.Of(grant.Location)}");
        }

        foreach (string notice in overview.Notices)
        {
            output.WriteLine($"not known: {VisibleText.Of(notice)}");
        }

        output.WriteLine(AccessText.Summary(overview));
    }

    private static void WriteRows(TextWriter output, string[][] rows, string before)
    {
        string[][] shown = [.. rows.Select(cells => cells.Select(VisibleText.Of).ToArray())];
        int[] widths = shown.Length == 0 ? [] : [.. shown[0].Select((_, i) => shown.Max(cells => DisplayWidth.Of(cells[i])))];
        foreach (string[] cells in shown)
        {
            output.WriteLine((before + string.Join("  ", cells.Select((cell, i) => cell + new string(' ', widths[i] - DisplayWidth.Of(cell))))).TrimEnd());
        }
    }

    private protected override void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("secrets", overview.Secrets.Count);
        foreach (UseState state in Enum.GetValues<UseState>())
        {
            json.WriteNumber(AccessText.Name(state), overview.Secrets.Sum(secret => secret.Uses.Count(use => use.State == state)));
        }

        json.WriteNumber("unused", overview.Unused.Count);
        json.WriteEndObject();
        json.WriteObjects("secrets", overview.Secrets, WriteSecret);
        json.WriteObjects("unused", overview.Unused, WriteGrant);
        json.WriteStartArray("notices");
        foreach (string notice in overview.Notices)
        {
            json.WriteStringValue(notice);
        }

        json.WriteEndArray();
    }

    private static void WriteSecret(Utf8JsonWriter json, SecretAccess secret)
    {
        json.WriteString("name", secret.Name);
        json.WriteObjects("places", secret.Places, WritePlace);
        json.WriteObjects("grants", secret.Grants, (writer, grant) =>
        {
            WriteGrant(writer, grant.Grant);
            writer.WriteStartObject("on");
            WritePlace(writer, grant.Place);
            writer.WriteEndObject();
            WriteTexts(writer, "accounts", grant.Accounts);
            WriteTexts(writer, "workloads", grant.Workloads);
            writer.WriteBoolean("wildcard", grant.IsWildcard);
            writer.WriteBoolean("open", grant.IsOpen);
            writer.WriteBoolean("adminOfWorkload", grant.IsAdminOfWorkload);
        });
        json.WriteObjects("uses", secret.Uses, (writer, use) =>
        {
            writer.WriteString("consumer", use.Consumer);
            writer.WriteString("state", AccessText.Name(use.State));
            WriteText(writer, "cause", use.Cause);
            if (use.Location is { } at)
            {
                WriteLocation(writer, at);
            }
        });
    }

    private static void WriteGrant(Utf8JsonWriter json, Grant grant)
    {
        json.WriteString("store", grant.Store);
        json.WriteString("pattern", grant.Pattern);
        WriteTexts(json, "capabilities", AccessText.Words(grant.Capabilities));
        json.WriteString("policy", grant.Policy);
        WriteText(json, "principal", grant.Principal);
        WriteText(json, "role", grant.Role);
        WriteText(json, "address", grant.Address ?? "");
        json.WriteBoolean("conditional", grant.IsConditional);
        json.WriteBoolean("denied", grant.IsDenied);
        WriteLocation(json, grant.Location);
    }

    private static void WritePlace(Utf8JsonWriter json, SecretReference place)
    {
        json.WriteString("store", place.Store);
        json.WriteString("kind", place.Kind);
        json.WriteString("name", place.Name);
        WriteText(json, "address", place.Address ?? "");
    }

    private static void WriteLocation(Utf8JsonWriter json, Location at)
    {
        json.WriteString("path", at.Path);
        json.WriteNumber("line", at.StartLine);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
