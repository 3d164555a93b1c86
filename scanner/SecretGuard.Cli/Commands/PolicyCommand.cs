using System.CommandLine;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard policy generate</c>. One file a verb.</summary>
internal static class PolicyCommand
{
    public static Command Create() => new("policy", "Write the least policy for who uses secrets.")
    {
        PolicyGenerateCommand.Create(),
    };
}
