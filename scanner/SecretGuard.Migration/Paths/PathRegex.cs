namespace SecretGuard.Migration;

/// <summary>
/// Turns a regular expression that other tools search for in paths into globs that match the same paths. What a glob cannot say exactly is
/// refused: a pattern that leaves out more than the old one would hide secrets. Dots that nobody escaped stay any character, but no <c>/</c>.
/// </summary>
public static class PathRegex
{
    private const int MostGlobs = 32;

    /// <summary>Beginnings that mean "at the root, or in any folder".</summary>
    private static readonly string[] AnyFolder = ["^(.*/)?", "^(?:.*/)?", "(^|/)", "(?:^|/)", "(^|.*/)", "(?:^|.*/)"];

    /// <summary>The globs; null where there are none.</summary>
    public static IReadOnlyList<string>? ToGlobs(string regex)
    {
        string source = regex.Trim().Replace("\\/", "/", StringComparison.Ordinal);

        // Over several lines, with blanks that do not count.
        source = source.StartsWith("(?x)", StringComparison.Ordinal) && !source.Contains('#', StringComparison.Ordinal) ? string.Concat(source[4..].Where(c => !char.IsWhiteSpace(c))) : source;
        bool ignoresCase = source.StartsWith("(?i)", StringComparison.Ordinal);
        source = ignoresCase ? source[4..] : source;
        try
        {
            List<string> globs = [.. SplitAlternatives(source).SelectMany(part => Globs(part, ignoresCase))];
            return globs.Count is > 0 and <= MostGlobs && globs.TrueForAll(IsSpecific) ? [.. globs.Distinct(StringComparer.Ordinal)] : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Globs(string source, bool ignoresCase)
    {
        string? idiom = Array.Find(AnyFolder, beginning => source.StartsWith(beginning, StringComparison.Ordinal));
        string rest = idiom is null ? source : source[idiom.Length..];
        bool inAnyFolder = idiom is not null;
        bool atRoot = idiom is null && rest.StartsWith('^');
        foreach (string body in new PathRegexReader(atRoot ? rest[1..] : rest, ignoresCase).Read())
        {
            string start = inAnyFolder ? "**/" : atRoot ? "/" : "**/*";
            string end = WithEnd(body);
            yield return Tidy(end.StartsWith("**/", StringComparison.Ordinal) ? end : end.StartsWith('*') && start.EndsWith('*') ? start + end.TrimStart('*') : start + end);
        }
    }

    /// <summary>A glob matches a path to its end, or a folder and all that is in it; an expression may stop anywhere.</summary>
    private static string WithEnd(string body) =>
        body.EndsWith(PathRegexReader.End) ? body[..^1]
        : body.EndsWith('/') ? body + "**"
        : body.EndsWith('*') ? body
        : body + "*";

    /// <summary>The same, as people write it.</summary>
    private static string Tidy(string glob)
    {
        string tidy = glob.EndsWith("/**/*", StringComparison.Ordinal) ? glob[..^2] : glob.EndsWith("/*", StringComparison.Ordinal) ? glob + "*" : glob;

        // Without a slash it holds in every folder anyway.
        return tidy.StartsWith("**/", StringComparison.Ordinal) && !tidy[3..].Contains('/', StringComparison.Ordinal) ? tidy[3..] : tidy;
    }

    /// <summary>Something must be left of a pattern; one that matches every file would switch everything off.</summary>
    private static bool IsSpecific(string glob) => glob.Any(c => c is not ('*' or '/' or '?'));

    /// <summary>Splits an expression at the bars that stand in no group and no class.</summary>
    internal static IEnumerable<string> SplitAlternatives(string source)
    {
        int depth = 0, start = 0;
        for (int i = 0; i < source.Length; i++)
        {
            switch (source[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    i = Math.Max(i, source.IndexOf(']', Math.Min(source.Length, i + 2)));
                    break;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case '|' when depth == 0:
                    yield return source[start..i];
                    start = i + 1;
                    break;
            }
        }

        yield return source[start..];
    }
}
