using System.Text.Json;
using SecretGuard.Inventories;
using SecretGuard.Triage;

namespace SecretGuard.Reporting;

/// <summary>The ways of a secret as trees: from where it is used to where it is kept. The schema is Schemas/trace.schema.json.</summary>
/// <param name="name">What was asked for.</param>
/// <param name="ways">The ways.</param>
public sealed class TraceDocument(string name, IReadOnlyList<ReferenceStep> ways) : Document
{
    /// <summary>What was probably meant, where nothing refers to what was asked for; or null.</summary>
    public string? Nearest { get; init; }

    private protected override string Command => "trace";

    private protected override string Schema => "secretguard-trace-1";

    private protected override void WriteText(TextWriter output)
    {
        foreach (ReferenceStep way in ways)
        {
            Write(way, "", "", output);
        }

        if (ways.Count == 0)
        {
            output.WriteLine($"nothing here refers to '{VisibleText.Of(name)}'{(Nearest is null ? "" : $"; did you mean '{VisibleText.Of(Nearest)}'?")}");
        }
    }

    private protected override void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteString("name", name);
        json.WriteObjects("ways", ways, WriteStep);
    }

    private static void Write(ReferenceStep step, string before, string below, TextWriter output)
    {
        string place = step.Record is { } record ? $"  {ReferenceText.Of(record.Location)}{ReferenceText.Consumer(record)}" : "";
        output.WriteLine($"{before}{ReferenceText.Of(step.Name)}{place}");
        for (int i = 0; i < step.Sources.Count; i++)
        {
            bool isLast = i == step.Sources.Count - 1;
            Write(step.Sources[i], below + (isLast ? "└─ " : "├─ "), below + (isLast ? "   " : "│  "), output);
        }

        if (step.IsOpen)
        {
            output.WriteLine($"{below}└─ only a run knows the whole name");
        }

        if (step.IsBroken)
        {
            output.WriteLine($"{below}└─ broken: {(step.Cause is null ? "nothing here says where this comes from" : VisibleText.Of(step.Cause))}");
        }
    }

    private static void WriteStep(Utf8JsonWriter json, ReferenceStep step)
    {
        ReferenceText.Write(json, step.Name);
        json.WriteBoolean("broken", step.IsBroken);
        if (step.IsOpen)
        {
            json.WriteBoolean("open", true);
        }

        if (step.Cause is not null)
        {
            json.WriteString("cause", step.Cause);
        }

        if (step.Record is { } record)
        {
            json.WriteStartObject("at");
            ReferenceText.Write(json, record.Location);
            ReferenceText.WriteWho(json, record);
            json.WriteEndObject();
        }

        json.WriteObjects("sources", step.Sources, WriteStep);
    }
}
