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

    [Fact]
    public void Parts_KnowCoreOnly()
    {
        foreach (ProjectFile part in Repository.Products.Where(project => project.Name is not Core and not Cli))
        {
            part.References.ShouldBe([Core], $"{part} may know {Core} only");
        }
    }

    [Fact]
    public void Cli_KnowsEveryPart()
    {
        string[] parts = [.. Repository.Products.Select(project => project.Name).Where(name => name != Cli)];
        Repository.Products.Single(project => project.Name == Cli).References.ShouldBe(parts, ignoreOrder: true);
    }

    [Fact]
    public void NobodyKnowsTheCli_ButItsTests()
    {
        Repository.Projects.Where(project => project.References.Contains(Cli)).Select(project => project.Name)
            .ShouldBe(["SecretGuard.Cli.Tests", "SecretGuard.Repo.Tests"], ignoreOrder: true);
    }

    [Fact]
    public void Products_KnowNoTests()
    {
        Repository.Products.SelectMany(project => project.References).ShouldAllBe(name => !name.Contains("Test", StringComparison.Ordinal));
    }
}
