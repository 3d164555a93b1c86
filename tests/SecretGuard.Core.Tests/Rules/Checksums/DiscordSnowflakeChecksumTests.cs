using System.Text;
using SecretGuard.Rules;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Core.Tests.Rules.Checksums;

public sealed class DiscordSnowflakeChecksumTests
{
    private static readonly DiscordSnowflakeChecksum Checksum = new();

    [Theory]
    [InlineData("80351110224678912", Validity.Valid)] // 17 digits: the reference's own sample id
    [InlineData("175928847299117063", Validity.Valid)] // 18
    [InlineData("1000000000000000000", Validity.Valid)] // 19
    [InlineData("3999999999999999999", Validity.Valid)]
    [InlineData("4000000000000000000", Validity.Invalid)] // not before the year 2045
    [InlineData("075928847299117063", Validity.Invalid)]
    [InlineData("1234567890123456", Validity.Invalid)]
    [InlineData("10000000000000000000", Validity.Invalid)]
    [InlineData("17592884729911706x", Validity.Invalid)]
    public void Check_OfAnId_KnowsASnowflake(string id, Validity expected) => Check(Encode(id) + ".t.m").ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("no dot")]
    [InlineData(".t.m")]
    [InlineData("$$$$.t.m")]
    public void Check_OfSomethingElse_IsInvalid(string token) => Check(token).ShouldBe(Validity.Invalid);

    [Fact]
    public void Seal_OfALeadingZero_MakesItAnId() =>
        Checksum.Seal(Encode("075928847299117063") + ".t.m").ShouldBe(Encode("175928847299117063") + ".t.m");

    private static Validity Check(string token) => Checksum.Check(Encoding.ASCII.GetBytes(token));

    private static string Encode(string id) => Convert.ToBase64String(Encoding.ASCII.GetBytes(id)).TrimEnd('=');
}
