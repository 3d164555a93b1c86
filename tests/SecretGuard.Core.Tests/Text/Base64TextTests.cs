using System.Text;
using SecretGuard.Text;

namespace SecretGuard.Core.Tests.Text;

public sealed class Base64TextTests
{
    [Fact]
    public void Decode_OfEveryLength_IsWhatTheFrameworkSays()
    {
        var random = new Random(1);
        for (int length = 0; length < 70; length++)
        {
            byte[] bytes = new byte[length];
            random.NextBytes(bytes);
            string text = Convert.ToBase64String(bytes);
            Base64Text.Decode(Encoding.ASCII.GetBytes(text)).ShouldBe(bytes);
            Base64Text.Decode(Encoding.ASCII.GetBytes(text.TrimEnd('='))).ShouldBe(bytes);
            Base64Text.Decode(Encoding.ASCII.GetBytes(Base64Text.EncodeForUrl(bytes))).ShouldBe(bytes);
        }
    }

    [Theory]
    [InlineData("ab c")]
    [InlineData("a=bc")]
    [InlineData("ab.c")]
    [InlineData("abcdA")] // six bits make no byte
    [InlineData("AB==")] // bits beyond the last byte
    public void Decode_OfOtherText_IsNull(string text) => Base64Text.Decode(Encoding.ASCII.GetBytes(text)).ShouldBeNull();

    [Fact]
    public void DecodeLoosely_ForgivesBitsBeyondTheLastByte() => Base64Text.DecodeLoosely("AB=="u8).ShouldBe([0]);

    [Theory]
    [InlineData("ab c")]
    [InlineData("abcdA")]
    [InlineData("\u00e4bcd")]
    public void DecodeLoosely_OfOtherText_IsNull(string text) => Base64Text.DecodeLoosely(Encoding.UTF8.GetBytes(text)).ShouldBeNull();

    [Fact]
    public void DecodeStart_EndsBeforeTheFirstOtherByte() => Base64Text.DecodeStart("TWFu TWFu"u8).ShouldBe("Man"u8.ToArray());
}
