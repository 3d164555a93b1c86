using SecretGuard.DetectSecrets.Plugins;

namespace SecretGuard.DetectSecrets.Tests.Plugins;

/// <summary>How a value must be bound to a name, language by language. <c>§</c> stands for the value.</summary>
public sealed class KeywordTests
{
    [Theory]
    [InlineData("a.py", "password = \"§\"")]
    [InlineData("a.py", "my_password_old == '§'")]
    [InlineData("a.py", "{'api_key': '§',")]
    [InlineData("a.py", "config['secret'] = `§`")]
    [InlineData("a.py", "if '§' == my_password_hash:")]
    [InlineData("a.js", "secret => \"§\"")]
    [InlineData("a.java", "private_key \"§\";")]
    [InlineData("a.txt", "db_pass: \"§\"")]
    [InlineData("a.cs", "var password = @\"§\";")]
    [InlineData("a.cs", "password != \"§\"")]
    [InlineData("a.c", "char secret[25] = \"§\";")]
    [InlineData("a.cpp", "std::string secret(\"§\");")]
    [InlineData("a.cpp", "secret.assign(\"§\", 17);")]
    [InlineData("a.go", "password := §")]
    [InlineData("a.yaml", "password: §")]
    [InlineData("a.ini", "password = §")]
    [InlineData("a.toml", "password = '§'")]
    [InlineData("a.properties", "db.PASSWD=§,")]
    public void Value_IsTaken(string path, string line) => Captured(path, line).ShouldBe(["Value9"]);

    [Theory]
    [InlineData("a.py", "password = §")]
    [InlineData("a.py", "pass = \"§\"")]
    [InlineData("a.py", "api-key = \"§\"")]
    [InlineData("a.py", "password = \"-§\"")]
    [InlineData("a.py", "password = \"§,\"")]
    [InlineData("a.py", "password = \"§'")]
    [InlineData("a.cs", "\"Password\": \"§\"")]
    [InlineData("a.cs", "password = '§'")]
    [InlineData("a.ini", "password: ")]
    public void Value_IsNotTaken(string path, string line) => Captured(path, line).ShouldBeEmpty();

    [Fact]
    public void Exclusion_OfALine_TakesNothing() => Captured("a.py", "password = \"§\" # fake", "FAKE$").ShouldBeEmpty();

    private static string[] Captured(string path, string line, string? exclude = null)
    {
        var found = new List<Capture>();
        new KeywordPlugin(exclude).Find(new PluginLine(line.Replace("§", "Value9", StringComparison.Ordinal), path), found);
        return [.. found.Select(capture => capture.Hashed).Distinct(StringComparer.Ordinal)];
    }
}
