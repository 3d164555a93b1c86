namespace SecretGuard.Reporting;

/// <summary>Text inside HTML, in elements and in quoted attributes.</summary>
internal static class HtmlText
{
    /// <summary>On one line, with nothing that HTML, a browser or a reader's eye would take for something else.</summary>
    public static string Escape(string text) => VisibleText.Of(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    /// <summary>A path that may wrap after each segment.</summary>
    public static string Path(string path) => Escape(path).Replace("/", "/<wbr>", StringComparison.Ordinal);

    /// <summary>A link that opens, or the plain text where the address is not of the web: a rule's address may be a user's.</summary>
    public static string Link(string address, string text) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http"
            ? $"<a href=\"{Escape(address)}\" rel=\"noopener noreferrer\">{Escape(text)}</a>"
            : Escape(text);
}
