using System.CommandLine;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard inventory init|check|document|merge</c>. One file a verb.</summary>
internal static class InventoryCommand
{
    public static Command Create() => new("inventory", "Declare what the repository refers to.")
    {
        InventoryInitCommand.Create(),
        InventoryCheckCommand.Create(),
        InventoryDocumentCommand.Create(),
        InventoryMergeCommand.Create(),
    };
}
