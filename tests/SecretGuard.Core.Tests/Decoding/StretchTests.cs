using System.Text;
using SecretGuard.Detection;

namespace SecretGuard.Core.Tests.Decoding;

/// <summary>Base64 and hex digits.</summary>
public sealed class StretchTests
{
    private const string Slug = "github-pat-classic";

    public static TheoryData<string> Kinds => [.. Decoded.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Base64OfAToken_IsFoundAtTheDigits(string slug)
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            string encoded = Decoded.Base64(Decoded.Example(slug, seed));
            Decoded.Finds("x = \"", encoded, "\";\n", slug);
            Decoded.Finds("x: ", encoded, "\n", slug, "deploy/a.yaml");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void UrlSafeBase64WithoutPadding_IsFound(string slug) =>
        Decoded.Finds("x = \"", Decoded.Base64(Decoded.Example(slug, 3)).TrimEnd('=').Replace('+', '-').Replace('/', '_'), "\";\n", slug);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void HexOfAToken_IsFoundAtTheDigits(string slug)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Decoded.Example(slug, 5));
        Decoded.Finds("x = \"", Convert.ToHexString(bytes), "\";\n", slug);
        Decoded.Finds("x = 0x", Convert.ToHexStringLower(bytes), ";\n", slug);
    }

    [Fact]
    public void EncodedCommandOfPowerShell_IsReadAsUtf16()
    {
        string token = Decoded.Example(Slug, 1), script = $"$x = '{token}'; Connect $x";
        string encoded = Convert.ToBase64String(Encoding.Unicode.GetBytes(script));
        string text = $"pwsh -NoProfile -EncodedCommand {encoded}\n";
        Match match = Decoded.All(text, "run.sh").ShouldHaveSingleItem();
        match.Rule.Slug.ShouldBe(Slug);

        // The token takes the middle of the digits: groups of four stand for a character and a half.
        string found = text.Substring(match.Start, match.Length);
        int offset = text.IndexOf(found, StringComparison.Ordinal) - text.IndexOf(encoded, StringComparison.Ordinal);
        (offset % 4).ShouldBe(0);
        Encoding.Unicode.GetString(Convert.FromBase64String(encoded)).ShouldContain(token);
        match.Length.ShouldBeInRange(token.Length * 8 / 3, (token.Length * 8 / 3) + 12);
    }

    [Fact]
    public void WrappedBase64WithIndentation_IsReadAsOne()
    {
        string settings = string.Concat(Enumerable.Range(0, 30).Select(i => $"OPTION_{i}=value {i}\n")) + $"X={Decoded.Example(Slug, 9)}\n";
        string wrapped = string.Join("\n      ", Decoded.Base64(settings).Chunk(64).Select(line => new string(line)));
        string text = $"config:\n      {wrapped}\nnext: 1\n";
        Match match = Decoded.All(text, "deploy/values.yaml").ShouldHaveSingleItem();
        match.Rule.Slug.ShouldBe(Slug);
        match.Start.ShouldBeGreaterThan(text.Length / 2);
        match.End.ShouldBeLessThanOrEqualTo(text.IndexOf("\nnext", StringComparison.Ordinal));
    }

    [Fact]
    public void TwoSecretsInOneStretch_AreTwoMatches()
    {
        string encoded = Decoded.Base64($"A={Decoded.Example(Slug, 1)}\nOTHER={Decoded.Example("slack-bot-token", 2)}\n");
        string text = $"env: {encoded}\n";
        IReadOnlyList<Match> found = Decoded.All(text, "a.yaml");
        found.Select(match => match.Rule.Slug).ShouldBe([Slug, "slack-bot-token"]);
        found[0].End.ShouldBeLessThanOrEqualTo(found[1].Start);
    }

    [Fact]
    public void NamedValues_AreReadWhereTheDecodedTextNamesThem()
    {
        string password = Generated.Password(11);
        foreach (string plain in new[] { $"DB_HOST=localhost\nDB_PASSWORD={password}\n", $$"""{"user":"svc","password":"{{password}}"}""", $"Server=db;Database=orders;User Id=svc;Password={password};" })
        {
            Decoded.All($"x = \"{Decoded.Base64(plain)}\"\n").ShouldHaveSingleItem(plain).Encodings.ShouldBe(1);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TwoEncodings_AreReadThrough(string slug)
    {
        string token = Decoded.Example(slug, 4);
        string twice = Decoded.Base64(Decoded.Base64(token));
        Decoded.Finds("x = \"", twice, "\"\n", slug);
        Decoded.Finds("x = \"", Decoded.Base64(Convert.ToHexString(Encoding.UTF8.GetBytes(token))), "\"\n", slug);

        // The inner padding ends the token a little before the outer digits end.
        string url = Uri.EscapeDataString(Decoded.Base64(token + "\n##"));
        Decoded.All($"GET /a?b={url}&c=%3D HTTP/1.1\n", "a.log").ShouldHaveSingleItem(url).Rule.Slug.ShouldBe(slug);
    }

    [Fact]
    public void ThreeEncodings_AreLeft() =>
        Decoded.Silent($"x = \"{Decoded.Base64(Decoded.Base64(Decoded.Base64(Decoded.Example(Slug, 1))))}\"\n");

    [Fact]
    public void RandomBytesAndHashesAndImages_AreSilent()
    {
        var random = new Random(5);
        var text = new StringBuilder();
        for (int i = 0; i < 2000; i++)
        {
            byte[] bytes = new byte[random.Next(16, 96)];
            random.NextBytes(bytes);
            text.Append("  \"").Append(Convert.ToBase64String(bytes)).Append("\", \"").Append(Convert.ToHexString(bytes)).Append("\", \"sha512-").Append(Convert.ToBase64String(bytes)).Append("\",\n");
            bytes = [0x89, (byte)'P', (byte)'N', (byte)'G', .. bytes];
            text.Append("  url(data:image/png;base64,").Append(Convert.ToBase64String(bytes)).Append("),\n");
        }

        Decoded.Silent(text.ToString(), "site.css");
        Decoded.Silent(text.ToString(), "package-lock.json");
    }

    [Fact]
    public void CertificateAndPublicKey_AreSilent()
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        Decoded.Silent($"ca.crt: {Decoded.Base64(key.ExportSubjectPublicKeyInfoPem())}\n", "a.yaml");
        Decoded.Silent(key.ExportSubjectPublicKeyInfoPem(), "a.pem");
    }

    [Fact]
    public void TextWithoutSecrets_IsSilent()
    {
        const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"><path d=\"M3 18h18v-2H3v2z\"/></svg>";
        Decoded.Silent($"url(data:image/svg+xml;base64,{Decoded.Base64(Svg)})\n", "site.css");
        Decoded.Silent($"x = \"{Decoded.Base64("The password is asked for at the prompt, and never stored anywhere.")}\"\n");
    }
}
