using SecretGuard.TestKit;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using SecretGuard.Rules;

namespace SecretGuard.Cli.Tests;

/// <summary>A temporary folder, usually a git repository, in which the built tool runs as a process.</summary>
internal sealed partial class Sandbox : IDisposable
{
    private readonly Random _random = new(20261123);

    public Sandbox(bool git = true)
    {
        // The temporary folder's own place is no repository; links in it would make two names of one path.
        Root = Directory.CreateTempSubdirectory("secretguard-test-").FullName;
        if (git)
        {
            Git("init", "--quiet", "--initial-branch=main");
        }
    }

    /// <summary>The repository that these tests were built from.</summary>
    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    public string Root { get; }

    /// <summary>Every secret that was planted.</summary>
    public List<string> Planted { get; } = [];

    /// <summary>A true example of a rule, remembered as planted.</summary>
    public string Secret(string slug = "github-pat-classic")
    {
        string secret = Catalogue.Default.Rules.Single(rule => rule.Slug == slug).MakeExample(_random);
        Planted.Add(secret);
        return secret;
    }

    public Sandbox Write(string path, string text)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    public Sandbox Write(string path, byte[] bytes)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public void Git(params string[] arguments)
    {
        Outcome outcome = Start("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", .. arguments], [], []);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
    }

    /// <summary>What git says, without the line end.</summary>
    public string Output(params string[] arguments) => Start("git", arguments, [], []).Output.Trim();

    public void Commit(string message = "test")
    {
        Git("add", "--all");
        Git("commit", "--quiet", $"--message={message}");
    }

    public Outcome Run(params string[] arguments) => Run(arguments, null, []);

    public Outcome Run(string[] arguments, string? input, (string Name, string? Value)[] environment, string folder = "") =>
        RunTool(arguments, Encoding.UTF8.GetBytes(input ?? ""), environment, folder);

    /// <summary>Runs the tool with all of its clients, whichever program is tested.</summary>
    public Outcome RunWhole(params string[] arguments) => RunWhole(arguments, []);

    /// <summary>The same with variables of its own.</summary>
    public Outcome RunWhole(string[] arguments, (string Name, string? Value)[] environment)
    {
        (string program, string[] words) = BuiltTool.Whole(arguments);
        return Start(program, words, [], environment);
    }

    /// <summary>Runs the tool with these bytes as its standard input.</summary>
    public Outcome Pipe(byte[] input, params string[] arguments) => RunTool(arguments, input, [], "");

    /// <summary>Starts the tool and leaves it running.</summary>
    public Process StartTool(params string[] arguments) => StartTool(arguments, []);

    /// <summary>The same with variables of its own.</summary>
    public Process StartTool(string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(BuiltTool.Program, BuiltTool.With(arguments)) { WorkingDirectory = Root, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private Outcome RunTool(string[] arguments, byte[] input, (string Name, string? Value)[] environment, string folder) =>
        Start(BuiltTool.Program, BuiltTool.With(arguments), input, environment, folder);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // Left to the system's cleaning.
        }
    }

    /// <summary>Runs a line of a POSIX shell.</summary>
    public void Shell(string line) => Start("sh", ["-c", line], [], []).ExitCode.ShouldBe(0);

    /// <summary>Runs a line of a shell that knows the command <c>secretguard</c>.</summary>
    public Outcome RunInShell(string line, string shell = "sh") => Start(shell, ["-c", $"PATH=\"{CommandFolder()}:$PATH\"; {line}"], [], []);

    /// <summary>Runs the tool as a user who may not read everything, whoever runs the tests.</summary>
    public Outcome RunUnprivileged(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "permissions are set by chmod");
        if (Environment.UserName != "root")
        {
            return Run(arguments);
        }

        Assert.SkipUnless(File.Exists("/usr/bin/setpriv"), "root may read everything, and there is no setpriv to give that up");
        return Start("setpriv", ["--bounding-set=-dac_override,-dac_read_search", BuiltTool.Program, .. BuiltTool.With(arguments)], [], []);
    }

    /// <summary>A folder beside the sandbox's files with a command <c>secretguard</c>, as an installed tool has one.</summary>
    private string CommandFolder()
    {
        string folder = Directory.CreateDirectory(Path.Combine(Root, ".git", "test-bin")).FullName, command = Path.Combine(folder, "secretguard");
        File.WriteAllText(command, $"#!/bin/sh\nexec {BuiltTool.InShell} \"$@\"\n");
        Shell($"chmod +x '{command}'");
        return folder;
    }

    private Outcome Start(string program, string[] arguments, byte[] input, (string Name, string? Value)[] environment, string folder = "")
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = Path.Combine(Root, folder),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (string variable in start.Environment.Keys.Where(key => key.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(variable);
        }

        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is over, and read nothing: as in a pipe of a shell.
        }

        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "SecretGuard.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);

    /// <summary>What a process came to.</summary>
    internal sealed partial record Outcome(int ExitCode, string Output, string Error)
    {
        /// <summary>Exit code and both streams, without what differs from run to run.</summary>
        public string Scrubbed() => Scrub($"exit {ExitCode}\n--- stdout\n{Output.ReplaceLineEndings("\n")}--- stderr\n{Error.ReplaceLineEndings("\n")}");

        private static string Scrub(string text)
        {
            text = Elapsed().Replace(text, "N s");
            text = Digest().Replace(text, "<digest>");
            return Version().Replace(text, "<version>");
        }

        [GeneratedRegex(@"(?<=B, )[0-9]+\.[0-9] s", RegexOptions.None, 1000)]
        private static partial Regex Elapsed();

        [GeneratedRegex("[0-9a-f]{32}", RegexOptions.None, 1000)]
        private static partial Regex Digest();

        [GeneratedRegex(@"\b[0-9]+\.[0-9]+\.[0-9]+\b", RegexOptions.None, 1000)]
        private static partial Regex Version();
    }
}
