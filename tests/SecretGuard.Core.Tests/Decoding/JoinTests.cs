using SecretGuard.Detection;

namespace SecretGuard.Core.Tests.Decoding;

/// <summary>Strings that code puts together.</summary>
public sealed class JoinTests
{
    public static TheoryData<string> Kinds => [.. Decoded.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TokenInTwoLiterals_IsFoundOverBoth(string slug)
    {
        for (int seed = 1; seed <= 5; seed++)
        {
            string token = Decoded.Example(slug, seed);
            foreach (int cut in new[] { 1, 4, token.Length / 2 })
            {
                (string head, string tail) = (token[..cut], token[cut..]);
                Decoded.Finds("var x = \"", $"{head}\" + \"{tail}", "\";\n", slug, "a.cs");
                Decoded.Finds("var x = \"", $"{head}\"+\"{tail}", "\";\n", slug, "a.js");
                Decoded.Finds("var x = \"", $"{head}\" +\n    \"{tail}", "\";\n", slug, "a.cs");
                Decoded.Finds("var x = \"", $"{head}\"\r\n    + @\"{tail}", "\";\r\n", slug, "a.cs");
                Decoded.Finds("$x = '", $"{head}' . '{tail}", "';\n", slug, "a.php");
                Decoded.Finds("Dim x = \"", $"{head}\" & \"{tail}", "\"\n", slug, "a.vb");
                Decoded.Finds("x = \"", $"{head}\" & _\r\n    \"{tail}", "\"\r\n", slug, "a.vb");
                Decoded.Finds("x = \"", $"{head}\" \\\n    \"{tail}", "\"\n", slug, "a.py");
                Decoded.Finds("#define X \"", $"{head}\" \\\n    \"{tail}", "\"\n", slug, "a.c");
                Decoded.Finds("X=\"", $"{head}\"\\\n\"{tail}", "\"\n", slug, "a.sh");
                Decoded.Finds("x = \"", $"{head}\" \"{tail}", "\"\n", slug, "a.py");
                Decoded.Finds("select '", $"{head}' || '{tail}", "' from x;\n", slug, "a.sql");
                Decoded.Finds("local x = \"", $"{head}\" .. \"{tail}", "\"\n", slug, "a.lua");
                Decoded.Finds("x = \"", $"{head}\";\n    x += \"{tail}", "\";\n", slug, "a.js");
                Decoded.Finds("x = '", $"{head}'\nx += '{tail}", "'\n", slug, "a.py");
                Decoded.Finds("x = (\"", $"{head}\"\n     \"{tail}", "\")\n", slug, "a.py");
            }
        }
    }

    [Fact]
    public void TokenInManyLiterals_IsFoundOverAll()
    {
        string token = Decoded.Example(Decoded.Kinds[0], 1);
        string parts = string.Join("\" +\n  \"", token.Chunk(4).Select(part => new string(part)));
        Decoded.Finds("const x = \"", parts, "\";\n", Decoded.Kinds[0]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TokenOnContinuedLines_IsFoundOverAll(string slug)
    {
        string token = Decoded.Example(slug, 6);
        Decoded.Finds("X=", $"{token[..9]}\\\n{token[9..16]}\\\n{token[16..]}", "\n", slug, "a.sh");
        Decoded.Finds("x = \"", $"{token[..8]}\\\r\n{token[8..]}", "\"\r\n", slug, "a.py");
    }

    [Fact]
    public void NameBeforeTheJoin_NamesTheWholeValue()
    {
        string password = Generated.Password(5);
        string whole = $"{password[..4]}\" + \"{password[4..]}";
        string text = $"var password = \"{whole}\";\n";
        Match match = Decoded.All(text, "a.cs").ShouldHaveSingleItem();
        text.Substring(match.Start, match.Length).ShouldBe(whole);
    }

    [Fact]
    public void NameInAnotherLiteral_NamesTheValue()
    {
        string password = Generated.Password(7);
        string text = $"var x = \"Server=db;User Id=svc;Password=\" + \"{password};Encrypt=true\";\n";
        Match match = Decoded.All(text, "a.cs").ShouldHaveSingleItem();
        text.Substring(match.Start, match.Length).ShouldBe(password);
    }

    [Theory]
    [InlineData("throw new Error(\"The password \" + name + \" is not valid for \" + \"this account\");")]
    [InlineData("var sql = \"SELECT id, password \" +\n  \"FROM users \" +\n  \"WHERE token = @token\";")]
    [InlineData("x = [\n  \"token\"\n  , \"password\"\n]")]
    [InlineData("log(\"secret: \" + \"[hidden]\");")]
    public void JoinsWithoutSecrets_AreSilent(string text) => Decoded.Silent(text + "\n", "a.cs");
}
