using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Verifying;
using SecretGuard.Inventories;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard rotation due</c>: what is to be rotated soon, or should have been.</summary>
internal static class RotationDueCommand
{
    private const string Default = "30d";

    public static Command Create()
    {
        var input = new RotationArguments();
        var within = new Option<string>("--within") { Description = $"Tell what is due within this time ({Default}).", HelpName = "SPAN", DefaultValueFactory = _ => Default };
        var output = new DocumentArguments("due.json", RotationDocument.Formats);
        var command = new ToolCommand(
            "due",
            "Tell which declared secrets are to be rotated soon, are late, or end. Exit with 1 where one is late beyond its grace, or has ended.",
            "secretguard rotation due --within 14d",
            "secretguard rotation due --offline --report markdown=due.md");
        input.AddTo(command);
        command.Options.Add(within);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<OutputTarget> targets = output.Bind(parsed);
            string typed = parsed.GetValue(within)!;
            TimeSpan span = DeclaredTime.Parse(typed) ?? throw new UsageException($"--within: '{typed}' is no span of time; write {DeclaredTime.Forms}");
            RotationArguments.Asked asked = input.Ask(parsed, span, cancellation);
            RotationEntry[] due = [.. asked.Entries.Where(entry => entry.Outlook.Status is RotationStatus.Due or RotationStatus.Late or RotationStatus.Overdue || entry.Expires <= asked.Today + span)];
            ReportWriter.Write(new RotationDocument("rotation-due", asked.Today, due) { ToolVersion = ToolVersion.Current, Nothing = $"Nothing is due within {typed}." }, targets);
            string[] unknown = [.. asked.Entries.Where(entry => entry.Outlook.Status == RotationStatus.Unknown).Select(entry => entry.Name)];
            if (unknown.Length > 0)
            {
                Console.Error.WriteLine($"secretguard: nobody knows when {VisibleText.Of(VerifyNotices.Names(unknown))} {(unknown.Length == 1 ? "was" : "were")} changed; 'secretguard rotation status' says why");
            }

            return due.Any(entry => entry.Outlook.Status == RotationStatus.Overdue || entry.Expires <= asked.Today) ? ExitCodes.Findings : asked.ExitCode;
        });
        return command;
    }
}
