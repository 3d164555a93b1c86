using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SecretGuard.Detection.Values;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Values;

/// <summary>Looks at values and keeps facts. One serves a whole run: what it tells of two values can be compared.</summary>
public sealed class ValueInspector
{
    private const int Deepest = 8;

    // Kubernetes' names for a certificate and its key.
    private const string CertificateField = "tls.crt";
    private const string KeyField = "tls.key";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Words that nobody's secret is made of: a value of words with one of these was put there by a program that waits for the real one.
    private static readonly string[] FixtureWords = ["placeholder", "fixture", "changeme", "dummy", "replaceme", "todo", "fixme", "tobefilled"];

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>The facts of a value.</summary>
    public ValueFacts Look(SecretValue value)
    {
        if (value.Whole is { } bytes)
        {
            return Look(bytes, 0);
        }

        var fields = value.Fields!.ToDictionary(field => field.Key, field => Look(field.Value), StringComparer.Ordinal);
        if (value.Fields!.TryGetValue(CertificateField, out SecretValue? certificate) && value.Fields.TryGetValue(KeyField, out SecretValue? key)
            && TextOf(certificate.Whole) is { } first && TextOf(key.Whole) is { } second && !fields[KeyField].Misfits.ContainsKey("pem") && Pem.Misfit(first + "\n" + second) is { } misfit)
        {
            fields[KeyField] = fields[KeyField] with { Misfits = new Dictionary<string, string>(StringComparer.Ordinal) { ["pem"] = misfit } };
        }

        return new ValueFacts { Fields = fields, IsEmpty = fields.Count == 0, Expires = fields.Values.Min(field => field.Expires) };
    }

    /// <summary>The digest under which a text would be known: that of <see cref="ValueFacts.TrimmedDigest"/>.</summary>
    public string TrimmedDigestOf(ReadOnlySpan<byte> value) => Digest(value.TrimEnd(" \t\r\n"u8));

    private ValueFacts Look(ReadOnlySpan<byte> bytes, int depth)
    {
        string? text = TextOf(bytes);
        return new ValueFacts
        {
            Digest = Digest(bytes),
            TrimmedDigest = TrimmedDigestOf(bytes),
            IsEmpty = bytes.IndexOfAnyExcept(" \t\r\n"u8) < 0,
            IsPlaceholder = (Placeholders.IsPlaceholder(bytes) && !IsObject(bytes)) || IsFixture(text),
            Length = text?.Length ?? bytes.Length,
            IsNoText = text is null,
            Bits = Strength.Bits(bytes),
            Expires = ValueTypes.Expires(text),
            Misfits = ValueTypes.Misfits(text),
            PartDigests = [.. ValueTypes.PartsOf(text).Select(part => TrimmedDigestOf(Encoding.UTF8.GetBytes(part))).Distinct(StringComparer.Ordinal)],
            Fields = depth < Deepest ? FieldsOf(text, depth) : ValueFacts.NoFields,
        };
    }

    private string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexString(HMACSHA256.HashData(_key, bytes));

    private static string? TextOf(ReadOnlySpan<byte> bytes)
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

    /// <summary>Whether it begins as an object of JSON does, which may be cut off or broken: what stands in braces without quotes is a template's.</summary>
    private static bool IsObject(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \t\r\n"u8) is [(byte)'{', .. var rest] && rest.TrimStart(" \t\r\n"u8) is [(byte)'"', ..];

    private static bool IsFixture(string? text) =>
        text is { Length: < 100 } && text.All(c => char.IsAsciiLetter(c) || c is '_' or '-' or '.' or ' ')
        && FixtureWords.Any(word => text.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Contains(word, StringComparison.OrdinalIgnoreCase));

    private IReadOnlyDictionary<string, ValueFacts> FieldsOf(string? text, int depth)
    {
        if (text is null || !text.AsSpan().TrimStart().StartsWith("{"))
        {
            return ValueFacts.NoFields;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var fields = new Dictionary<string, ValueFacts>(StringComparer.Ordinal);
            Collect("", document.RootElement, fields, depth);
            return fields;
        }
        catch (JsonException)
        {
            return ValueFacts.NoFields;
        }
    }

    private void Collect(string prefix, JsonElement element, Dictionary<string, ValueFacts> fields, int depth)
    {
        foreach (JsonProperty member in element.EnumerateObject())
        {
            fields[prefix + member.Name] = Look(Encoding.UTF8.GetBytes(member.Value.Scalar()), Deepest);
            if (member.Value.ValueKind == JsonValueKind.Object && depth < Deepest)
            {
                Collect(prefix + member.Name + ".", member.Value, fields, depth + 1);
            }
        }
    }
}
