using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.Core.Tests.Inventories;

/// <summary>The file that says what a project refers to.</summary>
public sealed class InventoryFormatTests
{
    private static readonly InventoryRecord Full = new(
        new SecretReference(StoreTypes.AzureKeyVault, ReferenceKinds.Secret, "db-password") { Property = "pass\"word", Version = "42", Address = "https://shop.vault.azure.net", IsOptional = true, IsSecret = true, Via = "SecretClient.GetSecret" },
        new Location("src/Größe.cs", 3, 7, 4, 9),
        "Shop");

    private static readonly InventoryRecord Sparse = new(new SecretReference(StoreTypes.Environment, ReferenceKinds.Variable, "HOME"), new Location("src/A.cs", 10, 1, 10, 5), "Shop");

    [Fact]
    public void Text_IsOneSortedLineAReference() => InventoryFormat.Write([Full, Sparse, Full]).ShouldBe(
        """
        {"schema":"secretguard-inventory-1","references":[
        {"path":"src/A.cs","line":10,"column":1,"endLine":10,"endColumn":5,"store":"environment","kind":"env","name":"HOME","secret":"false","via":"","consumer":"Shop"},
        {"path":"src/Größe.cs","line":3,"column":7,"endLine":4,"endColumn":9,"store":"azure-key-vault","kind":"secret","name":"db-password","property":"pass\"word","version":"42","address":"https://shop.vault.azure.net","optional":"true","secret":"true","via":"SecretClient.GetSecret","consumer":"Shop"}
        ]}

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Text_IsReadBack() => InventoryFormat.Read(InventoryFormat.Write([Full, Sparse])).ShouldBe([Sparse, Full]);

    [Fact]
    public void WhatIsHandedOn_IsReadBack()
    {
        InventoryRecord record = Full with { Provides = Sparse.Reference with { Property = "x", IsOptional = false } };
        InventoryFormat.Read(InventoryFormat.Write([record])).ShouldBe([record]);
    }

    [Fact]
    public void Nothing_IsReadBack() => InventoryFormat.Read(InventoryFormat.Write([])).ShouldBeEmpty();

    [Theory]
    [InlineData("{}", "names no schema")]
    [InlineData("{\"schema\":\"secretguard-inventory-2\"}", "of another version")]
    [InlineData("{\"schema\":\"secretguard-inventory-1\",\"references\":[{\"name\":\"x\"}]}", "without store, kind or name")]
    [InlineData("{\"schema\":", "no JSON at character 11")]
    public void OtherText_IsTold(string text, string expected) => Should.Throw<FormatException>(() => InventoryFormat.Read(text)).Message.ShouldContain(expected);
}
