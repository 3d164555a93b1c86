using System.Text;

namespace SecretGuard.Cli.Tests.Verifying;

/// <summary><c>secretguard inventory document</c>: a table of a document that is made of the declaration, and kept current.</summary>
public sealed class InventoryDocumentTests
{
    private const string Declared = """
        version: 1
        stores: { main: { type: hashicorp-vault, address: "https://vault.example.net" } }
        policies: { database: { owner: "@team|data", rotation: { every: quarterly, grace: 7d, method: Lambda } } }
        secrets:
          db: { name: shop/db, fields: [user, password], category: database, consumers: [api, worker], description: of the shop }
          mail-token: { rotation: { every: manual, maxAge: 1y, reason: the provider issues it } }
        """;

    private const string Table = """
        | Secret | Store | Name there | Fields | Rotation | Owner | Consumers |
        |---|---|---|---|---|---|---|
        | <code>db</code> | main | <code>shop/db</code> | <code>user</code>, <code>password</code> | quarterly, grace 7d: Lambda | @<!-- -->team\|data | api, worker |
        | <code>mail-token</code> | main | <code>mail-token</code> |  | manual, at most 365d: the provider issues it |  |  |

        """;

    private const string Begin = "<!-- secretguard:inventory -->", End = "<!-- /secretguard:inventory -->";

    private static Sandbox Repository(string readme) => new Sandbox().Write("secretguard.yml", Declared).Write("README.md", readme);

    [Fact]
    public void Table_IsPrinted_InTheColumnsThatAreAskedFor()
    {
        using Sandbox box = Repository("");
        box.Run("inventory", "document").Output.ReplaceLineEndings("\n").ShouldBe(Table.ReplaceLineEndings("\n"));
        box.Run("inventory", "document", "--columns", "id, description").Output.ReplaceLineEndings("\n")
            .ShouldBe("| Secret | What it is |\n|---|---|\n| <code>db</code> | of the shop |\n| <code>mail-token</code> |  |\n");
        box.Run("inventory", "document", "--columns", "id,ownr").Error.ShouldContain("--columns: 'ownr' is not one of id, description, store");
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\uFEFF")]
    public void Block_IsFilled_AndCheckedUntilTheDeclarationChanges(string newLine, string mark)
    {
        string Text(string table) => mark + $"# Shop\n\n```md\n{Begin}\n{End}\n```\n\n  {Begin}\n{table}{End}\n\nMore.".ReplaceLineEndings(newLine);
        using Sandbox box = Repository("");
        box.Write("README.md", Encoding.UTF8.GetBytes(Text("old\n")));
        Sandbox.Outcome stale = box.Run("inventory", "document", "--output", "README.md", "--check");
        stale.ExitCode.ShouldBe(1, stale.Error);
        stale.Output.ShouldContain("- old");
        stale.Output.ShouldContain("README.md is not current: run 'secretguard inventory document --output README.md'");

        box.Run("inventory", "document", "-o", "README.md").Output.Trim().ShouldBe("README.md was brought up to date");
        Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(box.Root, "README.md"))).ShouldBe(Text(Table.ReplaceLineEndings("\n")));
        box.Run("inventory", "document", "-o", "README.md", "--check").ExitCode.ShouldBe(0);
        box.Write("secretguard.yml", Declared.Replace("of the shop", "of another", StringComparison.Ordinal)).Run("inventory", "document", "-o", "README.md", "--check").ExitCode.ShouldBe(0);
        box.Write("secretguard.yml", Declared.Replace("worker", "jobs", StringComparison.Ordinal)).Run("inventory", "document", "-o", "README.md", "--check").ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("# Shop\n", "'README.md' has no line '<!-- secretguard:inventory -->'; add it where they are to be")]
    [InlineData(Begin + "\n", "'README.md' has no line '<!-- /secretguard:inventory -->' below line 1; nobody knows where they end")]
    [InlineData(End + "\n" + Begin + "\n", "must have one line '<!-- secretguard:inventory -->' and one line '<!-- /secretguard:inventory -->' below it; see lines 1, 2")]
    [InlineData(Begin + "\n" + Begin + "\n" + End + "\n", "see lines 1, 2, 3")]
    [InlineData("```\n" + Begin + "\n" + End + "\n```\n", "has no line")]
    public void Document_WithoutAPlace_IsLeftAlone(string readme, string error)
    {
        using Sandbox box = Repository(readme);
        Sandbox.Outcome refused = box.Run("inventory", "document", "--output", "README.md");
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain(error);
        box.Read("README.md").ShouldBe(readme);
    }

    [Fact]
    public void WhatIsNotThere_IsSaid()
    {
        using Sandbox box = Repository("");
        box.Run("inventory", "document", "--check").Error.ShouldContain("--check: say with --output which document is to be current");
        box.Run("inventory", "document", "--output", "docs.md").Error.ShouldContain("--output: 'docs.md' does not exist");
        box.Write("secretguard.yml", "version: 1\n").Run("inventory", "document").Error.ShouldContain("secretguard.yml declares no secrets");
    }
}
