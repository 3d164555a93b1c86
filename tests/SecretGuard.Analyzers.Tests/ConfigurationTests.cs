using Microsoft.CodeAnalysis;

namespace SecretGuard.Analyzers.Tests;

/// <summary>What the project's own files say: nothing is read but what the build hands over.</summary>
public sealed class ConfigurationTests
{
    private const string Password = "class C { const string Password = \"‹pw›\"; }";

    [Fact]
    public void InlineSuppression_Accepts() => Code.Check("class C { const string Password = \"‹pw›\"; // secretguard:allow generic-password shown to everybody\n }");

    [Fact]
    public void UnusedSuppression_IsTold() => Code.Check("{|SG9003:class C { const int Size = 4; // secretguard:allow generic-password nothing here|}\n }");

    [Fact]
    public void ExcludedPath_IsSilent() => new Code { Files = [("secretguard.yml", "exclude: [\"src/**\"]\n")] }.Run(Password);

    [Fact]
    public void DisabledRule_IsSilent() => new Code { Files = [("secretguard.yml", "rules:\n  disable: [generic-password]\n")] }.Run(Password);

    [Fact]
    public void AllowedPath_IsSilent() => new Code { Files = [("secretguard.yml", "allow:\n- paths: [\"src/**\"]\n  reason: made by the generator\n")] }.Run(Password);

    [Fact]
    public void ChosenConfiguration_StandsInForThatOfTheRoot() =>
        new Code
        {
            Options = new Dictionary<string, string>(StringComparer.Ordinal) { ["build_property.SecretGuardConfig"] = "/repo/rules/guard.yml" },
            Files = [("secretguard.yml", "rules: {}\n"), ("rules/guard.yml", "exclude: [\"src/**\"]\n")],
        }.Run(Password);

    [Fact]
    public void ChosenBaseline_StandsInForThatOfTheRoot() =>
        new Code
        {
            Options = new Dictionary<string, string>(StringComparer.Ordinal) { ["build_property.SecretGuardBaseline"] = "/repo/rules/accepted.txt" },
            Files = [("secretguard.baseline", "no baseline at all\n"), ("rules/accepted.txt", "# secretguard.baseline 1\n{|SG9001:|}no fingerprint\n")],
        }.Run("class C;");

    [Fact]
    public void MistakeInTheConfiguration_IsTold_AndSwitchesNothingOff() =>
        new Code { Files = [("secretguard.yml", "exlude: [\"src/**\"]\n".Replace("exlude", "{|SG9001:|}exlude", StringComparison.Ordinal))] }.Run(Password.Replace("‹pw›", "[|‹pw›|]", StringComparison.Ordinal));

    [Fact]
    public void BrokenBaseline_IsTold_AndSwitchesNothingOff() =>
        new Code { Files = [("secretguard.baseline", "# secretguard.baseline 1\n{|SG9001:|}no fingerprint\n")] }.Run(Password.Replace("‹pw›", "[|‹pw›|]", StringComparison.Ordinal));

    [Fact]
    public void AdditionalFile_IsReportedAtItsPlace() =>
        new Code { Files = [("src/appsettings.json", "{ \"ConnectionStrings\": { \"Db\": \"Server=db;User Id=svc;Password={|SG1002:‹pw›|}\" } }")] }.Run("class C;");

    [Fact]
    public void MinConfidence_HoldsForTheFile() =>
        new Code { Options = new Dictionary<string, string>(StringComparer.Ordinal) { ["secretguard.min_confidence"] = "very-high" } }.Run(Password);

    [Theory]
    [InlineData("secretguard.min_confidense", "high", "the option 'secretguard.min_confidense' is unknown; did you mean 'secretguard.min_confidence'?")]
    [InlineData("secretguard.min_confidence", "sure", "'secretguard.min_confidence' is 'sure'; write low, medium, high or very-high")]
    public void MistakeInTheOptions_IsToldOnce(string key, string value, string message) =>
        new Code { More = ["class D;"], Options = new Dictionary<string, string>(StringComparer.Ordinal) { [key] = value } }.Analyze("class C;")
            .ShouldHaveSingleItem().GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(message);

    [Fact]
    public void Message_SaysWhatToDo_AndNeverTheValue()
    {
        string value = TestKit.Placeholders.Fill("‹pw›", new Random(5));
        Diagnostic found = new Code().Analyze($"class C {{ const string Password = \"{value}\"; }}").ShouldHaveSingleItem();
        found.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldBe("Hard-coded password [generic-password] stands in code: Change it where it is used, and read it from a secret store or an environment variable.");
        found.Properties["rule"].ShouldBe("generic-password");
        found.Properties.Values.ShouldAllBe(property => property == null || !property.Contains(value, StringComparison.Ordinal));
    }

    [Fact]
    public void FileOfTheBuild_IsLeftAlone() =>
        new Code { Path = "/repo/src/obj/Debug/Made.g.cs", Options = new Dictionary<string, string>(StringComparer.Ordinal) { ["build_property.SecretGuardIntermediate"] = "/repo/src/obj/" } }.Run(Password);
}
