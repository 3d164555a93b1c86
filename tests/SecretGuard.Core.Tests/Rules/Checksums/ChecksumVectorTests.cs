using System.Text;
using SecretGuard.Rules;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Core.Tests.Rules.Checksums;

/// <summary>
/// Known answers: published test vectors where there are any, else what another implementation said. The tokens are made of one
/// repeated character, so none of them is a secret.
/// </summary>
public sealed class ChecksumVectorTests
{
    [Theory]
    [InlineData("", 0x302009BC)]
    [InlineData("AF", 0x3592E206)]
    [InlineData("E70F", 0xFDAB5E04)]
    [InlineData("37F495", 0x6B3C8B90)]
    [InlineData("8642DC59", 0x0E9407BE)]
    [InlineData("153FB79826", 0x446F25FA)]
    public void Marvin32_OfPublishedVectors_IsTheirHash(string hex, uint expected) =>
        Marvin32.Of(Convert.FromHexString(hex), 0x004FB61A001BDBCC).ShouldBe(expected);

    [Fact]
    public void Crc32_OfTheCheckInput_IsTheCheckValue() => Crc32.Of("123456789"u8).ShouldBe(0xCBF43926);

    [Theory]
    [InlineData("", "0u", "0476oqx")]
    [InlineData(".01", "0u", "0onacxz")]
    public void GitLabRoutable_EndsWithLengthAndCrc(string version, string length, string sum)
    {
        string head = "glpat-" + new string('A', 30) + version + ".";
        new GitLabRoutableChecksum(6).Seal(head + "000000000").ShouldBe(head + length + sum);
    }

    [Fact]
    public void HexCrc32_IsUpperCaseAfterTheBody()
    {
        string head = "ATBB" + new string('A', 24);
        new HexCrc32Checksum().Seal(head + "00000000").ShouldBe(head + "161F510F");
    }

    [Fact]
    public void Crc32Base62_SumsWhatFollowsThePrefix()
    {
        string head = "vcp_" + new string('A', 50);
        new Crc32Base62Checksum(4).Seal(head + "000000").ShouldBe(head + "1cGWCC");
    }

    [Theory]
    [InlineData("", "1O1V")]
    [InlineData("ET==", "1O1VET==")]
    public void AnnotatedKey_EndsWithTheSumInBase62(string longTail, string sum)
    {
        string head = new string('A', 52) + "JQQJ99" + "BC" + new string('A', 16) + "AZDO";
        new AnnotatedKeyChecksum().Seal(head + "0000" + longTail).ShouldBe(head + sum);
    }

    [Fact]
    public void EntraSecret_EndsWithTheFirstDigitsOfTheSum()
    {
        string head = "aaa8Q~" + new string('b', 31);
        new EntraSecretChecksum().Seal(head + "000").ShouldBe(head + "kM3");
    }

    [Fact]
    public void AzureKey_WithTheSumOfAnotherPurpose_IsInvalid()
    {
        string sealedKey = new AzureKeyChecksum("Manage00").Seal(Convert.ToBase64String(new byte[32]));
        byte[] token = Encoding.ASCII.GetBytes(sealedKey);
        new AzureKeyChecksum("Send0000", "Manage00").Check(token).ShouldBe(Validity.Valid);
        new AzureKeyChecksum("Default0").Check(token).ShouldBe(Validity.Invalid);
    }

    [Fact]
    public void PypiMacaroon_WithoutItsEnd_IsUnknown()
    {
        Rule rule = Catalogue.Default.Rules.Single(rule => rule.Slug == "pypi-api-token");
        byte[] token = Encoding.ASCII.GetBytes(rule.MakeExample(new Random(1)));
        rule.Checksum!.Check(token).ShouldBe(Validity.Valid);
        rule.Checksum.Check(token.AsSpan(0, token.Length - 12)).ShouldBe(Validity.Unknown);
    }

    [Fact]
    public void OnePasswordToken_WithoutItsEnd_IsUnknown()
    {
        Rule rule = Catalogue.Default.Rules.Single(rule => rule.Slug == "onepassword-service-account-token");
        byte[] token = Encoding.ASCII.GetBytes(rule.MakeExample(new Random(1)));
        rule.Checksum!.Check(token).ShouldBe(Validity.Valid);
        rule.Checksum.Check(token.AsSpan(0, token.Length - 12)).ShouldBe(Validity.Unknown);
    }
}
