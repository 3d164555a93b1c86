using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Tasks.Projects;
using SecretGuard.Tasks.Scanning;
using SecretGuard.Text;

namespace SecretGuard.Tasks.Compilers;

/// <summary>The SARIF 2.1 file that the compiler writes (<c>ErrorLog</c>): the only way by which an analyzer's records reach the build.</summary>
internal static class CompilerLog
{
    /// <summary>The references in it.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="root">The folder that paths are made relative to.</param>
    /// <param name="consumer">Who refers.</param>
    /// <returns>Null where the analyzer did not run: then an empty list would be a lie.</returns>
    /// <exception cref="FormatException">It is no JSON.</exception>
    public static IReadOnlyList<InventoryRecord>? References(string text, string root, string consumer)
    {
        JsonValue log = JsonValue.Parse(text);
        string folder = FilePaths.AsFolder(root);
        return log["runs"].Items.SelectMany(run => run["tool"]["driver"]["rules"].Items).Any(rule => rule["id"].Text == DiagnosticIds.SecretReference)
            ? [.. log["runs"].Items.SelectMany(run => run["results"].Items).Where(result => result["ruleId"].Text == DiagnosticIds.SecretReference).Select(result => Record(result, folder, consumer)).OfType<InventoryRecord>()]
            : null;
    }

    /// <summary>What analyzers of this package found, less what is suppressed: secrets, and what the lock says of references.</summary>
    /// <exception cref="FormatException">It is no JSON.</exception>
    public static IReadOnlyList<Remark> Findings(string text) =>
        [.. JsonValue.Parse(text)["runs"].Items.SelectMany(run => run["results"].Items)
            .Where(result => result["ruleId"].Text is { } id && IsFinding(id) && result["suppressions"].Items.Count == 0).Select(Finding)];

    /// <summary>The other ids are records and suggestions, or are told as remarks about the tool's own inputs.</summary>
    private static bool IsFinding(string id) => id.StartsWith(DiagnosticIds.SecretPrefix, StringComparison.Ordinal) || id == DiagnosticIds.UnusableReference;

    private static Remark Finding(JsonValue result)
    {
        JsonValue properties = result["properties"]["customProperties"];
        Severity severity = Enum.TryParse(properties["severity"].Text, out Severity said) ? said : Severity.Medium;
        return new Remark(result["ruleId"].Text!, severity, result["message"]["text"].Text ?? "", PlaceOf(result, FullPathOf)) { Rule = properties["rule"].Text ?? "" };
    }

    private static InventoryRecord? Record(JsonValue result, string folder, string consumer)
    {
        JsonValue properties = result["properties"]["customProperties"];
        return ReferenceProperties.Read(name => properties[name].Text) is { } reference
            ? new InventoryRecord(reference, PlaceOf(result, uri => PathOf(uri, folder)), consumer)
            : null;
    }

    private static Location PlaceOf(JsonValue result, Func<string, string> path)
    {
        JsonValue place = result["locations"].Items is { Count: > 0 } locations ? locations[0]["physicalLocation"] : result["locations"];
        JsonValue region = place["region"];
        return new Location(path(place["artifactLocation"]["uri"].Text ?? ""), region["startLine"].Number, region["startColumn"].Number, region["endLine"].Number, region["endColumn"].Number);
    }

    private static string FullPathOf(string uri) => Uri.TryCreate(uri, UriKind.Absolute, out Uri? absolute) && absolute.IsFile ? absolute.LocalPath : Uri.UnescapeDataString(uri);

    private static string PathOf(string uri, string folder)
    {
        string path = FullPathOf(uri);
        return FilePaths.WithSlashes(path.StartsWith(folder, FilePaths.Comparison) ? path.Substring(folder.Length) : path);
    }
}
