using System.Text;
using System.Text.Json;
using SecretGuard.Stores.Values;
using SecretGuard.Text;

namespace SecretGuard.Stores.Writing;

/// <summary>
/// How a value of one store becomes one of another. A store of one value takes fields as a JSON object; a store of fields takes the members of a JSON object, and
/// any other value as the field <see cref="OnlyField"/>. There and back again it is what it was.
/// </summary>
internal static class ValueShape
{
    /// <summary>The field of a value that has none of its own.</summary>
    public const string OnlyField = "value";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Why a value cannot be kept as text.</summary>
    public static StoreProblem NoText(string store) => new(Verdict.Misconfigured, $"the value has bytes that are no text, and {store} keeps texts", "keep it there as Base64, or in a store that takes bytes");

    /// <summary>It as one value.</summary>
    /// <returns>Null where a field has bytes that are no text.</returns>
    public static byte[]? Whole(SecretValue value)
    {
        if (value.Whole is { } bytes)
        {
            return bytes;
        }

        if (value.Fields is { Count: 1 } && value.Fields.TryGetValue(OnlyField, out SecretValue? only) && only.Whole is not null)
        {
            return only.Whole;
        }

        return Json(value.Fields!) is { } json ? Encoding.UTF8.GetBytes(json) : null;
    }

    /// <summary>It as one text.</summary>
    /// <returns>Null where it is none.</returns>
    public static string? WholeText(SecretValue value) => Whole(value) is { } bytes ? TextOf(bytes) : null;

    /// <summary>It as fields.</summary>
    public static IReadOnlyDictionary<string, SecretValue> Fields(SecretValue value) =>
        value.Fields ?? Members(value.Whole!) ?? new Dictionary<string, SecretValue>(StringComparer.Ordinal) { [OnlyField] = value };

    /// <summary>Fields as a JSON object, in the order of their names.</summary>
    /// <returns>Null where one has bytes that are no text.</returns>
    public static string? Json(IReadOnlyDictionary<string, SecretValue> fields)
    {
        var members = new List<(string, string)>();
        foreach ((string name, SecretValue field) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            if (field.Whole is not { } bytes || TextOf(bytes) is not { } text)
            {
                return null;
            }

            members.Add((name, !field.IsJson ? JsonText.Of(text) : text.Length == 0 ? "null" : text));
        }

        return JsonText.Object([.. members]);
    }

    /// <summary>The members of a JSON object; null where it is none, or has none.</summary>
    private static Dictionary<string, SecretValue>? Members(byte[] bytes)
    {
        if (!bytes.AsSpan().TrimStart(" \t\r\n"u8).StartsWith("{"u8))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            var members = new Dictionary<string, SecretValue>(StringComparer.Ordinal);
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                members[member.Name] = SecretValue.Of(member.Value);
            }

            return members.Count > 0 ? members : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
