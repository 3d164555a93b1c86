using System.Xml;
using Microsoft.CodeAnalysis.Text;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>
/// New properties in the file of a project. The XML is read for the place only: written anew it would lose blanks and line ends that belong to the user.
/// </summary>
internal static class ProjectProperties
{
    private const string Group = "PropertyGroup";

    /// <summary>
    /// The change that sets a property in the first group without a condition, or in a new one; null where the file speaks of the property already, on
    /// whatever condition, or is no XML.
    /// </summary>
    public static TextChange? Set(SourceText text, string name, string value)
    {
        if (FindEnd(text, name) is not { } end)
        {
            return null;
        }

        var layout = new Layout(text);
        string indent = layout.IndentAt(end.Position) + layout.Step, property = "<" + name + ">" + value + "</" + name + ">";
        string[] lines = end.IsGroup ? [property] : ["<" + Group + ">", layout.Step + property, "</" + Group + ">"];
        return layout.IsFirstOnLine(end.Position)
            ? new TextChange(new TextSpan(layout.LineStart(end.Position), 0), string.Concat(lines.Select(line => indent + line + layout.LineBreak)))
            : new TextChange(new TextSpan(end.Position, 0), string.Concat(lines.Select(line => line.Trim())));
    }

    /// <summary>Where the element ends that the property goes into: the first group without a condition, else the project.</summary>
    private static (int Position, bool IsGroup)? FindEnd(SourceText text, string name)
    {
        using var reader = XmlReader.Create(new StringReader(text.ToString()), new XmlReaderSettings { XmlResolver = null });
        int? group = null, project = null;
        bool isConditional = false;
        try
        {
            while (reader.Read())
            {
                bool isGroup = reader.Depth == 1 && reader.LocalName == Group;
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == name)
                {
                    return null;
                }
                else if (reader.NodeType == XmlNodeType.Element && isGroup)
                {
                    isConditional = reader.GetAttribute("Condition") is not null;
                }
                else if (reader.NodeType == XmlNodeType.EndElement && isGroup && !isConditional)
                {
                    group ??= EndTag(text, reader);
                }
                else if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == 0)
                {
                    project = EndTag(text, reader);
                }
            }
        }
        catch (XmlException)
        {
            return null;
        }

        return group is { } inGroup ? (inGroup, true) : project is { } inProject ? (inProject, false) : null;
    }

    /// <summary>Where the end tag stands that a reader is at, or null where the two count lines differently.</summary>
    private static int? EndTag(SourceText text, XmlReader reader)
    {
        const string Opening = "</";
        var place = (IXmlLineInfo)reader;
        if (place.LineNumber > text.Lines.Count)
        {
            return null;
        }

        TextLine line = text.Lines[place.LineNumber - 1];
        int start = place.LinePosition - 1 - Opening.Length;
        return string.CompareOrdinal(line.ToString(), start, Opening + reader.Name, 0, Opening.Length + reader.Name.Length) == 0 ? line.Start + start : null;
    }
}
