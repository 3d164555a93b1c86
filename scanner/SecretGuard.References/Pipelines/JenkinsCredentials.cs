using System.Text.RegularExpressions;

namespace SecretGuard.References.Pipelines;

/// <summary>A secret that a pipeline of Jenkins binds to a variable, and how far that holds.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Start">Where the block begins in which it holds.</param>
/// <param name="End">Where that ends.</param>
internal sealed record JenkinsCredentials(string Variable, int Start, int End)
{
    private const string Binding = "withCredentials";
    private const int Most = 200; // of each kind in one pipeline: every one looks for the ends of its block

    /// <summary>What <c>withCredentials</c> binds a value to; a file is bound by its path.</summary>
    private static readonly Regex Bound = new("""\b(?:(?:string|usernameColonPassword)\s*\([^()]*\bvariable|(?:password|secret|secretKey|token|clientSecret)Variable)\s*:\s*['"](?<name>[A-Za-z_]\w*)['"]""", RegexOptions.NonBacktracking);

    /// <summary>What <c>environment { }</c> does.</summary>
    private static readonly Regex Held = new(@"\b(?<name>[A-Za-z_]\w*)\s*=\s*credentials\s*\(", RegexOptions.NonBacktracking);

    /// <summary>Those of a pipeline.</summary>
    public static IEnumerable<JenkinsCredentials> In(string text)
    {
        foreach (Match match in Bound.Matches(text).Take(Most))
        {
            int with = text.LastIndexOf(Binding, match.Index, StringComparison.Ordinal), open = text.IndexOf('{', match.Index);
            yield return new JenkinsCredentials(match.Groups["name"].Value, with < 0 || open < 0 ? match.Index : open, open < 0 ? text.Length : Close(text, open));
        }

        foreach (Match match in Held.Matches(text).Take(Most))
        {
            // What stands in 'environment' holds in the block around that.
            int block = Open(text, Open(text, match.Index));
            foreach (string name in new[] { match.Groups["name"].Value, $"{match.Groups["name"].Value}_PSW" })
            {
                yield return new JenkinsCredentials(name, Math.Max(0, block), block < 0 ? text.Length : Close(text, block));
            }
        }
    }

    /// <summary>The brace that is open at a place; a negative number where none is.</summary>
    private static int Open(string text, int at)
    {
        int depth = 0;
        for (int i = Math.Min(at, text.Length) - 1; i >= 0; i--)
        {
            depth += text[i] switch { '}' => 1, '{' => -1, _ => 0 };
            if (depth < 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Behind the brace that closes one.</summary>
    private static int Close(string text, int open)
    {
        int depth = 0;
        for (int i = open; i < text.Length; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return text.Length;
    }
}
