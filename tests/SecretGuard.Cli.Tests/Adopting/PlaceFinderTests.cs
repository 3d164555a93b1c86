using SecretGuard.Cli.Adopting.Places;

namespace SecretGuard.Cli.Tests.Adopting;

/// <summary>What holds a secret in a file of each syntax, and what stands there afterwards. The secret stands between ‹ and ›, what is replaced between « and ».</summary>
public sealed class PlaceFinderTests
{
    private const string Read = "Environment.GetEnvironmentVariable(\"DB_KEY\") ?? throw new InvalidOperationException(\"Set DB_KEY.\")";

    [Theory]
    [InlineData("appsettings.json", """{ "A": { "B": «"‹x1›"» } }""", "A:B", "\"\"")]
    [InlineData("appsettings.json", """{ "A": [ "q", «"‹x\"1›"» ], }""", "A:1", "\"\"")]
    [InlineData("appsettings.json", """{ "A": «"Server=db;User Id=u;Password=‹x1›"» }""", "A", "\"\"")]
    [InlineData("docker-compose.yml", "services:\n  db:\n    environment:\n      - DB_PASSWORD=«‹x1›» # it\n", "DB_PASSWORD", "${DB_KEY}")]
    [InlineData("compose.prod.yaml", "services:\n  db:\n    environment: { DB_PASSWORD: «\"‹x1›\"» }\n", "DB_PASSWORD", "\"${DB_KEY}\"")]
    [InlineData(".github/workflows/a.yml", "env:\n  TOKEN: «‹x1›»\n", "TOKEN", "${{ secrets.DB_KEY }}")]
    [InlineData("azure-pipelines.yml", "variables:\n  token: «'‹x1›'»\n", "token", "'$(DB_KEY)'")]
    [InlineData("application-prod.yml", "spring:\n  datasource:\n    password: «‹x1›»\n", "spring:datasource:password", "${DB_KEY}")]
    [InlineData("chart/values.yaml", "auth:\n  password: «‹x1›»\n", "auth:password", "\"\"")]
    [InlineData(".env", "A=1\nexport DB_PASSWORD=«\"‹x 1›\"» # it\n", "DB_PASSWORD", "")]
    [InlineData("prod.env", "DB_PASSWORD = «‹x1›»  # it", "DB_PASSWORD", "")]
    [InlineData("app.ini", "; it\n[mail]\r\npassword = «‹x1›»\r\n", "mail:password", "")]
    [InlineData("config.toml", "[mail]\npassword = «\"‹x1›\"»\n", "mail:password", "\"\"")]
    [InlineData("application.properties", "db.password: «‹x1›»\n", "db.password", "${DB_KEY}")]
    [InlineData(".npmrc", "//registry.example.net/:_authToken=«‹x1›»\n", "npm_authToken", "${DB_KEY}")]
    [InlineData("web.config", "<a>\n  <add key=\"Mail.Key\"\n    value=\"«‹x1›»\" />\n</a>", "Mail.Key", "")]
    [InlineData("web.config", "<add name='Db' connectionString=\"«Server=db;User Id=u;Password=‹x1›»\"/>", "ConnectionStrings:Db", "")]
    [InlineData("NuGet.Config", "<add key=\"ClearTextPassword\" value=\"«‹x1›»\" />", "ClearTextPassword", "%DB_KEY%")]
    [InlineData("App.csproj", "<ApiKey>\n  «‹x1›»\n</ApiKey>", "ApiKey", "$(DB_KEY)")]
    [InlineData("a.cs", "using System;\nclass C { string Password { get; set; } = «\"‹x1›\"»; }", "Password", Read)]
    [InlineData("a.cs", "using System;\nclass C { string p = F(\"a\", user: «@\"‹x1›\"»); }", "user", Read)]
    [InlineData("a.cs", "using System;\nclass C { string _token = // a \" quote\n  «\"\"\"‹x1›\"\"\"»; }", "token", Read)]
    [InlineData("a.cs", "using System; var d = new D { [\"Smtp:Key\"] = «\"‹x1›\"» };", "Smtp:Key", Read)]
    [InlineData("a.cs", "using System; Add(\"Smtp:Key\", «\"‹x1›\"»);", "Smtp:Key", Read)]
    [InlineData("a.cs", "using System;\n  #region a \" quote\nvar k = «\"‹x1›\"»; // #", "k", Read)]
    [InlineData("a.cs", "using System; string P() { return «\"‹x1›\"»; }", "", Read)]
    [InlineData("a.cs", "using System; f($\"{(a ? \"}\" : \"\")} {{\", '\"', «\"‹x1›\"»);", "", Read)]
    [InlineData("a.cs", "class C { string k = «\"‹x1›\"»; }", "k", "System.Environment.GetEnvironmentVariable(\"DB_KEY\") ?? throw new System.InvalidOperationException(\"Set DB_KEY.\")")]
    [InlineData("a.cs", "using System;\nclass C { I Environment { get; } string k = «\"‹x1›\"»; }", "k", "System.Environment.GetEnvironmentVariable(\"DB_KEY\") ?? throw new InvalidOperationException(\"Set DB_KEY.\")")]
    public void Replaced(string path, string marked, string name, string written)
    {
        (SecretPlace place, string text, int start, int end) = Find(path, marked);
        (place.Obstacle, place.Name, place.Reference("DB_KEY")).ShouldBe((null, name, written));
        (place.Start, place.End).ShouldBe((start, end), text);
    }

    [Theory]
    [InlineData("a.cs", "const string K = \"‹x1›\";", "a constant is needed here")]
    [InlineData("a.cs", "[Key(\"‹x1›\")] class C { }", "a constant is needed here")]
    [InlineData("a.cs", "void F(string a, string k = \"‹x1›\") { }", "a constant is needed here")]
    [InlineData("a.cs", "switch (a) { case \"‹x1›\": break; }", "a constant is needed here")]
    [InlineData("a.cs", "var a = b switch { \"‹x1›\" => 1, _ => 2 };", "a constant is needed here")]
    [InlineData("a.cs", "if (a is \"‹x1›\") { }", "a constant is needed here")]
    [InlineData("a.cs", "var a = \"‹x1›\" + b;", "the text is joined with others")]
    [InlineData("a.cs", "var a = $\"‹x1›{b}\";", "the text has holes")]
    [InlineData("a.cs", "F(\"‹x1›\"u8);", "it is a text of bytes")]
    [InlineData("a.cs", "var a = \"Key ‹x1›\";", "the secret is a part of a longer text")]
    [InlineData("a.cs", "var a = c[\"K\"] ?? \"‹x1›\";", "it is what counts where nothing is configured")]
    [InlineData("a.cs", "var a = c.GetValue<string>(\"K\", \"‹x1›\");", "it is what counts where nothing is configured")]
    [InlineData("a.cs", "if (a == \"‹x1›\") { }", "what may stand here instead, only the compiler knows")]
    [InlineData("a.cs", "var a = b ? \"‹x1›\" : \"\";", "a constant is needed here")]
    [InlineData("a.cs", "// key \"‹x1›\"", "it stands in a comment")]
    [InlineData("a.cs", "var a = \"\"\"\n  ‹x1›\n  \"\"\";", "it goes over several lines")]
    [InlineData("a.json", """{ "A": "Key ‹x1› here" }""", "the secret is a part of a longer text")]
    [InlineData("a.json", "// ‹x1›\n{ }", "it is no text of a JSON document")]
    [InlineData("secret.yaml", "apiVersion: v1\nkind: Secret\nstringData:\n  a: ‹x1›\n", "let an ExternalSecret fill it")]
    [InlineData("a.yaml", "a: |\n  ‹x1›\n", "it goes over several lines")]
    [InlineData(".env", "A=\"\n‹x1›\"\n", "it is no value of this file")]
    [InlineData("a.xml", "<!-- ‹x1› -->", "it stands in a comment")]
    [InlineData("a.sh", "curl -u u:‹x1›", "nothing here knows what such a file reads instead")]
    public void LeftToPeople(string path, string marked, string why) => Find(path, marked).Place.Obstacle.ShouldNotBeNull().ShouldContain(why);

    [Theory]
    [InlineData("a.cs", "var a = \"‹x\\\"\\u00e41›\";", "x\"ä1")]
    [InlineData("a.cs", "var a = @\"‹x\"\"1›\";", "x\"1")]
    [InlineData("a.cs", "var a = \"‹x\\x411›\";", null)]
    [InlineData("a.json", """{ "A": "‹x\n1›" }""", "x\n1")]
    [InlineData("a.json", """{ "A": "Server=db;User Id=u;Password=‹x1›" }""", "Server=db;User Id=u;Password=x1")]
    [InlineData(".env", "A='‹x 1›'\n", "x 1")]
    [InlineData("a.config", "<a b=\"‹x&amp;1›\"/>", "x&1")]
    public void Value_IsWhatTheFileMeans(string path, string marked, string? value) => Find(path, marked).Place.Value.ShouldBe(value);

    private static (SecretPlace Place, string Text, int Start, int End) Find(string path, string marked)
    {
        string bare = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal), whole = marked.Replace("‹", "", StringComparison.Ordinal).Replace("›", "", StringComparison.Ordinal);
        int from = bare.IndexOf('‹', StringComparison.Ordinal), to = bare.IndexOf('›', StringComparison.Ordinal) - 1;
        string text = bare.Replace("‹", "", StringComparison.Ordinal).Replace("›", "", StringComparison.Ordinal);
        return (PlaceFinder.Find(new SecretSpot(path, text, from, to)), text, whole.IndexOf('«', StringComparison.Ordinal), whole.IndexOf('»', StringComparison.Ordinal) - 1);
    }
}
