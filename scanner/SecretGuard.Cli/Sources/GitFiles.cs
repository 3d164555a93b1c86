using System.Diagnostics;
using System.Text;

namespace SecretGuard.Cli.Sources;

/// <summary>Asks git which files of a folder are tracked, or untracked and not ignored.</summary>
internal static class GitFiles
{
    /// <summary>Full paths, or null where git is missing or the folder is in no work tree.</summary>
    public static IReadOnlyList<string>? List(string directory, CancellationToken cancellation)
    {
        byte[]? output = Run(directory, cancellation, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate");
        if (output is null)
        {
            return null;
        }

        var files = new List<string>();
        foreach (string name in Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var file = new FileInfo(Path.Combine(directory, name));

            // Deleted files are listed too; links are followed nowhere; a submodule's entry is a folder.
            if (file.Exists && file.LinkTarget is null)
            {
                files.Add(file.FullName);
            }
        }

        return files;
    }

    /// <summary>Standard output of a git command, or null where it fails.</summary>
    public static byte[]? Run(string directory, CancellationToken cancellation, params string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using Process? process = Process.Start(start);
            if (process is null)
            {
                return null;
            }

            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            return process.ExitCode == 0 ? output.ToArray() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
