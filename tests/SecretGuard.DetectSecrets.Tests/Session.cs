using System.Globalization;
using SecretGuard.Detection;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.DetectSecrets.Tests;

/// <summary>Runs the drop-in over a workspace in memory, at a fixed time.</summary>
internal static class Session
{
    public const string Now = "2026-11-27T05:06:07Z";

    private static readonly Engine Rules = new(new Lazy<Detector>(() => new Detector(Catalogue.Default)), new TriagePolicy());

    public sealed record Outcome(int ExitCode, string Output, string Error);

    public static Outcome Run(FakeWorkspace workspace, params string[] arguments) => Run(workspace, "", isInteractive: false, arguments);

    public static Outcome Run(FakeWorkspace workspace, string input, bool isInteractive, params string[] arguments) =>
        Run(workspace, input, isInteractive, surroundings => DetectSecretsProgram.Run(arguments, surroundings));

    public static Outcome Hook(FakeWorkspace workspace, params string[] arguments) =>
        Run(workspace, "", false, surroundings => DetectSecretsProgram.RunHook(arguments, surroundings));

    private static Outcome Run(FakeWorkspace workspace, string input, bool isInteractive, Func<Surroundings, int> run)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings(new ToolConsole(new StringReader(input), output, error, isInteractive), new Noon())
        {
            Open = _ => workspace,
            Rules = _ => Rules,
            Variable = _ => null,
            Invocation = ["secretguard"],
        };
        return new Outcome(run(surroundings), output.ToString(), error.ToString());
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(Now, CultureInfo.InvariantCulture);
    }
}
