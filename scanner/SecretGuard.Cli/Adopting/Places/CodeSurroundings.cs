using SecretGuard.References.CSharp.Lexing;

namespace SecretGuard.Cli.Adopting.Places;

/// <summary>What stands around a literal of C#, as far as tokens show it.</summary>
/// <param name="text">The file.</param>
/// <param name="tokens">Its tokens, without comments.</param>
/// <param name="literal">The literal.</param>
/// <param name="importsSystem">Whether the project imports the namespace System into every file.</param>
internal sealed class CodeSurroundings(string text, CodeToken[] tokens, CodeToken literal, bool importsSystem)
{
    private static readonly string[] LookUps = ["GetValue", "GetValueOrDefault", "GetOrDefault", "TryGetValue"];

    private readonly int _at = Array.IndexOf(tokens, literal);

    /// <summary>The token some places away, as it is written; empty behind an end.</summary>
    public string Token(int offset) => _at + offset >= 0 && _at + offset < tokens.Length ? Written(_at + offset) : "";

    /// <summary>The same, of strings only that they are some: they may hold secrets.</summary>
    public string At(int offset) => Token(offset) is { Length: > 0 } token && tokens[_at + offset].Kind is not (CodeTokenKind.Text or CodeTokenKind.Interpolated) ? token : "";

    /// <summary>Whether a constant must stand here: in a <c>const</c>, an attribute, a default value, a case, a pattern.</summary>
    public bool IsConstant()
    {
        if (At(-1) is "case" or "is" or "or" or "and" or "not" || At(1) is "=>" or ":")
        {
            return true;
        }

        bool isFirst = true;
        foreach ((string opener, int from, int to) in Enclosing())
        {
            bool isDefault = opener == "(" && isFirst && At(-1) == "=" && to - from >= 3 && tokens[_at - 2].Kind == CodeTokenKind.Word && Written(_at - 3) is not ("(" or "," or ".");
            if (opener == "[" || isDefault || Range(from, to).Contains("const", StringComparer.Ordinal) || Range(from, to).FirstOrDefault() is "case")
            {
                return true;
            }

            isFirst = false;
        }

        return false;
    }

    /// <summary>Whether it is what a look-up gives where it finds nothing.</summary>
    public bool IsDefaultOfLookUp() => Call() is { } call && LookUps.Contains(Written(call), StringComparer.Ordinal);

    /// <summary>Whether the colon before it stands behind the name of an argument.</summary>
    public bool IsNamedArgument() => Enclosing().FirstOrDefault().Opener == "(" && Token(-3) is "(" or "," && _at > 1 && tokens[_at - 2].Kind == CodeTokenKind.Word;

    /// <summary>What it is bound to: a variable, a member, a key; null where nothing says that.</summary>
    public string? Name()
    {
        int bound = At(-1) is "=" or ":" or "=>" ? _at - 2 : -1;
        if (bound >= 0 && Written(bound) == "]")
        {
            return KeyAt(bound - 1);
        }

        // string Password { get; set; } = "…"
        while (bound > 0 && Written(bound) == "}")
        {
            bound = Array.FindLastIndex(tokens, bound, token => text[token.Start] == '{') - 1;
        }

        return bound >= 0 && tokens[bound].Kind == CodeTokenKind.Word ? Written(bound).TrimStart('@', '_')
            : At(-1) == "," ? KeyAt(_at - 2) : null;
    }

    /// <summary>A type of the namespace System, by its short name where nothing shows that this means something else.</summary>
    public string Qualify(string type)
    {
        bool isImported = importsSystem || Enumerable.Range(0, Math.Max(0, tokens.Length - 2)).Any(i => Written(i) == "using" && Written(i + 1) == "System" && Written(i + 2) == ";");
        bool isOther = Enumerable.Range(0, tokens.Length).Any(i => Written(i) == type && (i + 1 >= tokens.Length || Written(i + 1) is not ("." or "(")) && (i == 0 || Written(i - 1) != "new"));
        return isImported && !isOther ? type : $"System.{type}";
    }

    /// <summary>A key that stands as a text: one that looks like a secret is none.</summary>
    private string? KeyAt(int at) => at >= 0 && tokens[at].Kind == CodeTokenKind.Text && CodeLiterals.ValueOf(Written(at)) is { Length: > 2 and < 60 } key
        && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':') && key.Any(char.IsAsciiLetter) && key.Count(char.IsAsciiDigit) < 3 ? key : null;

    /// <summary>The name of the call of whose arguments it is not the first.</summary>
    private int? Call()
    {
        (string opener, int from, _) = Enclosing().FirstOrDefault();
        if (opener != "(" || At(-1) != ",")
        {
            return null;
        }

        int name = from - 2;
        if (name >= 0 && Written(name) == ">")
        {
            name = Array.FindLastIndex(tokens, name, token => text[token.Start] == '<') - 1;
        }

        return name >= 0 ? name : null;
    }

    /// <summary>The brackets around it, from the inside, each with what stands in it before: from the bracket, or from the statement's first token, to where it was.</summary>
    private IEnumerable<(string Opener, int From, int To)> Enclosing()
    {
        int depth = 0, to = _at;
        for (int i = _at - 1; i >= 0; i--)
        {
            string token = tokens[i].Kind == CodeTokenKind.Sign ? Written(i) : "";
            if (depth == 0 && token is ";" or "{" or "}")
            {
                yield return (token, i + 1, to);
                yield break;
            }

            depth += token is ")" or "]" or "}" ? 1 : token is "(" or "[" or "{" ? -1 : 0;
            if (depth < 0)
            {
                yield return (token, i + 1, to);
                (depth, to) = (0, i);
            }
        }

        yield return ("", 0, to);
    }

    private IEnumerable<string> Range(int from, int to) => Enumerable.Range(from, to - from).Select(Written);

    private string Written(int at) => text[tokens[at].Start..tokens[at].End];
}
