using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Build.Utilities;
using SecretGuard.Text;

namespace SecretGuard.Tasks.Verifying;

/// <summary>The command line <c>secretguard</c> that a build may start.</summary>
/// <param name="Program">What is started.</param>
/// <param name="Leading">What stands before the arguments.</param>
internal sealed record CommandLineTool(string Program, IReadOnlyList<string> Leading)
{
    private const string PackageId = "secretguard.cli";

    private static readonly string[] Manifests = [".config/dotnet-tools.json", "dotnet-tools.json"];

    /// <summary>
    /// The one that the project names; else the local tool of the repository (<c>dotnet-tools.json</c>), whose version its owners chose; else the one that came with
    /// the package, which has no clients of clouds.
    /// </summary>
    /// <param name="named">The path of a program or of <c>SecretGuard.Cli.dll</c>, or nothing.</param>
    /// <param name="root">The root of the repository.</param>
    /// <param name="packaged">The path of the one in the package.</param>
    public static CommandLineTool Choose(string named, string root, string packaged)
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        return named.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? new(host, [named])
            : named.Length > 0 ? new(named, [])
            : IsLocalTool(root) ? new(host, ["secretguard"])
            : new(host, [packaged]);
    }

    /// <summary>Runs it to its end, without a shell.</summary>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    /// <exception cref="OperationCanceledException">The build was cancelled; the program was ended.</exception>
    public (int ExitCode, string Output, string Error) Run(string folder, IEnumerable<string> arguments, CancellationToken stop)
    {
        var line = new CommandLineBuilder();
        foreach (string argument in Leading.Concat(arguments))
        {
            line.AppendSwitchIfNotNull("", argument);
        }

        var start = new ProcessStartInfo(Program, line.ToString())
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start);
        using CancellationTokenRegistration registration = stop.Register(() => End(process));
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        stop.ThrowIfCancellationRequested();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>As <c>dotnet</c> looks for it: upward, until a manifest says that it is the last.</summary>
    private static bool IsLocalTool(string root)
    {
        for (DirectoryInfo? folder = new(root); folder is not null; folder = folder.Parent)
        {
            foreach (string path in Manifests.Select(name => Path.Combine(folder.FullName, name)).Where(File.Exists))
            {
                JsonValue manifest = Read(path);
                if (manifest["tools"].Members.Keys.Contains(PackageId, StringComparer.OrdinalIgnoreCase))
                {
                    return true;
                }

                if (manifest["isRoot"].Text == "true")
                {
                    return false;
                }
            }
        }

        return false;
    }

    /// <summary>What nobody can read names no tool: 'dotnet' says what is wrong with it.</summary>
    private static JsonValue Read(string path)
    {
        try
        {
            return JsonValue.Parse(File.ReadAllText(path));
        }
        catch (Exception error) when (error is FormatException or IOException or UnauthorizedAccessException)
        {
            return JsonValue.Parse("{}");
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It had ended.
        }
    }
}
