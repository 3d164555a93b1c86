using System.Text;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.DetectSecrets;
using SecretGuard.Cli.Hooks;

namespace SecretGuard.Cli;

/// <summary>The command line. Exit codes: see <see cref="ExitCodes"/>.</summary>
internal static class Program
{
    private const long ShortRun = 16 << 20; // bytes of memory

    public static int Main(string[] args)
    {
        SpareCollections();
        try
        {
            if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
            {
                Console.OutputEncoding = Encoding.UTF8;
            }

            return Dispatch(args);
        }
        catch (UsageException error)
        {
            return Fail(error.Message);
        }
        catch (OperationCanceledException)
        {
            return Interruption.Told();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Most likely standard output: closed, or redirected to a disk that is full.
            return Fail($"cannot go on: {error.Message}");
        }
        catch (Exception error)
        {
            // Without its message, which may quote what was being read.
            Console.Error.WriteLine($"secretguard: a fault of this tool, please report it: {error.GetType()}\n{error.StackTrace}");
            return ExitCodes.Incomplete;
        }
    }

    /// <summary>A short run ends before its garbage is worth a collection, which takes a tenth of its time. Once more is allocated, all is as ever.</summary>
    private static void SpareCollections()
    {
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > 16 * ShortRun)
        {
            GC.TryStartNoGCRegion(ShortRun, ShortRun / 2);
        }
    }

    private static int Dispatch(string[] args)
    {
        args = args is ["help", _, ..] ? [.. args[1..], "--help"] : args;
        switch (args.Length == 0 ? "--help" : args[0])
        {
            case "--help" or "-h" or "-?" or "help":
                HelpText.WriteRoot(Console.Out);
                return ExitCodes.Clean;
            case "--version":
                Console.Out.WriteLine(ToolVersion.Current);
                return ExitCodes.Clean;
            default:
                return DetectSecretsCommands.Run(args) ?? PlainHook.Run(args) ?? TypedCommand.Run(args);
        }
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine($"secretguard: {message}");
        return ExitCodes.Usage;
    }
}
