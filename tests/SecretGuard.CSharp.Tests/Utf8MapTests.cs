using System.Text;

namespace SecretGuard.CSharp.Tests;

/// <summary>Characters to bytes and back, beyond ASCII and beyond one block too.</summary>
public sealed class Utf8MapTests
{
    public static TheoryData<string> Texts => ["", "plain", "Grüße", "a😀b", string.Concat(Enumerable.Repeat("naïve 😀 text ", 200))];

    [Theory]
    [MemberData(nameof(Texts))]
    public void EveryCharacter_MapsToItsByteAndBack(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var map = new Utf8Map(text, bytes, bytes.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]))
            {
                continue;
            }

            int at = Encoding.UTF8.GetByteCount(text.AsSpan(0, i));
            map.ToByte(i).ShouldBe(at);
            map.ToCharacter(at).ShouldBe(i);
        }
    }
}
