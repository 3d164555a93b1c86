using System.Text.RegularExpressions;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Pipelines;

/// <summary>Pipelines of Jenkins: the credentials that they name, and the scripts of their steps. What else Groovy does there is not known without running it.</summary>
internal sealed class JenkinsExtractor : IExtractor
{
    /// <summary>What runs the scripts, for who asks where their output goes.</summary>
    public const string Holder = "jenkins";

    private const string Script = "script:", Taken = "returnStdout: true";

    private static readonly Regex Credentials = new("""^[^\r\n/]*?(?:(?<variable>[A-Za-z_]\w*)\s*=\s*credentials\s*\(\s*|credentialsId\s*:\s*)(?:'(?<id>[^'$\r\n]+)'|"(?<id>[^"$\r\n]+)")""", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    /// <inheritdoc/>
    public string Name => Holder;

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => IsOne(source);

    /// <summary>Whether a text is such a pipeline, or Groovy in a document, and has a script.</summary>
    public static bool IsOne(SourceText source) => (source.FileName.StartsWith("Jenkinsfile", StringComparison.OrdinalIgnoreCase) || source.HasEnd(".jenkinsfile") || source.Language is "groovy" or "jenkinsfile" or "jenkins")
        && (source.Text.Contains("sh", StringComparison.Ordinal) || source.Text.Contains("redentials", StringComparison.Ordinal));

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found)
    {
        foreach (Match match in Credentials.Matches(source.Text))
        {
            Group id = match.Groups["id"], variable = match.Groups["variable"];
            found.Add(ReferenceOf.Secret(Holder, id.Value, variable.Success ? "credentials" : "credentialsId"), source.At(id.Index, id.Length), "", variable.Success ? ReferenceOf.SecretVariable(variable.Value, "credentials") : null);
        }

        JenkinsCredentials[] bound = [.. JenkinsCredentials.In(source.Text)];
        foreach ((int start, int end) in Scripts(source.Text, taken: false))
        {
            ExtractorCatalogue.Read(source.Range(start, end).As("bash", Holder, [.. bound.Where(one => one.Start < start && end < one.End).Select(one => one.Variable)]), found);
        }
    }

    /// <summary>What stands in the quotes of <c>sh '…'</c> and <c>sh(script: '…')</c>.</summary>
    /// <param name="text">The pipeline.</param>
    /// <param name="taken">Those too whose output the pipeline takes.</param>
    public static IEnumerable<(int Start, int End)> Scripts(string text, bool taken = true)
    {
        bool isScript = false;
        for (int at = 0; at < text.Length;)
        {
            if (text[at] is '\'' or '"')
            {
                (int start, int end, int next) = Quoted(text, at);
                if (isScript && end > start && (taken || !text.AsSpan(next, LineEnd(text, next) - next).Contains(Taken, StringComparison.Ordinal)))
                {
                    yield return (start, end);
                }

                (at, isScript) = (next, false);
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] is '/' or '*')
            {
                int end = text[at + 1] == '/' ? LineEnd(text, at) : text.IndexOf("*/", at + 2, StringComparison.Ordinal) is var close and >= 0 ? close + 2 : text.Length;
                at = end;
            }
            else if (char.IsAsciiLetter(text[at]))
            {
                int end = at;
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.'))
                {
                    end++;
                }

                // 'sh(returnStdout: true, script: …)' hands it on too.
                isScript = text.AsSpan(at, end - at) is "sh" ? taken || !text.AsSpan(end, LineEnd(text, end) - end).TrimStart(" (").StartsWith(Taken, StringComparison.Ordinal) : isScript && text.AsSpan(at).StartsWith(Script, StringComparison.Ordinal);
                at = end;
            }
            else
            {
                isScript &= text[at] is ' ' or '\t' or '\r' or '\n' or '(' or ':';
                at++;
            }
        }
    }

    /// <summary>Where the text of a string stands, and what is behind its quotes.</summary>
    private static (int Start, int End, int Next) Quoted(string text, int at)
    {
        string quotes = text.AsSpan(at).StartsWith(new string(text[at], 3), StringComparison.Ordinal) ? new string(text[at], 3) : text[at].ToString();
        int start = at + quotes.Length, end = start;
        while (end < text.Length && string.CompareOrdinal(text, end, quotes, 0, quotes.Length) != 0)
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        end = Math.Min(end, text.Length);
        return (start, end, Math.Min(text.Length, end + quotes.Length));
    }

    private static int LineEnd(string text, int at) => text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
}
