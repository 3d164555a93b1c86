using System.Globalization;
using System.Text.Json;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Aws;

/// <summary>What Parameter Store tells of a parameter. Descriptions and allowed patterns, where people may write anything, are passed over.</summary>
internal static class ParameterDescription
{
    /// <summary>Of older versions Parameter Store keeps so many.</summary>
    private const int KeptVersions = 100;

    /// <summary>The answer to a question.</summary>
    /// <param name="query">The question.</param>
    /// <param name="version">The number or label that is asked for; null for the newest.</param>
    /// <param name="parameter">The description.</param>
    public static StoreAnswer Judge(SecretQuery query, string? version, JsonElement parameter)
    {
        int newest = parameter.At("Version").Number() ?? 0;
        SecretMetadata metadata = new() { Version = newest.ToString(CultureInfo.InvariantCulture), Updated = parameter.At("LastModifiedDate").Seconds(), Expires = Expires(parameter) };
        string remark = parameter.At("Type").Text() is { } type && type != "SecureString" ? $"it is a {type}, no SecureString: it is stored in clear" : "";
        if (version is null or "latest")
        {
            return StoreAnswer.Present(query, metadata) with { Remark = remark };
        }

        if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out int wanted))
        {
            return StoreAnswer.Present(query, metadata) with { Remark = $"whether it has the label '{version}' is not known: that is told only together with values" };
        }

        if (wanted >= 1 && wanted <= newest && wanted > newest - KeptVersions)
        {
            // The times are those of the newest one.
            return StoreAnswer.Present(query, wanted == newest ? metadata : new SecretMetadata { Version = version, Expires = metadata.Expires }) with { Remark = remark };
        }

        return new StoreAnswer(query, Verdict.NoVersion)
        {
            Metadata = metadata,
            Cause = wanted > newest || wanted < 1 ? $"it has no version {version}; its newest is {metadata.Version}" : $"version {version} is no longer kept: the newest is {metadata.Version}, and {KeptVersions} are kept",
            Advice = "correct the version in the reference",
        };
    }

    /// <summary>A policy may delete it at a time.</summary>
    private static DateTimeOffset? Expires(JsonElement parameter)
    {
        foreach (JsonElement policy in parameter.At("Policies").Items().Where(policy => policy.At("PolicyType").Text() == "Expiration"))
        {
            try
            {
                using JsonDocument text = JsonDocument.Parse(policy.At("PolicyText").Text() ?? "{}");
                return text.RootElement.At("Attributes", "Timestamp").Time();
            }
            catch (JsonException)
            {
                // Who expires it writes it otherwise than documented: then it is not known.
            }
        }

        return null;
    }
}
