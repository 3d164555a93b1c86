using System.Text;

namespace SecretGuard.Reporting;

/// <summary>Text inside GitHub- or GitLab-flavoured Markdown, also inside a table's cell.</summary>
internal static class MarkdownText
{
    /// <summary>On one line and in monospace. An HTML element rather than backticks: inside those a pipe or a backtick cannot be escaped.</summary>
    public static string Code(string text) => $"<code>{Escape(text)}</code>";

    /// <summary>On one line, with nothing that formats, links or calls somebody.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (char c in VisibleText.Of(text))
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),

                // A comment after it, because escaped or not, these would call a person or link an issue.
                '@' or '#' => escaped.Append(c).Append("<!-- -->"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '$' or '!' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
