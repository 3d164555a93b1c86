using System.Text;

namespace SecretGuard.Stores.Values;

/// <summary>A value, in memory. It cannot be printed: only <see cref="ValueInspector"/> looks into it.</summary>
public sealed class SecretValue
{
    private SecretValue(byte[]? whole, IReadOnlyDictionary<string, SecretValue>? fields) => (Whole, Fields) = (whole, fields);

    /// <summary>The bytes of one value; null where the store keeps fields.</summary>
    internal byte[]? Whole { get; }

    /// <summary>The fields, where the store keeps them apart; else null.</summary>
    internal IReadOnlyDictionary<string, SecretValue>? Fields { get; }

    /// <summary>A value of these bytes.</summary>
    public static SecretValue Of(byte[] bytes) => new(bytes, null);

    /// <summary>A value that is a text.</summary>
    public static SecretValue Of(string text) => new(Encoding.UTF8.GetBytes(text), null);

    /// <summary>A value that is kept in fields.</summary>
    public static SecretValue Of(IReadOnlyDictionary<string, SecretValue> fields) => new(null, fields);

    /// <summary>Says nothing of it.</summary>
    public override string ToString() => "(a value)";
}
