using SecretGuard.CSharp.Tests.References;
using SecretGuard.Inventories;

namespace SecretGuard.References.Tests.CSharp;

/// <summary>References in C#, by its text alone.</summary>
public sealed class CSharpExtractorTests
{
    public static TheoryData<string, string> Cases =>
    [
        .. ReferenceCases.Statements.Select(row => (ReferenceCases.Around(row.Statements), row.Expected)),
        .. ReferenceCases.Files,
    ];

    /// <summary>The table of the reader that knows what code means; and the records are the same in all that they say.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Code_NamesWhatACompilerTells(string text, string expected)
    {
        IReadOnlyList<InventoryRecord> records = Mentions.Together(("Shop.csproj", ""), ("Program.cs", ReferenceCases.Usings + text));
        string.Join("\n", records.OrderBy(record => record.Location.StartLine).ThenBy(record => record.Location.StartColumn).Select(record => ReferenceCases.Describe(record.Reference))).ShouldBe(expected, text);
        InventoryRecord.Merge(records).ShouldBe(InventoryRecord.Merge(Compiled.Read(("Program.cs", ReferenceCases.Usings + text), ("Libraries.cs", Libraries.Text)).Where(record => record.Location.Path == "Program.cs")), text);
    }

    /// <summary>The samples' applications; what LeakyApp makes of its templates is C# before that.</summary>
    [Theory]
    [InlineData("CleanApp", 2)]
    [InlineData("LeakyApp", 4)]
    public void Sample_NamesWhatACompilerTells(string sample, int count)
    {
        string folder = Path.Combine(Root(AppContext.BaseDirectory), "samples", sample);
        (string Path, string Text)[] files = [.. Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories)
            .Select(path => (Full: path, Path: Path.GetRelativePath(folder, path).Replace('\\', '/').Replace(".cs.in", ".cs", StringComparison.Ordinal)))
            .Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) && file.Path != "Generate.cs" && !file.Path.StartsWith("obj/", StringComparison.Ordinal) && !file.Path.StartsWith("leaked/", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => (file.Path, File.ReadAllText(file.Full)))];
        IReadOnlyList<InventoryRecord> told = InventoryRecord.Merge(Compiled.ReadWeb(files, sample));
        InventoryRecord.Merge(Mentions.Together([($"{sample}.csproj", ""), .. files])).ShouldBe(told);
        told.Count.ShouldBe(count);
    }

    /// <summary>Files of web applications by what a configuration is in them, and the keys that they name; the last rows name none.</summary>
    public static TheoryData<string, string> Receivers => new()
    {
        { "var app = WebApplication.CreateBuilder(args).Build(); app.MapGet(\"/\", (IConfiguration config) => config[\"A:Token\"]); _ = app.Configuration[\"B:Token\"];", "A:Token, B:Token" },
        { "class A(IConfiguration config) { string? B => config[\"A:Token\"]; string? C() { var config = D(); return config[\"No:Token\"]; } Dictionary<string, string> D() => []; }", "A:Token" },
        { "class A : Base { string? B => _config[\"A:Token\"] + this._config[\"B:Token\"] + Configuration.GetConnectionString(\"C\"); }", "A:Token, B:Token, ConnectionStrings:C" },
        { "var config = new ConfigurationBuilder().SetBasePath(\"/\").AddJsonFile(\"a.json\").Build(); _ = config[\"A:Token\"];", "A:Token" },
        { "var host = Host.CreateDefaultBuilder().Build(); var config = host.Services.GetRequiredService<IConfiguration>(); _ = config.GetSection(\"A\").GetValue<string>(\"Token\");", "A:Token" },
        { "Host.CreateDefaultBuilder().ConfigureServices((context, services) => { _ = context.Configuration[\"A:Token\"]; });", "A:Token" },
        { "class A { static IConfiguration Load() => null!; void B() { var settings = Load(); _ = settings[\"A:Token\"]; var loaded = Base.GetConfiguration(); _ = loaded[\"B:Token\"]; } }", "A:Token, B:Token" },
        { "class A { void B(Dictionary<string, string> configuration, List<Dictionary<string, string>> configs) { _ = configuration[\"A\"]; foreach (var config in configs) { _ = config[\"A\"]; } foreach (var configuration2 in configs) { _ = configuration2[\"A\"]; } } }", "" },
        { "class A { object B(List<Dictionary<string, string>> all) => all.Select(config => config[\"A\"]).Concat(all.Select((config, i) => config[\"B\"])).ToList(); }", "" },
        { "class A { void B() { var config = Loader.Load(); _ = config[\"A\"]; _ = Loader.Config[\"A\"]; _ = new Plugin().Config[\"A\"]; _ = new Own().Configuration[\"A\"]; } } class Own { public Dictionary<string, string> Configuration { get; } = []; }", "" },
        { "class A { void B(Plugin plugin, Startup startup) { _ = plugin.Configuration[\"A\"] + plugin.Configuration.GetSection(\"B\")[\"C\"]; _ = startup.Configuration[\"A:Token\"]; } }", "A:Token" },
        { "_ = AppConfiguration.Get(\"A:Token\"); _ = AppConfiguration.GetValue<string>(\"A:Token\");", "" },
        { "class A { void B(HttpContext context) { _ = context.Request.Headers[\"A\"]; _ = context.Request.Query[\"A\"]; _ = context.Items[\"A\"]; } }", "" },
        { "class A { /* configuration[\"A\"] */ string B(IConfiguration configuration) => nameof(configuration) + \"configuration[\\\"A\\\"]\"; // configuration[\"A\"]\n}", "" },
    };

    /// <summary>Held against a compiler over the real assemblies: what it is called on decides, and where the text does not say that, nothing is told.</summary>
    [Theory]
    [MemberData(nameof(Receivers))]
    public void Receiver_DecidesAsForACompiler(string text, string expected)
    {
        const string Others = """
            namespace Shop;
            public abstract class Base { protected readonly IConfiguration _config = null!; protected IConfiguration Configuration => _config; public static IConfiguration GetConfiguration() => null!; }
            public static class Loader { public static Dictionary<string, string> Load() => []; public static Dictionary<string, string> Config => []; }
            public class Plugin { public Dictionary<string, string> Config { get; } = []; public Settings Configuration { get; } = new(); }
            public class Settings { public string this[string key] => key; public Settings GetSection(string key) => this; }
            public class Startup { public IConfiguration Configuration { get; } = null!; }
            public static class AppConfiguration { public static string Get(string key) => key; public static T? GetValue<T>(string key) => default; }
            """;
        (string, string)[] files = [("Program.cs", "using Shop;\n" + text), ("Others.cs", Others)];
        IReadOnlyList<InventoryRecord> told = InventoryRecord.Merge(Compiled.ReadWeb(files, "Shop"));
        string.Join(", ", told.Select(record => record.Reference.Name)).ShouldBe(expected, text);
        InventoryRecord.Merge(Mentions.Together([("Shop.csproj", ""), .. files])).ShouldBe(told, text);
    }

    /// <summary>What several files say, and what is told of them: file, line, name and who refers.</summary>
    public static TheoryData<string[], string[]> Trees => new()
    {
        {
            [
                "src/Shop/Shop.csproj", "<Project />",
                "src/Shop/Keys.cs", "namespace Shop.Settings; public static partial class Keys { public const string Password = Prefix + \":Password\"; }",
                "src/Shop/Keys.More.cs", "namespace Shop.Settings; static partial class Keys { private const string Prefix = Common.Names.Db; public static readonly string Token = $\"{Prefix}:Token\"; }",
                "src/Common/Common.csproj", "<Project />",
                "src/Common/Names.cs", "namespace Common; public static class Names { public const string Db = \"Db\", Twice = \"A\"; }",
                "src/Other/Other.csproj", "<Project />",
                "src/Other/Names.cs", "namespace Other; public static class Names { public const string Twice = \"B\"; }",
                "src/Shop/Api/Program.cs", "using Shop.Settings;\n_ = configuration[Keys.Password];\n_ = configuration[Keys.Token];\n_ = configuration[Names.Twice + \":Key\"];\n_ = configuration[Unknown.Name];\n",
            ],
            ["src/Shop/Api/Program.cs:2 Db:Password [Shop]", "src/Shop/Api/Program.cs:3 Db:Token [Shop]", "src/Shop/Api/Program.cs:4 *:Key [Shop]"]
        },
        {
            [
                "a/A.csproj", "<Project><ItemGroup><Compile Remove=\"Old\\**;Generate.cs\" /></ItemGroup><ItemGroup Condition=\"'$(X)' == ''\"><Compile Remove=\"Kept.cs\" /></ItemGroup><!-- <Compile Remove=\"Program.cs\" /> --></Project>",
                "a/Old/A.cs", "_ = configuration[\"A:Token\"];",
                "a/Generate.cs", "_ = configuration[\"B:Token\"];",
                "a/Kept.cs", "_ = configuration[\"C:Token\"];",
                "a/Program.cs", "_ = configuration[\"D:Token\"];",
                "a/obj/Made.cs", "_ = configuration[\"E:Token\"];",
                "a/Made.g.cs", "_ = configuration[\"F:Token\"];",
                "a/Made.cs", "// <auto-generated />\n_ = configuration[\"G:Token\"];",
                "a/Maker.cs", "string head = \"// <auto-generated />\";\n_ = configuration[\"H:Token\"];",
                "Checks/Checks.csproj", "<Project><ItemGroup><PackageReference Include=\"Microsoft.NET.Test.Sdk\" /></ItemGroup></Project>",
                "Checks/Fixture.cs", "_ = configuration[\"K:Token\"];",
                "Shop.IntegrationTests/Shop.IntegrationTests.csproj", "<Project />",
                "Shop.IntegrationTests/Server.cs", "_ = configuration[\"L:Token\"];",
                "a.Tests/ATests.cs", "_ = configuration[\"I:Token\"];",
                "script.csx", "#r \"nuget: A\"\n_ = configuration[\"J:Token\"];",
            ],
            ["a/Kept.cs:1 C:Token [A]", "a/Maker.cs:2 H:Token [A]", "a/Program.cs:1 D:Token [A]", "script.csx:2 J:Token []"]
        },
        {
            [
                "Shop.csproj", "<Project />",
                "Options/MailOptions.cs", "namespace Shop.Options; public class MailOptions : Shared { public const string Section = \"Mail\"; public string Host { get; set; } = \"\"; }",
                "Options/Shared.cs", "namespace Shop.Options; public abstract class Shared { [Required] public string Password { get; set; } = \"\"; }",
                "Global.cs", "global using Shop.Options; global using static Shop.Options.MailOptions;",
                "Program.cs", "builder.Services.Configure<MailOptions>(builder.Configuration.GetSection(Section));\n",
            ],
            ["Program.cs:1 Mail:Host [Shop]", "Program.cs:1 Mail:Password [Shop]"]
        },
        {
            [
                "Pages/Index.cshtml", "@page\n@using Microsoft.Extensions.Configuration\n@inject IConfiguration Settings\n<a href=\"@Settings[\"Shop:Token\"]/x\" title='it''s'>mail@Settings.com @@Settings[\"No\"] @* @Settings[\"No:Token\"] *@</a>\n"
                    + "@if (Settings[\"Shop:Key\"] is { } key)\n{\n    <b class=\"@key\">Settings[\"No:Token\"] { @(Settings[\"Shop:Secret\"] ?? \"none\")</b>\n    var more = Settings.GetConnectionString(\"Orders\");\n}\nelse\n{\n    @: Settings[\"No:Token\"] @(Settings.GetValue<string>(\"Shop:Pin\")!.Trim())\n}\n<p>}</p>",
                "Pages/Counter.razor", "@inject IConfiguration Configuration\r\n<p>@await Load(Configuration[\"A:Token\"])</p>\r\n@code {\r\n    [Parameter] public string? Name { get; set; }\r\n    string? Token => Configuration[$\"Api:{Name}:Token\"];\r\n}\r\n<p>Configuration[\"No:Token\"]</p>\r\n",
            ],
            [
                "Pages/Counter.razor:2 A:Token []", "Pages/Counter.razor:5 Api:*:Token []", "Pages/Index.cshtml:4 Shop:Token []", "Pages/Index.cshtml:5 Shop:Key []", "Pages/Index.cshtml:7 Shop:Secret optional []",
                "Pages/Index.cshtml:8 ConnectionStrings:Orders []", "Pages/Index.cshtml:12 Shop:Pin []",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Trees))]
    public void Files_AreReadTogether(string[] files, string[] expected) =>
        Mentions.Together(files.Chunk(2).Select(file => (file[0], file[1]))).Select(record => $"{record.Location.Path}:{record.Location.StartLine} {record.Reference.Name}{(record.Reference.IsOptional == true ? " optional" : "")} [{record.Consumer}]").Order(StringComparer.Ordinal)
            .ShouldBe(expected.Order(StringComparer.Ordinal));

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "SecretGuard.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
