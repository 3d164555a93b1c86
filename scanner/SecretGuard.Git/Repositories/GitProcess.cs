using System.ComponentModel;
using System.Diagnostics;

namespace SecretGuard.Git;

/// <summary>What a git command answered.</summary>
/// <param name="ExitCode">git's exit code, or null where git is not installed.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record GitResult(int? ExitCode, byte[] Output, string Error)
{
    private const string Trust = "git config --global --add safe.directory";

    /// <summary>Whether git is not installed.</summary>
    public bool IsMissing => ExitCode is null;

    /// <summary>Whether git did what it was asked.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>Whether the folder is simply in no work tree.</summary>
    public bool IsNoRepository => ExitCode == 128 && Error.Contains("not a git repository", StringComparison.Ordinal);

    /// <summary>Whether the folder is a bare repository, or git's own folder in a work tree.</summary>
    public bool IsBare => Error.Contains("must be run in a work tree", StringComparison.Ordinal);

    /// <summary>What went wrong, in a sentence with a way out.</summary>
    public string Problem => Error.Contains("dubious ownership", StringComparison.Ordinal)
        ? $"git refuses this repository because another user owns it (to trust it: {Error.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith(Trust, StringComparison.Ordinal)) ?? $"{Trust} <folder>"})"
        : Error.Contains("unknown repository extension", StringComparison.Ordinal)
        ? $"the installed git is too old for this repository and does not know {string.Join(", ", Error.Split('\n').Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0))} (update git: 2.45 and newer know reftable)"
        : $"git failed: {Error.Split('\n', 2)[0].Trim()}";
}

/// <summary>Runs git to read. A repository's own configuration gets nothing to run.</summary>
public static class GitProcess
{
    private static readonly GitResult Missing = new(null, [], "git is not installed");

    /// <summary>A hook's variables speak of the repository that is being committed to, which need not be the one that is scanned.</summary>
    private static readonly string[] Inherited = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"];

    /// <summary>Objects that are not here are not fetched: git before 2.39.4 does not know GIT_NO_LAZY_FETCH, but has no way to fetch where no protocol is allowed.</summary>
    private static readonly (string Name, string Value)[] NoProtocol = [("GIT_ALLOW_PROTOCOL", "none")];

    /// <summary>The git of PATH. Left to the framework, a file of that name in the folder that is scanned would be run first.</summary>
    private static readonly string? GitOnPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(Path.IsPathFullyQualified)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "git.exe" : "git"))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs git in a folder to its end; missing where it is not installed.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <param name="arguments">The command with its arguments.</param>
    public static GitResult Run(string directory, CancellationToken cancellation, params ReadOnlySpan<string> arguments) =>
        Run(directory, Inherited, [], [], arguments, cancellation);

    /// <summary>Runs git on a repository that was opened with variables of its own, such as the quarantine of what is pushed.</summary>
    internal static GitResult Run(string directory, RepositoryOptions options, CancellationToken cancellation, params ReadOnlySpan<string> arguments) =>
        Run(directory, Inherited, options.Variables().Concat(NoProtocol), [], arguments, cancellation);

    /// <summary>Runs git on the repository that is being committed to: a hook's variables say which index that is.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="input">Its standard input.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <param name="arguments">The command with its arguments.</param>
    public static GitResult RunInHook(string directory, byte[] input, CancellationToken cancellation, params ReadOnlySpan<string> arguments) =>
        Run(directory, [], NoProtocol, input, arguments, cancellation);

    private static GitResult Run(string directory, string[] without, IEnumerable<(string Name, string Value)> variables, byte[] input, ReadOnlySpan<string> arguments, CancellationToken cancellation)
    {
        if (GitOnPath is null)
        {
            return Missing;
        }

        var start = new ProcessStartInfo(GitOnPath)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = input.Length > 0,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string variable in without)
        {
            start.Environment.Remove(variable);
        }

        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("core.fsmonitor=false");
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using Process process = Process.Start(start) ?? throw new Win32Exception();
            Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
            Task written = input.Length > 0 ? WriteAsync(process.StandardInput.BaseStream, input, cancellation) : Task.CompletedTask;
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            written.GetAwaiter().GetResult();
            cancellation.ThrowIfCancellationRequested();
            return new GitResult(process.ExitCode, output.ToArray(), error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return Missing;
        }
    }

    private static async Task WriteAsync(Stream target, byte[] input, CancellationToken cancellation)
    {
        try
        {
            await target.WriteAsync(input, cancellation);
            target.Close();
        }
        catch (IOException)
        {
            // git ended before it had read everything: its exit code says why.
        }
    }
}
