using Spectre.Console;

namespace SecretGuard.Cli.Scanning;

/// <summary>The bar on a terminal, for what takes longer than a second.</summary>
internal static class ScanProgress
{
    /// <summary>Whether there is somebody to look at it.</summary>
    public static bool IsWanted => !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Shows the bar on standard error until the work is finished, and wipes it away.</summary>
    public static void Show(WorkQueue queue, WaitHandle finished)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().AutoClear(enabled: true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(context =>
        {
            ProgressTask task = context.AddTask($"scanning {queue.Count} files", maxValue: queue.Count);
            while (!finished.WaitOne(100))
            {
                task.Value = queue.Done;
            }
        });
    }
}
