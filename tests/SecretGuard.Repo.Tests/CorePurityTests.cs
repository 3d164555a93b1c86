using System.Text.RegularExpressions;

namespace SecretGuard.Repo.Tests;

/// <summary>Core is text in, findings out: no I/O, no clock, no network, no regular expression, no chance outside of example makers.</summary>
public sealed partial class CorePurityTests
{
    [Fact]
    public void Sources_NameNothingOfTheOutsideWorld()
    {
        string[] seen = [.. from path in Repository.Files(".cs", "scanner/SecretGuard.Core/")
                            from line in Repository.Text(path).Split('\n').Select((text, index) => (Text: text, Number: index + 1))
                            where Outside().IsMatch(WithoutComment(line.Text))
                            select $"{path}:{line.Number} {line.Text.Trim()}"];
        seen.ShouldBeEmpty("let the caller do it and hand the outcome in");
    }

    private static string WithoutComment(string line) => line.IndexOf("//", StringComparison.Ordinal) is var at and >= 0 ? line[..at] : line;

    // The table of calls that name secrets has a line about variables, which calls nothing.
    [GeneratedRegex(
        @"System\.(IO|Net|Diagnostics(?!\.CodeAnalysis)|Reflection)\b|RegularExpressions|\bRegex\b|\b(File|Directory|Console|Process|HttpClient|Socket|Thread|Stopwatch)\.[A-Z]|\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bEnvironment\.(?!NewLine|GetEnvironmentVariable name=)|\bTimeProvider\b|\bGuid\.NewGuid\b|new Random\(",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Outside();
}
