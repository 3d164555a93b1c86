namespace SecretGuard.References.Tests.Terraform;

/// <summary>What the files of a folder say together, and who else gives values to its variables.</summary>
public sealed class TerraformModulesTests
{
    private const string Data = "data \"vault_generic_secret\" \"g\" { path = \"x/${var.p}/${local.l}\" }";

    /// <summary>Files beside <c>a/main.tf</c>, which names <c>x/${var.p}/${local.l}</c>, and what that is.</summary>
    public static TheoryData<string[], string> Folders => new()
    {
        { [], "x/*/*" },
        { ["a/variables.tf", "variable \"p\" { default = \"p\" }", "a/locals.tf", "locals { l = \"${var.p}-l\" }"], "x/p/p-l" },
        { ["a/b/variables.tf", "variable \"p\" { default = \"p\" }", "variables.tf", "variable \"p\" { default = \"p\" }"], "x/*/*" }, // folders are no part of each other
        { ["a/variables.tf", "variable \"p\" { default = \"p\" }", "a/terraform.tfvars", "p = \"q\"\n"], "x/q/*" },
        { ["a/variables.tf", "variable \"p\" {}", "a/x.auto.tfvars", "p = \"q\"\n"], "x/q/*" },
        { ["a/variables.tf", "variable \"p\" {}", "a/x.auto.tfvars", "p = \"q\"\n", "a/y.auto.tfvars", "p = \"r\"\n"], "x/*/*" },
        { ["a/variables.tf", "variable \"p\" { default = \"p\" }", "a/prod.tfvars", "p = \"q\"\n"], "x/*/*" }, // who deploys hands it over, or not
        { ["a/variables.tf", "variable \"p\" { default = \"p\" }", "a/envs/prod/terraform.tfvars", "p = \"q\"\n"], "x/*/*" },
        { ["a/variables.tf", "variable \"p\" { default = \"p\" }", "b/terraform.tfvars", "p = \"q\"\n"], "x/p/*" },
        { ["a/variables.tf", "variable \"p\" { default = \"p\" }", "b/main.tf", "module \"a\" {\n source = \"../a\"\n p = \"q\"\n}"], "x/q/*" },
        { ["a/variables.tf", "variable \"p\" { default = \"p\" }", "b/main.tf", "module \"a\" {\n source = \"../a\"\n p = var.q\n}"], "x/*/*" },
        { ["a/variables.tf", "variable \"p\" { default = \"p\" }", "main.tf", "module \"a\" {\n source = \"./a/\"\n p = \"q\"\n}\nmodule \"b\" { source = \"./a\" }"], "x/*/*" },
        { ["a/variables.tf", "variable \"p\" { default = \"p\" }", "main.tf", "module \"a\" { source = \"./a\" }"], "x/p/*" },
        { ["a/variables.tf", "variable \"p\" { default = \"p\" }", "main.tf", "module \"a\" {\n source = \"../../a\"\n p = \"q\"\n}"], "x/p/*" },
    };

    [Theory]
    [MemberData(nameof(Folders))]
    public void Variable_IsWhatIsGivenOrItsDefault(string[] files, string expected) =>
        Mentions.Together([("a/main.tf", Data), .. files.Chunk(2).Select(file => (file[0], file[1]))]).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            record => record.Reference.Name.ShouldBe(expected), record => record.Location.Path.ShouldBe("a/main.tf"));

    [Fact]
    public void Block_IsFoundInAnotherFileOfItsFolder() =>
        Mentions.Together(
            ("a/data.tf", "data \"azurerm_key_vault\" \"main\" { name = \"kv-main\" }\nlocals { names = [\"db\", \"mail\"] }"),
            ("a/main.tf", "data \"azurerm_key_vault_secret\" \"all\" {\n for_each = toset(local.names)\n name = each.value\n key_vault_id = data.azurerm_key_vault.main.id\n}"),
            ("b/main.tf", "data \"azurerm_key_vault_secret\" \"one\" {\n name = \"db\"\n key_vault_id = data.azurerm_key_vault.main.id\n}"))
        .Select(record => $"{record.Location.Path} {record.Reference.Name} {record.Reference.Address}")
        .ShouldBe(["a/main.tf db https://kv-main.vault.azure.net/", "a/main.tf mail https://kv-main.vault.azure.net/", "b/main.tf db "]);
}
