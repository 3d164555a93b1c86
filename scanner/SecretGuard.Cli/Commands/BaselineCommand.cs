using System.CommandLine;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard baseline create|update|stats|merge</c>. One file a verb.</summary>
internal static class BaselineCommand
{
    public static Command Create() => new("baseline", "Accept old secrets until they are gone.")
    {
        BaselineCreateCommand.Create(),
        BaselineUpdateCommand.Create(),
        BaselineStatsCommand.Create(),
        BaselineMergeCommand.Create(),
    };
}
