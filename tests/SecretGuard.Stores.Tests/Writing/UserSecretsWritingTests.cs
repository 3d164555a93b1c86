using System.Text;
using Microsoft.Extensions.Configuration;
using SecretGuard.Stores.Local.UserSecrets;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Stores.Tests.Writing;

/// <summary>What becomes of a <c>secrets.json</c>.</summary>
public sealed class UserSecretsWritingTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "{\n  \"A:B\": \"‹new›\"\n}\n")]
    [InlineData("{}", "{\n  \"A:B\": \"‹new›\"\n}")]
    [InlineData("{\r\n}\r\n", "{\r\n  \"A:B\": \"‹new›\"\r\n}\r\n")]
    [InlineData("{\n    \"A:B\": \"x\", // why\n    \"C\": 1\n}\n", "{\n    \"A:B\": \"‹new›\", // why\n    \"C\": 1\n}\n")]
    [InlineData("{\n  \"a\": { \"b\": null, \"C\": \"x\" }\n}", "{\n  \"a\": { \"b\": \"‹new›\", \"C\": \"x\" }\n}")]
    [InlineData("{\n    \"C\": \"x\" // why, and how\n}\n", "{\n    \"C\": \"x\", // why, and how\n    \"A:B\": \"‹new›\"\n}\n")]
    [InlineData("{\n  \"C\": \"x\", /* all, really */\n  // the end\n}\n", "{\n  \"C\": \"x\", /* all, really */\n  // the end\n  \"A:B\": \"‹new›\"\n}\n")]
    [InlineData("{\r\n\t\"A\": {\r\n\t\t\"C\": [ 1, 2 ]\r\n\t}\r\n}\r\n", "{\r\n\t\"A\": {\r\n\t\t\"C\": [ 1, 2 ],\r\n\t\t\"B\": \"‹new›\"\r\n\t}\r\n}\r\n")]
    [InlineData("{ \"A\": {} }", "{ \"A\": { \"B\": \"‹new›\" } }")]
    [InlineData("{\"A\":{\"C\":1,}}", "{\"A\":{\"C\":1, \"B\": \"‹new›\"}}")]
    [InlineData("{ \"A\": \"x\" }", "{ \"A\": \"x\", \"A:B\": \"‹new›\" }")]
    [InlineData("{ \"A\": [ \"x\" ] }", "{ \"A\": [ \"x\" ], \"A:B\": \"‹new›\" }")]
    [InlineData("{ \"A\": { \"B\": { \"C\": 1 } } }", null)]
    [InlineData("{ \"A\": ", null)]
    [InlineData("[]", null)]
    public void Text_KeepsAllElse(string before, string? after)
    {
        string? made = UserSecretsWriter.With(before, "A:B", "n\"1");
        made.ShouldBe(after?.Replace("‹new›", "n\\\"1", StringComparison.Ordinal));
        if (made is not null)
        {
            Configuration(made)["a:b"].ShouldBe("n\"1");
        }
    }

    [Theory]
    [InlineData("it's ${HOME} \\ \"q\"\r\n\ttwo lines\n\0")]
    [InlineData("„ü“ 漢 😀 <&>")]
    [InlineData(" blanks ")]
    [InlineData("")]
    public void Value_IsWhatDotNetReads(string value) => Configuration(UserSecretsWriter.With("{ \"B\": 1 }", "A", value)!)["A"].ShouldBe(value);

    [Fact]
    public async Task Fields_AreTheKeysOfASection_AndAJsonTextStaysAText()
    {
        string path = _folder.Write("secrets.json", "{\n  \"Google\": \"{}\",\n  \"Db\": { \"User\": \"app\", \"Password\": \"x\" }\n}\n");
        SecretValue pair = SecretValue.Of(new Dictionary<string, SecretValue>(StringComparer.Ordinal) { ["User"] = SecretValue.Of("app"), ["Password"] = SecretValue.Of("y") });
        (await WriteAsync(path, "Db", pair)).IsWritten.ShouldBeTrue();
        (await WriteAsync(path, "Other", pair)).IsWritten.ShouldBeTrue();
        (await WriteAsync(path, "Google", pair)).IsWritten.ShouldBeTrue();
        (await WriteAsync(path, "Json", SecretValue.Of("{\"a\":1}"))).IsWritten.ShouldBeTrue();
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe("""
            {
              "Google": "{\"Password\":\"y\",\"User\":\"app\"}",
              "Db": { "User": "app", "Password": "y" },
              "Other:User": "app",
              "Other:Password": "y",
              "Json": "{\"a\":1}"
            }

            """.ReplaceLineEndings("\n"));
        (await WriteAsync(path, "Db", SecretValue.Of("{\"User\":\"b\"}"))).Problem.ShouldNotBeNull().Cause.ShouldBe("'Db' is a section, and the value lacks what it has besides: 'Password'");
        (await WriteAsync(path, "Db", SecretValue.Of("z"))).Problem.ShouldNotBeNull();
    }

    [Fact]
    public async Task NewFile_IsItsOwnersAlone_AndAByteOrderMarkStays()
    {
        string path = Path.Combine(_folder.Path, "home", "id", "secrets.json"), marked = Path.Combine(_folder.Path, "marked.json");
        (await WriteAsync(path, "A", SecretValue.Of("x"))).IsWritten.ShouldBeTrue();
        await File.WriteAllBytesAsync(marked, [.. Encoding.UTF8.Preamble, .. "{}"u8], TestContext.Current.CancellationToken);
        (await WriteAsync(marked, "A", SecretValue.Of("x"))).IsWritten.ShouldBeTrue();
        (await File.ReadAllBytesAsync(marked, TestContext.Current.CancellationToken)).Take(4).ShouldBe([.. Encoding.UTF8.Preamble, (byte)'{']);
        if (!OperatingSystem.IsWindows())
        {
            (File.GetUnixFileMode(path), File.GetUnixFileMode(Path.GetDirectoryName(path)!)).ShouldBe((OwnerOnly, OwnerOnly | UnixFileMode.UserExecute));
        }
    }

    [Theory]
    [InlineData("{ \"A\": ", "is no valid JSON near line 1")]
    [InlineData("[]", "is no valid JSON near line 1")]
    public async Task BrokenFile_IsLeftAsItIs(string text, string cause)
    {
        string path = _folder.Write("secrets.json", text);
        (await WriteAsync(path, "A", SecretValue.Of("x"))).Problem.ShouldNotBeNull().Cause.ShouldContain(cause);
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe(text);
    }

    [Theory]
    [InlineData("Shop:Db:Password", true)]
    [InlineData("key with blanks", true)]
    [InlineData("Shop__Db", false)]
    [InlineData("Shop::Db", false)]
    [InlineData(":Db", false)]
    [InlineData("", false)]
    public void Name_IsAKeyOfConfiguration(string name, bool isOne)
    {
        using var store = new UserSecretsStore("id", "secrets.json");
        (store.NameMisfit(new SecretQuery(name)) is null).ShouldBe(isOne);
    }

    private static async Task<WriteReply> WriteAsync(string path, string name, SecretValue value)
    {
        using var store = new UserSecretsStore("id", path);
        StandingReply now = await store.LookAsync(new SecretQuery(name), TestContext.Current.CancellationToken);
        return await store.WriteAsync(new SecretQuery(name), value, now.Standing ?? Standing.Absent, TestContext.Current.CancellationToken);
    }

    private static IConfigurationRoot Configuration(string json) => new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
}
