using SecretGuard.TestKit;
using System.Text;
using SecretGuard.Detection;
using SecretGuard.Inventories;
using SecretGuard.Rules;
using SecretGuard.Triage;

[assembly: AssemblyFixture(typeof(SecretGuard.Tasks.Tests.PackedFeed))]

namespace SecretGuard.Tasks.Tests;

/// <summary>Projects of many kinds in one repository, built together: first, again without a change, and as on a build server.</summary>
public sealed class Consumers
{
    private readonly PackedFeed _feed;
    private readonly Lazy<BuildLog> _first;
    private readonly Lazy<BuildLog> _second;
    private readonly Lazy<BuildLog> _onServer;

    public Consumers(PackedFeed feed)
    {
        _feed = feed;
        Root = Directory.CreateDirectory(Path.Combine(feed.Root, "consumers")).FullName;
        feed.Offer(Root);
        Write(".gitignore", "bin/\nobj/\npackages/\n.env\n");
        Write("secretguard.yml", "version: 1\nexclude: ['**/generated/**']\n");
        Write("Directory.Build.targets", """<Project><Target Name="TellMode" Returns="$(SecretGuardMode)" /></Project>""");
        WritePlain();
        WriteOtherKinds();
        WriteOptOuts();
        Write("all.slnx", $"<Solution>{string.Concat(Directory.GetFiles(Root, "*.*proj", SearchOption.AllDirectories).Select(path => $"<Project Path=\"{Path.GetRelativePath(Root, path)}\" />"))}</Solution>");
        Tool.Run("git", Root, "init", "--quiet").MustSucceed();
        Tool.Run("git", Root, "add", "--force", "Plain/committed/.env").MustSucceed();
        _first = new(() => Build("-restore"));
        _second = new(() => First is null ? null! : Build());
        _onServer = new(() => Second is null ? null! : Build([("CI", "true")]));
    }

    /// <summary>The repository.</summary>
    public string Root { get; }

    internal Secrets Secrets { get; } = new();

    /// <summary>The first build of all.</summary>
    internal BuildLog First => _first.Value;

    /// <summary>The same again: nothing has changed.</summary>
    internal BuildLog Second => _second.Value;

    /// <summary>The same again, with CI=true.</summary>
    internal BuildLog OnServer => _onServer.Value;

    private BuildLog Build(params string[] arguments) => Build([], arguments);

    private BuildLog Build((string, string)[] variables, params string[] arguments)
    {
        string log = Path.Combine(_feed.Root, $"{Guid.NewGuid():N}.log");
        Tool run = Tool.Run("dotnet", Root, "", [.. Tool.DotnetVariables, .. variables], ["msbuild", "all.slnx", "-m", "-tl:off", "-v:q", "-nologo", $"-flp:verbosity=detailed;logfile={log}", .. arguments]);
        return new BuildLog(run, Root, File.ReadAllText(log));
    }

    private void WritePlain()
    {
        Project("Plain", ".csproj", "<OutputType>Exe</OutputType><SecretGuardReport>secretguard.sarif</SecretGuardReport>", """
            <None Include="not-made-yet.json" />
            <EmbeddedResource Include="letter.txt" />
            <AdditionalFiles Include="long.txt" />
            <AdditionalFiles Include="short.txt" />
            <SecretGuardFile Include="../shared/*.txt" />
            """);
        Write("shared/notes.txt", "password: ‹pw›\n");
        Write("Plain/Program.cs", "System.Console.WriteLine(args.Length);\nvar password = \"‹pw›\";\nSystem.Console.WriteLine(password.Length);\n");
        Write("Plain/appsettings.json", Settings);
        Write("Plain/Dockerfile", "FROM scratch\nENV DB_PASSWORD=‹pw›\n");
        Write("Plain/deploy.sh", "DB_PASSWORD=‹pw› # secretguard:allow generic-password of the local database\n");
        Write("Plain/letter.txt", "The password of the server is ‹pw›\npassword: ‹pw›\n");
        Write("Plain/.env", "DB_PASSWORD=‹pw›\n");
        Write("Plain/committed/.env", "DB_PASSWORD=‹pw›\n");
        Write("Plain/generated/client.json", Settings);
        Write("Plain/node_modules/kit/config.json", Settings);
        Write("Plain/short.txt", "password: ‹pw›\n");
        Write("Plain/long.txt", string.Concat(Enumerable.Repeat("nothing in this line\n", 60_000)) + "password: ‹pw›\n");
        Accept("Plain/old.json", Settings);
    }

    private void WriteOtherKinds()
    {
        Project("Multi", ".csproj", "<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting><DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>", """
            <None Include="../shared/*.yml" Condition="'$(TargetFramework)' == 'net10.0-windows'" />
            """);
        Write("Multi/appsettings.json", Settings);
        Write("shared/windows.yml", "password: ‹pw›\n");
        Project("Asking", ".csproj", "<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting><DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads><SecretGuardEnvironment>prod</SecretGuardEnvironment><SecretGuardReport>secretguard.sarif</SecretGuardReport>");
        WriteLock("Asking");
        Write("Asking/Code.cs", """
            internal static class Code
            {
                internal static string Password => System.Environment.GetEnvironmentVariable("DB_PASSWORD");
            #if WINDOWS
                internal static string Home => System.Environment.GetEnvironmentVariable("HOME") ?? "";
            #endif
            }

            """);
        Project("Verified", ".csproj", "<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting><DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads><SecretGuardVerify>true</SecretGuardVerify><SecretGuardReport>secretguard.sarif</SecretGuardReport>");
        Write("Verified/secretguard.yml", "version: 1\n");
        Write("Verified/deploy/shop.yaml", Manifest);
        Project("FSharp", ".fsproj", items: "<Compile Include=\"Code.fs\" />");
        Write("FSharp/Code.fs", "module Code\nlet password = \"‹pw›\"\n");
        Write("FSharp/appsettings.json", Settings);
        Project("Basic", ".vbproj");
        Write("Basic/Code.vb", "Module Code\n  Const Password As String = \"‹pw›\"\nEnd Module\n");
        Write("Basic/appsettings.json", Settings);
        Project("Central", ".csproj");
        Write("Central/Central.csproj", File.ReadAllText(Path.Combine(Root, "Central/Central.csproj")).Replace($" Version=\"{_feed.Version}\"", "", StringComparison.Ordinal));
        Write("Central/Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="SecretGuard" Version="{_feed.Version}" /></ItemGroup>
            </Project>
            """);
        Write("Central/appsettings.json", Settings);
        Project("Generated", ".csproj", items: "<Compile Include=\"obj/Made.cs\" />");
        Write("Generated/obj/Made.cs", $"internal static class Made\n{{\n    internal static string Read() => \"{Secrets.Token()}\";\n}}\n");
    }

    /// <summary>A root of its own: with a lock there is an inventory too. What is wrong in the environment that nobody asks about, nobody tells.</summary>
    private void WriteLock(string project)
    {
        var password = new LockRecord("prod", StoreTypes.Environment, ReferenceKinds.Key, "DB_PASSWORD") { Asked = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc), Expires = new DateTime(2026, 2, 3, 0, 0, 0, DateTimeKind.Utc) };
        Write($"{project}/secretguard.yml", "version: 1\n");
        Write($"{project}/secretguard.lock", LockFormat.Write([password, password with { Environment = "dev", State = LockRecord.Missing }]));
    }

    private void WriteOptOuts()
    {
        foreach ((string name, string property) in ((string, string)[])[("NoAnalyzers", "RunAnalyzers"), ("NoTask", "SecretGuardScanFiles")])
        {
            Project(name, ".csproj", $"<{property}>false</{property}>");
            Write($"{name}/Code.cs", Code);
            Write($"{name}/appsettings.json", Settings);
        }

        Project("Chosen", ".csproj", "<SecretGuardConfig>rules/guard.yml</SecretGuardConfig><SecretGuardBaseline>rules/accepted.txt</SecretGuardBaseline>");
        Write("Chosen/rules/guard.yml", "exclude: ['Chosen/Quiet.cs', 'Chosen/quiet.json']\n");
        foreach (string name in (string[])["Quiet", "Code"])
        {
            Write($"Chosen/{name}.cs", Code.Replace("class Code", $"class {name}", StringComparison.Ordinal));
            Write($"Chosen/{name.ToLowerInvariant()}.json", Settings);
        }

        Accept("Chosen/old.json", Settings, "Chosen/rules/accepted.txt");
        Project("Off", ".csproj", "<SecretGuardMode>off</SecretGuardMode>");
        Write("Off/Code.cs", Code);
        Write("Off/appsettings.json", Settings);
        Project("Quiet", ".csproj", "<NoWarn>$(NoWarn);SG1002</NoWarn>");
        Write("Quiet/Quiet.csproj", File.ReadAllText(Path.Combine(Root, "Quiet/Quiet.csproj")).Replace(_feed.Reference, "", StringComparison.Ordinal));
        Write("Quiet/Directory.Build.props", $"<Project><PropertyGroup><UserSecretsId>of-all-projects</UserSecretsId></PropertyGroup><ItemGroup>{_feed.Reference}</ItemGroup></Project>");
        Write("Quiet/Code.cs", Code);
        Write("Quiet/appsettings.json", Settings);
        Project("Tuned", ".csproj");
        Write("Tuned/Code.cs", Code);
        Write("Tuned/appsettings.json", Settings);
        Write("Tuned/.editorconfig", "[*.cs]\ndotnet_diagnostic.SG1001.severity = none\n");
        Write("Tuned/.globalconfig", "is_global = true\ndotnet_diagnostic.SG1002.severity = warning\n");
    }

    private const string Code = "internal static class Code\n{\n    internal const string Password = \"‹pw›\";\n}\n";
    private const string Settings = "{\n  \"ConnectionStrings\": { \"Db\": \"Server=db.corp.net;User Id=orders;Password=‹pw›\" }\n}\n";

    private const string Manifest = """
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: { name: shop, namespace: shop }
        spec:
          refreshInterval: 1h
          secretStoreRef: { name: central, kind: ClusterSecretStore }
          target: { name: shop }
          data:
            - { secretKey: password, remoteRef: { key: shop/db } }
            - { secretKey: password, remoteRef: { key: shop/mail } }

        """;

    private void Project(string name, string extension, string properties = "", string items = "") => Write($"{name}/{name}{extension}", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>{(properties.Contains("<TargetFrameworks>", StringComparison.Ordinal) ? "" : "<TargetFramework>net10.0</TargetFramework>")}<UseAppHost>false</UseAppHost>{properties}</PropertyGroup>
          <ItemGroup>{_feed.Reference}{items}</ItemGroup>
        </Project>
        """);

    private void Write(string path, string text)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, Secrets.Fill(text));
    }

    /// <summary>Writes a file and accepts its secret in the baseline.</summary>
    private void Accept(string path, string text, string baseline = "secretguard.baseline")
    {
        Write(path, text);
        byte[] bytes = File.ReadAllBytes(Path.Combine(Root, path));
        var content = Content.FromBytes(bytes, bytes.Length, path);
        Match match = new Detector(Catalogue.Default).Detect(content).ShouldHaveSingleItem();
        var entry = new BaselineEntry(new Fingerprinter(Salt.Public).Of(content, match)) { Reason = "of a server that is gone" };
        File.WriteAllText(Path.Combine(Root, baseline), BaselineFormat.Write(new Baseline([entry])), new UTF8Encoding(false));
    }
}
