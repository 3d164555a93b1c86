using System.Text.RegularExpressions;

namespace SecretGuard.References.GitHub;

/// <summary>A secret in an expression of GitHub.</summary>
/// <param name="Name">Its name; <c>*</c> where all are meant, or one that is not known.</param>
/// <param name="Start">Where the name begins, in the text that holds the expression.</param>
/// <param name="Length">How long what stands there is.</param>
/// <param name="IsOptional">True where something else is taken in its place, else null: what is missing is empty, and no error.</param>
internal sealed record SecretExpression(string Name, int Start, int Length, bool? IsOptional)
{
    private const string Opens = "${{";
    private const string Closes = "}}";
    private const string BuiltIn = "GITHUB_TOKEN";

    private static readonly Regex Secret = new(
        """(?:^|[^\w.'-])(?<all>secrets)(?:\s*\.\s*(?<name>[A-Za-z_][\w-]*)|\s*\[\s*'(?<name>[^']+)'\s*\]|\s*\.\s*\*|\s*\[[^\]']*\]?)?(?<or>\s*\|\|)?""",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    /// <summary>Whether GitHub makes this one itself.</summary>
    public static bool IsBuiltIn(string name) => string.Equals(name, BuiltIn, StringComparison.OrdinalIgnoreCase);

    /// <summary>The whole expression with its braces; null where more stands in it than this secret.</summary>
    /// <param name="text">The text that holds it.</param>
    public Range? Whole(string text)
    {
        int open = text.LastIndexOf(Opens, Start, StringComparison.Ordinal), close = text.IndexOf(Closes, Start, StringComparison.Ordinal);
        return open >= 0 && close >= 0 && text[(open + Opens.Length)..close].Trim() == $"secrets.{Name}" ? open..(close + Closes.Length) : null;
    }

    /// <summary>The secrets of all expressions in a text, the built-in one left out.</summary>
    public static IEnumerable<SecretExpression> In(string text)
    {
        for (int start = text.IndexOf(Opens, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Opens, start, StringComparison.Ordinal))
        {
            start += Opens.Length;
            int end = text.IndexOf(Closes, start, StringComparison.Ordinal) is var close and >= 0 ? close : text.Length;
            foreach (Match match in Secret.Matches(text[start..end]))
            {
                Group name = match.Groups["name"], at = name.Success ? name : match.Groups["all"];
                if (!IsBuiltIn(name.Value))
                {
                    yield return new SecretExpression(name.Success ? name.Value : "*", start + at.Index, at.Length, match.Groups["or"].Success ? true : null);
                }
            }

            start = end;
        }
    }
}
