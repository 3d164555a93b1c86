namespace SecretGuard.CSharp.Facts;

/// <summary>XML that stands in code as a text: its elements have names that no C# explains. A piece of a page is for people, and tests expect many.</summary>
internal static class EmbeddedMarkup
{
    /// <summary>What a file of it would be called.</summary>
    public const string Name = "document.xml";

    private const int Least = 20;

    private static readonly HashSet<string> OfPages = new(StringComparer.OrdinalIgnoreCase)
    {
        "!DOCTYPE", "a", "body", "button", "div", "fieldset", "form", "head", "html", "input", "label", "li", "meta", "p", "script", "section", "select", "span", "style", "svg", "table", "td", "textarea", "tr", "ul",
    };

    /// <summary>Whether the text is a document, or a piece of one.</summary>
    public static bool Is(string text) => text.Length >= Least && text.IndexOf("</", StringComparison.Ordinal) > 0 && text.TrimStart() is { Length: > 1 } begun && begun[0] == '<' && !OfPages.Contains(FirstWord(begun));

    private static string FirstWord(string markup)
    {
        int end = markup.IndexOfAny([' ', '>', '/', '\r', '\n', '\t'], 1);
        return markup.Substring(1, Math.Max(end, 1) - 1);
    }
}
