using SecretGuard.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Configuration;

/// <summary>Text to nodes, refusing what is not a modest document: anchors, deep nesting, several documents.</summary>
public static class YamlDocumentReader
{
    private const int DeepestNesting = 32;

    /// <summary>The document's root, or null where it is empty or wrong; then <paramref name="errors"/> says why.</summary>
    public static YamlNode? Read(string text, string path, ICollection<ConfigurationError> errors)
    {
        try
        {
            if (!IsModest(text, path, errors))
            {
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
        }
        catch (YamlException error)
        {
            (int line, int column) = TabOf(text, error) ?? ((int)error.Start.Line, (int)error.Start.Column);
            errors.Add(new ConfigurationError(path, line, column, $"this is no valid YAML: {(error.Message == SoundParser.Unfinished ? null : error.InnerException?.Message) ?? error.Message}"));
            return null;
        }
    }

    /// <summary>The tab that a line is indented with: the parser tells of it at the beginning of what it stands in.</summary>
    private static (int Line, int Column)? TabOf(string text, YamlException error)
    {
        string[] lines = error.Message.IndexOf("tab", StringComparison.Ordinal) < 0 ? [] : text.Split('\n');
        for (int i = Math.Max(0, (int)error.Start.Line - 1); i < lines.Length; i++)
        {
            int tab = lines[i].IndexOf('\t');
            if (tab >= 0 && lines[i].Substring(0, tab).Trim().Length == 0)
            {
                return (i + 1, tab + 1);
            }
        }

        return null;
    }

    /// <summary>The parser walks in a loop, the loader recurses: look before loading.</summary>
    private static bool IsModest(string text, string path, ICollection<ConfigurationError> errors)
    {
        var parser = new SoundParser(new StringReader(text));
        int depth = 0, documents = 0;
        while (parser.MoveNext())
        {
            ParsingEvent current = parser.Current!;
            depth += current.NestingIncrease;
            documents += current is DocumentStart ? 1 : 0;
            string? problem = depth > DeepestNesting ? "this is nested too deep"
                : documents > 1 ? "a second document; only one is read"
                : current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false } ? "anchors and aliases are not supported; write the value out"
                : null;
            if (problem is not null)
            {
                errors.Add(new ConfigurationError(path, (int)current.Start.Line, (int)current.Start.Column, problem));
                return false;
            }
        }

        return true;
    }
}
