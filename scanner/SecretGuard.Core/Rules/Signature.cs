namespace SecretGuard.Rules;

/// <summary>A literal that must be present before a matcher is tried.</summary>
/// <param name="Literal">Written as UTF-8, three bytes or more.</param>
/// <param name="IgnoreCase">Whether ASCII letter case is ignored.</param>
/// <param name="Next">What can follow it, or null for anything: makes a short literal selective.</param>
public sealed record Signature(string Literal, bool IgnoreCase = false, ByteClass? Next = null)
{
    /// <summary>Words in any letter case.</summary>
    internal static Signature[] OfWords(params string[] words) => Array.ConvertAll(words, word => new Signature(word, IgnoreCase: true));
}

/// <summary>What the signature index asks of literals.</summary>
internal static class SignatureIndexLimits
{
    /// <summary>Bytes of a literal that the index hashes; no literal may be shorter.</summary>
    public const int GramLength = 3;
}
