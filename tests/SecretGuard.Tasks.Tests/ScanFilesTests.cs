using SecretGuard.TestKit;

namespace SecretGuard.Tasks.Tests;

/// <summary>The task alone: what a build rarely meets.</summary>
public sealed class ScanFilesTests
{
    private const string Settings = "{\n  \"Db\": \"Server=db.corp.net;User Id=orders;Password=‹pw›\"\n}\n";

    [Fact]
    public void LockedFile_IsToldWithWhatToDo_AndTheRestIsLookedAt()
    {
        using Workshop shop = new Workshop().Write("a.json", Settings).Write("b.json", Settings);
        using (new FileStream(shop.Full("a.json"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            shop.Scan("a.json", "b.json").ShouldBeTrue();
            shop.Told.ShouldBe(["warning a.json:0 SG9007", "warning b.json:2 SG1002"]);
            shop.Messages.ShouldContain("Not looked at: it cannot be read. Let the build read it, or name it under 'exclude' in secretguard.yml.");
        }

        shop.EndBuild();
        shop.Scan("a.json", "b.json");
        shop.Told.ShouldBe(["warning a.json:2 SG1002", "warning b.json:2 SG1002"], "what could not be read is tried again");
    }

    [Fact]
    public void TooLargeFile_IsTold()
    {
        using Workshop shop = new Workshop().Write("secretguard.yml", "maxFileSize: 1KB\n").Write("a.json", new string(' ', 2000));
        shop.Scan("a.json");
        shop.Told.ShouldBe(["warning a.json:0 SG9007"]);
    }

    [Fact]
    public void ChangedFile_AloneIsReadAgain()
    {
        using Workshop shop = new Workshop().Write("a.json", Settings).Write("b.json", "{}\n");
        shop.Scan("a.json", "b.json");
        shop.Messages.ShouldContain("SecretGuard: 3 files read, 0 known from the last build.");
        shop.Write("b.json", Settings).EndBuild();
        shop.Scan("a.json", "b.json");
        shop.Messages.ShouldContain("SecretGuard: 1 files read, 2 known from the last build.");
        shop.Told.ShouldBe(["warning a.json:2 SG1002", "warning b.json:2 SG1002"]);
    }

    [Theory]
    [InlineData("rules:\n  disable: ['*']\n")]
    [InlineData("exclude: ['*.json']\n")]
    [InlineData("allow:\n- paths: ['a.json']\n  reason: of a test\n")]
    public void ChangedConfiguration_CountsAtOnce(string configuration)
    {
        using Workshop shop = new Workshop().Write("a.json", Settings);
        shop.Scan("a.json");
        shop.Told.ShouldBe(["warning a.json:2 SG1002"]);
        shop.Write("secretguard.yml", configuration).EndBuild();
        shop.Scan("a.json");
        shop.Told.ShouldBeEmpty();
    }

    [Fact]
    public void BrokenConfiguration_IsToldWhereNoAnalyzerDoes_AndSwitchesNothingOff()
    {
        using Workshop shop = new Workshop().Write("a.json", Settings).Write("secretguard.yml", "exclude: ['*.json']\nexclud: []\n");
        shop.Scan(task => task.AnalyzersRun = false, "a.json");
        shop.Told.ShouldBe(["warning a.json:2 SG1002", "warning secretguard.yml:2 SG9001"]);
        shop.EndBuild();
        shop.Scan("a.json");
        shop.Told.ShouldBe(["warning a.json:2 SG1002"]);
    }

    [Fact]
    public void ChosenConfiguration_StandsInForThatOfTheRoot()
    {
        using Workshop shop = new Workshop().Write("a.json", Settings).Write("b.json", Settings).Write("secretguard.yml", "exclude: ['a.json']\n").Write("rules/guard.yml", "exclude: ['b.json']\n");
        shop.Scan(task => task.Config = shop.Full("rules/guard.yml"), "a.json", "b.json");
        shop.Told.ShouldBe(["warning a.json:2 SG1002"], "paths in it are relative to the root");
        shop.Write("rules/accepted.txt", "# secretguard.baseline 1\nnothing\n").EndBuild();
        shop.Scan(task => (task.Baseline, task.AnalyzersRun) = (shop.Full("rules/accepted.txt"), false), "b.json", "rules/accepted.txt");
        shop.Told.ShouldBe(["warning b.json:2 SG1002", "warning rules/accepted.txt:2 SG9001"]);
    }

    [Theory]
    [InlineData("not the format at all")]
    [InlineData("# secretguard.cache 1 ABC\nF\tx")]
    public void BrokenCache_IsAsGoodAsNone(string text)
    {
        using Workshop shop = new Workshop().Write("a.json", Settings).Write("obj/secretguard.cache", text);
        shop.Scan("a.json");
        shop.Told.ShouldBe(["warning a.json:2 SG1002"]);
    }

    [Fact]
    public void CacheThatCannotBeWritten_HidesNothing()
    {
        using Workshop shop = new Workshop().Write("a.json", Settings).Write("obj", "a file where a folder should be");
        shop.Scan("a.json").ShouldBeTrue();
        shop.Told.ShouldBe(["warning a.json:2 SG1002"]);
    }

    [Fact]
    public void Fault_IsAnErrorWithItsKindAlone()
    {
        using Workshop shop = new Workshop().Write("a.json", Settings);
        shop.Scan(task => task.Report = "a\0b", "a.json").ShouldBeFalse();
        shop.Told.ShouldBe(["warning a.json:2 SG1002", "error App.csproj:0 SG9007"]);
        shop.Messages.ShouldContain(message => message.StartsWith("Not looked at: this task failed on the project (", StringComparison.Ordinal));
    }

    [Fact]
    public void Frameworks_OfOneBuild_TellEachFileOnce()
    {
        using Workshop shop = new Workshop().Write("a.json", Settings).Write("b.json", Settings);
        shop.Scan(task => task.Framework = "net8.0", "a.json");
        shop.Told.ShouldBe(["warning a.json:2 SG1002"]);
        shop.Scan(task => task.Framework = "net10.0", "a.json", "b.json");
        shop.Told.ShouldBe(["warning b.json:2 SG1002"], "the other framework told the first");
        shop.EndBuild();
        shop.Scan(task => task.Framework = "net10.0", "a.json", "b.json");
        shop.Told.ShouldBe(["warning a.json:2 SG1002", "warning b.json:2 SG1002"], "a new build tells all again");
    }

    [Fact]
    public void StateIsKept_WhereNothingWasFoundInAnyFile()
    {
        using Workshop shop = new Workshop().Write("a.json", "{}\n").Write("b.json", Settings).Write(".gitignore", "b.json\n");
        Tool.Run("git", shop.Folder, "init", "--quiet").MustSucceed();
        bool IsKept(string framework, params string[] files)
        {
            string path = shop.Full("obj/" + framework + "/secretguard.clean");
            shop.Scan(task => (task.Framework, task.State, task.CleanState) = (framework, "now", path), files);
            return File.Exists(path) && File.ReadAllText(path) == "now";
        }

        IsKept("net8.0", "a.json").ShouldBeTrue();
        IsKept("net9.0", "b.json").ShouldBeFalse("git ignores the file today");
        IsKept("net10.0", "b.json").ShouldBeFalse("the other framework found it");
        shop.EndBuild();
        IsKept("net8.0", "a.json", "b.json").ShouldBeFalse("and the state of before is forgotten");
    }

    /// <summary>A host that never ends a build must not hide findings in the next one.</summary>
    [Fact]
    public void BuildThatNeverEnds_TellsAgainToWhoAsksAgain()
    {
        using Workshop shop = new Workshop().Write("a.json", Settings);
        shop.Scan("a.json");
        shop.Scan("a.json");
        shop.Told.ShouldBe(["warning a.json:2 SG1002"]);
        shop.Properties["Configuration"] = "Release";
        shop.Scan("a.json");
        shop.Told.ShouldBeEmpty("the same build in another configuration");
    }

    [Fact]
    public void IgnoredFile_IsLeftOut_UnlessItIsTracked()
    {
        using Workshop shop = new Workshop().Write("a.json", Settings).Write("local/b.json", Settings).Write("local/c.json", Settings).Write(".gitignore", "*.json\n!a.json\nlocal/\n");
        Tool.Run("git", shop.Folder, "init", "--quiet").MustSucceed();
        shop.Scan("a.json", "local/b.json", "local/c.json");
        shop.Told.ShouldBe(["warning a.json:2 SG1002"]);
        Tool.Run("git", shop.Folder, "add", "--force", "local/c.json").MustSucceed();
        shop.EndBuild();
        shop.Scan("a.json", "local/b.json", "local/c.json");
        shop.Told.ShouldBe(["warning a.json:2 SG1002", "warning local/c.json:2 SG1002"]);
        shop.EndBuild();
        shop.Scan(task => task.Named = shop.Items("local/b.json"), "a.json", "local/b.json");
        shop.Told.ShouldBe(["warning a.json:2 SG1002", "warning local/b.json:2 SG1002"], "the project names it for that");
    }

    [Fact]
    public void OutputOfOtherProjects_AndWhatWasRestored_IsNobodysWork()
    {
        using Workshop shop = new Workshop().Write("other/Other.csproj", "<Project />\n").Write("other/bin/a.json", Settings).Write("node_modules/b/c.json", Settings).Write("tools/bin/d.json", Settings).Write("bin/e.json", Settings);
        shop.Scan("other/bin/a.json", "node_modules/b/c.json", "tools/bin/d.json", "bin/e.json");
        shop.Told.ShouldBe(["warning tools/bin/d.json:2 SG1002"]);
    }

    [Fact]
    public void FilesBesideTheProject_NeedNoItem()
    {
        using Workshop shop = new Workshop().Write("Dockerfile", "ENV DB_PASSWORD=‹pw›\n").Write("Properties/launchSettings.json", Settings).Write("Properties/PublishProfiles/a.pubxml", "<a><Password>‹pw›</Password></a>\n").Write("notes.txt", "password: ‹pw›\n");
        shop.Scan();
        shop.Told.ShouldBe(["warning Dockerfile:1 SG1002", "warning Properties/PublishProfiles/a.pubxml:1 SG1002", "warning Properties/launchSettings.json:2 SG1002"]);
    }

    [Fact]
    public void LowSeverity_IsNoErrorWhereTheConfigurationSaysSo()
    {
        using Workshop shop = new Workshop().Write("a.json", Settings).Write("secretguard.yml", "failOn: critical\n").Write("b.txt", "password: ‹pw›\n");
        shop.Scan(task => task.WarningsAsErrors = "SG1002", "a.json", "b.txt").ShouldBeFalse();
        shop.Told.ShouldBe(["error a.json:2 SG1002", "warning b.txt:1 SG1002"]);
    }

    [Theory]
    [InlineData("is_global = true\nglobal_level = -1000\ndotnet_diagnostic.SG1002.severity = error\n", "", "error")]
    [InlineData("is_global = true\nglobal_level = -1000\ndotnet_diagnostic.SG1002.severity = error\n", "dotnet_diagnostic.SG1002.severity = warning\n", "warning")]
    [InlineData("is_global = true\nglobal_level = 200\ndotnet_diagnostic.SG1002.severity = error\n", "dotnet_diagnostic.SG1002.severity = warning\n", "error")]
    [InlineData("root = true\ndotnet_diagnostic.SG1002.severity = error\n", "", "warning")]
    [InlineData("is_global = true\n[*.json]\ndotnet_diagnostic.SG1002.severity = error\n", "", "warning")]
    [InlineData("", "dotnet_diagnostic.SG1002.severity = none\n", "")]
    public void Severity_IsThatOfTheHighestGlobalConfiguration(string package, string own, string level)
    {
        using Workshop shop = new Workshop().Write("a.json", Settings).Write("package.globalconfig", package).Write(".globalconfig", own);
        shop.Scan(task => task.Configurations = shop.Items("package.globalconfig", ".globalconfig"), "a.json");
        shop.Told.ShouldBe(level.Length == 0 ? [] : [$"{level} a.json:2 SG1002"]);
    }

    [Theory]
    [InlineData("secretguard.min_confidence = very-high", "", "")]
    [InlineData("secretguard.min_confidence = very-high", "is_global = true\nglobal_level = 101\nsecretguard.min_confidence = low", "warning a.json:2 SG1002")]
    [InlineData("secretguard.min_confidence = very-high", "is_global = true\nglobal_level = 100\nsecretguard.min_confidence = medium", "warning a.json:2 SG1002")]
    [InlineData("[*.json]\nsecretguard.min_confidence = very-high", "", "warning a.json:2 SG1002")]
    [InlineData("\nsecretguard.min_confidence = sure", "", "warning a.json:2 SG1002", "warning .globalconfig:2 SG9001")]
    public void MinConfidence_IsThatOfTheHighestGlobalConfiguration(string own, string other, params string[] told)
    {
        using Workshop shop = new Workshop().Write("a.json", "{\n  \"Password\": \"‹pw›\"\n}\n").Write(".globalconfig", own).Write("other.globalconfig", other);
        shop.Scan(task => (task.Configurations, task.AnalyzersRun) = (shop.Items("other.globalconfig", ".globalconfig"), false), "a.json");
        shop.Told.ShouldBe(told.Where(line => line.Length > 0));
    }

    [Theory]
    [InlineData("SG1002", "", false, "error")]
    [InlineData("SG1002", "SG1002", false, "warning")]
    [InlineData("", "", true, "error")]
    [InlineData("", "SG1002", true, "warning")]
    public void WarningsAsErrors_MeanWhatTheyMeanToTheCompiler(string errors, string notErrors, bool all, string level)
    {
        using Workshop shop = new Workshop().Write("a.json", Settings);
        shop.Scan(task => (task.WarningsAsErrors, task.WarningsNotAsErrors, task.TreatWarningsAsErrors) = (errors, notErrors, all), "a.json").ShouldBe(level == "warning");
        shop.Told.ShouldBe([$"{level} a.json:2 SG1002"]);
    }
}
