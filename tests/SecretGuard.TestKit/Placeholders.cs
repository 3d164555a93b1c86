using System.Globalization;
using System.Text;

namespace SecretGuard.TestKit;

/// <summary>
/// Texts of tests hold no secret; these placeholders are filled in at run time:
/// <c>‹pw›</c> a password of a policy, <c>‹tok›</c> letters and digits, <c>‹hex›</c>, <c>‹guid›</c>, <c>‹b64›</c> a 64-byte key, <c>‹sig›</c> the Base64
/// of 32 bytes, <c>‹sigenc›</c> the same percent-encoded, <c>‹basic›</c> the Base64 of a user and a password, <c>‹seed›</c> of one-time
/// passwords, <c>‹jwt›</c>, <c>‹pat›</c> a token of an issuer's format; what people choose: <c>‹plain›</c> a word and a number, <c>‹dotted›</c> and <c>‹hyphened›</c> with a sign between,
/// <c>‹phrase›</c> four words, <c>‹Noun›</c> one with a capital.
/// </summary>
public static class Placeholders
{
    /// <summary>The text with its placeholders filled in.</summary>
    public static string Fill(string text, Random random)
    {
        text = Replace(text, "‹pw›", () => Password(random));
        text = Replace(text, "‹Noun›", () => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Word(random)));
        text = Replace(text, "‹plain›", () => Word(random) + random.Next(10, 99));
        text = Replace(text, "‹dotted›", () => $"{Word(random)}.{random.Next(1000, 9999)}");
        text = Replace(text, "‹hyphened›", () => $"{(random.Next(2) == 0 ? "prod" : Word(random))}-{random.Next(1000, 9999)}");
        text = Replace(text, "‹phrase›", () => string.Join('-', Word(random), Word(random), Word(random), Word(random)));
        text = Replace(text, "‹tok›", () => Token(random, 32));
        text = Replace(text, "‹hex›", () => string.Concat(Enumerable.Range(0, 16).Select(_ => random.Next(256).ToString("x2", CultureInfo.InvariantCulture))));
        text = Replace(text, "‹guid›", () => new Guid([.. Bytes(random, 16)]).ToString());
        text = Replace(text, "‹b64›", () => Convert.ToBase64String(Bytes(random, 64)));
        text = Replace(text, "‹sig›", () => Convert.ToBase64String(Bytes(random, 32)));
        text = Replace(text, "‹sigenc›", () => Uri.EscapeDataString(Convert.ToBase64String(Bytes(random, 32))));
        text = Replace(text, "‹seed›", () => string.Concat(Enumerable.Range(0, 32).Select(_ => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[random.Next(32)])));
        text = Replace(text, "‹pat›", () => "glpat-" + Token(random, 20));
        text = Replace(text, "‹basic›", () => Convert.ToBase64String(Encoding.UTF8.GetBytes("svc-orders:" + Password(random))));
        return Replace(text, "‹jwt›", () => string.Join('.', Encode("""{"alg":"HS256"}"""), Encode($$"""{"sub":"{{Token(random, 12)}}"}"""), Token(random, 43)));
    }

    private static string Replace(string text, string name, Func<string> make)
    {
        for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, StringComparison.Ordinal))
        {
            text = string.Concat(text.AsSpan(0, at), make(), text.AsSpan(at + name.Length));
        }

        return text;
    }

    /// <summary>Such as <c>Kw7!mpoq29</c>: what a policy asks for.</summary>
    private static string Password(Random random) =>
        $"K{(char)('p' + random.Next(8))}{random.Next(2, 9)}!m{(char)('a' + random.Next(20))}{(char)('a' + random.Next(20))}q{random.Next(10, 99)}";

    private static string Word(Random random)
    {
        string[] words = ["harbor", "meadow", "ribbon", "copper", "lantern", "saddle", "violet", "walnut"];
        return words[random.Next(words.Length)];
    }

    private static string Token(Random random, int length)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        return string.Concat(Enumerable.Range(0, length - 1).Select(_ => Alphabet[random.Next(Alphabet.Length)])) + random.Next(10);
    }

    private static byte[] Bytes(Random random, int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Encode(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
