namespace SecretGuard.Repo.Tests;

/// <summary>The arrows of ARCHITECTURE.md, read out of every project file.</summary>
public sealed class DependencyArrowTests
{
    private const string Core = "SecretGuard.Core";
    private const string Cli = "SecretGuard.Cli";

    [Fact]
    public void Core_KnowsNobody()
    {
        ProjectFile core = Repository.Products.Single(project => project.Name == Core);
        core.References.ShouldBeEmpty();
        core.Packages.ShouldBe(["System.Memory"], "netstandard2.0 has no spans without it; nothing else may come in");
    }

    [Theory]
    [InlineData("SecretGuard.Configuration", "SecretGuard.Core")]
    [InlineData("SecretGuard.Git", "SecretGuard.Core")]
    [InlineData("SecretGuard.References", "SecretGuard.Core")]
    [InlineData("SecretGuard.Reporting", "SecretGuard.Core")]
    [InlineData("SecretGuard.DetectSecrets", "SecretGuard.Core")]
    [InlineData("SecretGuard.Migration", "SecretGuard.Core", "SecretGuard.Configuration")]
    [InlineData("SecretGuard.Stores", "SecretGuard.Core")]
    [InlineData("SecretGuard.CSharp", "SecretGuard.Core")]
    [InlineData("SecretGuard.Analyzers", "SecretGuard.CSharp", "SecretGuard.Configuration")]
    [InlineData("SecretGuard.CodeFixes")]
    [InlineData("SecretGuard.Tasks", "SecretGuard.Configuration", "SecretGuard.Analyzers", "SecretGuard.CodeFixes", Cli)] // packs the last three, knows none of them
    [InlineData("SecretGuard.Cli", "SecretGuard.Core", "SecretGuard.Configuration", "SecretGuard.Git", "SecretGuard.References", "SecretGuard.Stores", "SecretGuard.Reporting", "SecretGuard.DetectSecrets", "SecretGuard.Migration")]
    public void Part_KnowsTheseOnly(string name, params string[] known) =>
        Repository.Products.Single(project => project.Name == name).References.ShouldBe(known, ignoreOrder: true);

    [Fact]
    public void EveryProduct_HasItsArrows() =>
        Repository.Products.Count().ShouldBe(13, "write the arrows of a new project above");

    [Fact]
    public void NobodyKnowsTheCli_ButItsTestsAndWhoPacksIt()
    {
        Repository.Projects.Where(project => project.References.Contains(Cli)).Select(project => project.Name)
            .ShouldBe(["SecretGuard.Tasks", "SecretGuard.Cli.Tests", "SecretGuard.Repo.Tests"], ignoreOrder: true);
    }

    [Fact]
    public void Products_KnowNoTests()
    {
        Repository.Products.SelectMany(project => project.References).ShouldAllBe(name => !name.Contains("Test", StringComparison.Ordinal));
    }
}
