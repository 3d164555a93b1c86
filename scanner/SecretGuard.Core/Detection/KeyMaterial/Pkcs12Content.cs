using SecretGuard.Findings;

namespace SecretGuard.Detection.KeyMaterial;

/// <summary>What can be told of a PKCS#12 container without its password: it may have none, or an empty one, which looks the same.</summary>
internal static class Pkcs12Content
{
    // 1.2.840.113549.1.12.10.1: .1 is a key in the clear, .2 a key under the password.
    private static readonly byte[] KeyBag = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x0A, 0x01, 0x01];
    private static readonly byte[] ShroudedKeyBag = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x0A, 0x01, 0x02];

    /// <summary>How sure its content makes, and what is said of it, or null where it does not show.</summary>
    public static (Confidence Confidence, string? Reason) Judge(ReadOnlySpan<byte> container) =>
        container.IndexOf(KeyBag) >= 0 ? (Confidence.VeryHigh, "holds a private key that is not encrypted")
        : container.IndexOf(ShroudedKeyBag) >= 0 ? (Confidence.Medium, "holds an encrypted private key, whose password may be empty")
        : (Confidence.Medium, null);
}
