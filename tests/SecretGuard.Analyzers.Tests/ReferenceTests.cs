using Microsoft.CodeAnalysis;

namespace SecretGuard.Analyzers.Tests;

/// <summary>Records of the inventory, where a build asks for them.</summary>
public sealed class ReferenceTests
{
    private const string Text = "class C { string M() => System.Environment.GetEnvironmentVariable({|SG2001:\"DB_PASSWORD\"|}) ?? throw new System.Exception(); }";

    private static readonly Dictionary<string, string> Asked = new(StringComparer.Ordinal) { ["build_property.SecretGuardInventory"] = "true" };

    [Fact]
    public void Reference_IsARecord() => new Code { Options = Asked }.Run(Text);

    [Fact]
    public void Record_HoldsWhatIsKnown()
    {
        Diagnostic record = new Code { Options = Asked }.Analyze(Marked.Read(Text).Text).ShouldHaveSingleItem();
        record.Properties.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => property.Key + "=" + property.Value)
            .ShouldBe(["kind=env", "name=DB_PASSWORD", "optional=false", "secret=true", "store=environment", "via=Environment.GetEnvironmentVariable"]);
    }

    [Fact]
    public void NobodyAsks_NothingIsTold() => Code.Check(Text.Replace("{|SG2001:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal));

    [Fact]
    public void ValueInThePlaceOfAName_IsNoRecord() => new Code { Options = Asked }.Run("class C { string? M() => System.Environment.GetEnvironmentVariable(\"[|‹pat›|]\"); }");

    [Fact]
    public void BuildProduct_IsNotRead() => new Code { Options = Asked, Path = "Generated.g.cs" }.Run("class C { string? M() => System.Environment.GetEnvironmentVariable(\"DB_PASSWORD\"); }");
}
