namespace SecretGuard.Detection.Values;

/// <summary>
/// Values that their makers publish for everybody: keys of emulators, samples of documentation. Kept as hashes (FNV-1a, 64 bits), because a
/// secret scanner's source holds no key, not even a public one.
/// </summary>
internal static class PublicSamples
{
    private const int LeastMarked = 16; // a shorter one may be somebody's password

    private static readonly HashSet<ulong> Hashes =
    [
        0x3F9D1C996E620B67, // Azurite and the storage emulator
        0x9F1920C6CD484714, // the Cosmos DB emulator
        0x7699C294BEEBAD32, // the AWS documentation: secret access key
        0x0E627699B98376D0, // the AWS documentation: access key id
        0x3367FE8C16B673D2, // Telegram's documentation: the token of a bot
        0x60566F824FA2C738, // IdentityServer's documentation: the hash of "secret"
        0xDDD19C486D095D84, // Stripe's documentation: the secret key for tests
        0x67E733C2F9035757, // the one before it
        0x9617EA5685AE57EA, // RFC 7617: user and password of Basic authentication
        0x9F1014B5A9AD5561, // the same without the blank
    ];

    /// <summary>Whether everybody has this value.</summary>
    public static bool Contains(ReadOnlySpan<byte> value)
    {
        // Amazon's, and all that were made after them, say so themselves.
        if (value.Length >= LeastMarked && value.IndexOf("EXAMPLE"u8) >= 0)
        {
            return true;
        }

        ulong hash = 14695981039346656037;
        foreach (byte b in value)
        {
            hash = (hash ^ b) * 1099511628211;
        }

        return Hashes.Contains(hash);
    }
}
