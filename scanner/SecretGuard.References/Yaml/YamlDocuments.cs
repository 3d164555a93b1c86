using System.Text.RegularExpressions;
using SecretGuard.Findings;
using SecretGuard.References.Markdown;
using SecretGuard.References.Sources;
using SecretGuard.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SecretGuard.References.Yaml;

/// <summary>
/// The documents of a YAML text, read as leniently as they can be: a broken one does not hide the others, templates are read as what they most likely become,
/// keys may stand twice. Anchors are followed without copying, so that nothing grows.
/// </summary>
internal static class YamlDocuments
{
    private const int DeepestNesting = 64;

    /// <summary>Comments and empty lines, then the mark of a document or a key.</summary>
    private static readonly Regex First = new("""^(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*(?:---|(?:- )?["']?[\w./-]+["']?:(?:\s|$))""", RegexOptions.NonBacktracking);

    private static readonly Regex About = new("secret|vault|password", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    /// <summary>Lines of blanks, at which the parser stumbles in front of a text, and lines of dots that stand for what was left out.</summary>
    private static readonly Regex Empty = new(@"^(?:[ \t]+|[ \t]+\.{3}|[ \t]*(?:\.{4,}|…))[ \t\r]*$", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    /// <summary>The roots, and of every broken document where and why.</summary>
    public static (IReadOnlyList<YamlValue> Roots, IReadOnlyList<Unread> Broken) Read(SourceText source)
    {
        var roots = new List<YamlValue>();
        var broken = new List<Unread>();
        foreach (SourceText document in Split(source))
        {
            try
            {
                var actions = new List<int>();
                List<YamlValue> read = ReadOne(document, actions);
                roots.AddRange(actions.Count == 0 ? read : ReadOne(document.Flattened(TemplateText.Without(document.Text, actions)), []));
            }
            catch (YamlException error)
            {
                ReadLeniently(document, error, roots, broken);
            }
        }

        return (roots, broken);
    }

    /// <summary>
    /// The roots; what is broken is told, but for texts that only may have been YAML and do not begin so (a letter, a drawing, a script), and for blocks of documents that
    /// have to do with no secret: people leave out there what does not matter.
    /// </summary>
    public static IReadOnlyList<YamlValue> Read(SourceText source, Extraction found)
    {
        (IReadOnlyList<YamlValue> roots, IReadOnlyList<Unread> broken) = Read(source);
        bool isMeant = source.IsGuess ? First.IsMatch(source.Text) : !source.IsPart || !MarkdownExtractor.IsDocument(source.Path) || About.IsMatch(source.Text);
        foreach (Unread part in isMeant ? broken : [])
        {
            found.Add(part);
        }

        return roots;
    }

    /// <summary>Reads what operators, shells and people take for YAML all the same; what is none is told as it stands, which is what its author knows.</summary>
    private static void ReadLeniently(SourceText document, YamlException error, List<YamlValue> roots, List<Unread> broken)
    {
        string full = Empty.Replace(document.Text, "");
        string[] forms = [full, .. TemplateText.Forms(full)];
        foreach (string form in forms.Concat(forms.Select(QuotedLines.Indented)).Distinct(StringComparer.Ordinal).Where(form => form != document.Text))
        {
            try
            {
                roots.AddRange(ReadOne(document.Flattened(form), []));
                return;
            }
            catch (YamlException)
            {
                // Told below.
            }
        }

        broken.Add(new Unread(Place(document, error), $"this is no YAML: {(error.InnerException as YamlException ?? error).Message}"));
    }

    private static Location Place(SourceText document, YamlException error)
    {
        int line = Math.Max(1, (int)error.Start.Line), column = Math.Max(1, (int)error.Start.Column);
        return document.At(line, column, line, column);
    }

    /// <summary>The texts between lines that begin with three dashes: no text within a document can begin so.</summary>
    private static IEnumerable<SourceText> Split(SourceText source)
    {
        string text = source.Text;
        int start = 0, line = 0, lineOfStart = 0;
        for (int at = 0; at < text.Length; line++)
        {
            int end = text.IndexOf('\n', at) is var found and >= 0 ? found + 1 : text.Length;
            if (at > start && string.CompareOrdinal(text, at, "---", 0, 3) == 0)
            {
                yield return source.Part(text[start..at], lineOfStart, 0);
                (start, lineOfStart) = (at, line);
            }

            at = end;
        }

        yield return start == 0 ? source : source.Part(text[start..], lineOfStart, 0);
    }

    /// <summary>Reads one.</summary>
    /// <param name="source">The document.</param>
    /// <param name="actions">Takes where <c>{{ .Values.key }}</c> stands that is sound YAML: a mapping whose key is a mapping, which nobody means.</param>
    private static List<YamlValue> ReadOne(SourceText source, List<int> actions)
    {
        var parser = new SoundParser(new StringReader(source.Text));
        var anchors = new Dictionary<string, YamlValue>(StringComparer.Ordinal);
        var open = new Stack<(YamlValue Value, YamlValue? Key)>();
        var roots = new List<YamlValue>();
        while (parser.MoveNext())
        {
            ParsingEvent current = parser.Current!;
            switch (current)
            {
                case MappingEnd or SequenceEnd:
                    open.Pop().Value.End = current.End;
                    break;
                case AnchorAlias alias:
                    Place(anchors.GetValueOrDefault(alias.Value.Value) ?? YamlValue.Nothing, open, roots);
                    break;
                case NodeEvent node:
                    YamlValue value = Make(source, node);
                    if (node is MappingStart && open.TryPeek(out (YamlValue Value, YamlValue? Key) around) && around is { Key: null, Value.IsMap: true } && around.Value.Start.Line == node.Start.Line && around.Value.Start.Column + 1 == node.Start.Column)
                    {
                        actions.Add(source.IndexOf((int)around.Value.Start.Line, (int)around.Value.Start.Column));
                    }

                    Place(value, open, roots);
                    if (!node.Anchor.IsEmpty)
                    {
                        anchors[node.Anchor.Value] = value;
                    }

                    if (node is not Scalar)
                    {
                        open.Push((value, null));
                    }

                    break;
            }

            if (open.Count > DeepestNesting)
            {
                throw new YamlException(current.Start, current.End, "nested too deep");
            }
        }

        return roots;
    }

    private static YamlValue Make(SourceText source, NodeEvent node) => node is Scalar scalar
        ? new YamlValue(source, node.Start, node.End) { Text = IsEmpty(scalar) ? null : TemplateText.Name(scalar.Value), Style = scalar.Style }
        : new YamlValue(source, node.Start, node.End) { IsMap = node is MappingStart };

    private static bool IsEmpty(Scalar scalar) => scalar.Value.Length == 0 || (scalar.Style == ScalarStyle.Plain && scalar.Value is "null" or "~");

    private static void Place(YamlValue value, Stack<(YamlValue Value, YamlValue? Key)> open, List<YamlValue> roots)
    {
        if (open.Count == 0)
        {
            roots.Add(value);
        }
        else if (!open.Peek().Value.IsMap)
        {
            open.Peek().Value.Add(value);
        }
        else
        {
            (YamlValue map, YamlValue? key) = open.Pop();
            if (key is not null)
            {
                map.Add(key, value);
            }

            open.Push((map, key is null ? value : null));
        }
    }
}
