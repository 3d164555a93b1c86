namespace SecretGuard.References.Shell;

/// <summary>How a POSIX shell reads a place of a script: whether a variable is filled in there.</summary>
internal enum ShellQuoting
{
    /// <summary>It is not, or that is not certain: single quotes, a comment, a text behind <c>&lt;&lt;</c>, an old substitution.</summary>
    Literal,

    /// <summary>It is, and what it holds is split into words.</summary>
    Plain,

    /// <summary>It is, as a part of one word.</summary>
    Double,
}

/// <summary>Follows the quotes of a script up to a place.</summary>
internal static class ShellQuotes
{
    /// <summary>How the character at an index is read.</summary>
    public static ShellQuoting At(string script, int index)
    {
        var open = new Stack<char>();
        int at = 0;
        while (at < index)
        {
            char c = script[at];
            bool isQuoted = open.TryPeek(out char top) && top == '"';
            if (c == '`' || (!isQuoted && c == '<' && string.CompareOrdinal(script, at, "<<", 0, 2) == 0))
            {
                return ShellQuoting.Literal;
            }

            at = string.CompareOrdinal(script, at, "${{", 0, 3) == 0 ? Behind(script, at, "}}") // an expression of GitHub
                : c == '\\' ? at + 2
                : !isQuoted && c == '\'' ? Behind(script, at + 1, "'")
                : !isQuoted && c == '#' && (at == 0 || char.IsWhiteSpace(script[at - 1])) ? Behind(script, at, "\n")
                : at + 1;
            Follow(open, c, isQuoted);
        }

        return at > index ? ShellQuoting.Literal : open.TryPeek(out char last) && last == '"' ? ShellQuoting.Double : ShellQuoting.Plain;
    }

    private static void Follow(Stack<char> open, char c, bool isQuoted)
    {
        if (c == '(')
        {
            open.Push(c); // brackets within quotes are those of a substitution, or balanced as a rule
        }
        else if (c == '"' && !isQuoted)
        {
            open.Push(c);
        }
        else if ((c == '"' && isQuoted) || (c == ')' && open.TryPeek(out char top) && top == '('))
        {
            open.Pop();
        }
    }

    private static int Behind(string text, int from, string end) => text.IndexOf(end, from, StringComparison.Ordinal) is var found and >= 0 ? found + end.Length : text.Length + 1;
}
