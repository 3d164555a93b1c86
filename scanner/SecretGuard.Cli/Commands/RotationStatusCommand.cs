using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard rotation status</c>: how every declared secret stands to its rotation.</summary>
internal static class RotationStatusCommand
{
    public static Command Create()
    {
        var input = new RotationArguments();
        var output = new DocumentArguments("rotation.json", RotationDocument.Formats);
        var command = new ToolCommand(
            "status",
            "Tell of every declared secret in each environment when it was changed, and when it is to be changed again.",
            "secretguard rotation status",
            "secretguard rotation status --env prod --report html=rotation.html",
            "secretguard rotation status --offline       by secretguard.lock, asking no store");
        input.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<OutputTarget> targets = output.Bind(parsed);
            RotationArguments.Asked asked = input.Ask(parsed, null, cancellation);
            ReportWriter.Write(new RotationDocument("rotation-status", asked.Today, asked.Entries) { ToolVersion = ToolVersion.Current }, targets);
            return asked.ExitCode;
        });
        return command;
    }
}
