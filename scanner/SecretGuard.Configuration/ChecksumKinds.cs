using SecretGuard.Rules;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Configuration;

/// <summary>The checks that a custom rule can ask for by name.</summary>
internal static class ChecksumKinds
{
    public static IReadOnlyList<(string Name, Checksum? Value)> All { get; } =
    [
        ("crc32-base62", new Crc32AfterPrefixChecksum()),
        ("luhn", new LuhnChecksum()),
    ];
}
