namespace SecretGuard.References.Helm;

/// <summary>A part of a template.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last; of a block, of its first action.</param>
/// <param name="Action">What stands between the signs, without the marks that trim blanks; null for text.</param>
/// <param name="Body">What a block has within, in its branches; null for what is no block.</param>
internal sealed record TemplateNode(int Start, int End, string? Action, List<TemplateNode>? Body)
{
    private const string Opens = "{{";
    private const string Closes = "}}";
    private const int DeepestBlock = 32;

    private static readonly string[] Blocks = ["if", "range", "with", "define", "block"];

    /// <summary>The word that a block begins with, or an empty text.</summary>
    public string Keyword => Body is null || Action is null ? "" : FirstWord(Action);

    /// <summary>The parts of a template; null where its blocks are not as the language of templates has them.</summary>
    public static List<TemplateNode>? Parse(string text)
    {
        var open = new Stack<List<TemplateNode>>([[]]);
        for (int at = 0; at < text.Length;)
        {
            int start = text.IndexOf(Opens, at, StringComparison.Ordinal);
            if (start != at)
            {
                open.Peek().Add(new TemplateNode(at, start < 0 ? text.Length : start, null, null));
                at = start < 0 ? text.Length : start;
                continue;
            }

            int end = EndOf(text, start);
            if (end < 0)
            {
                return null;
            }

            string action = text[(start + Opens.Length)..(end - Closes.Length)].TrimStart('-').TrimEnd('-').Trim();
            at = end;
            if (!TryAdd(open, start, end, action))
            {
                return null;
            }
        }

        return open.Count == 1 ? open.Pop() : null;
    }

    private static bool TryAdd(Stack<List<TemplateNode>> open, int start, int end, string action)
    {
        string word = FirstWord(action);
        if (word == "end")
        {
            open.Pop();
            return open.Count > 0;
        }

        bool isBlock = Array.IndexOf(Blocks, word) >= 0;
        var node = new TemplateNode(start, end, action, isBlock ? [] : null);
        open.Peek().Add(node);
        if (isBlock)
        {
            open.Push(node.Body!);
        }

        return open.Count <= DeepestBlock;
    }

    /// <summary>Behind the signs that close an action: those in its strings and comments are none.</summary>
    private static int EndOf(string text, int start)
    {
        if (text.AsSpan(start + Opens.Length).TrimStart("- ").StartsWith("/*", StringComparison.Ordinal))
        {
            int comment = text.IndexOf("*/", start, StringComparison.Ordinal), close = comment < 0 ? -1 : text.IndexOf(Closes, comment, StringComparison.Ordinal);
            return close < 0 ? -1 : close + Closes.Length;
        }

        char quote = '\0';
        for (int i = start + Opens.Length; i < text.Length; i++)
        {
            if (quote != '\0')
            {
                i += text[i] == '\\' && quote == '"' ? 1 : 0;
                quote = i < text.Length && text[i] == quote ? '\0' : quote;
            }
            else if (text[i] is '"' or '`')
            {
                quote = text[i];
            }
            else if (text[i] == '}' && string.CompareOrdinal(text, i, Closes, 0, Closes.Length) == 0)
            {
                return i + Closes.Length;
            }
        }

        return -1;
    }

    private static string FirstWord(string action) => action.IndexOfAny([' ', '\t', '\r', '\n', '(']) is var end and >= 0 ? action[..end] : action;
}
