using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Stores.Local;

/// <summary>Files of this machine in YAML.</summary>
internal static class LocalYaml
{
    /// <summary>The documents of a text.</summary>
    /// <exception cref="YamlException">It is no YAML, whatever the parser threw: it throws others than its own for a bracket that nobody closes.</exception>
    public static IList<YamlDocument> Read(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or NullReferenceException)
        {
            var end = new Mark(0, text.AsSpan().Count('\n') + 1, 1);
            throw new YamlException(end, end, "it ends in the midst of something", error);
        }

        return stream.Documents;
    }
}
