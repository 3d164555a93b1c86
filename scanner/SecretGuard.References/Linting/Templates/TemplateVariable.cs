using SecretGuard.Findings;

namespace SecretGuard.References.Linting.Templates;

/// <summary>A variable that a text is filled with, and what is to stand there without it.</summary>
/// <param name="Name">Its name: <c>DB_PASSWORD</c>, <c>spring.datasource.password</c>.</param>
/// <param name="Sign">What stands behind the name: <c>:-</c>, <c>-</c>, <c>:=</c>, <c>=</c>, <c>:?</c>, <c>?</c>, <c>:+</c>, <c>+</c>, <c>:</c>; an empty text where nothing does, <c>*</c> for everything else.</param>
/// <param name="Default">What stands behind the sign; an empty text where nothing does.</param>
/// <param name="Location">Where the name stands.</param>
/// <param name="Head">Where the name and the sign stand.</param>
internal sealed record TemplateVariable(string Name, string Sign, string Default, Location Location, Location Head)
{
    /// <summary>Whether it stands in braces.</summary>
    public bool IsBraced { get; init; }

    /// <summary>Whether the file itself says what happens without it: a default, or an error.</summary>
    public bool IsCovered => Sign is not ("" or "*");

    /// <summary>Whether its absence is an error.</summary>
    public bool IsDemanded => Sign is ":?" or "?";

    /// <summary>Whether it has a default.</summary>
    public bool HasDefault => Sign is ":-" or "-" or ":=" or "=" or ":";

    /// <summary>Whether an empty value is taken for none.</summary>
    public bool OverwritesEmpty => Sign is ":-" or ":=";

    /// <summary>Whether its name is one that environments use: capitals, digits and underscores.</summary>
    public bool IsOfEnvironment => Name.Length > 1 && char.IsAsciiLetterUpper(Name[0]) && Name.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_');

    /// <summary>Whether its place is exact, so that something else can be written there: of texts with escapes only the whole is known.</summary>
    public bool IsAtItsPlace => Head.StartLine == Head.EndLine && Head.EndColumn - Head.StartColumn == Name.Length + (Sign is "*" ? 0 : Sign.Length);
}
