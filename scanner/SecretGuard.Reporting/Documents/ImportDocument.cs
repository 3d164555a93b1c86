using System.Text.Json;

namespace SecretGuard.Reporting;

/// <summary>What became of the files of other tools, entry by entry. The schema is Schemas/import.schema.json.</summary>
/// <param name="secrets">The entries.</param>
/// <param name="settings">What was carried over into secretguard.yml.</param>
/// <param name="remainders">What was not.</param>
/// <param name="files">The files that are written, or would be, relative to the root.</param>
public sealed class ImportDocument(IReadOnlyList<ImportedSecret> secrets, IReadOnlyList<ImportedSetting> settings, IReadOnlyList<ImportRemainder> remainders, IReadOnlyList<string> files) : Document
{
    /// <summary>Whether nothing was written.</summary>
    public bool IsDry { get; init; }

    private protected override string Command => "import";

    private protected override string Schema => "secretguard-import-1";

    /// <summary>Those that somebody has to look at come last, next to the sum.</summary>
    private IEnumerable<IGrouping<ImportOutcome, ImportedSecret>> Groups => secrets.GroupBy(secret => secret.Outcome).OrderBy(group => group.Key);

    private protected override void WriteText(TextWriter output)
    {
        foreach (IGrouping<ImportOutcome, ImportedSecret> group in Groups)
        {
            foreach (ImportedSecret secret in group)
            {
                output.WriteLine($"{secret.Outcome.Name(),-8} {Line(secret)}");
            }
        }

        output.WriteLine($"{Amount.Entries(secrets.Count)}{(secrets.Count == 0 ? "" : ": ")}{string.Join(", ", Groups.Select(group => $"{group.Count()} {group.Key.Name()}"))}");
        foreach (ImportedSetting setting in settings)
        {
            output.WriteLine($"{VisibleText.Of(setting.Section)}: {VisibleText.Of(setting.Text)}  ({VisibleText.Of(setting.Origin)})");
        }

        foreach (ImportRemainder remainder in remainders)
        {
            output.WriteLine($"by hand  {VisibleText.Of(remainder.Origin)}: {VisibleText.Of(remainder.What)}");
            output.WriteLine($"         {VisibleText.Of(remainder.Advice)}");
        }

        foreach (string file in files)
        {
            output.WriteLine($"{(IsDry ? "would write" : "wrote")} {VisibleText.Of(file)}");
        }

        if (files.Count == 0)
        {
            output.WriteLine("nothing is to be written");
        }
    }

    private protected override void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("entries", secrets.Count);
        foreach (ImportOutcome outcome in Enum.GetValues<ImportOutcome>())
        {
            json.WriteNumber(outcome.Name(), secrets.Count(secret => secret.Outcome == outcome));
        }

        json.WriteEndObject();
        json.WriteBoolean("written", !IsDry && files.Count > 0);
        json.WriteTexts("files", files);
        json.WriteObjects("entries", secrets, WriteSecret);
        json.WriteObjects("settings", settings, (writer, setting) => WriteMembers(writer, ("section", setting.Section), ("text", setting.Text), ("origin", setting.Origin)));
        json.WriteObjects("byHand", remainders, (writer, remainder) => WriteMembers(writer, ("origin", remainder.Origin), ("what", remainder.What), ("advice", remainder.Advice)));
    }

    private static string Line(ImportedSecret secret)
    {
        string place = secret.Line > 0 ? $"{secret.Path}:{secret.Line}" : secret.Path;
        string kind = secret.Kind is null ? "" : $" {secret.Kind}";
        string rules = secret.Rules.Count == 0 ? "" : $" [{string.Join(", ", secret.Rules)}]";
        return VisibleText.Of($"{place}{kind}{rules}{(secret.Detail is null ? "" : $": {secret.Detail}")}");
    }

    private static void WriteSecret(Utf8JsonWriter json, ImportedSecret secret)
    {
        json.WriteString("path", secret.Path);
        json.WriteNumber("line", secret.Line);
        WriteMembers(json, ("outcome", secret.Outcome.Name()), ("origin", secret.Origin), ("kind", secret.Kind), ("commit", secret.Commit));
        json.WriteTexts("rules", secret.Rules);
        json.WriteString("detail", secret.Detail);
    }

    private static void WriteMembers(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string? Text)> members)
    {
        foreach ((string name, string? text) in members)
        {
            json.WriteString(name, text);
        }
    }
}
