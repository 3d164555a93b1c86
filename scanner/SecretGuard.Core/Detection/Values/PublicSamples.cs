namespace SecretGuard.Detection.Values;

/// <summary>
/// Values that their makers publish for everybody: keys of emulators, samples of documentation. Kept as hashes (FNV-1a, 64 bits), because a
/// secret scanner's source holds no key, not even a public one.
/// </summary>
internal static class PublicSamples
{
    private static readonly HashSet<ulong> Hashes =
    [
        0x3F9D1C996E620B67, // Azurite and the storage emulator
        0x9F1920C6CD484714, // the Cosmos DB emulator
        0x7699C294BEEBAD32, // the AWS documentation: secret access key
        0x0E627699B98376D0, // the AWS documentation: access key id
    ];

    /// <summary>Whether everybody has this value.</summary>
    public static bool Contains(ReadOnlySpan<byte> value)
    {
        ulong hash = 14695981039346656037;
        foreach (byte b in value)
        {
            hash = (hash ^ b) * 1099511628211;
        }

        return Hashes.Contains(hash);
    }
}
