using System.Runtime.InteropServices;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SecretGuard.Cli.Audits;

/// <summary>Shows a dialog on the whole terminal and hands it the keys. However it ends, the terminal is as it was.</summary>
internal static class AuditTerminal
{
    /// <summary>Whether there is a person at a terminal that can show a screen. Nowhere else is a secret shown.</summary>
    public static bool IsThere => !Console.IsInputRedirected && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb" && AnsiConsole.Profile.Capabilities is { Ansi: true, AlternateBuffer: true };

    /// <summary>Runs until the user quits. Throws <see cref="OperationCanceledException"/> where the process is told to end.</summary>
    public static void Run(AuditDialog dialog, IRenderable view, CancellationToken stop)
    {
        bool isColorless = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { ColorSystem = isColorless ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect });
        console.AlternateScreen(() =>
        {
            console.Cursor.Hide();
            try
            {
                Attend(dialog, view, console, stop);
            }
            finally
            {
                console.Cursor.Show();
            }
        });
    }

    private static void Attend(AuditDialog dialog, IRenderable view, IAnsiConsole console, CancellationToken stop)
    {
        (int, int) shown = default;
        bool isStale = true, isResumed = false;
        using PosixSignalRegistration? resume = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => Volatile.Write(ref isResumed, true));
        while (!dialog.IsOver)
        {
            stop.ThrowIfCancellationRequested();
            if (Console.KeyAvailable)
            {
                dialog.Press(Console.ReadKey(intercept: true));
                isStale = true;
                continue;
            }

            (int, int) size = (console.Profile.Width, console.Profile.Height);
            if (size != shown || Volatile.Read(ref isResumed))
            {
                (shown, isStale, isResumed) = (size, true, false);
                console.Clear(home: true);
            }

            if (isStale)
            {
                console.Cursor.SetPosition(1, 1);
                console.Write(view);
                isStale = false;
            }

            stop.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(20));
        }
    }
}
