using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using SecretGuard.TestKit;

namespace SecretGuard.Tasks.Tests;

/// <summary>What the package has for single platforms: the assemblies that it has for all of them, compiled ahead of time, and taken by builds only.</summary>
public sealed class ReadyToRunTests(PackedFeed feed)
{
    private const string Portable = "analyzers/dotnet/cs/", Fixes = "SecretGuard.CodeFixes.dll";

    private static readonly string[] Assemblies = ["SecretGuard.Analyzers.dll", "SecretGuard.CSharp.dll", "SecretGuard.Configuration.dll", "SecretGuard.Core.dll", "SecretGuard.Tasks.dll", "YamlDotNet.dll"];

    private static readonly string Folder = $"readytorun/{RuntimeInformation.RuntimeIdentifier}/";

    private readonly Secrets _secrets = new();

    [Fact]
    public void Images_AreThoseOfThisPlatform_AndThePortableAssembliesAreNot()
    {
        MustBeReady();
        using ZipArchive package = ZipFile.OpenRead(feed.Package);
        package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("readytorun/", StringComparison.Ordinal)).ShouldBe(Assemblies.Select(name => Folder + name), ignoreOrder: true);
        foreach (ZipArchiveEntry entry in package.Entries.Where(entry => Assemblies.Contains(entry.Name) && !entry.FullName.StartsWith("cli/", StringComparison.Ordinal)))
        {
            using var bytes = new MemoryStream();
            using (Stream stream = entry.Open())
            {
                stream.CopyTo(bytes);
            }

            bytes.Position = 0;
            using var image = new PEReader(bytes);
            (image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0).ShouldBe(entry.FullName.StartsWith(Folder, StringComparison.Ordinal), entry.FullName);
        }
    }

    /// <summary>Compiler and task take them; code fixes do not run in a build.</summary>
    [Fact]
    public void Build_TakesThem_AndTellsTheSame()
    {
        MustBeReady();
        string project = Project();
        (string taken, string told) = Built(project);
        (string[] ready, string[] portable) = (taken.Split(), [.. Assemblies.Where(name => name != "SecretGuard.Tasks.dll").Append(Fixes).Select(name => Portable + name)]);
        ready.ShouldBe([.. Assemblies.Select(name => Folder + name), Portable + Fixes], ignoreOrder: true);
        (string kept, string toldToo) = Built(project, "-p:SecretGuardReadyToRun=false");
        kept.Split().ShouldBe([.. portable, "tasks/netstandard2.0/SecretGuard.Tasks.dll"], ignoreOrder: true);
        told.ShouldBe("Code.cs SG1001\nsettings.json SG1002");
        toldToo.ShouldBe(told);
    }

    /// <summary>An editor's builds, and a platform that the package has nothing for.</summary>
    [Theory]
    [InlineData("-p:DesignTimeBuild=true")]
    [InlineData("-p:BuildingInsideVisualStudio=true")]
    [InlineData("-p:NETCoreSdkPortableRuntimeIdentifier=plan9-mips")]
    public void AnythingElse_TakesThePortableOnes(params string[] options)
    {
        (string taken, _) = Built(Project(), options);
        taken.Split().Where(path => path.EndsWith("Analyzers.dll", StringComparison.Ordinal)).ShouldBe([Portable + "SecretGuard.Analyzers.dll"]);
    }

    /// <summary>musl or not makes no difference to what is compiled.</summary>
    [Fact]
    public void PlatformWithMusl_TakesThoseOfItsSystem()
    {
        MustBeReady();
        string musl = RuntimeInformation.RuntimeIdentifier.Replace("linux-", "linux-musl-", StringComparison.Ordinal);
        Built(Project(), $"-p:NETCoreSdkPortableRuntimeIdentifier={musl}").Taken.Split().ShouldContain(Folder + "SecretGuard.Analyzers.dll");
    }

    private void MustBeReady() => Assert.SkipUnless(feed.IsReadyToRun, "the compiler for this platform cannot be restored here");

    private string Project()
    {
        string folder = Directory.CreateDirectory(Path.Combine(feed.Root, $"ready-{Guid.NewGuid():N}")).FullName;
        feed.Offer(folder);
        File.WriteAllText(Path.Combine(folder, "Ready.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>{feed.Reference}</ItemGroup>
              <Target Name="SayWhatIsTaken" AfterTargets="CoreCompile">
                <Message Importance="high" Text="taken: %(Analyzer.FullPath)" Condition="'%(Analyzer.NuGetPackageId)' == 'SecretGuard'" />
                <Message Importance="high" Text="taken: $(SecretGuardTasksAssembly)" />
              </Target>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Code.cs"), _secrets.Fill("internal static class Code\n{\n    internal const string Password = \"‹pw›\";\n}\n"));
        File.WriteAllText(Path.Combine(folder, "settings.json"), _secrets.Fill("{ \"Password\": \"‹pw›\" }\n"));
        Tool.Dotnet(folder, "restore", "-v:q").MustSucceed();
        return folder;
    }

    /// <summary>The package's assemblies that a build takes, relative to the package, and what it tells.</summary>
    private (string Taken, string Told) Built(string folder, params string[] options)
    {
        Tool build = Tool.Dotnet(folder, ["build", "--no-restore", "--no-incremental", "-tl:off", .. options]).MustSucceed();
        string package = Path.Combine(folder, "packages", "secretguard", feed.Version);
        IEnumerable<string> taken = build.Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("taken: ", StringComparison.Ordinal))
            .Select(line => Path.GetRelativePath(package, line["taken: ".Length..]).Replace('\\', '/'));
        IEnumerable<string> told = new BuildLog(build, folder, "").All.Select(told => $"{told.File} {told.Id}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return (string.Join(' ', taken), string.Join('\n', told));
    }
}
