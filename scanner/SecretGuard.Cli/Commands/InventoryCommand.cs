using System.CommandLine;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard inventory merge</c>. One file a verb.</summary>
internal static class InventoryCommand
{
    public static Command Create() => new("inventory", "Work with what the code refers to.")
    {
        InventoryMergeCommand.Create(),
    };
}
