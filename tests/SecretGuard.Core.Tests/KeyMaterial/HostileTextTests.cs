using System.Diagnostics;
using System.Text;
using SecretGuard.Detection;
using SecretGuard.Detection.KeyMaterial;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Core.Tests.KeyMaterial;

/// <summary>Texts made to cost time: four times the text may cost about four times the work, never sixteen times.</summary>
[Collection(nameof(LinearTimeTests))]
public sealed class HostileTextTests
{
    private const int Size = 128 * 1024; // twice what any matcher reads at once

    public static TheoryData<string> Units =>
    [
        "-----BEGIN RSA PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\n",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA",
        "\"-----BEGIN RSA PRIVATE KEY-----\" + \"",
        "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----",
        "eyJ", "eyJ.", "eyJ-", "eyJhbGciOiJIUzI1NiJ9.", ".eyJhbGciOiJIUzI1NiJ9", "\"eyJhbGciOiJIUzI1NiJ9.a.", "eyJhbGciOiJIUzI1NiJ9.a..",
        "MII", "MII\n", "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj\n", "\"MIIv/wIBADANBgkqhkiG9w0BAQEFAASC\"", "MHcCAQEE\n",
        "LS0tLS1CRUdJTi", "LS0tLS1CRUdJTi\n", "b3BlbnNzaC1rZXktdjEA", "b3BlbnNzaC1rZXktdjEA\n",
        "PuTTY-User-Key-File-3: a\nEncryption: none\nPrivate-Lines: 1\n", "RWRTY0Iy", "RWRTY0Iy\n", "PrivateKey = ", "PrivateKey",
        "\"kty\":\"RSA\",", "\"kty\":\"RSA\",d:", "\"kty\":\"oct\",\"k\":\"a\",", "<RSAKeyValue>", "<RSAKeyValue><D>", "stellar ", "btc_ ", "SUA", "xprv", "AGE-SECRET-KEY-1", "AGE-PLUGIN-A-1",
    ];

    [Theory]
    [MemberData(nameof(Units))]
    public void RepeatedUnit_CostsLinearTime(string unit)
    {
        byte[] once = Repeat(unit, Size), fourTimes = Repeat(unit, 4 * Size);
        LinearTime.Holds(() => Seconds(once), () => Seconds(fourTimes), unit);
    }

    [Fact]
    public void RandomCutsOfKeys_NeverThrow()
    {
        var random = new Random(19);
        var examples = KeyRules.All.Concat(SeedRules.All).Concat(JsonWebTokenRules.All).Concat(BinaryRules.All).ToList();
        int matches = 0;
        for (int i = 0; i < 4000; i++)
        {
            char[] text = examples[i % examples.Count].MakeExample(random).ToCharArray();
            for (int edits = random.Next(4); edits > 0; edits--)
            {
                text[random.Next(text.Length)] = (char)random.Next(256);
            }

            string cut = new(text, 0, random.Next(text.Length + 1));
            matches += Scan.All(cut).Count + Scan.All(Encoding.Latin1.GetBytes(cut)).Count;
        }

        matches.ShouldBePositive();
    }

    private static byte[] Repeat(string unit, int size)
    {
        var text = new byte[size];
        for (int i = 0; i < size; i++)
        {
            text[i] = (byte)unit[i % unit.Length];
        }

        return text;
    }

    private static double Seconds(byte[] text)
    {
        long start = Stopwatch.GetTimestamp();
        Scan.All(text).Count.ShouldBeLessThan(text.Length);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
