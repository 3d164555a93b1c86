using System.Text.RegularExpressions;
using SecretGuard.Migration;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Importing;

/// <summary>Holds a regular expression of another tool against the globs that were made of it, on the paths of the repository.</summary>
internal static class PatternCheck
{
    /// <summary>A path about which both differ, or null.</summary>
    public static string? Differs(PathPattern pattern, IReadOnlyList<string> paths)
    {
        if (!pattern.IsRegex || Compile(pattern.Source) is not { } regex)
        {
            return null;
        }

        var globs = new GlobList([.. pattern.Globs.Select(Glob.Parse)]);
        return paths.FirstOrDefault(path => regex.IsMatch(path) != globs.IsMatch(path));
    }

    private static Regex? Compile(string source)
    {
        try
        {
            return new Regex(source, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
