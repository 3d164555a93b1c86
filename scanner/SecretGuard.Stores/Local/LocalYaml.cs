using SecretGuard.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Stores.Local;

/// <summary>Files of this machine in YAML.</summary>
internal static class LocalYaml
{
    /// <summary>The documents of a text.</summary>
    /// <exception cref="YamlException">It is no YAML.</exception>
    public static IList<YamlDocument> Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new SoundParser(new StringReader(text)));
        return stream.Documents;
    }
}
