using System.Diagnostics;
using System.Text;

namespace SecretGuard.Git.Tests;

/// <summary>A folder for repositories, gone with the test. Real git makes and reads what is in it.</summary>
internal sealed class Sandbox : IDisposable
{
    private static readonly (string, string)[] Variables =
    [
        ("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_CONFIG_GLOBAL", OperatingSystem.IsWindows() ? "NUL" : "/dev/null"), ("LC_ALL", "C"), ("GIT_NO_LAZY_FETCH", "1"),
        ("GIT_AUTHOR_NAME", "A"), ("GIT_AUTHOR_EMAIL", "a@example.invalid"), ("GIT_COMMITTER_NAME", "C"), ("GIT_COMMITTER_EMAIL", "c@example.invalid"),
        ("GIT_AUTHOR_DATE", "1700000000 +0130"), ("GIT_COMMITTER_DATE", "1700000060 -0700"), ("GIT_ALLOW_PROTOCOL", "file"),

        // What newer gits tidy up in the background would go on in a folder that the test deletes.
        ("GIT_CONFIG_COUNT", "1"), ("GIT_CONFIG_KEY_0", "maintenance.auto"), ("GIT_CONFIG_VALUE_0", "false"),
    ];

    public string Root { get; } = Directory.CreateTempSubdirectory("secretguard-git-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    /// <summary>Makes a repository of a size that tests can afford, with everything that history has.</summary>
    public string Make(string name = "repo", int commits = 40, params string[] initArguments)
    {
        string path = this[name];
        Git(Root, ["init", "-q", "-b", "main", .. initArguments, name]);
        Git(path, Story.Tell(commits), "-c", "fastimport.unpackLimit=1000000", "fast-import", "--quiet");
        return path;
    }

    public string Git(string folder, params string[] arguments) => Encoding.UTF8.GetString(Git(folder, [], arguments));

    /// <summary>Runs git, which must succeed; its output.</summary>
    public byte[] Git(string folder, byte[] input, params string[] arguments)
    {
        (int exitCode, byte[] output, string error) = Try(folder, input, arguments);
        return exitCode == 0 ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)} ended with {exitCode}: {error}");
    }

    /// <summary>Runs git, which may fail.</summary>
    public static (int ExitCode, byte[] Output, string Error) Try(string folder, byte[] input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string variable in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(variable);
        }

        foreach ((string name, string value) in Variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task write = Task.Run(() =>
        {
            try
            {
                process.StandardInput.BaseStream.Write(input);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // git ended before it had read all.
            }
        });
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        write.Wait();
        return (process.ExitCode, output.ToArray(), error.Result);
    }

    /// <summary>Opens a repository as the product does.</summary>
    public static GitRepository Open(string path, RepositoryOptions? options = null) => GitRepository.Open(path, options, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            // Names that are no UTF-8 are out of the framework's reach.
            TestKit.Tool.Run("rm", Path.GetTempPath(), "-rf", Root).MustSucceed();
            return;
        }

        foreach (string file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Root, recursive: true);
    }
}
