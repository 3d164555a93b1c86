using SecretGuard.Remedies;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>An expression that reads a secret from where it is kept.</summary>
/// <param name="Text">As code.</param>
/// <param name="IsPrimary">Whether it can stand everywhere without brackets.</param>
internal readonly record struct Reading(string Text, bool IsPrimary)
{
    /// <summary>What <paramref name="expression"/> gives, or an exception that says what to do: a service without its secret must not start.</summary>
    public static Reading OrThrow(string expression, string message, TypeNames types) =>
        new(ReadingText.OrThrow(expression, types.Name("System", "InvalidOperationException"), message), IsPrimary: false);

    /// <summary>A text as a literal.</summary>
    public static string Quote(string text) => ReadingText.Quote(text);
}
