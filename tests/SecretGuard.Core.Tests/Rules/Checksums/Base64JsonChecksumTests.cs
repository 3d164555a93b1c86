using System.Text;
using SecretGuard.Rules;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Core.Tests.Rules.Checksums;

public sealed class Base64JsonChecksumTests
{
    private static readonly Base64JsonChecksum Checksum = new("p_".Length, "{\"a\":\"****\",\"b\":1}");

    [Theory]
    [InlineData("{\"a\":\"x\",\"b\":2}", Validity.Valid)]
    [InlineData("{\"c\":[],\"b\":2,\"a\":{}}", Validity.Valid)]
    [InlineData("{\"a\":\"x\"}", Validity.Invalid)]
    [InlineData("{\"a\":{\"b\":2}}", Validity.Invalid)]
    [InlineData("\"a\":1,\"b\":2", Validity.Invalid)]
    public void Check_AsksForEveryNameAtTheTop(string json, Validity expected)
    {
        Check("p_" + Encode(json)).ShouldBe(expected);
        Check("p_" + Encode(json) + "_rest").ShouldBe(expected);
    }

    [Fact]
    public void Check_OfForeignCharacters_IsInvalid() => Check("p_" + Encode("{\"a\":1,\"b\":2}") + "!").ShouldBe(Validity.Invalid);

    [Theory]
    [InlineData("p_abcdefgh", "p_", "")]
    [InlineData("p_+a/b=cdef_tail", "p_", "_tail")]
    public void Seal_OfARandomToken_FillsTheTemplate(string sample, string head, string tail)
    {
        string sealedToken = Checksum.Seal(sample);
        sealedToken.ShouldStartWith(head);
        sealedToken.ShouldEndWith(tail);
        Encoding.ASCII.GetString(Convert.FromBase64String(sealedToken[head.Length..^tail.Length])).ShouldBe("{\"a\":\"abcd\",\"b\":1}");
        Check(sealedToken).ShouldBe(Validity.Valid);
    }

    [Fact]
    public void Seal_BeforeADot_LeavesThePaddingOut()
    {
        var checksum = new Base64JsonChecksum("p.".Length, "{\"a\":\"**\"}", '.');
        string sealedToken = checksum.Seal("p.xyzw.tail");
        sealedToken.ShouldBe("p." + Encode("{\"a\":\"xy\"}").TrimEnd('=') + ".tail");
        checksum.Check(Encoding.ASCII.GetBytes(sealedToken)).ShouldBe(Validity.Valid);
    }

    private static Validity Check(string token) => Checksum.Check(Encoding.ASCII.GetBytes(token));

    private static string Encode(string json) => Convert.ToBase64String(Encoding.ASCII.GetBytes(json));
}
