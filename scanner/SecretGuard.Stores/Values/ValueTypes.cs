using System.Buffers.Text;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace SecretGuard.Stores.Values;

/// <summary>The types of values that <c>secretguard.yml</c> knows, and those that Kubernetes gives to names. Reasons never quote the value.</summary>
internal static class ValueTypes
{
    /// <summary>The content of an image pull secret.</summary>
    public const string DockerConfig = "dockerconfigjson";

    private const int LongestConnection = 8192;

    private static readonly (string Type, Func<string, string?> Misfit)[] All =
    [
        ("json", text => JsonMisfit(text)),
        ("uri", text => Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? uri) && uri.Scheme.Length > 1 ? null : "it is no absolute address"),
        ("pem", Pem.Misfit),
        ("base64", text => IsBase64(text.Trim()) ? null : "it is not Base64"),
        ("hex", text => text.Trim() is { Length: > 0 } hex && hex.Length % 2 == 0 && hex.All(char.IsAsciiHexDigit) ? null : "it is not hexadecimal"),
        ("connection-string", ConnectionStringMisfit),
        ("jwt", text => Jwt(text.Trim()) is null ? "it is no JSON web token" : null),
        ("number", text => decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? null : "it is no number"),
        (DockerConfig, DockerConfigMisfit),
    ];

    /// <summary>Why a text is not of a type, by type; bytes that are no text are of none.</summary>
    public static Dictionary<string, string> Misfits(string? text)
    {
        var misfits = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string type, Func<string, string?> misfit) in All)
        {
            if ((text is null ? "it is not text" : misfit(text)) is { } reason)
            {
                misfits[type] = reason;
            }
        }

        return misfits;
    }

    /// <summary>When a certificate or a token ends; null for all else.</summary>
    public static DateTimeOffset? Expires(string? text) => text is null ? null : Pem.Expires(text) ?? (Jwt(text.Trim()) is { } claims && claims.ValueKind == JsonValueKind.Number && claims.TryGetInt64(out long seconds) && seconds is > 0 and < 253_402_300_800
        ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null);

    /// <summary>The user and password of an address, the values of a connection string.</summary>
    public static IEnumerable<string> PartsOf(string? text)
    {
        if (text is null || text.Length > LongestConnection)
        {
            return [];
        }

        if (text.Contains("://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? uri) && uri.UserInfo.Length > 0 ? uri.UserInfo.Split(':', 2).SelectMany(part => new[] { part, Uri.UnescapeDataString(part) }).Where(part => part.Length > 0) : [];
        }

        try
        {
            return text.Contains('=', StringComparison.Ordinal) ? [.. new DbConnectionStringBuilder { ConnectionString = text }.Values.Cast<object>().Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").Where(value => value.Length > 0)] : [];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    private static string? JsonMisfit(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return null;
        }
        catch (JsonException error)
        {
            return $"it is no valid JSON (line {(error.LineNumber ?? 0) + 1})";
        }
    }

    private static bool IsBase64(string text)
    {
        bool isUrl = text.AsSpan().IndexOfAny('-', '_') >= 0;
        return text.Length > 0 && (isUrl ? Base64Url.IsValid(text) : Base64.IsValid(text));
    }

    private static string? ConnectionStringMisfit(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(text.Trim(), UriKind.Absolute, out _) ? null : "it is neither an address nor pairs of key=value";
        }

        try
        {
            return new DbConnectionStringBuilder { ConnectionString = text }.Count > 0 ? null : "it has no pair of key=value";
        }
        catch (ArgumentException)
        {
            return "its pairs of key=value cannot be told apart";
        }
    }

    private static string? DockerConfigMisfit(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("auths", out JsonElement auths) && auths.ValueKind == JsonValueKind.Object && auths.EnumerateObject().Any()
                ? null : "it has no 'auths', without which no image is pulled with it";
        }
        catch (JsonException)
        {
            return "it is no valid JSON";
        }
    }

    /// <summary>The <c>exp</c> of a token (RFC 7519), undefined where it has none; null where it is no token.</summary>
    private static JsonElement? Jwt(string text)
    {
        string[] parts = text.Split('.');
        if (parts.Length != 3 || !text.StartsWith("ey", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using JsonDocument header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])), claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            return header.RootElement.ValueKind == JsonValueKind.Object && header.RootElement.TryGetProperty("alg", out _) && claims.RootElement.ValueKind == JsonValueKind.Object
                ? claims.RootElement.TryGetProperty("exp", out JsonElement end) ? end.Clone() : default(JsonElement) : null;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }
}
