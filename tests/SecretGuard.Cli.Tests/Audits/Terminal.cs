using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SecretGuard.Cli.Tests.Audits;

/// <summary>The tool on a terminal of its own, which <c>script</c> of util-linux makes: keys go in, the screen comes out.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _script;
    private readonly StringBuilder _shown = new();
    private readonly Task _reading;
    private readonly string _pidFile;

    public Terminal(Sandbox box, string arguments, int columns = 80, int rows = 24, string environment = "TERM=xterm-256color")
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "no 'script' of util-linux, which makes a terminal");
        _pidFile = Path.Combine(box.Root, ".git", $"pid-{Guid.NewGuid():N}");
        string dll = Path.Combine(AppContext.BaseDirectory, "SecretGuard.Cli.dll");
        var start = new ProcessStartInfo("script", ["--quiet", "--flush", "--return", "--command", $"stty cols {columns} rows {rows}; echo $$ > '{_pidFile}'; exec env {environment} dotnet '{dll}' {arguments}", "/dev/null"])
        {
            WorkingDirectory = box.Root,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["SHELL"] = "/bin/sh";
        start.Environment.Remove("NO_COLOR");
        _script = Process.Start(start)!;
        _reading = Task.Run(Read);
    }

    /// <summary>Everything that was shown so far.</summary>
    public string Shown
    {
        get
        {
            lock (_shown)
            {
                return _shown.ToString();
            }
        }
    }

    /// <summary>The tool's process.</summary>
    public int Pid => int.Parse(File.ReadAllText(_pidFile), CultureInfo.InvariantCulture);

    public void Press(string keys)
    {
        _script.StandardInput.Write(keys);
        _script.StandardInput.Flush();
    }

    /// <summary>Waits until a text was shown.</summary>
    public void WaitFor(string text, int from = 0)
    {
        var waited = Stopwatch.StartNew();
        while (Shown.IndexOf(text, from, StringComparison.Ordinal) < 0)
        {
            (waited.Elapsed < Patience).ShouldBeTrue($"'{text}' was not shown, but:\n{Shown.Replace('\e', '␛')}");
            Thread.Sleep(10);
        }
    }

    /// <summary>Waits for the end, and returns the exit code of the tool.</summary>
    public int WaitForExit()
    {
        _script.WaitForExit(Patience).ShouldBeTrue(Shown.Replace('\e', '␛'));
        _reading.Wait(Patience).ShouldBeTrue();
        return _script.ExitCode;
    }

    public void Kill() => Process.GetProcessById(Pid).Kill();

    public void Dispose()
    {
        if (!_script.HasExited)
        {
            _script.Kill(entireProcessTree: true);
        }

        _script.Dispose();
    }

    private void Read()
    {
        char[] buffer = new char[4096];
        int read;
        while ((read = _script.StandardOutput.Read(buffer)) > 0)
        {
            lock (_shown)
            {
                _shown.Append(buffer, 0, read);
            }
        }
    }
}
