using System.Collections.Concurrent;
using System.Text.Json;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Aws;

/// <summary>
/// Counts what Parameter Store bills: one call for each parameter of the advanced tier that an answer tells of. Which tier it has stands in a description,
/// not beside a value, so those that were described are kept. That an account pays for higher throughput, and then for all its parameters, is not told.
/// </summary>
internal sealed class AdvancedParameters
{
    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);

    /// <summary>How many calls an answer stands for.</summary>
    public long Count(StoreReply reply)
    {
        long described = 0;
        foreach (JsonElement parameter in reply.Json.At("Parameters").Items())
        {
            if (parameter.At("Tier").Text() == "Advanced" && parameter.At("Name").Text() is { } name)
            {
                _names[name] = true;
                described++;
            }
        }

        bool isRead = reply.Json.At("Parameter", "Name").Text() is { } read && _names.ContainsKey(read), isWritten = reply.Json.At("Tier").Text() == "Advanced";
        return described + (isRead || isWritten ? 1 : 0);
    }
}
