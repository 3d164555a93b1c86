using System.Text;
using SecretGuard.Rules.Checksums;

namespace SecretGuard.Core.Tests.Rules.Checksums;

public sealed class Base64Tests
{
    [Fact]
    public void Decode_OfEveryLength_EqualsTheFrameworks()
    {
        var random = new Random(3);
        for (int length = 0; length < 100; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            string standard = Convert.ToBase64String(bytes);
            Decode(standard).ShouldBe(bytes);
            Decode(standard.TrimEnd('=')).ShouldBe(bytes);
            Decode(standard.TrimEnd('=').Replace('+', '-').Replace('/', '_')).ShouldBe(bytes);
        }
    }

    [Theory]
    [InlineData("abc!")]
    [InlineData("ab=c")]
    [InlineData("abcde")]
    [InlineData("\u00e4bcd")]
    public void Decode_OfWhatIsNotBase64_GivesNull(string text) => Decode(text).ShouldBeNull();

    private static byte[]? Decode(string text) => Base64Text.Decode(Encoding.UTF8.GetBytes(text));
}
