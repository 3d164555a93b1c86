using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Sources;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard inventory merge [PATH…]</c>: the inventories of a solution's projects as one.</summary>
internal static class InventoryMergeCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Inventories, or folders that hold some.", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => ["."] };
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; standard output by default." };
        var command = new ToolCommand(
            "merge",
            "Put the inventories of all projects together. A build with -p:SecretGuardInventory=true makes them.",
            "dotnet build -p:SecretGuardInventory=true",
            "secretguard inventory merge --output artifacts/inventory.json")
        { paths, output };
        command.Does((parsed, _) =>
        {
            string[] files = WrittenFiles.Find(parsed.GetValue(paths)!, InventoryFormat.FileName, _ => true, path => $"no {InventoryFormat.FileName} below '{path}'; 'dotnet build -p:SecretGuardInventory=true' makes one for each project");
            var records = new List<InventoryRecord>();
            bool complete = files.Select(file => TryRead(file, records)).ToArray().All(read => read);
            string text = InventoryFormat.Write(records);
            if (parsed.GetValue(output) is { } target)
            {
                ReportWriter.WriteFile(Path.GetFullPath(target), writer => writer.Write(text));
            }
            else
            {
                Console.Out.Write(text);
            }

            return complete ? ExitCodes.Clean : ExitCodes.Incomplete;
        });
        return command;
    }

    /// <summary>One that cannot be read is told, and the others are merged all the same.</summary>
    private static bool TryRead(string file, List<InventoryRecord> records)
    {
        try
        {
            records.AddRange(InventoryFormat.Read(File.ReadAllText(file)));
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            Console.Error.WriteLine($"secretguard: not looked at: {file}: {error.Message}. Build its project anew.");
            return false;
        }
    }
}
