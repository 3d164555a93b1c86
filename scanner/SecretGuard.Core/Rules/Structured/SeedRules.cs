using SecretGuard.Detection.KeyMaterial;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Rules.Structured;

/// <summary>Keys of one line with a checksum: seeds of message systems, wallets and file encryption.</summary>
internal static class SeedRules
{
    private const string MoveFunds = "Move the funds to a new wallet at once: whoever read the key can do so too.";
    private const string Bech32Data = "[02-9AC-HJ-NP-Z]";

    public static readonly Rule Stellar = new("stellar-secret-seed", "Stellar secret seed", "S[A-D][A-Z2-7]{54}")
    {
        Provider = "Stellar",
        Near = ["stellar"],
        Checksum = new Crc16Base32Checksum(35),
        Advice = MoveFunds,
        Documentation = "https://github.com/stellar/stellar-protocol/blob/master/ecosystem/sep-0023.md",
        Example = random => new Crc16Base32Checksum(35).Seal(TokenPattern.Parse("SA[A-Z2-7]{54}").Sample(random)),
    };

    public static readonly Rule Bitcoin = new("bitcoin-wif-private-key", "Bitcoin private key (WIF)", "[5KLc9][1-9A-HJ-NP-Za-km-z]{50,51}")
    {
        Provider = "Bitcoin",
        Near = ["bitcoin", "privkey", "btc_", "_wif", "wif_"],
        Checksum = new Base58Checksum(37, 38),
        Advice = MoveFunds,
        Documentation = "https://developer.bitcoin.org/devguide/wallets.html",
        Example = random => Base58Checksum.Encode([0x80], [.. KeyExamples.Bytes(random, 32), 1]),
    };

    public static Rule[] All =>
    [
        new("age-secret-key", "age secret key", "AGE-SECRET-KEY-1" + Bech32Data + "{58}")
        {
            Checksum = new Bech32Checksum(),
            Advice = "Make a new identity with age-keygen, encrypt the files again for it, and take what they held for known.",
            Documentation = "https://age-encryption.org/v1",
        },
        new("age-plugin-identity", "Identity of an age plugin", "AGE-PLUGIN-[A-Z0-9]{2,16}-1" + Bech32Data + "{12,300}")
        {
            // Most point at a hardware key and are of no use without it.
            Severity = Severity.Low,
            Checksum = new Bech32Checksum(),
            Advice = "Check whether the plugin keeps the key itself in its identity; if so, make a new one.",
            Documentation = "https://github.com/C2SP/C2SP/blob/main/age-plugin.md",
        },
        new("nats-nkey-seed", "NATS NKey seed", "(SUA|SAA|SOA|SNA|SCA|SXA)[A-P][A-Z2-7]{54}")
        {
            Provider = "NATS",
            Checksum = new Crc16Base32Checksum(36),
            Advice = "Make a new key with `nsc generate nkey`, and revoke the old public key in the account.",
            Documentation = "https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth",
        },
        new("bip32-extended-private-key", "Extended private key of a wallet (BIP 32)", "(xprv|tprv|yprv|zprv)[1-9A-HJ-NP-Za-km-z]{107}")
        {
            Checksum = new Base58Checksum(82),
            Advice = MoveFunds,
            Documentation = "https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki",
            Example = random => Base58Checksum.Encode([0x04, 0x88, 0xAD, 0xE4], [0, 0, 0, 0, 0, 0, 0, 0, 0, .. KeyExamples.Bytes(random, 32), 0, .. KeyExamples.Bytes(random, 32)]),
        },
        Stellar,
        Bitcoin,
    ];
}
