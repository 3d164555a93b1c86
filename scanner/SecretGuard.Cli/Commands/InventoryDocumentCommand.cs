using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Verifying.Inventories;
using SecretGuard.Inventories;
using SecretGuard.Reporting;
using SecretGuard.Text;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard inventory document</c>: the declared secrets as a table of a document, which is kept current.</summary>
internal static class InventoryDocumentCommand
{
    public static Command Create()
    {
        var project = new ScanArguments { WithoutPaths = true, Scope = ScanScope.Declaration };
        var output = new Option<string?>("--output", "-o") { Description = "Write the table into this document, between the two comments that mark its place.", HelpName = "FILE" };
        var check = new Option<bool>("--check") { Description = "Write nothing; exit with 1 where the document is not current." };
        var columns = new Option<string?>("--columns") { Description = $"The columns, of {string.Join(", ", InventoryTable.Columns)}.", HelpName = "NAME,…" };
        var command = new ToolCommand(
            "document",
            "Make a Markdown table of the declared secrets, and keep it current between two comments of a document.",
            "secretguard inventory document",
            "secretguard inventory document --output README.md",
            "secretguard inventory document --output README.md --check       in CI",
            "secretguard inventory document --columns id,description,owner");
        project.AddTo(command);
        command.Options.Add(output);
        command.Options.Add(check);
        command.Options.Add(columns);
        command.Does((parsed, _) =>
        {
            IReadOnlyList<string> shown = Columns(parsed.GetValue(columns));
            IReadOnlyList<DeclaredSecret> secrets = DeclaredSecrets.Of(project.Bind(parsed).Project);
            IReadOnlyList<string> table = InventoryTable.Of(secrets, shown);
            return new KeptDocument("inventory", "inventory document").Write(table, parsed.GetValue(output), parsed.GetValue(check));
        });
        return command;
    }

    private static IReadOnlyList<string> Columns(string? typed)
    {
        if (typed is null)
        {
            return InventoryTable.Usual;
        }

        string[] names = typed.Split(',', StringSplitOptions.TrimEntries);
        return Array.Find(names, name => !InventoryTable.Columns.Contains(name, StringComparer.Ordinal)) is { } wrong
            ? throw new UsageException($"--columns: '{wrong}' is not one of {string.Join(", ", InventoryTable.Columns)}{NearestName.Hint(wrong, InventoryTable.Columns)}")
            : names;
    }
}
