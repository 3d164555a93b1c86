using System.Text.Encodings.Web;
using System.Text.Json;
using SecretGuard.Inventories;
using SecretGuard.TestKit;
using static SecretGuard.Tasks.Tests.Verifying.LockedProject;

namespace SecretGuard.Tasks.Tests.Verifying;

/// <summary>What is wrong, told as a build tells it: once, again without a change, and in the report.</summary>
public sealed class VerifyReferencesTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void SameState_IsToldAgain_AndNotJudgedAgain()
    {
        using Workshop shop = Shop(Record("prod", "shop-db") with { State = "missing" });
        const string Judged = "SecretGuard: 1 references held against the lock.";
        Verify(shop, task => task.State = "first");
        shop.Messages.ShouldContain(message => message.StartsWith("SecretGuard: ", StringComparison.Ordinal));
        Verify(shop, task => task.State = "first");
        shop.Told.ShouldBe(["warning Code.cs:1 SG5001"]);
        shop.Messages.ShouldNotContain(message => message.StartsWith("SecretGuard: ", StringComparison.Ordinal));
        File.Exists(shop.Full("clean")).ShouldBeFalse();
        Lock(shop, Record("prod", "shop-db"));
        Verify(shop, task => (task.State, task.Consumer) = ("second", "Nobody"));
        shop.Messages.ShouldContain(Judged);
        File.ReadAllText(shop.Full("clean")).ShouldBe("second");
    }

    [Fact]
    public void FrameworksOfOneBuild_TellOnce()
    {
        using Workshop shop = Shop(Record("prod", "shop-db") with { State = "missing" });
        Verify(shop, task => (task.Framework, task.SessionFolder) = ("net10.0", shop.Full("obj/session")));
        shop.Told.ShouldBe(["warning Code.cs:1 SG5001"]);
        Verify(shop, task => (task.Framework, task.SessionFolder) = ("net10.0-windows", shop.Full("obj/session")));
        shop.Told.ShouldBeEmpty();
        shop.EndBuild();
        Verify(shop, task => (task.Framework, task.SessionFolder) = ("net10.0", shop.Full("obj/session")));
        shop.Told.ShouldBe(["warning Code.cs:1 SG5001"]);
    }

    [Fact]
    public void UnknownReferencesOfCode_AreTold_WhereNobodyElseDoes()
    {
        using Workshop shop = Shop(Record("prod", "shop-db"));
        File.Delete(shop.Full("references.json"));
        Verify(shop, task => task.Consumer = "Nobody");
        shop.Told.ShouldBe(["warning App.csproj:0 SG9007"]);
        Verify(shop, task => (task.References, task.Consumer) = ("", "Nobody"));
        shop.Told.ShouldBeEmpty("a language that no analyzer reads");
    }

    /// <summary>Both environments of one reference, by two frameworks; what is old is a note.</summary>
    [Fact]
    public void Report_HoldsWhatTheLockSaysOnce_InTheTermsOfTheCommandLine()
    {
        using Workshop shop = Shop(Record("prod", "shop-db") with { State = "missing" }, Record("dev", "shop-db") with { State = "missing", Asked = Today.AddDays(-40) });
        VerifyOf(shop, "net10.0");
        VerifyOf(shop, "net10.0-windows");
        string report = File.ReadAllText(shop.Full("report.sarif"));
        VerifyOf(shop, "net10.0");
        VerifyOf(shop, "net10.0-windows");
        File.ReadAllText(shop.Full("report.sarif")).ShouldBe(report, "told again without a change");
        Indented(report).ShouldMatchApproved(settings => settings.SubFolder("../Approved").NoDiff());
    }

    [Fact]
    public void Report_LosesWhatIsMended_OfTheFrameworkThatIsBuilt()
    {
        using Workshop shop = Shop(Record("prod", "shop-db") with { State = "missing" });
        shop.Write("a.json", "{ \"Password\": \"‹pw›\" }\n").Scan(task => task.Report = shop.Full("report.sarif"), "a.json");
        VerifyOf(shop, "net10.0");
        Results(shop).ShouldBe(["Code.cs SG5001", "a.json SG1002/generic-password"]);
        Lock(shop, Record("prod", "shop-db"));
        VerifyOf(shop, "net10.0");
        Results(shop).ShouldBe(["a.json SG1002/generic-password"]);
    }

    private static void VerifyOf(Workshop shop, string framework) => Verify(shop, task =>
    {
        (task.Framework, task.SessionFolder, task.CacheFolder) = (framework, shop.Full("obj/session"), shop.Full($"obj/{framework}"));
        (task.Report, task.ReportFolder, task.Part) = (shop.Full("report.sarif"), shop.Full("obj"), shop.Full($"obj/{framework}/lock"));
        task.Parts = shop.Items("obj/net10.0/lock", "obj/net10.0-windows/lock");
    });

    private static IEnumerable<string> Results(Workshop shop)
    {
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(shop.Full("report.sarif")));
        return [.. report.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(result =>
            $"{result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()} {result.GetProperty("ruleId").GetString()}")];
    }

    private static string Indented(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        string version = document.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("semanticVersion").GetString()!;
        return JsonSerializer.Serialize(document.RootElement, Readable).Replace($"\"{version}\"", "\"VERSION\"", StringComparison.Ordinal);
    }
}
