using SecretGuard.TestKit;

namespace SecretGuard.Tasks.Tests;

/// <summary>Real builds of a project in which there is nothing to find, until there is.</summary>
public sealed class CleanStateTests(PackedFeed feed)
{
    private const string Started = "Task \"ScanFiles\"";

    [Fact]
    public void BuildWithoutAChange_StartsNoTask_UntilAnythingChanges()
    {
        string folder = Directory.CreateDirectory(Path.Combine(feed.Root, "clean")).FullName;
        var secrets = new Secrets();
        void Write(string path, string text) => File.WriteAllText(Path.Combine(folder, path), secrets.Fill(text));
        string details = Path.Combine(feed.Root, "clean.log");
        BuildLog Build(params string[] more) => new(Tool.Dotnet(folder, ["msbuild", "-tl:off", "-v:q", "-nologo", $"-flp:verbosity=detailed;logfile={details}", .. more]), folder, File.ReadAllText(details));
        feed.Offer(folder);
        Write("App.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup>{feed.Reference}</ItemGroup></Project>""");
        Write("settings.json", "{ \"Port\": 8080 }\n");
        Write("secretguard.yml", "exclude: ['*.txt']\n");
        Write("notes.txt", "password: ‹pw›\n");

        Build("-restore").Text.ShouldContain(Started);
        BuildLog second = Build();
        second.ExitCode.ShouldBe(0, second.Text);
        second.Text.ShouldNotContain(Started);

        // Written long ago, as far as its time says: a copy keeps that of the original.
        Write("settings.json", "{ \"Password\": \"‹pw›\" }\n");
        File.SetLastWriteTimeUtc(Path.Combine(folder, "settings.json"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Build().Of("App").ShouldBe(["settings.json:1 SG1002"]);

        Write("secretguard.yml", "exclude: ['*.json']\n");
        Build().Of("App").ShouldBe(["notes.txt:1 SG1002"], "what is found is told by every build, and another configuration finds something else");
        File.Delete(Path.Combine(folder, "notes.txt"));
        Build().Of("App").ShouldBeEmpty();
    }
}
