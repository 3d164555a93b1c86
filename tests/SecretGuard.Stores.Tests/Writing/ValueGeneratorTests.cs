using System.Buffers.Text;
using System.Security.Cryptography;
using SecretGuard.Inventories;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Tests.Writing;

/// <summary>What new values are made of.</summary>
public sealed class ValueGeneratorTests
{
    private static readonly byte[] Data = [1, 2, 3];

    [Theory]
    [InlineData(GeneratedText.Hex)]
    [InlineData(GeneratedText.Base64)]
    [InlineData(GeneratedText.Base64Url)]
    public void RandomBits_AreAsManyAsAsked_AndNeverTheSame(GeneratedText text)
    {
        string[] made = [.. Enumerable.Range(0, 20).Select(_ => ValueGenerator.Make(new DeclaredGeneration(GeneratedType.Random) { Bits = 384, Text = text }).Value)];
        made.Distinct(StringComparer.Ordinal).Count().ShouldBe(20);
        made.Select(value => text switch { GeneratedText.Hex => Convert.FromHexString(value), GeneratedText.Base64 => Convert.FromBase64String(value), _ => Base64Url.DecodeFromChars(value) }).ShouldAllBe(bytes => bytes.Length == 48);
    }

    [Fact]
    public void Password_HasEveryClass_AndNothingElse()
    {
        for (int i = 0; i < 200; i++)
        {
            string value = ValueGenerator.Make(new DeclaredGeneration(GeneratedType.Password) { Length = 12, Symbols = "-_" }).Value;
            (value.Length, value.Any(char.IsAsciiLetterLower), value.Any(char.IsAsciiLetterUpper), value.Any(char.IsAsciiDigit), value.Any(c => c is '-' or '_')).ShouldBe((12, true, true, true, true));
            value.ShouldAllBe(c => char.IsAsciiLetterOrDigit(c) || c == '-' || c == '_');
        }
    }

    [Fact]
    public void RsaKey_IsOfItsSize_AndItsPublicPartGoesWithIt()
    {
        (string made, string? publicPart) = ValueGenerator.Make(new DeclaredGeneration(GeneratedType.Rsa) { Bits = 2048 });
        using var key = RSA.Create();
        key.ImportFromPem(made);
        using var other = RSA.Create();
        other.ImportFromPem(publicPart);
        key.KeySize.ShouldBe(2048);
        other.VerifyData(Data, key.SignData(Data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss), HashAlgorithmName.SHA256, RSASignaturePadding.Pss).ShouldBeTrue();
    }

    [Theory]
    [InlineData(256)]
    [InlineData(384)]
    [InlineData(521)]
    public void CurveKey_IsOfItsCurve_AndItsPublicPartGoesWithIt(int bits)
    {
        (string made, string? publicPart) = ValueGenerator.Make(new DeclaredGeneration(GeneratedType.Ec) { Bits = bits });
        using var key = ECDsa.Create();
        key.ImportFromPem(made);
        using var other = ECDsa.Create();
        other.ImportFromPem(publicPart);
        key.KeySize.ShouldBe(bits);
        other.VerifyData(Data, key.SignData(Data, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256).ShouldBeTrue();
    }
}
