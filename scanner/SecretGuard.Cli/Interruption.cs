using System.Runtime.InteropServices;

namespace SecretGuard.Cli;

/// <summary>Stops a command when somebody presses Ctrl+C or the system asks.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration _interrupt, _terminate;
    private Timer? _last;

    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    }

    /// <summary>Is cancelled then.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Says so, and with which code the command ends.</summary>
    public static int Told()
    {
        Console.Error.WriteLine("secretguard: stopped; nothing was reported");
        return ExitCodes.Interrupted;
    }

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _last?.Dispose();
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        // A second one ends the process at once; so does time, where a thread waits for input that never comes.
        signal.Cancel = !_stop.IsCancellationRequested;
        _stop.Cancel();
        _last ??= new Timer(static _ => Environment.Exit(Told()), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
    }
}
