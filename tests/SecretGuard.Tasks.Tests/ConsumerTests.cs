using SecretGuard.TestKit;
using System.Text.Json;
using SecretGuard.Inventories;

namespace SecretGuard.Tasks.Tests;

/// <summary>Real builds of projects that reference the package.</summary>
public sealed class ConsumerTests(Consumers consumers) : IClassFixture<Consumers>
{
    /// <summary>What every build of these projects tells, once each. Those of code that an analyzer reads come from the compiler alone.</summary>
    private static readonly Dictionary<string, string[]> Expected = new(StringComparer.Ordinal)
    {
        ["Plain"] = ["Plain/Dockerfile:2 SG1002", "Plain/Program.cs:2 SG1001", "Plain/appsettings.json:2 SG1002", "Plain/committed/.env:1 SG1002", "Plain/letter.txt:2 SG1002", "Plain/long.txt:60001 SG1002", "Plain/short.txt:1 SG1002", "shared/notes.txt:1 SG1002"],
        ["Multi"] = ["Multi/appsettings.json:2 SG1002", "shared/windows.yml:1 SG1002"],
        ["Asking"] = ["Asking/Code.cs:3 SG5005", "Asking/secretguard.lock:0 SG9009"],
        ["Verified"] = ["Verified/deploy/shop.yaml:10 SG3103"],
        ["FSharp"] = ["FSharp/Code.fs:2 SG1001", "FSharp/appsettings.json:2 SG1002"],
        ["Basic"] = ["Basic/Code.vb:2 SG1001", "Basic/appsettings.json:2 SG1002"],
        ["Central"] = ["Central/appsettings.json:2 SG1002"],
        ["Generated"] = [],
        ["NoAnalyzers"] = ["NoAnalyzers/Code.cs:3 SG1001", "NoAnalyzers/appsettings.json:2 SG1002"],
        ["NoTask"] = ["NoTask/Code.cs:3 SG1001"],
        ["Chosen"] = ["Chosen/Code.cs:3 SG1001", "Chosen/code.json:2 SG1002"],
        ["Off"] = [],
        ["Quiet"] = ["Quiet/Code.cs:3 SG1001"],
        ["Tuned"] = ["Tuned/appsettings.json:2 SG1002"],
    };

    /// <summary>What a compiler tells, which tells nothing where it has nothing to compile.</summary>
    private static readonly string[] Compilers = ["Plain/Program.cs:2 SG1001", "Plain/short.txt:1 SG1002", "NoTask/Code.cs:3 SG1001", "Chosen/Code.cs:3 SG1001", "Quiet/Code.cs:3 SG1001"];

    /// <summary>What only generated code holds.</summary>
    private const string Assembly = "Generated/obj/Debug/net10.0/Generated.dll:0 SG1001";

    public static TheoryData<string> Projects => [.. Expected.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void FirstBuild_TellsEverySecretOnce(string project)
    {
        consumers.First.ExitCode.ShouldBe(0, consumers.First.Text);
        consumers.First.Of(project).ShouldBe(Expected[project]);
        consumers.First.Of(project, "error").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void BuildWithoutAChange_TellsTheSameOfFiles(string project) =>
        consumers.Second.Of(project).ShouldBe(Expected[project].Except(Compilers));

    [Fact]
    public void BuildWithoutAChange_ReadsNoFile()
    {
        consumers.First.FilesRead.ShouldBeGreaterThan(20);
        consumers.Second.FilesRead.ShouldBe(0);
    }

    [Fact]
    public void Inventory_HoldsTheReferencesOfEveryFrameworkOnce()
    {
        consumers.First.ExitCode.ShouldBe(0, consumers.First.Text);
        InventoryFormat.Read(File.ReadAllText(Path.Combine(consumers.Root, "Asking", "obj", InventoryFormat.FileName)))
            .Select(record => $"{record.Location.Path}:{record.Location.StartLine}:{record.Location.StartColumn} {record.Reference.Name} {record.Consumer}")
            .ShouldBe(["Code.cs:3:82 DB_PASSWORD Asking", "Code.cs:5:78 HOME Asking"]);
        File.Exists(Path.Combine(consumers.Root, "Plain", "obj", InventoryFormat.FileName)).ShouldBeFalse("nobody has asked");
    }

    [Fact]
    public void BuildWithoutAChange_WritesNoInventory() => consumers.Second.Text.ShouldContain("Skipping target \"SecretGuardWriteInventory\" because all output files are up-to-date");

    [Fact]
    public void Lock_IsHeldAgainstTheReferencesOnce_AndToldAgainWithoutAChange()
    {
        const string Judged = "SecretGuard: 1 references held against the lock.";
        consumers.First.Text.ShouldContain(Judged);
        consumers.Second.Of("Asking").ShouldBe(Expected["Asking"]);
        consumers.Second.Text.ShouldNotContain(Judged);
        consumers.First.Text.ShouldNotContain("SG2003", Case.Sensitive, "what is missing elsewhere was not asked about");
    }

    /// <summary>What is published without a build was built on another day, and no compiler tells anything of it.</summary>
    [Fact]
    public void PublishWithoutABuild_HoldsTheLockAgainstTheReferencesOfTheLastBuild()
    {
        consumers.First.ExitCode.ShouldBe(0);
        string[] options = ["-t:PrepareForPublish", "-p:NoBuild=true", "-p:TargetFramework=net10.0", "-p:SecretGuardMode=error"];
        Tool run = Tool.Dotnet(consumers.Root, ["msbuild", "Asking/Asking.csproj", "-nologo", "-tl:off", "-v:q", .. options, "-p:SecretGuardEnvironment=dev"]);
        run.ExitCode.ShouldNotBe(0);
        run.All.ShouldContain("Code.cs(3,82,3,95): error SG5001: Secret is not in its store [secret-missing]: dev: environment DB_PASSWORD: it was missing on 2026-01-02, when the store was last asked. ");
        Tool.Dotnet(consumers.Root, ["msbuild", "Asking/Asking.csproj", "-nologo", "-tl:off", "-v:q", .. options, "-p:SecretGuardVerifyReferences=false"]).MustSucceed();
    }

    [Fact]
    public void BuildServer_MakesErrorsOfThem()
    {
        consumers.OnServer.ExitCode.ShouldNotBe(0);
        consumers.OnServer.All.Where(told => told.Level == "error").Select(told => told.Place).Order(StringComparer.Ordinal)
            .ShouldBe(Expected.Where(pair => pair.Key != "Tuned").SelectMany(pair => pair.Value).Append(Assembly).Order(StringComparer.Ordinal), "the compiler runs although the task found errors");
    }

    [Fact]
    public void BuildServer_LooksAtAssembliesToo_ForWhatNoSourceShows() => consumers.OnServer.Of("Generated").ShouldBe([Assembly]);

    [Fact]
    public void BuildServer_LeavesWhatTheProjectConfigures() => consumers.OnServer.Of("Tuned", "warning").ShouldBe(Expected["Tuned"]);

    [Fact]
    public void Report_HoldsWhatWasFoundInFilesAndCode()
    {
        consumers.OnServer.ExitCode.ShouldNotBe(0, "the compiler failed, and no target came after it");
        JsonElement run = Report("Plain");
        run.GetProperty("results").EnumerateArray().Select(Place).ShouldBe(Expected["Plain"].Select(place => place.Split(' ')[0]));
        run.GetProperty("results")[0].GetProperty("ruleId").GetString().ShouldBe("SG1002/generic-password");
        run.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("ruleId").GetString()).ShouldContain("SG1001/generic-password");
        run.GetProperty("results")[0].GetProperty("partialFingerprints").GetProperty("secretGuard/v1").GetString().ShouldStartWith("sg1:generic-password:Dockerfile:");
    }

    /// <summary>Two frameworks refer to it, and no file was read anew.</summary>
    [Fact]
    public void Report_HoldsWhatTheLockSaysOfCode_Once()
    {
        consumers.OnServer.ExitCode.ShouldNotBe(0);
        JsonElement run = Report("Asking");
        run.GetProperty("results").EnumerateArray().Select(result => $"Asking/{Place(result)} {result.GetProperty("ruleId")}").ShouldBe(["Asking/Code.cs:3 SG5005"]);
        run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray().Select(note => note.GetProperty("descriptor").GetProperty("id").GetString()).ShouldBe(["SG9009"]);
    }

    /// <summary>What every kind of build server says of itself, and what a developer's machine may say.</summary>
    [Fact]
    public void Mode_IsErrorOnEveryBuildServer()
    {
        consumers.First.ExitCode.ShouldBe(0);
        string[] servers = ["CI=true", "CI=1", "TF_BUILD=True", "ContinuousIntegrationBuild=true", "GITHUB_ACTIONS=true", "GITLAB_CI=true", "TEAMCITY_VERSION=2026.1", "JENKINS_URL=https://jenkins.corp.example.net/"];
        string[] others = ["CI=false", "CI=", "SecretGuardMode=warn;CI=true"];
        string calls = string.Concat(servers.Concat(others).Select(properties => $"""
            <MSBuild Projects="Plain/Plain.csproj" Targets="TellMode" Properties="{properties}"><Output TaskParameter="TargetOutputs" ItemName="Mode" /></MSBuild>
            <Message Importance="high" Text="{properties} is @(Mode)" /><ItemGroup><Mode Remove="@(Mode)" /></ItemGroup>
            """));
        File.WriteAllText(Path.Combine(consumers.Root, "modes.proj"), $"<Project><Target Name=\"Build\">{calls}</Target></Project>");
        string[] told = [.. Tool.Dotnet(consumers.Root, "msbuild", "modes.proj", "-nologo", "-tl:off").MustSucceed().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        told.ShouldBe([.. servers.Select(properties => $"{properties} is error"), .. others.Select(properties => $"{properties} is warn")]);
    }

    [Theory]
    [InlineData("SecretGuardConfig")]
    [InlineData("SecretGuardBaseline")]
    public void ChosenFileThatIsMissing_FailsTheBuild(string property)
    {
        consumers.First.ExitCode.ShouldBe(0);
        Tool run = Tool.Dotnet(consumers.Root, "msbuild", "Plain/Plain.csproj", "-nologo", "-tl:off", "-t:SecretGuardCheckPaths", $"-p:{property}=nowhere.txt");
        run.ExitCode.ShouldNotBe(0);
        run.All.ShouldContain($": error SG9001: {property} is '{Path.Combine(consumers.Root, "Plain", "nowhere.txt")}', and there is no such file.");
    }

    /// <summary>As an editor asks for what it hands to the analyzers.</summary>
    [Theory]
    [InlineData("", "Plain/Dockerfile", "Plain/Plain.csproj", "Plain/appsettings.json", "Plain/committed/.env", "Plain/long.txt", "Plain/short.txt", "secretguard.baseline", "secretguard.yml")]
    [InlineData("-p:SecretGuardAdditionalFiles=false", "Plain/long.txt", "Plain/short.txt", "secretguard.baseline", "secretguard.yml")]
    public void Editor_HandsConfigurationFilesToTheAnalyzers(string choice, params string[] expected)
    {
        consumers.First.ExitCode.ShouldBe(0);
        string[] designTime = [.. choice.Split(' ', StringSplitOptions.RemoveEmptyEntries), "-t:Compile", "-p:DesignTimeBuild=true", "-p:BuildingProject=false", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:AdditionalFiles"];
        Tool run = Tool.Dotnet(consumers.Root, ["msbuild", "Plain/Plain.csproj", "-nologo", .. designTime]).MustSucceed();
        JsonElement files = JsonDocument.Parse(run.Output).RootElement.GetProperty("Items").GetProperty("AdditionalFiles");
        files.EnumerateArray().Select(file => Path.GetRelativePath(consumers.Root, file.GetProperty("FullPath").GetString()!).Replace('\\', '/')).Order(StringComparer.Ordinal)
            .ShouldBe(expected);
    }

    /// <summary>What a code fix asks before it gives a project an id: one that stands in Directory.Build.props is one.</summary>
    [Theory]
    [InlineData("Plain", "")]
    [InlineData("Quiet", "of-all-projects")]
    public void CodeFixes_AreToldTheIdOfUserSecrets(string project, string id)
    {
        consumers.First.ExitCode.ShouldBe(0);
        string options = Directory.GetFiles(Path.Combine(consumers.Root, project, "obj"), "*.GeneratedMSBuildEditorConfig.editorconfig", SearchOption.AllDirectories).ShouldHaveSingleItem();
        File.ReadLines(options).Select(line => line.TrimEnd()).ShouldContain($"build_property.UserSecretsId = {id}".TrimEnd());
    }

    [Fact]
    public void NothingThatABuildWrites_HoldsASecret()
    {
        string[] written =
        [
            consumers.First.Text, consumers.Second.Text, consumers.OnServer.Text,
            .. Directory.GetFiles(consumers.Root, "secretguard.*", SearchOption.AllDirectories).Select(File.ReadAllText),
        ];
        written.Length.ShouldBeGreaterThan(20);
        consumers.Secrets.Made.Count.ShouldBeGreaterThan(20);
        consumers.Secrets.Made.ShouldAllBe(secret => !written.Any(text => text.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public void Message_SaysWhatAndWhatToDo_WithTheWholePlace()
    {
        string path = Path.Combine(consumers.Root, "Plain", "appsettings.json");
        consumers.First.Text.ShouldContain($"{path}(2,76,2,86): warning SG1002: Password in a connection string [connection-string-password] stands in a file: Change the password, ");
    }

    private JsonElement Report(string project) => JsonDocument.Parse(File.ReadAllText(Path.Combine(consumers.Root, project, "secretguard.sarif"))).RootElement.GetProperty("runs")[0];

    private static string Place(JsonElement result)
    {
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        return $"{place.GetProperty("artifactLocation").GetProperty("uri").GetString()}:{place.GetProperty("region").GetProperty("startLine").GetInt32()}";
    }
}
