using System.Globalization;
using System.Text.Json;

namespace SecretGuard.Reporting;

/// <summary>The two stores that a document is about.</summary>
/// <param name="From">The name of the first, as the user typed it.</param>
/// <param name="To">The name of the second.</param>
public sealed record ComparedStores(string From, string To)
{
    /// <summary>Where the first is, for people.</summary>
    public string FromAddress { get; init; } = "";

    /// <summary>Where the second is.</summary>
    public string ToAddress { get; init; } = "";

    /// <summary>The environment; empty where none is declared.</summary>
    public string Environment { get; init; } = "";

    /// <summary>What deserves to be known besides, for people.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    internal void WriteText(TextWriter output)
    {
        output.WriteLine($"from {VisibleText.Of(From)} ({VisibleText.Of(FromAddress)}) to {VisibleText.Of(To)} ({VisibleText.Of(ToAddress)}){(Environment.Length == 0 ? "" : $", environment {VisibleText.Of(Environment)}")}");
        foreach (string notice in Notices)
        {
            output.WriteLine($"  note: {VisibleText.Of(notice)}");
        }
    }

    internal void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteString("environment", Environment);
        foreach ((string side, string name, string address) in new[] { ("from", From, FromAddress), ("to", To, ToAddress) })
        {
            json.WriteStartObject(side);
            json.WriteString("store", name);
            json.WriteString("address", address);
            json.WriteEndObject();
        }

        json.WriteTexts("notices", Notices);
    }

    /// <summary><c>GHCR_TOKEN → ghcr-token</c>; one name where both stores have the same, or only one has any.</summary>
    internal static string Names(string from, string to) => VisibleText.Of(from == to || to.Length == 0 ? from : from.Length == 0 ? to : $"{from} → {to}");

    internal static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is { Length: > 0 })
        {
            json.WriteString(name, text);
        }
    }

    internal static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time) => WriteText(json, name, time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
