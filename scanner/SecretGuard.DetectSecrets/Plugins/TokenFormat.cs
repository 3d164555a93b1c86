using System.Buffers;
using System.Text.RegularExpressions;

namespace SecretGuard.DetectSecrets.Plugins;

/// <summary>
/// One format of a <see cref="PatternPlugin"/>. Its groups say what is taken: <c>hash</c> is hashed and <c>value</c> is the secret; without
/// them both are the whole match.
/// </summary>
/// <param name="hints">Literals, separated by <c>|</c>, of which one stands in every match: the expression is only made where a file has one.</param>
/// <param name="expression">Runs in linear time.</param>
/// <param name="ignoreCase">Whether upper and lower case are the same, for the hints too.</param>
internal sealed class TokenFormat(string hints, string expression, bool ignoreCase = false)
{
    /// <summary>The characters of URL-safe Base64.</summary>
    public static readonly SearchValues<char> UrlSafe = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    // Linear time needs no limit; one that a busy machine could hit would make findings a matter of luck.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly SearchValues<string> _hints = SearchValues.Create(hints.Split('|'), ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private readonly Lazy<Regex> _regex = new(() =>
        new Regex(expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None), Limit));

    /// <summary>Letters, digits, hyphens and underscores that stand together in every match; 0 where nothing is known.</summary>
    public int Run { get; init; }

    /// <summary>Whether a match may stand in a text.</summary>
    public bool MayMatch(string text) => text.AsSpan().ContainsAny(_hints) && (Run == 0 || HasRun(text));

    /// <summary>Adds what it takes from a line.</summary>
    public void Find(string line, List<Capture> found)
    {
        if (!MayMatch(line))
        {
            return;
        }

        Regex regex = _regex.Value;
        bool hasHash = regex.GroupNumberFromName("hash") >= 0;
        for (Match match = regex.Match(line); match.Success; match = match.NextMatch())
        {
            string value = match.Groups["value"] is { Success: true } whole ? whole.Value : match.Value;
            string hashed = hasHash ? match.Groups["hash"].Value : value;

            // An optional group that took nothing is no secret to the original.
            if (hashed.Length > 0)
            {
                found.Add(new Capture(hashed, value));
            }
        }
    }

    private bool HasRun(ReadOnlySpan<char> text)
    {
        while (text.Length >= Run)
        {
            int length = text.IndexOfAnyExcept(UrlSafe);
            if (length < 0 || length >= Run)
            {
                return true;
            }

            text = text[(length + 1)..];
        }

        return false;
    }
}
