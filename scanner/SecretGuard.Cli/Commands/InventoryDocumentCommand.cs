using System.CommandLine;
using System.Text;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Hooks.Setup;
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
            return parsed.GetValue(output) is { } file ? Keep(file, table, parsed.GetValue(check))
                : parsed.GetValue(check) ? throw new UsageException("--check: say with --output which document is to be current")
                : Print(table);
        });
        return command;
    }

    private static int Print(IEnumerable<string> table)
    {
        foreach (string line in table)
        {
            Console.Out.WriteLine(line);
        }

        return ExitCodes.Clean;
    }

    private static int Keep(string file, IEnumerable<string> table, bool onlyChecks)
    {
        string path = Path.GetFullPath(file);
        if (!File.Exists(path))
        {
            throw new UsageException($"--output: '{file}' does not exist; make it with the lines '{DocumentBlock.Begin}' and '{DocumentBlock.End}' where the table is to be");
        }

        string before = Text(path, file);
        var change = new FileChange(path, before, DocumentBlock.Fill(before, table, file));
        if (change.IsNeeded && onlyChecks)
        {
            foreach (string line in MarkedBlock.Lines(before).Except(MarkedBlock.Lines(change.After!), StringComparer.Ordinal).Select(line => "- " + line)
                .Concat(MarkedBlock.Lines(change.After!).Except(MarkedBlock.Lines(before), StringComparer.Ordinal).Select(line => "+ " + line)))
            {
                Console.Out.WriteLine(VisibleText.Of(line));
            }

            Console.Out.WriteLine($"{VisibleText.Of(file)} is not current: run 'secretguard inventory document --output {VisibleText.Of(file)}'");
            return ExitCodes.Findings;
        }

        if (change.IsNeeded)
        {
            change.Apply();
        }

        Console.Out.WriteLine($"{VisibleText.Of(file)} {(change.IsNeeded ? "was brought up to date" : "is current")}");
        return ExitCodes.Clean;
    }

    /// <summary>The text as it is, a mark of its encoding at its beginning included.</summary>
    private static string Text(string path, string name)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new UsageException($"--output: '{name}' cannot be read as UTF-8: {error.Message}");
        }
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
