using SecretGuard.Reporting;
using Spectre.Console;

namespace SecretGuard.Cli.Outputs;

/// <summary>A line on a terminal that says how far a command has got, for what takes longer than a second. It is wiped away in the end.</summary>
/// <param name="console">The terminal.</param>
/// <param name="last">What stands behind the bar: the time that is left, or the time that it took.</param>
internal sealed class WorkProgress(IAnsiConsole console, ProgressColumn last)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>One on standard error; null where nobody looks at it.</summary>
    public static WorkProgress? OnThisTerminal(ProgressColumn last) => IsWanted(Console.IsErrorRedirected, Environment.GetEnvironmentVariable)
        ? new WorkProgress(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }), last) : null;

    /// <summary>Whether there is somebody to look at it: not where standard error is a pipe or a file, nor on a build server, whose logs keep every line.</summary>
    public static bool IsWanted(bool isRedirected, Func<string, string?> variable) =>
        !isRedirected && variable("TERM") != "dumb" && variable("CI") is null or "" or "false" or "0";

    /// <summary>Shows it from the second second on until a task ends, in whatever way.</summary>
    public void Watch(Task work, Func<WorkState> state)
    {
        WaitHandle finished = ((IAsyncResult)work).AsyncWaitHandle;
        if (!finished.WaitOne(Patience))
        {
            Show(state, finished);
        }
    }

    /// <summary>Shows it until the work is finished.</summary>
    public void Show(Func<WorkState> state, WaitHandle finished) =>
        console.Progress().AutoClear(enabled: true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), last).Start(context =>
        {
            ProgressTask task = context.AddTask(Shown(state()));
            do
            {
                WorkState now = state();
                task.Description = Shown(now);
                task.MaxValue = Math.Max(1, now.Total);
                task.Value = now.Done;
                context.Refresh();
            }
            while (!finished.WaitOne(Pause));
        });

    private static string Shown(WorkState state) => Markup.Escape(VisibleText.Of(state.What));
}

/// <summary>How far some work has got.</summary>
/// <param name="What">What is done, for people.</param>
/// <param name="Done">How much of it is finished.</param>
/// <param name="Total">How much there is.</param>
internal readonly record struct WorkState(string What, int Done, int Total);
