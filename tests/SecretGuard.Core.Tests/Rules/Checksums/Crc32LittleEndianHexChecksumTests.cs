using System.Text;
using SecretGuard.Rules;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Core.Tests.Rules.Checksums;

public sealed class Crc32LittleEndianHexChecksumTests
{
    private static readonly Crc32LittleEndianHexChecksum Checksum = new();

    // The check value of CRC-32 is 0xCBF43926 for the nine digits; its bytes from the least significant on.
    [Theory]
    [InlineData("123456789_2639f4cb", Validity.Valid)]
    [InlineData("123456789_cbf43926", Validity.Invalid)]
    [InlineData("123456789_2639f4cc", Validity.Invalid)]
    [InlineData("123456788_2639f4cb", Validity.Invalid)]
    [InlineData("123456789_2639F4CB", Validity.Invalid)]
    public void Check_OfTheCheckValue_IsAsPublished(string token, Validity expected) =>
        Checksum.Check(Encoding.ASCII.GetBytes(token)).ShouldBe(expected);

    [Fact]
    public void Seal_OfAnything_GivesAValidToken() => Checksum.Seal("123456789_00000000").ShouldBe("123456789_2639f4cb");
}
