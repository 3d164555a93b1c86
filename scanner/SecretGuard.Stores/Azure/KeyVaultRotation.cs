using System.Text.Json;
using System.Xml;
using SecretGuard.Inventories;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Azure;

/// <summary>The rotation policy of a key, as the vault tells it.</summary>
internal static class KeyVaultRotation
{
    /// <summary>How long one version of the key is in use until the vault makes the next; null where it is not to. A vault answers for a key without a policy too: with one that only notifies.</summary>
    public static ValueTerm? Of(JsonElement policy)
    {
        TimeSpan? life = Span(policy.At("attributes", "expiryTime"));
        TimeSpan? after = policy.At("lifetimeActions").Items()
            .Where(action => string.Equals(action.At("action", "type").Text(), "Rotate", StringComparison.OrdinalIgnoreCase))
            .Select(action => Span(action.At("trigger", "timeAfterCreate")) ?? life - Span(action.At("trigger", "timeBeforeExpiry")))
            .Min();
        return after > TimeSpan.Zero ? new ValueTerm(after, "its rotation policy") : null;
    }

    /// <summary>A span of ISO 8601: <c>P90D</c>, <c>P18M</c>. A month counts 30 days, and a year 365, so that no calendar makes one late that is declared in days.</summary>
    private static TimeSpan? Span(JsonElement element)
    {
        try
        {
            return element.Text() is { } text ? XmlConvert.ToTimeSpan(text) : null;
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return null;
        }
    }
}
