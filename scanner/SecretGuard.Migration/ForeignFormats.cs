using SecretGuard.Migration.Formats;
using SecretGuard.Text;

namespace SecretGuard.Migration;

/// <summary>Every kind of file that can be imported. What is surest comes first.</summary>
public static class ForeignFormats
{
    /// <summary>The tool whose baseline another part of this program reads.</summary>
    public const string DetectSecrets = "detect-secrets";

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<ForeignFormat> All { get; } =
    [
        new(DetectSecrets, "a baseline", text => JsonShape.IsObjectWith(text, "results", "plugins_used"), null),
        new("kingfisher", "a JSON report", KingfisherReport.Recognizes, KingfisherReport.Read),
        new("trufflehog", "a JSON report", TrufflehogReport.Recognizes, TrufflehogReport.Read),
        new("gitleaks", "a JSON report or baseline", GitleaksReport.Recognizes, GitleaksReport.Read),
        new("kingfisher", "a baseline", KingfisherBaseline.Recognizes, KingfisherBaseline.Read),
        new("kingfisher", "a configuration", KingfisherConfiguration.Recognizes, KingfisherConfiguration.Read),
        new("gitleaks", "an ignore list", GitleaksIgnore.Recognizes, GitleaksIgnore.Read),
        new("gitleaks", "a configuration", GitleaksConfiguration.Recognizes, GitleaksConfiguration.Read),
        new("trufflehog", "a list of excluded paths", TrufflehogExclusions.Recognizes, TrufflehogExclusions.Read),
    ];

    /// <summary>The tools that can be imported from.</summary>
    public static IReadOnlyList<string> Tools { get; } = [DetectSecrets, "gitleaks", "trufflehog", "kingfisher"];

    /// <summary>The kind of a file of one tool, found out by its content.</summary>
    /// <exception cref="ForeignFileException">It is of no kind that this tool writes; the message says of which it is, or which there are.</exception>
    public static ForeignFormat Find(string tool, ForeignText text)
    {
        if (All.FirstOrDefault(format => format.Tool == tool && format.Recognizes(text)) is { } found)
        {
            return found;
        }

        if (All.FirstOrDefault(format => format.Tool != tool && format.Name.Contains("list", StringComparison.Ordinal) is false && format.Recognizes(text)) is { } other)
        {
            throw new ForeignFileException($"'{text.Name}' is {other.Name} of {other.Tool}: secretguard import {other.Tool} {text.Name}");
        }

        if (JsonShape.HasRuns(text))
        {
            throw new ForeignFileException($"'{text.Name}' is SARIF, which says too little of a secret; let {tool} write JSON instead");
        }

        // What begins as JSON and is no whole document was most likely cut off: say where.
        JsonShape.ThrowIfCutOff(text);
        throw new ForeignFileException($"'{text.Name}' is no file of {tool} that is known here; it must be {string.Join(" or ", All.Where(format => format.Tool == tool).Select(format => format.Name))}");
    }

    /// <summary>The kind of a file that lies in a repository, or null. A list of paths can be anything, so it is only one where its name says so.</summary>
    public static ForeignFormat? Guess(ForeignText text) =>
        All.FirstOrDefault(format => (!format.Name.Contains("excluded", StringComparison.Ordinal) || text.Name.Contains("trufflehog", StringComparison.OrdinalIgnoreCase)) && format.Recognizes(text));

    /// <summary>A hint for a tool that is not known.</summary>
    public static string Hint(string tool) => NearestName.Hint(tool, Tools);
}
