namespace SecretGuard.Git.Tests;

/// <summary>Reads a configuration file as git does.</summary>
public sealed class GitConfigTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("[a]\n\tkey = one \\\n two\n")]
    [InlineData("[a]\r\n\tkey = one \\\r\n two\r\n")]
    [InlineData("[a]\r\n\tkey = one ; rest\r\n\tKEY = \" two \"\r\n")]
    [InlineData("[a] key = one\n")]
    public void Values_AreGits(string text)
    {
        string file = _sandbox["config"];
        File.WriteAllText(file, text);
        GitConfig.Parse(text).Value("a", "key").ShouldBe(_sandbox.Git(_sandbox.Root, "config", "--file", file, "--get", "a.key").TrimEnd('\n'));
    }

    [Fact]
    public void KeyAlone_IsTrue() => GitConfig.Parse("[a]\r\nkey\r\n").Value("a", "key").ShouldBe("true");

    [Fact]
    public void SectionsAndKeys_AreToldOnce()
    {
        var config = GitConfig.Parse("[remote \"b\"]\n\turl = 1\n[remote \"a\"]\n\turl = 2\n[remote \"b\"]\n\tfetch = 3\n[extensions]\n\tnoop = 1\n\tNoop = 2\n");
        config.Subsections("remote").ShouldBe(["b", "a"]);
        config.Keys("extensions").ShouldBe(["noop"]);
    }
}
