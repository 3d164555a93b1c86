using System.Text.Json;

namespace SecretGuard.Reporting;

/// <summary>
/// What a command tells that looks for no secrets: text for people, and one JSON document. It is no <see cref="Report"/>, whose other
/// formats say where something was found.
/// </summary>
public abstract class Document
{
    private const string Text = "text";
    private const string Json = "json";

    /// <summary>The names that <c>--format</c> takes for documents, in the order in which help lists them.</summary>
    public static IReadOnlyList<string> Formats { get; } = [Text, Json];

    /// <summary>The format of a page that needs no other file, for documents that have one.</summary>
    private protected const string Html = "html";

    /// <summary>The format of job summaries and comments, for documents that have it.</summary>
    private protected const string Markdown = "markdown";

    /// <summary>Version of the tool.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The command that tells it, such as <c>rules-list</c>.</summary>
    private protected abstract string Command { get; }

    /// <summary>Name and version of the JSON format; properties are only ever added, and a change that a reader can stumble over gets the next number.</summary>
    private protected abstract string Schema { get; }

    /// <summary>Writes the whole document in one of <see cref="Formats"/>, or in one that only this kind has. The writer's encoding is UTF-8; line ends are the writer's or <c>\n</c>.</summary>
    public void Write(string format, TextWriter output)
    {
        switch (format)
        {
            case Text:
                WriteText(output);
                break;
            case Json:
                WriteJson(output);
                break;
            default:
                (MoreFormats.TryGetValue(format, out Action<TextWriter>? write) ? write : throw new ArgumentOutOfRangeException(nameof(format), format, null))(output);
                break;
        }
    }

    /// <summary>The formats that only this kind of document has, by name.</summary>
    private protected virtual IReadOnlyDictionary<string, Action<TextWriter>> MoreFormats => new Dictionary<string, Action<TextWriter>>(StringComparer.Ordinal);

    private protected abstract void WriteText(TextWriter output);

    /// <summary>Writes the properties that follow the head.</summary>
    private protected abstract void WriteProperties(Utf8JsonWriter json);

    private void WriteJson(TextWriter output) => JsonText.WriteDocument(output, json =>
    {
        json.WriteStartObject();
        ReportJson.WriteHead(json, Schema, ToolVersion, Command);
        WriteProperties(json);
        json.WriteEndObject();
    });
}
