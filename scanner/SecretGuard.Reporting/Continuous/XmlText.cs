using System.Text;
using System.Xml;

namespace SecretGuard.Reporting;

/// <summary>XML documents of any text: what XML cannot hold is replaced.</summary>
internal static class XmlText
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, IndentChars = "  ", NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize, OmitXmlDeclaration = true };

    public static void WriteDocument(TextWriter output, Action<XmlWriter> write)
    {
        // A text writer claims its own encoding in the declaration; reports are UTF-8 whatever string they pass through.
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(output, Settings))
        {
            write(xml);
        }

        output.Write('\n');
    }

    /// <summary>Writes an attribute.</summary>
    public static void WriteText(this XmlWriter xml, string attribute, string value) => xml.WriteAttributeString(attribute, Clean(value));

    /// <summary>XML 1.0 has no way to write most control characters, nor half a surrogate pair.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool allowed = rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not (0xFFFE or 0xFFFF));
            clean.Append(allowed ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }
}
