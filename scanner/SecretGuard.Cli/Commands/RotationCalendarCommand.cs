using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard rotation calendar</c>: the days on which secrets are to be rotated, for a calendar.</summary>
internal static class RotationCalendarCommand
{
    public static Command Create()
    {
        var input = new RotationArguments();
        var output = new DrawingArguments<RotationCalendar>(
            "icalendar (for calendars of all kinds) or html (a page of months).",
            ("icalendar", (calendar, text) => calendar.WriteCalendar(text)),
            ("html", (calendar, text) => calendar.WritePage(text, ToolVersion.Current)));
        var command = new ToolCommand(
            "calendar",
            "Make a calendar of the days on which declared secrets are to be rotated, or end.",
            "secretguard rotation calendar --output rotation.ics",
            "secretguard rotation calendar --offline --format html --output rotation.html");
        input.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            Action<RotationCalendar> write = output.Bind(parsed);
            RotationArguments.Asked asked = input.Ask(parsed, null, cancellation);
            var calendar = new RotationCalendar(asked.Entries, asked.Stamp, asked.Scope);
            write(calendar);
            if (calendar.Count == 0)
            {
                Console.Error.WriteLine("secretguard: no day is known on which a secret is to be rotated; 'secretguard rotation status' says why");
            }

            return asked.ExitCode;
        });
        return command;
    }
}
