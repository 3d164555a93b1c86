using SecretGuard.Detection.Names;

namespace SecretGuard.Detection.NamedValues;

/// <summary>
/// A parameter or member of a type that takes a secret under a name that need not say so, written as <c>Type.Method(parameter)</c>,
/// <c>Type(parameter)</c> for a constructor, or <c>Type.Property</c>; with the namespace in front where only that one is meant.
/// </summary>
/// <param name="Kind">What it takes.</param>
/// <param name="Path">What stands before the parenthesis: names joined by dots.</param>
/// <param name="Parameter">The parameter, or null for a property or field.</param>
public sealed record TypedSink(NameKind Kind, string Path, string? Parameter)
{
    /// <summary>How an entry is written, for people who wrote it otherwise.</summary>
    public const string Forms = "Type.Method(parameter), Type(parameter) or Type.Property";

    /// <summary>The kinds by the names that tables give them.</summary>
    public static readonly IReadOnlyList<(string Name, NameKind Kind)> Kinds =
    [
        ("password", NameKind.Password), ("api-key", NameKind.ApiKey), ("token", NameKind.Token), ("crypto-key", NameKind.CryptoKey), ("secret", NameKind.Secret),
    ];

    /// <summary>Reads an entry, or null where it is none.</summary>
    public static TypedSink? Parse(NameKind kind, string entry)
    {
        int open = entry.IndexOf('(');
        string path = open < 0 ? entry : entry.Substring(0, open);
        string? parameter = open < 0 ? null : entry.Substring(open + 1).TrimEnd(')');
        bool complete = parameter is null ? path.IndexOf('.') > 0 : entry.Length == open + parameter.Length + 2 && IsName(parameter);
        return complete && path.Split('.').All(IsName) ? new TypedSink(kind, path, parameter) : null;
    }

    private static bool IsName(string text) => text.Length > 0 && !char.IsDigit(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c == '_');
}
