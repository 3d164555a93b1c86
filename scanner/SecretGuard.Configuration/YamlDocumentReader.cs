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
            errors.Add(new ConfigurationError(path, (int)error.Start.Line, (int)error.Start.Column, $"this is no valid YAML: {error.InnerException?.Message ?? error.Message}"));
            return null;
        }
    }

    /// <summary>The parser walks in a loop, the loader recurses: look before loading.</summary>
    private static bool IsModest(string text, string path, ICollection<ConfigurationError> errors)
    {
        var parser = new Parser(new StringReader(text));
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
