namespace SecretGuard.CSharp.Facts;

/// <summary>XML that stands in code as a text: its elements have names that no C# explains.</summary>
internal static class EmbeddedMarkup
{
    /// <summary>What a file of it would be called.</summary>
    public const string Name = "document.xml";

    private const int Least = 20;

    /// <summary>Whether the text is a document, or a piece of one.</summary>
    public static bool Is(string text) => text.Length >= Least && text.TrimStart() is { Length: > 0 } begun && begun[0] == '<' && text.IndexOf("</", StringComparison.Ordinal) > 0;
}
