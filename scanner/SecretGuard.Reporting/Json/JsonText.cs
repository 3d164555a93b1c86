using System.Text.Encodings.Web;
using System.Text.Json;

namespace SecretGuard.Reporting;

/// <summary>How every JSON format is written: two spaces, <c>\n</c>, characters as they are, in memory that does not grow with the report.</summary>
internal static class JsonText
{
    private const int MostPending = 32 * 1024;

    /// <summary>Writes one document, indented.</summary>
    public static void WriteDocument(TextWriter output, Action<Utf8JsonWriter> body)
    {
        Write(output, indented: true, JavaScriptEncoder.UnsafeRelaxedJsonEscaping, body);
        output.Write('\n');
    }

    /// <summary>Writes one document on one line, without a line end, in the escapes of an encoder.</summary>
    public static void WriteLine(TextWriter output, JavaScriptEncoder encoder, Action<Utf8JsonWriter> body) =>
        Write(output, indented: false, encoder, body);

    /// <summary>Writes a document a line.</summary>
    public static void WriteLines(TextWriter output, IEnumerable<Action<Utf8JsonWriter>> documents) =>
        Write(output, indented: false, JavaScriptEncoder.UnsafeRelaxedJsonEscaping, json =>
        {
            foreach (Action<Utf8JsonWriter> document in documents)
            {
                document(json);
                json.Flush();
                json.Reset();
                output.Write('\n');
            }
        });

    /// <summary>Hands on what was written so far. The writer keeps everything until it is told; a report may have tens of thousands of results.</summary>
    public static void HandOn(this Utf8JsonWriter json)
    {
        if (json.BytesPending > MostPending)
        {
            json.Flush();
        }
    }

    /// <summary>Writes a property that is an array of objects.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> writeProperties)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            writeProperties(json, item);
            json.WriteEndObject();
            json.HandOn();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a property that is an array of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Write(TextWriter output, bool indented, JavaScriptEncoder encoder, Action<Utf8JsonWriter> body)
    {
        using var stream = new Utf8TextStream(output);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented, IndentSize = 2, NewLine = "\n", Encoder = encoder });
        body(json);
    }
}
