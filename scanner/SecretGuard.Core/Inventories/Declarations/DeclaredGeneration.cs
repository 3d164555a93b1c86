namespace SecretGuard.Inventories;

/// <summary>How a new value of a secret is made.</summary>
/// <param name="Type">What it is.</param>
public sealed record DeclaredGeneration(GeneratedType Type)
{
    /// <summary>The fewest random bits that are worth their name (NIST SP 800-131A).</summary>
    public const int FewestBits = 112;

    /// <summary>The random bits of <see cref="GeneratedType.Random"/>, those of an RSA modulus, or of the field of an elliptic curve.</summary>
    public int Bits { get; init; }

    /// <summary>How random bits are written.</summary>
    public GeneratedText Text { get; init; }

    /// <summary>The characters of a password.</summary>
    public int Length { get; init; }

    /// <summary>What a password may have besides letters and digits, of which it then has one at least; empty for nothing.</summary>
    public string Symbols { get; init; } = "";

    /// <summary>What is run, and prints the value: a program and its arguments.</summary>
    public IReadOnlyList<string> Run { get; init; } = [];

    /// <summary>The fields that get a new value each; empty where the secret is one value.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The field that keeps the value that was replaced, so that both are good for a while; null for none.</summary>
    public string? Previous { get; init; }

    /// <summary>The field that gets the public part of a pair of keys; null for none.</summary>
    public string? PublicField { get; init; }

    /// <summary>What is made, for people: <c>256 random bits as base64url</c>.</summary>
    public string Words => Type switch
    {
        GeneratedType.Random => $"{Bits} random bits as {Text.ToString().ToLowerInvariant()}",
        GeneratedType.Password => $"a password of {Length} characters",
        GeneratedType.Rsa => $"an RSA key of {Bits} bits",
        GeneratedType.Ec => $"a key on the curve P-{Bits}",
        GeneratedType.Command => $"what '{Run[0]}' prints",
        _ => "what was given",
    };
}

/// <summary>What is made.</summary>
public enum GeneratedType
{
    /// <summary>Random bits.</summary>
    Random,

    /// <summary>Letters and digits.</summary>
    Password,

    /// <summary>A pair of keys.</summary>
    Rsa,

    /// <summary>A pair of keys on a curve of NIST.</summary>
    Ec,

    /// <summary>What a program prints, which asks who issues it.</summary>
    Command,

    /// <summary>What somebody gives.</summary>
    Given,
}

/// <summary>How random bits are written.</summary>
public enum GeneratedText
{
    /// <summary>As Base64 for addresses, without padding (RFC 4648, 5).</summary>
    Base64Url,

    /// <summary>As Base64 (RFC 4648, 4).</summary>
    Base64,

    /// <summary>As hexadecimal digits in lower case.</summary>
    Hex,
}
