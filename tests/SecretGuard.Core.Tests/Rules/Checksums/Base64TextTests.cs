using System.Text;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Core.Tests.Rules.Checksums;

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
}
