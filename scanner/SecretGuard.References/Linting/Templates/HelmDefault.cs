using System.Text.RegularExpressions;
using SecretGuard.Findings;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Linting.Templates;

/// <summary>A default in a template of Helm: <c>.Values.db.password | default "word"</c>, also with the default before the name.</summary>
/// <param name="Name">The setting, below <c>.Values</c>.</param>
/// <param name="Value">The default.</param>
/// <param name="Location">Where the name stands.</param>
internal sealed record HelmDefault(string Name, string Value, Location Location)
{
    private static readonly Regex Piped = new("""\.Values\.(?<name>[\w.]+)\)?[ \t]*\|[ \t]*default[ \t]+["`](?<value>[^"`\r\n]+)["`]""", RegexOptions.NonBacktracking);
    private static readonly Regex Called = new("""\bdefault[ \t]+["`](?<value>[^"`\r\n]+)["`][ \t]+\(?\$?\.Values\.(?<name>[\w.]+)""", RegexOptions.NonBacktracking);

    /// <summary>Those of a text.</summary>
    public static IEnumerable<HelmDefault> In(SourceText source) =>
        !(source.IsYaml || source.HasEnd(".tpl", ".txt")) || !source.Text.Contains(".Values.", StringComparison.Ordinal) || !source.Text.Contains("default", StringComparison.Ordinal)
            ? []
            : Piped.Matches(source.Text).Concat(Called.Matches(source.Text)).Where(match => !source.Line(source.LinesBefore(match.Index) + 1).TrimStart().StartsWith("#")).Select(match => new HelmDefault(match.Groups["name"].Value, match.Groups["value"].Value, source.At(match.Groups["name"].Index, match.Groups["name"].Length)));
}
