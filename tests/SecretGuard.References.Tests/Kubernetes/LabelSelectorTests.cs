using SecretGuard.References.Kubernetes;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Tests;

/// <summary>Which objects the selector of a patch means.</summary>
public sealed class LabelSelectorTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("team=shop", true)]
    [InlineData("team==shop", true)]
    [InlineData("team=web", false)]
    [InlineData("team!=web", true)]
    [InlineData("team!=shop", false)]
    [InlineData("other!=shop", true)]
    [InlineData("team in (web, shop)", true)]
    [InlineData("team in (web)", false)]
    [InlineData("team notin (web, api)", true)]
    [InlineData("team notin (shop)", false)]
    [InlineData("team", true)]
    [InlineData("other", false)]
    [InlineData("!other", true)]
    [InlineData("!team", false)]
    [InlineData("team in (web, shop), tier=db", true)]
    [InlineData("team=shop,tier=web", false)]
    public void ASelector_MeansWhatKubernetesMeans(string? selector, bool selects) =>
        LabelSelector.Selects(selector, YamlDocuments.Read(new SourceText("a.yaml", "team: shop\ntier: db\n")).Roots[0]).ShouldBe(selects);

    [Fact]
    public void WithoutLabels_NothingIsSelected() => LabelSelector.Selects("team=shop", YamlValue.Nothing).ShouldBeFalse();
}
