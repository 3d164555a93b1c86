using Azure.Security.KeyVault.Secrets;
using SecretGuard.Stores.Values;

namespace SecretGuard.Stores.Azure;

/// <summary>The content type and tags of a secret, which a vault drops with every new version that does not bring them.</summary>
internal static class KeyVaultNotes
{
    private const int MostTags = 15;

    /// <summary>Azure's command line writes down here how it turned a file into the value: it goes with the value alone.</summary>
    private const string OfValue = "file-encoding";

    /// <summary>Those of a secret.</summary>
    public static ValueNotes Of(SecretProperties properties) => new(properties.ContentType, new Dictionary<string, string>(properties.Tags, StringComparer.Ordinal));

    /// <summary>Puts those of a new version: tags that stand, and what came with the value from another vault besides; of the content type, what came with the value first.</summary>
    /// <param name="properties">The new version's.</param>
    /// <param name="standing">Those of the version that stands; null where none does.</param>
    /// <param name="given">Those that came with the value; null where it is of no vault.</param>
    public static void Put(SecretProperties properties, ValueNotes? standing, ValueNotes? given)
    {
        properties.ContentType = given?.ContentType ?? standing?.ContentType;
        foreach ((string name, string text) in (standing?.Tags ?? new Dictionary<string, string>(StringComparer.Ordinal)).Where(tag => tag.Key != OfValue).Concat(given?.Tags ?? new Dictionary<string, string>(StringComparer.Ordinal)))
        {
            if (properties.Tags.Count < MostTags)
            {
                properties.Tags.TryAdd(name, text);
            }
        }
    }
}
