using SecretGuard.TestKit;

namespace SecretGuard.Tasks.Tests;

/// <summary>A project from before SDKs with a packages.config's way of using packages, built by the engine and tasks of MSBuild 17 with the compiler of its time, as Visual Studio 2022 builds it.</summary>
public sealed class OldEngineTests(PackedFeed feed)
{
    private readonly Secrets _secrets = new();

    [Fact]
    public void MSBuild17_TellsSecretsOfCodeAndFilesOnce_AndReadsNothingAgain()
    {
        string folder = Directory.CreateDirectory(Path.Combine(feed.Root, "msbuild17")).FullName;
        feed.Offer(folder, alone: false);
        Write(folder, "Fetch/Fetch.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net462</TargetFramework></PropertyGroup>
              <ItemGroup>{feed.Reference}<PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies.net462" Version="1.0.3" /></ItemGroup>
            </Project>
            """);
        string package = $"../packages/secretguard/{feed.Version}";
        Write(folder, "Classic/Classic.csproj", $"""
            <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <Import Project="{package}/build/SecretGuard.props" />
              <Import Project="$(MSBuildExtensionsPath)/$(MSBuildToolsVersion)/Microsoft.Common.props" />
              <PropertyGroup>
                <OutputType>Library</OutputType><AssemblyName>Classic</AssemblyName><OutputPath>bin/</OutputPath>
                <TargetFrameworkVersion>v4.6.2</TargetFrameworkVersion>
                <TargetFrameworkRootPath>$(MSBuildProjectDirectory)/../packages/microsoft.netframework.referenceassemblies.net462/1.0.3/build</TargetFrameworkRootPath>
                <SecretGuardReport>secretguard.sarif</SecretGuardReport>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="Code.cs" />
                <Content Include="Web.config" />
                <None Include="deploy.sh" />
                <Analyzer Include="{package}/analyzers/dotnet/cs/*.dll" />
              </ItemGroup>
              <Import Project="$(MSBuildToolsPath)/Microsoft.CSharp.targets" />
              <Import Project="{package}/build/SecretGuard.targets" />
            </Project>
            """);
        Write(folder, "Classic/Code.cs", "internal static class Code\n{\n    internal const string Password = \"‹pw›\";\n}\n");
        Write(folder, "Classic/Web.config", "<configuration><appSettings><add key=\"DbPassword\" value=\"‹pw›\" /></appSettings></configuration>\n");
        Write(folder, "Classic/deploy.sh", "export DB_PASSWORD=‹pw›\n");
        Tool restore = Tool.Dotnet(folder, "restore", "Fetch", "-v:q");
        Assert.SkipWhen(restore.ExitCode != 0 && restore.All.Contains("error NU1", StringComparison.Ordinal), "the pack of .NET Framework 4.6.2 cannot be restored here");
        restore.MustSucceed();
        string[] told = ["Classic/Code.cs SG1001", "Classic/Web.config SG1002", "Classic/deploy.sh SG1002"];

        Tool first = Build(folder);
        first.ExitCode.ShouldBe(0, first.All);
        first.Output.ShouldStartWith("MSBuild 17.");
        ToldAs("warning", first, folder).ShouldBe(told);
        first.Output.ShouldMatch("SecretGuard: [1-9][0-9]* files read, 0 known");
        string report = File.ReadAllText(Path.Combine(folder, "Classic/secretguard.sarif"));
        report.ShouldContain("\"SG1001/generic-password\"");
        _secrets.Made.ShouldAllBe(secret => !report.Contains(secret, StringComparison.Ordinal) && !first.All.Contains(secret, StringComparison.Ordinal));

        Tool second = Build(folder);
        second.ExitCode.ShouldBe(0, second.All);
        second.Output.ShouldMatch("SecretGuard: 0 files read, [1-9]");

        Tool onServer = Build(folder, "ContinuousIntegrationBuild=true");
        onServer.ExitCode.ShouldBe(1, onServer.All);
        ToldAs("error", onServer, folder).ShouldNotBeEmpty();
    }

    private static Tool Build(string folder, params string[] properties)
    {
        string engine = Path.Combine(PackedFeed.Repository, "tests/SecretGuard.MSBuild17/bin", PackedFeed.Configuration, "net10.0/SecretGuard.MSBuild17.dll");
        return Tool.Dotnet(folder, ["exec", engine, Path.Combine(folder, "Classic/Classic.csproj"), .. properties]);
    }

    private static IEnumerable<string> ToldAs(string level, Tool build, string folder) =>
        build.Output.Split('\n').Where(line => line.Contains($": {level} SG", StringComparison.Ordinal))
            .Select(line => line.Trim()[(folder.Length + 1)..])
            .Select(line => $"{line[..line.IndexOf('(', StringComparison.Ordinal)]} {line.Substring(line.IndexOf(" SG", StringComparison.Ordinal) + 1, 6)}")
            .Order(StringComparer.Ordinal);

    private void Write(string folder, string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
        File.WriteAllText(Path.Combine(folder, path), _secrets.Fill(text));
    }
}
