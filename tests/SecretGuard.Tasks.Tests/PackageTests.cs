using SecretGuard.TestKit;
using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Tasks.Tests;

/// <summary>The package itself, and builds that it must not let pass.</summary>
public sealed class PackageTests(PackedFeed feed)
{
    /// <summary>Approved: what is added has to be looked at, because every host loads it.</summary>
    private static readonly string[] Entries =
    [
        "README.md",
        "SecretGuard.nuspec",
        "THIRD-PARTY-NOTICES.txt",
        "analyzers/dotnet/cs/SecretGuard.Analyzers.dll",
        "analyzers/dotnet/cs/SecretGuard.CSharp.dll",
        "analyzers/dotnet/cs/SecretGuard.CodeFixes.dll",
        "analyzers/dotnet/cs/SecretGuard.Configuration.dll",
        "analyzers/dotnet/cs/SecretGuard.Core.dll",
        "analyzers/dotnet/cs/YamlDotNet.dll",
        "build/SecretGuard.default.globalconfig",
        "build/SecretGuard.none.globalconfig",
        "build/SecretGuard.props",
        "build/SecretGuard.strict.globalconfig",
        "build/SecretGuard.targets",
        "buildTransitive/SecretGuard.props",
        "buildTransitive/SecretGuard.targets",
        "cli/DiffPlex.dll",
        "cli/LICENSE-Apache-2.0.txt",
        "cli/SecretGuard.Cli.dll",
        "cli/SecretGuard.Cli.runtimeconfig.json",
        "cli/SecretGuard.Configuration.dll",
        "cli/SecretGuard.Core.dll",
        "cli/SecretGuard.DetectSecrets.dll",
        "cli/SecretGuard.Git.dll",
        "cli/SecretGuard.Migration.dll",
        "cli/SecretGuard.References.dll",
        "cli/SecretGuard.Reporting.dll",
        "cli/SecretGuard.Stores.dll",
        "cli/Spectre.Console.dll",
        "cli/System.CommandLine.dll",
        "cli/Tomlyn.dll",
        "cli/YamlDotNet.dll",
        "docs/SG1001.md",
        "docs/SG1002.md",
        "docs/SG1003.md",
        "docs/SG1004.md",
        "docs/SG1005.md",
        "docs/SG2001.md",
        "docs/SG2003.md",
        "docs/SG2004.md",
        "docs/SG9001.md",
        "docs/SG9002.md",
        "docs/SG9003.md",
        "icon.png",
        "tasks/netstandard2.0/SecretGuard.Configuration.dll",
        "tasks/netstandard2.0/SecretGuard.Core.dll",
        "tasks/netstandard2.0/SecretGuard.Tasks.dll",
        "tasks/netstandard2.0/YamlDotNet.dll",
    ];

    [Fact]
    public void Entries_AreTheApprovedOnes()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.Package);
        package.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml" && !name.StartsWith("readytorun/", StringComparison.Ordinal))
            .ShouldBe(Entries, ignoreOrder: true);
    }

    [Fact]
    public void Nuspec_IsOfADevelopmentDependencyWithoutDependencies()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.Package);
        using Stream nuspec = package.GetEntry("SecretGuard.nuspec")!.Open();
        XElement metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
        Value("id").ShouldBe("SecretGuard");
        Value("developmentDependency").ShouldBe("true");
        Value("license").ShouldBe("MIT");
        Value("readme").ShouldBe("README.md");
        Value("icon").ShouldBe("icon.png");
        metadata.Descendants().ShouldAllBe(element => element.Name.LocalName != "dependency");
    }

    [Fact]
    public void OwnAssemblies_AreDeterministicAndCarryTheirSymbols()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.Package);
        foreach (ZipArchiveEntry entry in package.Entries.Where(entry => entry.Name.StartsWith("SecretGuard.", StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using var bytes = new MemoryStream();
            using (Stream stream = entry.Open())
            {
                stream.CopyTo(bytes);
            }

            bytes.Position = 0;
            using var image = new PEReader(bytes);
            DebugDirectoryEntryType[] kinds = [.. image.ReadDebugDirectory().Select(directory => directory.Type)];
            kinds.ShouldContain(DebugDirectoryEntryType.Reproducible, entry.FullName);
            if (!entry.FullName.StartsWith("cli/", StringComparison.Ordinal)) // nobody debugs it where it is installed
            {
                kinds.ShouldContain(DebugDirectoryEntryType.EmbeddedPortablePdb, entry.FullName);
            }
        }
    }

    /// <summary>Its settings stand in a file of their own, which must not stay behind: those of the tool, and no clients of clouds.</summary>
    [Fact]
    public void PackagedCommandLine_IsSetAsTheTool_ButForClouds()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.Package);
        using Stream packed = package.GetEntry("cli/SecretGuard.Cli.runtimeconfig.json")!.Open();
        JsonNode settings = JsonNode.Parse(packed)!, tool = JsonNode.Parse(File.ReadAllText(Path.Combine(PackedFeed.Repository, "scanner", "SecretGuard.Cli", "bin", PackedFeed.Configuration, "net10.0", "SecretGuard.Cli.runtimeconfig.json")))!;
        tool["runtimeOptions"]!["configProperties"]!["SecretGuard.Clouds"] = false;
        settings.ToJsonString().ShouldBe(tool.ToJsonString());
    }

    /// <summary>A diagnostic that is missing in one of them is not what the mode promises; one that is off unless asked for must stand in none.</summary>
    [Fact]
    public void Modes_SpeakOfTheSameDiagnostics()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.Package);
        string[] Ids(string mode)
        {
            using var reader = new StreamReader(package.GetEntry($"build/SecretGuard.{mode}.globalconfig")!.Open());
            return [.. reader.ReadToEnd().Split('\n').Where(line => line.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal)).Select(line => line.Split('.')[1])];
        }

        string[] told =
        [
            DiagnosticIds.SecretInCode, DiagnosticIds.SecretInFile, DiagnosticIds.SecretAsFallback, DiagnosticIds.SecretFlowsOut, DiagnosticIds.UnusableReference, DiagnosticIds.UnlockedReference,
            .. ReferenceRules.All.Select(rule => rule.DiagnosticId!).Where(id => string.CompareOrdinal(id, DiagnosticIds.SecretMissing) >= 0 && string.CompareOrdinal(id, DiagnosticIds.RotationOverdue) <= 0), // a lock knows no values and no cluster
            DiagnosticIds.InvalidConfiguration, DiagnosticIds.NotLookedAt, DiagnosticIds.SuppressionWithoutReason, DiagnosticIds.UnusedSuppression, DiagnosticIds.ExpiredAcceptance, DiagnosticIds.NotVerified, DiagnosticIds.StaleLock,
        ];
        Ids("default").ShouldBe(told);
        Ids("strict").ShouldBe(told);
        Ids("none").ShouldBe(told);
    }

    /// <summary>The compiler only warns where an analyzer cannot work, and the build would be green.</summary>
    [Fact]
    public void AnalyzerThatCannotWork_FailsTheBuild()
    {
        string folder = Directory.CreateDirectory(Path.Combine(feed.Root, "broken")).FullName;
        feed.Offer(folder);
        File.WriteAllText(Path.Combine(folder, "Broken.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>{feed.Reference}</ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Code.cs"), "internal static class Code;\n");
        Tool.Dotnet(folder, "restore").MustSucceed();
        foreach (string syntax in Directory.GetFiles(Path.Combine(folder, "packages"), "SecretGuard.CSharp.dll", SearchOption.AllDirectories))
        {
            File.Copy(Path.Combine(Path.GetDirectoryName(syntax)!, "YamlDotNet.dll"), syntax, overwrite: true);
        }

        Tool build = Tool.Dotnet(folder, "build", "--no-restore", "-tl:off");
        build.ExitCode.ShouldNotBe(0, build.All);
        build.All.ShouldMatch(": error (AD0001|CS8032): ");
    }

    /// <summary>What an editor's light bulb does, over a whole project: the SDK's formatter opens it as a workspace and asks the package for its fixes.</summary>
    [Fact]
    public void FixOfThePackage_MendsAProjectThroughTheFormatter()
    {
        string folder = Directory.CreateDirectory(Path.Combine(feed.Root, "mended")).FullName;
        var secrets = new Secrets();
        feed.Offer(folder);
        File.WriteAllText(Path.Combine(folder, "Mended.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><UseAppHost>false</UseAppHost></PropertyGroup>
              <ItemGroup>{feed.Reference}</ItemGroup>
            </Project>
            """);
        string code = Path.Combine(folder, "Code.cs");
        File.WriteAllText(code, secrets.Fill("WebApplication.Create(args).Run();\n\ninternal sealed class Store(IConfiguration configuration)\n{\n    private readonly string _password = \"‹pw›\";\n\n    public string Read() => configuration[\"Name\"] + _password;\n}\n"));
        Tool.Dotnet(folder, "restore", "-v:q").MustSucceed();
        Tool format = Tool.Dotnet(folder, "format", "analyzers", "--no-restore", "--diagnostics", "SG1001", "--severity", "warn");
        format.ExitCode.ShouldBe(0, format.All);
        File.ReadAllText(code).ShouldContain("_password = configuration[\"Password\"] ?? throw new InvalidOperationException(\"Configure Password.\");", Case.Sensitive);
        secrets.Made.ShouldAllBe(secret => !format.All.Contains(secret, StringComparison.Ordinal));
        Tool build = Tool.Dotnet(folder, "build", "--no-restore", "-tl:off", "-v:q");
        build.ExitCode.ShouldBe(0, build.All);
        build.All.ShouldNotContain("SG1001");
    }

    /// <summary>A library for older frameworks, and a project that is older than SDKs: the packs that they need are not part of this SDK.</summary>
    [Fact]
    public void OlderFrameworksAndProjects_AreLookedAt()
    {
        string folder = Directory.CreateDirectory(Path.Combine(feed.Root, "older")).FullName;
        var secrets = new Secrets();
        void Write(string path, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.WriteAllText(Path.Combine(folder, path), secrets.Fill(text));
        }

        feed.Offer(folder, alone: false);
        Write("Library/Library.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>net9.0;net8.0;netstandard2.0;net472</TargetFrameworks><SecretGuardReport>secretguard.sarif</SecretGuardReport></PropertyGroup>
              <ItemGroup>{feed.Reference}</ItemGroup>
            </Project>
            """);
        Write("Library/Code.cs", "internal static class Code\n{\n    internal const string Password = \"‹pw›\";\n}\n");
        Write("Library/settings.json", "{ \"Password\": \"‹pw›\" }\n");
        Write("Classic/Classic.csproj", $"""
            <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <Import Project="$(MSBuildExtensionsPath)/$(MSBuildToolsVersion)/Microsoft.Common.props" />
              <PropertyGroup>
                <OutputType>Library</OutputType><AssemblyName>Classic</AssemblyName><TargetFrameworkVersion>v4.6.2</TargetFrameworkVersion>
                <OutputPath>bin/</OutputPath><RestoreProjectStyle>PackageReference</RestoreProjectStyle>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="Code.cs" />
                {feed.Reference}
                <PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies.net462" Version="1.0.3" />
              </ItemGroup>
              <Import Project="$(MSBuildToolsPath)/Microsoft.CSharp.targets" />
            </Project>
            """);
        Write("Classic/Code.cs", "internal static class Code\n{\n    internal const string Password = \"‹pw›\";\n}\n");
        Write("Classic/Web.config", "<configuration><appSettings><add key=\"DbPassword\" value=\"‹pw›\" /></appSettings></configuration>\n");
        Write("all.slnx", "<Solution><Project Path=\"Library/Library.csproj\" /><Project Path=\"Classic/Classic.csproj\" /></Solution>");
        Tool restore = Tool.Dotnet(folder, "msbuild", "all.slnx", "-t:Restore", "-nologo", "-v:q");
        Assert.SkipWhen(restore.ExitCode != 0 && restore.All.Contains("error NU1", StringComparison.Ordinal), "packs of older frameworks cannot be restored here");
        restore.MustSucceed();
        var log = new BuildLog(Tool.Dotnet(folder, "msbuild", "all.slnx", "-nologo", "-tl:off", "-v:q"), folder, "");
        log.ExitCode.ShouldBe(0, log.Text);

        // The compiler runs once a framework and tells its findings each time; the task runs once a project.
        log.Of("Library").ShouldBe([.. Enumerable.Repeat("Library/Code.cs:3 SG1001", 4), "Library/settings.json:1 SG1002"]);
        string report = File.ReadAllText(Path.Combine(folder, "Library/secretguard.sarif"));
        report.Split("\"SG1001/generic-password\"").Length.ShouldBe(3, "once among the rules, and once among the results, however many frameworks");
        secrets.Made.ShouldAllBe(secret => !report.Contains(secret, StringComparison.Ordinal));
        log.Of("Classic").ShouldBe(["Classic/Code.cs:3 SG1001", "Classic/Web.config:1 SG1002"]);
    }
}
