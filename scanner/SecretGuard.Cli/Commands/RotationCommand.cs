using System.CommandLine;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard rotation status|due|calendar</c>. One file a verb.</summary>
internal static class RotationCommand
{
    public static Command Create() => new("rotation", "Say which declared secrets are to be rotated, and when.")
    {
        RotationStatusCommand.Create(),
        RotationDueCommand.Create(),
        RotationCalendarCommand.Create(),
    };
}
