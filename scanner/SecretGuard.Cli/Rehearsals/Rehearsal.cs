using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Git;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Rehearsals;

/// <summary>What a program came to.</summary>
/// <param name="ExitCode">0 where it succeeded; null where it could not be started.</param>
/// <param name="Output">All that it printed.</param>
internal sealed record Performance(int? ExitCode, string Output)
{
    /// <summary>Whether it succeeded.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>The last line that it printed: mostly the reason.</summary>
    public string LastLine => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault("it printed nothing");
}

/// <summary>
/// A clone in a temporary folder in which commits, pushes and builds are tried with the hooks of the real repository. It has the files of the last commit, and
/// from the work tree what says how secrets are looked for. Nothing is written to the repository: the clone's objects are its own.
/// </summary>
internal sealed class Rehearsal : IDisposable
{
    private static readonly string[] Copied = ["secretguard.yml", "secretguard.baseline", LockFormat.FileName, PreCommitFile.FileName, .. LefthookFile.FileNames, .. ToolCall.Manifests, "nuget.config"];

    private readonly string _folder = Directory.CreateTempSubdirectory("secretguard-doctor-").FullName;
    private readonly CancellationToken _cancellation;

    /// <summary>Clones.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="project">The folder of <c>secretguard.yml</c>, which may stand below.</param>
    /// <param name="canary">The secret.</param>
    /// <param name="cancellation">Ends what runs.</param>
    public Rehearsal(string root, string project, Canary canary, CancellationToken cancellation)
    {
        (Root, Canary, _cancellation) = (root, canary, cancellation);
        Clone = Path.Combine(_folder, "clone");
        Project = Path.GetFullPath(Path.GetRelativePath(root, project), Clone);
        HooksFolder = HookKeepers.HooksFolder(root, cancellation);
        GitResult cloned = GitProcess.Run(_folder, cancellation, "-c", "filter.lfs.smudge=", "-c", "filter.lfs.required=false", "-c", "advice.detachedHead=false", "clone", "--quiet", "--shared", "--no-tags", root, Clone);
        if (!cloned.Succeeded)
        {
            Dispose();
            throw new UsageException($"'{root}' cannot be cloned into a temporary folder: {cloned.Problem}");
        }

        foreach (string path in new[] { root, project }.Distinct(StringComparer.Ordinal).SelectMany(folder => Copied.Select(name => Path.Combine(folder, name))).Where(File.Exists))
        {
            Write(Path.GetRelativePath(root, path), File.ReadAllText(path));
        }

        Git("config", "core.hooksPath", HooksFolder);
        Git("add", "--all");
        Commit("the way things are", "--no-verify", "--allow-empty");
    }

    /// <summary>The root of the real repository: only looked at.</summary>
    public string Root { get; }

    /// <summary>Where git looks for its hooks.</summary>
    public string HooksFolder { get; }

    /// <summary>The root of the clone.</summary>
    public string Clone { get; }

    /// <summary>The folder of <c>secretguard.yml</c> in the clone.</summary>
    public string Project { get; }

    /// <summary>The secret that is sent through.</summary>
    public Canary Canary { get; }

    /// <summary>Writes a file of the clone.</summary>
    public void Write(string path, string text)
    {
        string full = Path.Combine(Clone, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Writes the file of the canary, with it or without, and stages it.</summary>
    public void Plant(bool isSecret)
    {
        Write(Canary.FileName, isSecret ? Canary.Line : $"nothing to see: {Guid.NewGuid().ToString("N")[..6]}\n");
        Git("add", "--force", Canary.FileName);
    }

    /// <summary>Commits what is staged, with the hooks unless something else is said.</summary>
    public Performance Commit(string message, params ReadOnlySpan<string> options) => Git(["commit", "--quiet", "--message", message, .. options]);

    /// <summary>Runs git in the clone.</summary>
    public Performance Git(params ReadOnlySpan<string> arguments)
    {
        GitResult result = GitProcess.Run(Clone, _cancellation, ["-c", "user.name=SecretGuard", "-c", "user.email=doctor@secretguard.invalid", "-c", "commit.gpgsign=false", .. arguments]);
        return new Performance(result.ExitCode, Encoding.UTF8.GetString(result.Output) + result.Error);
    }

    /// <summary>Goes back to how the clone was made, and forgets everything that was tried.</summary>
    public void Reset(string commit)
    {
        Git("reset", "--quiet", "--hard", commit);
        Git("clean", "--quiet", "--force", "-d", "-x");
    }

    /// <summary>The commit that is checked out.</summary>
    public string Head() => Git("rev-parse", "HEAD").Output.Trim();

    /// <summary>Runs this tool in the root of the clone.</summary>
    public Performance Tool(params ReadOnlySpan<string> arguments) => Run(ToolInvocation.Words[0], [.. ToolInvocation.Words.Skip(1), .. arguments], []);

    /// <summary>Runs this tool where the configuration stands.</summary>
    public Performance ToolInProject(params ReadOnlySpan<string> arguments) => Run(ToolInvocation.Words[0], [.. ToolInvocation.Words.Skip(1), .. arguments], [], Project);

    /// <summary>Runs a program in the clone: in its root, unless another folder is named.</summary>
    public Performance Run(string program, IEnumerable<string> arguments, (string Name, string Value)[] variables, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder ?? Clone, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            using Process process = Process.Start(start) ?? throw new Win32Exception();
            using CancellationTokenRegistration stop = _cancellation.Register(() => process.Kill(entireProcessTree: true));
            process.StandardInput.Close();
            Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            _cancellation.ThrowIfCancellationRequested();
            return new Performance(process.ExitCode, output + error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return new Performance(null, $"{program} cannot be started");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var folder = new DirectoryInfo(_folder);
        try
        {
            // git makes its objects read-only, which Windows does not delete.
            foreach (FileInfo file in folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.IsReadOnly))
            {
                file.IsReadOnly = false;
            }

            folder.Delete(recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"secretguard: '{_folder}' could not be removed; it holds a made-up secret only");
        }
    }
}
