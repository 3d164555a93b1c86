using System.Text.Json;
using SecretGuard.Rules;

namespace SecretGuard.Reporting;

/// <summary>Reads a report back: SecretGuard's own JSON without loss, and its SARIF, of the command line or of a build, as far as that format tells.</summary>
/// <param name="known">The rules that give a kind its title where a report only names it.</param>
public sealed class ReportReader(IReadOnlyList<Rule> known)
{
    /// <summary>Whether a text begins like one of these reports, for whoever looks for them among other files.</summary>
    public static bool MayBeReport(string start) =>
        start.Contains($"\"{ReportJson.Schema}\"", StringComparison.Ordinal) || (start.Contains("\"SecretGuard\"", StringComparison.Ordinal) && start.Contains("\"runs\"", StringComparison.Ordinal));

    /// <summary>The report that a text holds.</summary>
    /// <exception cref="FormatException">It is cut off, or no report of SecretGuard. The message ends without a full stop and quotes nothing.</exception>
    public Report Read(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            return root.Text("schema") == ReportJson.Schema ? ReportJsonReader.Read(root)
                : SarifReader.Run(root) is { } run ? new SarifReader(known).Read(run)
                : throw new FormatException($"it is neither JSON ({ReportJson.Schema}) nor SARIF of SecretGuard");
        }
        catch (JsonException error)
        {
            throw new FormatException($"it is no JSON, or only a part of it (line {error.LineNumber + 1})", error);
        }
    }
}
