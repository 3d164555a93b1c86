using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Verifying;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Stores;
using SecretGuard.Stores.Local.DotEnv;
using Spectre.Console;

namespace SecretGuard.Cli.Tests;

/// <summary>The line that says how far a command has got.</summary>
public sealed class WorkProgressTests
{
    [Theory]
    [InlineData(false, null, null, true)]
    [InlineData(false, "xterm", "false", true)]
    [InlineData(true, "xterm", null, false)]
    [InlineData(false, "dumb", null, false)]
    [InlineData(false, "xterm", "true", false)]
    [InlineData(false, "xterm", "1", false)]
    public void Line_IsForWhoLooksAtATerminal(bool isRedirected, string? terminal, string? ci, bool expected) =>
        WorkProgress.IsWanted(isRedirected, name => name switch { "TERM" => terminal, "CI" => ci, _ => null }).ShouldBe(expected);

    [Fact]
    public void Line_IsRewritten_AndWipedAwayInTheEnd()
    {
        string shown = Shown(call => new WorkState($"asking [runtime]: {call} of 40 answered", call, 40), 3);
        shown.ShouldContain("asking [runtime]: 3 of 40 answered");
        shown.ShouldContain("\u001b[2K", customMessage: "the line is erased before it is written anew");
        shown.Split("\u001b[2K")[^1].ShouldNotContain("asking", customMessage: "nothing is left of it");
        shown.ShouldEndWith("\u001b[?25h", customMessage: "the cursor is back");
    }

    [Fact]
    public void Work_ThatIsSoonDone_ShowsNothing()
    {
        var output = new StringWriter();
        Progress(output).Watch(Task.CompletedTask, () => throw new InvalidOperationException());
        output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void Stores_AreNamedAsLongAsTheyAnswer()
    {
        using var first = new DotEnvStore("first.env");
        using var second = new DotEnvStore("second.env");
        var progress = new AskingProgress();
        progress.State.ShouldBe(new WorkState("asking stores: 0 of 0 answered", 0, 0));
        IReadOnlyList<IProgress<StoreAnswer>> told = progress.Begin([(new StoreInUse(Declared("runtime"), first), 1), (new StoreInUse(Declared(""), second), 2)]);
        progress.State.ShouldBe(new WorkState("asking runtime and 1 more: 0 of 3 answered", 0, 3));
        told[0].Report(new StoreAnswer(new SecretQuery("a"), Verdict.Present));
        progress.State.ShouldBe(new WorkState("asking second.env: 1 of 3 answered", 1, 3));
        told[1].Report(new StoreAnswer(new SecretQuery("a"), Verdict.Present));
        told[1].Report(new StoreAnswer(new SecretQuery("b"), Verdict.Missing));
        progress.State.ShouldBe(new WorkState("asking stores: 3 of 3 answered", 3, 3));
    }

    [Fact]
    public void Pipe_GetsNothingOfIt()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "stores: { v: { type: dotenv, path: v.env } }\nsecrets: { a: }\n").Write("v.env", "a=1\n").Commit();
        foreach (string command in new[] { "verify", "lock" })
        {
            box.Run(command).Error.ShouldNotContain("asking");
        }
    }

    private static DeclaredStore Declared(string name) => new(name, StoreTypes.DotEnv, new Location("", 0, 0, 0, 0));

    /// <summary>What a terminal was given while the state was asked for some times.</summary>
    private static string Shown(Func<int, WorkState> state, int times)
    {
        using var finished = new ManualResetEvent(initialState: false);
        var output = new StringWriter();
        int calls = 0;
        Progress(output).Show(
            () =>
            {
                if (++calls >= times)
                {
                    finished.Set();
                }

                return state(calls);
            },
            finished);
        return output.ToString();
    }

    private static WorkProgress Progress(StringWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 120;
        return new WorkProgress(console, new ElapsedTimeColumn());
    }
}
