using SecretGuard.Stores.Local.DotEnv;
using SecretGuard.Stores.Local.Files;
using SecretGuard.Stores.Local.UserSecrets;
using SecretGuard.Stores.Local.Variables;
using SecretGuard.Stores.Verification;

namespace SecretGuard.Stores.Tests.Local;

public sealed class LocalStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task DotEnv_AnswersByNameAndKey()
    {
        using var store = new DotEnvStore(_folder.Write(".env", "A=1\nOpenAI__ApiKey=x\nE=\nA=2\n"));
        (await AskAsync(store, "A")).Verdict.ShouldBe(Verdict.Present);
        (await AskAsync(store, "OpenAI:ApiKey")).Verdict.ShouldBe(Verdict.Present);
        StoreAnswer empty = await AskAsync(store, "E");
        (empty.Verdict, empty.Cause).ShouldBe((Verdict.NoVersion, $"it is empty in {store.Address}:3"));
        (await AskAsync(store, "a")).Verdict.ShouldBe(Verdict.Missing);
        StoreAnswer field = await AskAsync(store, "A", "field");
        (field.Verdict, field.IsFieldUnchecked).ShouldBe((Verdict.Present, true));
        store.Notices.ShouldHaveSingleItem().ShouldContain("line 4: 'A' was set in line 1");
    }

    [Theory]
    [InlineData("""{ "A": { "B": "x", "C": { "D": "y" } }, "E:F": "z" }""", "a:b", Verdict.Present)]
    [InlineData("""{ "A": { "B": "x", "C": { "D": "y" } }, "E:F": "z" }""", "A:C:D", Verdict.Present)]
    [InlineData("""{ "A": { "B": "x", "C": { "D": "y" } }, "E:F": "z" }""", "E:F", Verdict.Present)]
    [InlineData("""{ "A": { "B": "x", "C": { "D": "y" } }, "E:F": "z" }""", "A", Verdict.Present)]
    [InlineData("""{ "A": { "B": "x", "C": { "D": "y" } }, "E:F": "z" }""", "A:D", Verdict.Missing)]
    [InlineData("""{ "A": { "B": "x", "C": { "D": "y" } }, "E:F": "z" }""", "A__B", Verdict.Missing)]
    [InlineData("{ // why\n \"A\": \"x\", /* and */ }", "A", Verdict.Present)]
    [InlineData("\uFEFF{ \"A\": 5 }", "A", Verdict.Present)]
    [InlineData("""{ "A": "" }""", "A", Verdict.NoVersion)]
    [InlineData("""{ "A": null, "B": {} }""", "B", Verdict.NoVersion)]
    [InlineData("""{ "A": ["x", "y"] }""", "A:1", Verdict.Present)]
    [InlineData("""{ "A": ["x", "y"] }""", "A:2", Verdict.Missing)]
    [InlineData("", "A", Verdict.Missing)]
    [InlineData("[]", "A", Verdict.Misconfigured)]
    [InlineData("{ \"A\": ", "A", Verdict.Misconfigured)]
    public async Task UserSecrets_AreKeysOfConfiguration(string json, string key, Verdict expected)
    {
        using var store = new UserSecretsStore("id", _folder.Write("secrets.json", json));
        (await AskAsync(store, key)).Verdict.ShouldBe(expected);
    }

    [Fact]
    public async Task UserSecrets_HaveSectionsWithFields()
    {
        using var store = new UserSecretsStore("id", _folder.Write("secrets.json", """{ "OpenAI": { "ApiKey": "x", "Org": "" } }"""));
        (await AskAsync(store, "OpenAI", "ApiKey")).Verdict.ShouldBe(Verdict.Present);
        (await AskAsync(store, "OpenAI", "Org")).Verdict.ShouldBe(Verdict.NoVersion);
        (await AskAsync(store, "OpenAI", "ApiKy")).Nearest.ShouldBe("ApiKey");
    }

    /// <summary>A section that the key would be in lacks no letter of it.</summary>
    [Fact]
    public async Task KeyThatIsMissing_IsNotHeldForItsSection()
    {
        using var store = new UserSecretsStore("id", _folder.Write("secrets.json", """{ "OpenAIKeys": { "Org": "x" }, "Mail": { "A": "x" } }"""));
        VerificationReport report = await new StoreVerifier(new VerifierOptions()).VerifyAsync(store, [new SecretQuery("OpenAIKeys:Key"), new SecretQuery("Mail:B")], null, TestContext.Current.CancellationToken);
        report.Answers.Select(answer => answer.Nearest).ShouldBe([null, "Mail:A"]);
    }

    [Fact]
    public async Task UserSecrets_WithoutAFile_AreNone()
    {
        using var store = new UserSecretsStore("id", Path.Combine(_folder.Path, "secrets.json"));
        (await AskAsync(store, "A")).Verdict.ShouldBe(Verdict.Missing);
    }

    [Theory]
    [InlineData("id", "APPDATA=C", "C/Microsoft/UserSecrets/id/secrets.json")]
    [InlineData("id", "HOME=/h", "/h/.microsoft/usersecrets/id/secrets.json")]
    [InlineData("a/b", "HOME=/h", null)]
    [InlineData("..", "HOME=/h", null)]
    [InlineData("", "HOME=/h", null)]
    public void UserSecretsPath_IsThatOfThePlatform(string id, string variables, string? expected)
    {
        string[] pair = variables.Split('=');
        UserSecretsPath.Of(id, name => name == pair[0] ? pair[1] : null)?.Replace('\\', '/').ShouldBe(expected);
    }

    [Fact]
    public async Task Files_AreSecrets_AndFoldersHaveFields()
    {
        _folder.Write("OpenAI__ApiKey", "x");
        _folder.Write("blank", " \n");
        _folder.Write("db/password", "x");
        _folder.Write("db/user", "");
        _folder.Write("..data/hidden", "x");
        using var store = new FilesStore(_folder.Path);
        (await AskAsync(store, "OpenAI__ApiKey")).Verdict.ShouldBe(Verdict.Present);
        (await AskAsync(store, "OpenAI:ApiKey")).Verdict.ShouldBe(Verdict.Present);
        (await AskAsync(store, "blank")).Verdict.ShouldBe(Verdict.NoVersion);
        (await AskAsync(store, "db", "password")).Verdict.ShouldBe(Verdict.Present);
        (await AskAsync(store, "db/password")).Verdict.ShouldBe(Verdict.Present);
        (await AskAsync(store, "db", "user")).Verdict.ShouldBe(Verdict.NoVersion);
        (await AskAsync(store, "db", "host")).Verdict.ShouldBe(Verdict.FieldMissing);
        (await AskAsync(store, "..data")).Verdict.ShouldBe(Verdict.Missing);
        (await AskAsync(store, "OpenAI__ApiKey")).Metadata.Updated.ShouldNotBeNull();
    }

    [Fact]
    public async Task Files_BehindLinks_AreSeen()
    {
        string target = _folder.Write("..2026/password", "x");
        try
        {
            File.CreateSymbolicLink(Path.Combine(_folder.Path, "password"), target);
            File.CreateSymbolicLink(Path.Combine(_folder.Path, "dangling"), Path.Combine(_folder.Path, "gone"));
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            Assert.Skip("this user may make no links here");
        }

        using var store = new FilesStore(_folder.Path);
        (await AskAsync(store, "password")).Verdict.ShouldBe(Verdict.Present);
        (await AskAsync(store, "dangling")).Verdict.ShouldBe(Verdict.Forbidden);
    }

    [Fact]
    public async Task Environment_AnswersByNameAndKey()
    {
        using var store = new EnvironmentStore(() => [("A__B", "x"), ("E", "")]);
        (await AskAsync(store, "A:B")).Verdict.ShouldBe(Verdict.Present);
        (await AskAsync(store, "E")).Verdict.ShouldBe(Verdict.NoVersion);
        (await AskAsync(store, "C")).Verdict.ShouldBe(Verdict.Missing);
    }

    [Fact]
    public async Task StoreThatIsNotThere_IsMisconfigured_NotEmpty()
    {
        using var file = new DotEnvStore(Path.Combine(_folder.Path, "none.env"));
        using var isFolder = new DotEnvStore(_folder.Path);
        using var folder = new FilesStore(Path.Combine(_folder.Path, "none"));
        foreach (ISecretStore store in new ISecretStore[] { file, isFolder, folder })
        {
            (await AskAsync(store, "A")).Verdict.ShouldBe(Verdict.Misconfigured);
        }
    }

    [Fact]
    public async Task Listing_HasFoldersWithTheirFields_AndKeysWithoutTheirSections()
    {
        _folder.Write("run/db/password", "x");
        _folder.Write("run/db/user", "x");
        _folder.Write("run/token", "x");
        using var files = new FilesStore(Path.Combine(_folder.Path, "run"));
        (await ListAsync(files)).ShouldBe("db#password,user token");
        using var keys = new UserSecretsStore("id", _folder.Write("secrets.json", """{ "Db": { "Password": "x", "Hosts": ["a"] }, "Token": "" }"""));
        (await ListAsync(keys)).ShouldBe("Db:Hosts:0 Db:Password Token");
    }

    [Fact]
    public async Task Version_CannotBeTold()
    {
        using var store = new DotEnvStore(_folder.Write(".env", "A=1"));
        (await store.AskAsync(new SecretQuery("A", Version: "3"), TestContext.Current.CancellationToken)).Verdict.ShouldBe(Verdict.Misconfigured);
    }

    private static async Task<string> ListAsync(ISecretStore store) => string.Join(' ', (await new StoreLister(new VerifierOptions()).ListAsync(store, "", TestContext.Current.CancellationToken)).Secrets
        .Select(secret => secret.Query.Name + (secret.Metadata.Fields is { } fields ? "#" + string.Join(',', fields.Names) : "")));

    private static Task<StoreAnswer> AskAsync(ISecretStore store, string name, string? field = null) =>
        store.AskAsync(new SecretQuery(name, field), TestContext.Current.CancellationToken);
}
