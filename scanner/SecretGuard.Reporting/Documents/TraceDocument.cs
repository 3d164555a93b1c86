using System.Text.Json;
using SecretGuard.Inventories;
using SecretGuard.Triage;

namespace SecretGuard.Reporting;

/// <summary>The ways of a secret as trees: from where it is used to where it is kept. The schema is Schemas/trace.schema.json.</summary>
/// <param name="name">What was asked for.</param>
/// <param name="ways">The ways.</param>
public sealed class TraceDocument(string name, IReadOnlyList<ReferenceStep> ways) : Document
{
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
            output.WriteLine($"nothing here refers to '{VisibleText.Of(name)}'");
        }
    }

    private protected override void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteString("name", name);
        json.WriteObjects("ways", ways, WriteStep);
    }

    private static void Write(ReferenceStep step, string before, string below, TextWriter output)
    {
        string place = step.Record is { } record ? $"  {ReferenceText.Of(record.Location)} [{VisibleText.Of(record.Consumer)}]" : "";
        output.WriteLine($"{before}{ReferenceText.Of(step.Name)}{place}");
        for (int i = 0; i < step.Sources.Count; i++)
        {
            bool isLast = i == step.Sources.Count - 1;
            Write(step.Sources[i], below + (isLast ? "└─ " : "├─ "), below + (isLast ? "   " : "│  "), output);
        }

        if (step.IsBroken)
        {
            output.WriteLine($"{below}└─ broken: nothing here says where this comes from");
        }
    }

    private static void WriteStep(Utf8JsonWriter json, ReferenceStep step)
    {
        ReferenceText.Write(json, step.Name);
        json.WriteBoolean("broken", step.IsBroken);
        if (step.Record is { } record)
        {
            json.WriteStartObject("at");
            ReferenceText.Write(json, record.Location);
            json.WriteString("consumer", record.Consumer);
            json.WriteEndObject();
        }

        json.WriteObjects("sources", step.Sources, WriteStep);
    }
}
