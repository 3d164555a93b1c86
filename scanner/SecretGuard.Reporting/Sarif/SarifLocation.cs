using System.Text.Json;
using SecretGuard.Findings;

namespace SecretGuard.Reporting;

/// <summary>Locations, relative to the root of the scanned directory. Never with a snippet: viewers show the file itself.</summary>
internal static class SarifLocation
{
    /// <summary>The name of the scanned root that GitHub code scanning expects.</summary>
    public const string RootId = "%SRCROOT%";

    public static void Write(Utf8JsonWriter json, Location location)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", RelativeUri(location.Path));
        json.WriteString("uriBaseId", RootId);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", location.StartLine);
        json.WriteNumber("startColumn", location.StartColumn);
        json.WriteNumber("endLine", location.EndLine);
        json.WriteNumber("endColumn", location.EndColumn);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A path as a relative URI reference: every segment percent-encoded, also a colon, which would begin a scheme.</summary>
    public static string RelativeUri(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
