namespace SecretGuard.Migration;

/// <summary>One kind of file that another tool writes or reads.</summary>
/// <param name="Tool">The tool, as <c>import</c> names it.</param>
/// <param name="Name">What the kind is called, for people.</param>
/// <param name="Recognizes">Whether a text is of this kind, by its content.</param>
/// <param name="Read">Reads it; null where the detect-secrets part of this program does.</param>
public sealed record ForeignFormat(string Tool, string Name, Func<ForeignText, bool> Recognizes, Func<ForeignText, ForeignFile>? Read);
