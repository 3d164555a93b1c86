using System.Globalization;
using System.Text;
using SecretGuard.Detection;

namespace SecretGuard.Core.Tests.Decoding;

/// <summary>Escapes of strings, URLs and markup, lists of bytes.</summary>
public sealed class EscapeTests
{
    public static TheoryData<string> Kinds => [.. Decoded.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EscapedToken_IsFoundAtItsEscapes(string slug)
    {
        for (int seed = 1; seed <= 5; seed++)
        {
            string token = Decoded.Example(slug, seed);
            Decoded.Finds("x = \"", Decoded.Each(token, b => $"\\u{b:x4}"), "\";\n", slug);
            Decoded.Finds("x = \"", Decoded.Each(token, b => $"\\u{b:X4}"), "\";\n", slug);
            Decoded.Finds("x = '", Decoded.Each(token, b => $"\\x{b:x2}"), "';\n", slug);
            Decoded.Finds("GET /a?b=", Decoded.Each(token, b => $"%{b:X2}"), " HTTP/1.1\n", slug, "a.log");
            Decoded.Finds("<a b=\"", Decoded.Each(token, b => $"&#x{b:X2};"), "\"/>\n", slug, "a.xml");
            Decoded.Finds("<a b=\"", Decoded.Each(token, b => string.Create(CultureInfo.InvariantCulture, $"&#{b};")), "\"/>\n", slug, "a.xml");
            Decoded.Finds("byte[] x = { ", string.Join(", ", Encoding.UTF8.GetBytes(token).Select(b => $"0x{b:X2}")), " };\n", slug, "a.cs");
            Decoded.Finds("x = [", string.Join(",\n  ", Encoding.UTF8.GetBytes(token).Chunk(8).Select(line => string.Join(",", line.Select(b => $"0x{b:x2}")))), "]\n", slug, "a.py");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void OneEscapedCharacterInsideAToken_IsRead(string slug)
    {
        string token = Decoded.Example(slug, 2);
        int middle = 2;
        string cut = $"{token[..middle]}\\u{(int)token[middle]:x4}{token[(middle + 1)..]}";
        Decoded.Finds("x = \"", cut, "\";\n", slug);
    }

    [Fact]
    public void SlashesThatPhpEscapes_HideNoAddress()
    {
        string password = Generated.Password(3).Replace("!", "-", StringComparison.Ordinal);
        string text = $$"""{"broker":"amqp:\/\/svc:{{password}}@mq.corp.local:5672\/orders"}""";
        Match match = Decoded.All(text, "a.json").ShouldHaveSingleItem();
        text.Substring(match.Start, match.Length).ShouldContain(password);
    }

    [Fact]
    public void UrlInsideAUrl_ShowsItsPassword()
    {
        string password = Generated.Password(4).Replace("!", "-", StringComparison.Ordinal);
        string inner = Uri.EscapeDataString($"https://svc:{password}@git.corp.local/orders.git");
        string text = $"open https://ci.corp.local/build?repository={inner}&x=1\n";
        Match match = Decoded.All(text, "a.log").ShouldHaveSingleItem();
        text.Substring(match.Start, match.Length).ShouldContain(password);
    }

    [Fact]
    public void JsonInAUrl_ShowsItsNamedValues()
    {
        string password = Generated.Password(6).Replace("!", "x", StringComparison.Ordinal);
        string text = $"POST /login?body={Uri.EscapeDataString($$"""{"user":"svc","password":"{{password}}"}""")} HTTP/1.1\n";
        Match match = Decoded.All(text, "a.log").ShouldHaveSingleItem();
        text.Substring(match.Start, match.Length).ShouldBe(password);
    }

    [Theory]
    [InlineData("var x = @\"{\"\"client_secret\"\":\"\"$\"\"}\";\n")]
    [InlineData("var x = @\"{ \"\"user\"\": \"\"svc\"\", \"\"password\"\": \"\"$\"\" }\";\n")]
    [InlineData("var x = @\"<add key=\"\"ApiPassword\"\" value=\"\"$\"\" />\";\n")]
    [InlineData("var x = \"{\\\"a\\\":\\\"{\\\\\\\"password\\\\\\\":\\\\\\\"$\\\\\\\"}\\\"}\";\n")]
    public void JsonAndXmlInAString_ShowTheirNamedValues(string row)
    {
        string password = Generated.Password(6), text = row.Replace("$", password, StringComparison.Ordinal);
        Match match = Decoded.All(text, "a.cs").ShouldHaveSingleItem(text);
        text.Substring(match.Start, match.Length).ShouldBe(password);
    }

    [Fact]
    public void EscapedCharactersOfAPassword_StayInsideItsRange()
    {
        string password = Generated.Password(8);
        string written = password.Replace("!", "\\u0026", StringComparison.Ordinal);
        string text = $"{{\"password\": \"{written}\"}}";
        Match match = Decoded.All(text, "appsettings.json").ShouldHaveSingleItem();
        text.Substring(match.Start, match.Length).ShouldBe(written);
    }

    [Theory]
    [InlineData("[\\u0041-\\u005A\\u0061-\\u007A\\u00AA\\u00B5]")]
    [InlineData("\\x20-\\x7E\\x41\\x42")]
    [InlineData("https://x.example/?redirect=https%3A%2F%2Fy.example%2Fcallback%3Fa%3D1%26b%3D2")]
    [InlineData("&#39;it&#39;s &#60;b&#62; a token&#58; none")]
    [InlineData("0x20, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4a, 0x4b, 0x4c")]
    [InlineData("\\u0063onst \\u003cscript\\u003e location \\u003d \\u0022x\\u0022")]
    public void EscapesWithoutSecrets_AreSilent(string text)
    {
        Decoded.Silent($"x = \"{text}\";\n");
        Decoded.Silent(text + "\n", "a.html");
    }
}
