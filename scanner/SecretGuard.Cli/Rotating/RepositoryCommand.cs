using System.ComponentModel;
using System.Diagnostics;
using SecretGuard.Stores.Values;

namespace SecretGuard.Cli.Rotating;

/// <summary>Runs a program that the declaration names. Nothing of what it writes is shown, for it may hold a value.</summary>
/// <param name="root">The folder that it runs in, and that paths of programs are relative to.</param>
/// <param name="limit">How long it may take; then it is ended with all that it has started.</param>
internal sealed class RepositoryCommand(string root, TimeSpan limit)
{
    private const int Most = 65_536;

    /// <summary>How long what it has started may go on writing.</summary>
    private static readonly TimeSpan AfterEnd = TimeSpan.FromSeconds(5);

    /// <summary>Runs it to its end, with nothing on its standard input.</summary>
    /// <param name="words">The program and its arguments.</param>
    /// <param name="variables">What it finds in its environment besides that of this process.</param>
    /// <param name="cancellation">Ends it, and what it has started.</param>
    /// <returns>
    /// What it printed, without the line end, and null where that is too long, or has no end because what it has started goes on; or what went wrong, for people.
    /// </returns>
    public async Task<(SecretValue? Printed, string? Problem)> RunAsync(IReadOnlyList<string> words, IEnumerable<(string Name, string Value)> variables, CancellationToken cancellation)
    {
        string program = words[0].Contains('/', StringComparison.Ordinal) ? Path.GetFullPath(words[0], root) : words[0];
        var start = new ProcessStartInfo(program, words.Skip(1)) { WorkingDirectory = root, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            using Process process = Process.Start(start) ?? throw new Win32Exception();
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            time.CancelAfter(limit);
            using CancellationTokenRegistration stop = time.Token.Register(() => process.Kill(entireProcessTree: true));
            process.StandardInput.Close();
            Task<byte[]> printed = ReadAsync(process.StandardOutput.BaseStream), errors = ReadAsync(process.StandardError.BaseStream);
            await process.WaitForExitAsync(CancellationToken.None);
            var all = Task.WhenAll(printed, errors);
            return cancellation.IsCancellationRequested ? (null, "interrupted")
                : time.IsCancellationRequested ? (null, $"'{words[0]}' took longer than {limit.TotalSeconds:0} s, and was ended with what it had started; --command-timeout gives it more")
                : process.ExitCode != 0 ? (null, $"'{words[0]}' ended with {process.ExitCode}; what it wrote is not shown, for it may hold a value: run it by hand to see it")
                : await Task.WhenAny(all, Task.Delay(AfterEnd, CancellationToken.None)) != all || (await printed).Length > Most ? (null, null)
                : (SecretValue.OfLine(await printed), null);
        }
        catch (Win32Exception error)
        {
            return (null, $"'{words[0]}' cannot be started: {error.Message}");
        }
    }

    /// <summary>Reads to the end, so that nobody waits for a full pipe; keeps what is within bounds.</summary>
    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var kept = new MemoryStream();
        byte[] buffer = new byte[8_192];
        for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
        {
            if (kept.Length <= Most)
            {
                await kept.WriteAsync(buffer.AsMemory(0, read));
            }
        }

        return kept.ToArray();
    }
}
