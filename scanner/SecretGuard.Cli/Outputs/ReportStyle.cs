using System.Runtime.CompilerServices;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Outputs;

/// <summary>How reports look where they go.</summary>
internal static class ReportStyle
{
    /// <summary>Text is made for where it goes. The catalogue is only asked for the rest: making every reporter would cost every run.</summary>
    public static IReporter Reporter(OutputTarget target, bool color) => target switch
    {
        { Format: not FormatArguments.Text } => ReporterCatalogue.Find(target.Format)!,
        { File: null } => new TextReporter(color, StandardOutput.IsRedirected ? 0 : Columns()),
        _ => new TextReporter(color: false),
    };

    /// <summary>The width of the window; 0 where the terminal does not say.</summary>
    private static int Columns()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>Whether standard output shows colours, and nobody said otherwise.</summary>
    public static bool IsColorful() =>
        !StandardOutput.IsRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb"
        && (!OperatingSystem.IsWindows() || TakesSequences());

    /// <summary>An older console of Windows has to be told that escape sequences follow; asking does that. Apart from the rest, so that nothing else loads what it takes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TakesSequences() => Spectre.Console.AnsiConsole.Profile.Capabilities.Ansi;
}
