using System.Globalization;
using System.Text.Json;

namespace SecretGuard.Stores.Http;

/// <summary>Reads JSON that may lack anything.</summary>
internal static class JsonAccess
{
    /// <summary>A member at a path of names; undefined where there is none.</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return default;
            }
        }

        return element;
    }

    /// <summary>A text that is not empty.</summary>
    public static string? Text(this JsonElement element) => element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A text as it is, and anything else as JSON; nothing for null.</summary>
    public static string Scalar(this JsonElement element) => element.ValueKind switch { JsonValueKind.String => element.GetString()!, JsonValueKind.Null or JsonValueKind.Undefined => "", _ => element.GetRawText() };

    /// <summary>A time.</summary>
    public static DateTimeOffset? Time(this JsonElement element) =>
        element.Text() is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;

    /// <summary>A time that is written as seconds since 1970.</summary>
    public static DateTimeOffset? Seconds(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double seconds) && seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;

    /// <summary>A whole number.</summary>
    public static int? Number(this JsonElement element) => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int number) ? number : null;

    /// <summary>Whether it is true.</summary>
    public static bool IsTrue(this JsonElement element) => element.ValueKind == JsonValueKind.True;

    /// <summary>Its members; none where it is no object.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement element) => element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : [];

    /// <summary>Its items; none where it is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];
}
