using System.Text.RegularExpressions;
using SecretGuard.Findings;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Linting.Access;

/// <summary>A service account that something outside of the cluster trusts, as its tokens name it: <c>system:serviceaccount:shop:api</c>.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Name">The name.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record TrustedSubject(string Namespace, string Name, Location Location)
{
    private const string Sign = "system:serviceaccount:";
    private const int LongestOption = 100;

    /// <summary>Who runs a command, or is given a role in the cluster itself: nothing outside trusts it by that.</summary>
    private static readonly Regex Actor = new("(?:--(?:as|user)(?:=|\\s+)[\"']?|-to-user\\s+[^\\s]+\\s+)$", RegexOptions.NonBacktracking);

    private static readonly Regex Subject = new("system:serviceaccount:(?<space>[a-z0-9-]+):(?<name>[a-z0-9.-]+)(?<rest>[^\\s\"',]?)", RegexOptions.NonBacktracking);

    /// <summary>Those that a text names without anything that a template fills in.</summary>
    public static IEnumerable<TrustedSubject> In(SourceText source) => !source.Text.Contains(Sign, StringComparison.Ordinal) || source is { IsPart: false } && Markdown.MarkdownExtractor.IsDocument(source.Path) ? []
        : Subject.Matches(source.Text).Where(match => match.Groups["rest"].Length == 0 && !IsActor(source.Text.AsSpan(0, match.Index)))
            .Select(match => new TrustedSubject(match.Groups["space"].Value, match.Groups["name"].Value, source.At(match.Index, match.Length)));

    private static bool IsActor(ReadOnlySpan<char> before) => Actor.IsMatch(before[Math.Max(0, before.Length - LongestOption)..]);
}
