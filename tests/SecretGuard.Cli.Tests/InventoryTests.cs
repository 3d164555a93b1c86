using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Tests;

/// <summary>The inventories of projects as one.</summary>
public sealed class InventoryTests
{
    private static InventoryRecord Record(string path, string name, string consumer) => new(new SecretReference(StoreTypes.Environment, ReferenceKinds.Variable, name), new Location(path, 3, 1, 3, 9), consumer);

    private static Sandbox Projects()
    {
        var box = new Sandbox(git: false);
        box.Write("Shop/obj/secretguard.inventory.json", InventoryFormat.Write([Record("Shop/B.cs", "DB_PASSWORD", "Shop")]));
        box.Write("Mail/obj/secretguard.inventory.json", InventoryFormat.Write([Record("Mail/A.cs", "SMTP_PASSWORD", "Mail"), Record("Mail/A.cs", "HOME", "Mail")]));
        return box;
    }

    [Fact]
    public void Merge_PutsAllProjectsTogetherSorted()
    {
        using Sandbox box = Projects();
        Sandbox.Outcome merged = box.Run("inventory", "merge");
        merged.ExitCode.ShouldBe(0, merged.Error);
        InventoryFormat.Read(merged.Output).Select(record => record.Reference.Name).ShouldBe(["HOME", "SMTP_PASSWORD", "DB_PASSWORD"]);
        box.Run("inventory", "merge", "Shop", "Mail/obj/secretguard.inventory.json", ".", "--output", "out/all.json").Output.ShouldBeEmpty();
        box.Read("out/all.json").ShouldBe(merged.Output);
    }

    [Theory]
    [InlineData("{ \"schema\":")]
    [InlineData("{}")]
    public void UnreadableOne_IsToldAndTheRestMerged(string text)
    {
        using Sandbox box = Projects();
        box.Write("Mail/obj/secretguard.inventory.json", text);
        Sandbox.Outcome merged = box.Run("inventory", "merge");
        merged.ExitCode.ShouldBe(3);
        merged.Error.ShouldContain(Path.Combine("Mail", "obj", "secretguard.inventory.json"));
        InventoryFormat.Read(merged.Output).Select(record => record.Reference.Name).ShouldBe(["DB_PASSWORD"]);
    }

    [Theory]
    [InlineData("nowhere", "'nowhere' does not exist")]
    [InlineData("Shop/src", "no secretguard.inventory.json below 'Shop/src'")]
    public void NothingToMerge_Is2(string path, string expected)
    {
        using Sandbox box = Projects();
        box.Write("Shop/src/B.cs", "");
        Sandbox.Outcome merged = box.Run("inventory", "merge", path);
        merged.ExitCode.ShouldBe(2);
        merged.Error.ShouldContain(expected);
    }
}
