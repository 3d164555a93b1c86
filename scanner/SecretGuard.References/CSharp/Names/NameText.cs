namespace SecretGuard.References.CSharp.Names;

/// <summary>A text as far as one file says it: what constants of other files are is known when all are read.</summary>
internal abstract record NameText
{
    /// <summary>What is known only when the program runs.</summary>
    public static NameText Any { get; } = new AnyText();
}

/// <summary>Known only when the program runs.</summary>
internal sealed record AnyText : NameText;

/// <summary>A text.</summary>
internal sealed record KnownText(string Text) : NameText;

/// <summary>Several after another.</summary>
internal sealed record JoinedText(IReadOnlyList<NameText> Parts) : NameText;

/// <summary>What a constant or a variable holds: known as a whole or not at all.</summary>
internal sealed record HeldText(NameText Value) : NameText;

/// <summary>A text in capital letters, or in small ones.</summary>
internal sealed record CasedText(NameText Value, bool IsUpper) : NameText;

/// <summary>A constant that this file does not declare.</summary>
/// <param name="Name">As it is named: <c>Keys.Password</c>.</param>
/// <param name="Container">The namespace and the types around the place.</param>
internal sealed record ConstantName(string Name, string Container) : NameText;
