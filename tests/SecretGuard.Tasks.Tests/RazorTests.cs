using SecretGuard.TestKit;

namespace SecretGuard.Tasks.Tests;

/// <summary>A real build of Razor files: what the compiler gets is generated, and what somebody wrote is a file.</summary>
public sealed class RazorTests(PackedFeed feed)
{
    [Fact]
    public void SecretsInCodeAndMarkup_AreToldOnceAsThoseOfAFile()
    {
        string folder = Directory.CreateDirectory(Path.Combine(feed.Root, "razor")).FullName;
        var secrets = new Secrets();
        feed.Offer(folder);
        foreach ((string path, string text) in ((string, string)[])
        [
            ("Web.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk.Web">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><UseAppHost>false</UseAppHost><RequiresAspNetWebAssets>false</RequiresAspNetWebAssets></PropertyGroup>
                  <ItemGroup>{feed.Reference}</ItemGroup>
                </Project>
                """),
            ("Program.cs", "WebApplication.CreateBuilder(args).Build().Run();\n"),
            ("Code.razor", "<h1>Hello</h1>\n\n@code {\n    private const string Password = \"‹pw›\";\n    private int Length => Password.Length;\n}\n"),
            ("Markup.razor", "<h1>Hello</h1>\n<input type=\"hidden\" name=\"password\" value=\"‹pw›\" />\n@{ var password = \"‹pw›\"; }\n<p>@password.Length</p>\n"),
            ("Page.cshtml", "@page\n@functions {\n    private const string Password = \"‹pw›\";\n}\n<p>@Password.Length</p>\n"),
        ])
        {
            File.WriteAllText(Path.Combine(folder, path), secrets.Fill(text));
        }

        string[] expected = ["Code.razor:4 SG1002", "Markup.razor:2 SG1002", "Markup.razor:3 SG1002", "Page.cshtml:3 SG1002"];
        var first = new BuildLog(Tool.Dotnet(folder, "msbuild", "-restore", "-tl:off", "-v:q", "-nologo", "-p:SecretGuardScanOutput=true"), folder, "");
        first.ExitCode.ShouldBe(0, first.Text);
        first.Of("Web").ShouldBe(expected);
    }
}
