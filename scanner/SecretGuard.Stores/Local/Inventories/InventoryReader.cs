using System.Globalization;
using SecretGuard.Stores.Whole;
using SecretGuard.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Stores.Local.Inventories;

/// <summary>Reads the file of an <see cref="InventoryStore"/>. No text of it but names and keys gets into messages.</summary>
internal static class InventoryReader
{
    private static readonly string[] Keys = ["kind", "fields", "version", "created", "updated", "not-before", "expires", "enabled"];

    /// <summary>What a text tells.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="path">Its file, for people.</param>
    public static StoreContent Read(string text, string path)
    {
        var entries = new Dictionary<string, StoreEntry>(StringComparer.Ordinal);
        try
        {
            IList<YamlDocument> documents = LocalYaml.Read(text);
            if (documents.Count != 1 || documents[0].RootNode is not YamlMappingNode root || root.Children.Count != 1 || Scalar(root.Children[0].Key) != "secrets")
            {
                return Failed($"{path} is no inventory: it must have 'secrets' and nothing else");
            }

            foreach ((string name, YamlNode at, YamlNode? known) in Named(root.Children[0].Value))
            {
                if (!entries.TryAdd(name, Entry(at, known)))
                {
                    throw new ShapeException(at, "names a secret for the second time");
                }
            }
        }
        catch (ShapeException error)
        {
            return Failed($"{path}:{error.Start.Line} {error.Message}");
        }
        catch (YamlException error)
        {
            return Failed($"{path} is no valid YAML or JSON at line {error.Start.Line}");
        }

        return new StoreContent(entries);
    }

    private static StoreContent Failed(string cause) => StoreContent.Failed(new StoreProblem(Verdict.Misconfigured, cause, "correct the file") { IsStoreWide = true });

    private static IEnumerable<(string Name, YamlNode At, YamlNode? Known)> Named(YamlNode secrets) => secrets switch
    {
        YamlMappingNode map => map.Children.Select(pair => (Name(pair.Key), pair.Key, (YamlNode?)pair.Value)),
        YamlSequenceNode list => list.Children.Select(item => (Name(item), item, (YamlNode?)null)),
        _ when Scalar(secrets) is "" => [],
        _ => throw new ShapeException(secrets, "has neither a map nor a list of secrets"),
    };

    private static string Name(YamlNode node) => Scalar(node) is { Length: > 0 } name ? name : throw new ShapeException(node, "has no name of a secret where one belongs");

    private static StoreEntry Entry(YamlNode at, YamlNode? known)
    {
        var entry = new StoreEntry(ValueState.Filled) { Line = (int)at.Start.Line };
        if (known is not YamlMappingNode map)
        {
            return known is null || Scalar(known) is "" or "null" or "~" ? entry : throw new ShapeException(known, "has a text where what is known of a secret belongs; an inventory holds no values");
        }

        SecretMetadata metadata = SecretMetadata.None;
        foreach ((YamlNode key, YamlNode value) in map.Children)
        {
            metadata = Scalar(key) switch
            {
                "fields" => metadata with { Fields = Fields(value) },
                "version" => metadata with { Version = Name(value) },
                "created" => metadata with { Created = Time(value) },
                "updated" => metadata with { Updated = Time(value) },
                "not-before" => metadata with { NotBefore = Time(value) },
                "expires" => metadata with { Expires = Time(value) },
                "enabled" or "kind" => metadata,
                var other => throw new ShapeException(key, other is "value" ? "has a value, and an inventory holds none" : $"has a key that an inventory has not{NearestName.Hint(other ?? "", Keys)}"),
            };
            entry = Scalar(key) switch
            {
                "enabled" => entry with { IsEnabled = Scalar(value) switch { "true" => true, "false" => false, _ => throw new ShapeException(value, "has neither true nor false for 'enabled'") } },
                "kind" => entry with { Kind = Scalar(value) switch { "secret" => SecretKind.Secret, "key" => SecretKind.Key, "certificate" => SecretKind.Certificate, _ => throw new ShapeException(value, "has no kind that there is: secret, key, certificate") } },
                _ => entry,
            };
        }

        return entry with { Metadata = metadata };
    }

    private static FieldNames Fields(YamlNode node) => node is YamlSequenceNode list
        ? new FieldNames([.. list.Children.Select(Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], AreComplete: true)
        : throw new ShapeException(node, "has no list of names for 'fields'");

    /// <summary>A date is its first moment in UTC.</summary>
    private static DateTimeOffset Time(YamlNode node) =>
        DateTimeOffset.TryParseExact(Scalar(node), ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time : throw new ShapeException(node, "has no date where one belongs: write 2026-12-31 or 2026-12-31T12:00:00Z");

    private static string? Scalar(YamlNode node) => (node as YamlScalarNode)?.Value;

    /// <summary>What is wrong, in this reader's own words, and where.</summary>
    private sealed class ShapeException(YamlNode node, string what) : YamlException(node.Start, node.End, what);
}
