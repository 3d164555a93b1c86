using SecretGuard.TestKit;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SecretGuard.Tasks.Tests;

/// <summary>A warning or an error of a build.</summary>
/// <param name="File">Relative to the consumers' folder.</param>
internal sealed record Told(string File, int Line, string Level, string Id, string Project)
{
    /// <summary><c>Plain/Program.cs:1 SG1001</c>.</summary>
    public string Place => $"{File}:{Line} {Id}";
}

/// <summary>What a build printed.</summary>
internal sealed partial class BuildLog(Tool run, string root, string details)
{
    public int ExitCode => run.ExitCode;

    /// <summary>All that was printed, and the detailed log.</summary>
    public string Text => run.All + details;

    /// <summary>Every message of a compiler's form, as often as it was told.</summary>
    public IReadOnlyList<Told> All { get; } =
    [
        .. Messages().Matches(run.All).Select(match => new Told(
            Relative(match.Groups["file"].Value.Trim(), root),
            int.TryParse(match.Groups["line"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int line) ? line : 0,
            match.Groups["level"].Value,
            match.Groups["id"].Value,
            Path.GetFileNameWithoutExtension(match.Groups["project"].Value))),
    ];

    /// <summary>Files that the task read, over all projects.</summary>
    public int FilesRead => FilesReadMessages().Matches(details).Sum(match => int.Parse(match.Groups["read"].Value, CultureInfo.InvariantCulture));

    /// <summary>What was told of one project, sorted.</summary>
    public IEnumerable<string> Of(string project, string level = "") =>
        All.Where(told => told.Project == project && (level.Length == 0 || told.Level == level)).Select(told => told.Place).Order(StringComparer.Ordinal);

    private static string Relative(string path, string root) => (path.StartsWith(root, StringComparison.Ordinal) ? path[(root.Length + 1)..] : path).Replace('\\', '/');

    [GeneratedRegex(@"^\s*(?<file>[^\r\n]*?)(?:\((?<line>\d+)[\d,]*\))? ?: (?<level>warning|error) (?<id>[A-Z]+\d+): [^\r\n]* \[(?<project>[^\]\r\n]*?)(?:::[^\]\r\n]*)?\]\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Messages();

    [GeneratedRegex(@"SecretGuard: (?<read>\d+) files read", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex FilesReadMessages();
}
