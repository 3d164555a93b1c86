using System.Globalization;

namespace SecretGuard.Core.Tests.NamedValues;

public sealed class KeyBytesTests
{
    [Theory]
    [InlineData("a.java", "private static final byte[] AES_KEY = new byte[] { [|{0}|] };", 16)]
    [InlineData("a.c", "static const unsigned char aes_key[16] = {\n  [|{0}|] };", 16)]
    [InlineData("a.go", "key := []byte{[|{0}|]}", 32)]
    [InlineData("a.rs", "const KEY: [u8; 24] = [[|{0}|]];", 24)]
    public void Key_WrittenAsBytes_IsFound(string path, string text, int count) => Row.Check(text.Replace("{0}", Bytes(count), StringComparison.Ordinal), path, "cryptographic-key");

    [Theory]
    [InlineData("a.c", "static const unsigned char sbox[16] = { {0} };", 16)]
    [InlineData("a.c", "static const unsigned char public_key[16] = { {0} };", 16)]
    [InlineData("a.c", "static const unsigned char password_salt[16] = { {0} };", 16)]
    [InlineData("a.c", "static const unsigned char salt[16] = { {0} };", 16)]
    [InlineData("a.c", "static const unsigned char aes_key[16] = { {0} };", 13)]
    [InlineData("tests/a.c", "static const unsigned char aes_key[16] = { {0} };", 16)]
    [InlineData("a.c", "static const unsigned char aes_key[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 };", 0)]
    [InlineData("a.c", "static const unsigned char aes_key[] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };", 0)]
    public void Bytes_ThatAreNoKey_AreSilent(string path, string text, int count) => Row.Check(text.Replace("{0}", Bytes(count), StringComparison.Ordinal), path);

    private static string Bytes(int count)
    {
        var random = new Random(count);
        return string.Join(", ", Enumerable.Range(0, count).Select(_ => "0x" + random.Next(256).ToString("x2", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("static readonly byte[] FieldKey = Convert.FromHexString(\"[|‹hex›|]\");")]
    [InlineData("static readonly byte[] LabelKey = Convert.FromBase64String(\"[|‹sig›|]\");")]
    [InlineData("if (string.Equals(dto.Pin, \"[|739162|]\", StringComparison.Ordinal)) return;")]
    public void Literal_ThatIsDecodedIntoAKey_OrIsAPin_IsFound(string text) => Row.Check(text, "a.cs");

    [Theory]
    [InlineData("static readonly string FieldKey = Lookup(\"‹hex›\");")]
    [InlineData("var image = Convert.FromBase64String(\"‹sig›\");")]
    public void Literal_OfAnythingElse_IsSilent(string text) => Row.Check(text, "a.cs");
}
