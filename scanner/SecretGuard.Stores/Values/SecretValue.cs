using System.Text;
using System.Text.Json;
using SecretGuard.Stores.Http;

namespace SecretGuard.Stores.Values;

/// <summary>A value, in memory. It cannot be printed: only <see cref="ValueInspector"/> looks into it.</summary>
public sealed class SecretValue
{
    private SecretValue(byte[]? whole, IReadOnlyDictionary<string, SecretValue>? fields) => (Whole, Fields) = (whole, fields);

    /// <summary>The bytes of one value; null where the store keeps fields.</summary>
    internal byte[]? Whole { get; }

    /// <summary>The fields, where the store keeps them apart; else null.</summary>
    internal IReadOnlyDictionary<string, SecretValue>? Fields { get; }

    /// <summary>Whether it is JSON that stands as such in a field: a number, an object. Else it is a text.</summary>
    internal bool IsJson { get; private init; }

    /// <summary>What its store keeps beside it; null where it keeps nothing that another takes.</summary>
    internal ValueNotes? Notes { get; private init; }

    /// <summary>A value of these bytes.</summary>
    public static SecretValue Of(byte[] bytes) => new(bytes, null);

    /// <summary>A value of what a program printed or somebody typed: the line end at its end is not of it.</summary>
    public static SecretValue OfLine(byte[] bytes) => new(bytes is [.. byte[] line, (byte)'\r', (byte)'\n'] ? line : bytes is [.. byte[] other, (byte)'\n'] ? other : bytes, null);

    /// <summary>Whether it has no bytes.</summary>
    public bool IsEmpty => Whole is { Length: 0 };

    /// <summary>A value that is a text.</summary>
    public static SecretValue Of(string text) => new(Encoding.UTF8.GetBytes(text), null);

    /// <summary>The same with what its store keeps beside it.</summary>
    internal static SecretValue Of(string text, ValueNotes notes) => new(Encoding.UTF8.GetBytes(text), null) { Notes = notes };

    /// <summary>A value that is kept in fields.</summary>
    public static SecretValue Of(IReadOnlyDictionary<string, SecretValue> fields) => new(null, fields);

    /// <summary>The value of a member of a JSON object, which is written back as what it is.</summary>
    internal static SecretValue Of(JsonElement member) => new(Encoding.UTF8.GetBytes(member.Scalar()), null) { IsJson = member.ValueKind != JsonValueKind.String };

    /// <summary>Says nothing of it.</summary>
    public override string ToString() => "(a value)";
}
