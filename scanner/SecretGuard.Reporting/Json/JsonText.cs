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

    /// <summary>Writes one document on one line, without a line end. <paramref name="encoder"/> null: for a file that only JSON parsers read.</summary>
    public static void WriteLine(TextWriter output, Action<Utf8JsonWriter> body, JavaScriptEncoder? encoder = null) =>
        Write(output, indented: false, encoder ?? JavaScriptEncoder.UnsafeRelaxedJsonEscaping, body);

    /// <summary>Hands on what was written so far. The writer keeps everything until it is told; a report may have tens of thousands of results.</summary>
    public static void HandOn(this Utf8JsonWriter json)
    {
        if (json.BytesPending > MostPending)
        {
            json.Flush();
        }
    }

    private static void Write(TextWriter output, bool indented, JavaScriptEncoder encoder, Action<Utf8JsonWriter> body)
    {
        using var stream = new Utf8TextStream(output);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented, IndentSize = 2, NewLine = "\n", Encoder = encoder });
        body(json);
    }
}
