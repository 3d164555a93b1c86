using SecretGuard.TestKit;

namespace SecretGuard.Tasks.Tests;

/// <summary>A real publish: what the output shows and no file that was looked at.</summary>
public sealed class OutputTests(PackedFeed feed)
{
    private const string Settings = "{\n  \"ConnectionStrings\": { \"Db\": \"Server=db.corp.net;User Id=orders;Password=‹pw›\" }\n}\n";

    private readonly Secrets _secrets = new();

    private string Folder => Path.Combine(feed.Root, "published");

    [Fact]
    public void Publish_TellsOnceWhatOnlyTheOutputShows()
    {
        WriteProject();
        string[] published = ["bin/Release/net10.0/publish/late.txt:1 SG1002", "bin/Release/net10.0/publish/local.json:2 SG1002", "bin/Release/net10.0/publish/made.json:2 SG1002"];
        string[] all = ["appsettings.json:2 SG1002", .. published, "embedded.json:2 SG1002", "obj/Release/net10.0/Web.dll!/Web.obj.made.xml:1 SG1002", "obj/Release/net10.0/Web.dll:0 SG1001"];
        BuildLog first = Publish("true");
        first.ExitCode.ShouldBe(0, first.Text);
        first.Of("Web").ShouldBe(all.Order(StringComparer.Ordinal));
        Publish("true", "--no-restore").Of("Web").ShouldBe(all.Order(StringComparer.Ordinal), "what is known is told again");
        Publish("true", "--no-build").Of("Web").ShouldBe(published);
        Publish("true", "--no-build", "-p:SecretGuardScanFiles=false").Of("Web").ShouldBe(["bin/Release/net10.0/publish/appsettings.json:2 SG1002", "bin/Release/net10.0/publish/embedded.json:2 SG1002", .. published], "nobody looked at the project's own");
        Publish("false", "--no-build").Of("Web").ShouldBeEmpty();
        foreach (string text in new[] { first.Text }.Concat(Directory.GetFiles(Path.Combine(Folder, "obj"), "secretguard.cache", SearchOption.AllDirectories).Select(File.ReadAllText)))
        {
            _secrets.Made.ShouldAllBe(secret => !text.Contains(secret, StringComparison.Ordinal));
        }
    }

    private BuildLog Publish(string scanOutput, params string[] options) =>
        new(Tool.Dotnet(Folder, ["publish", "Web.csproj", "-tl:off", $"-p:SecretGuardScanOutput={scanOutput}", .. options]), Folder, "");

    private void WriteProject()
    {
        Directory.CreateDirectory(Folder);
        feed.Offer(Folder);
        Tool.Run("git", Folder, "init", "--quiet").MustSucceed();
        Write(".gitignore", "bin/\nobj/\npackages/\nlocal.json\n");
        Write("Web.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><UseAppHost>false</UseAppHost><DefaultItemExcludes>$(DefaultItemExcludes);packages/**</DefaultItemExcludes></PropertyGroup>
              <ItemGroup>
                {feed.Reference}
                <EmbeddedResource Include="embedded.json" />
                <EmbeddedResource Include="obj/made.xml;obj/Texts.resx" />
              </ItemGroup>
              <Target Name="Make" AfterTargets="ComputeResolvedFilesToPublishList">
                <Copy SourceFiles="../elsewhere/made.json" DestinationFolder="$(IntermediateOutputPath)" />
                <ItemGroup><ResolvedFileToPublish Include="$(IntermediateOutputPath)made.json" RelativePath="made.json" CopyToPublishDirectory="Always" /></ItemGroup>
              </Target>
              <Target Name="WriteLate" AfterTargets="Publish">
                <Copy SourceFiles="../elsewhere/late.txt" DestinationFolder="$(PublishDir)" />
              </Target>
            </Project>
            """);
        Write("Program.cs", "WebApplication.CreateBuilder(args).Build().Run();\n");
        Write("appsettings.json", Settings);
        Write("local.json", Settings);
        Write("embedded.json", Settings);
        Write("obj/made.xml", "<settings><add key=\"DbPassword\" value=\"‹pw›\" /></settings>\n");
        Write("obj/Texts.resx", $"""
            <root>
              <resheader name="resmimetype"><value>text/microsoft-resx</value></resheader>
              <resheader name="version"><value>2.0</value></resheader>
              <resheader name="reader"><value>System.Resources.ResXResourceReader, System.Windows.Forms</value></resheader>
              <resheader name="writer"><value>System.Resources.ResXResourceWriter, System.Windows.Forms</value></resheader>
              <data name="Greeting" xml:space="preserve"><value>hello</value></data>
              <data name="Service" xml:space="preserve"><value>{_secrets.Token()}</value></data>
            </root>
            """);
        Write("../elsewhere/made.json", Settings);
        Write("../elsewhere/late.txt", "password: ‹pw›\n");
    }

    private void Write(string path, string text)
    {
        string full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, _secrets.Fill(text));
    }
}
