using SecretGuard.TestKit;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SecretGuard.Cli.Tests;

/// <summary>A change-over that ends in the middle: every file is the old one or the new one, nothing is accepted that was not, and a second run does the rest.</summary>
public sealed class InterruptedMigrationTests
{
    private static readonly string[] Written = [".config/secretguard.schema.json", "secretguard.yml", "secretguard.baseline", ".pre-commit-config.yaml", ".husky/pre-commit"];
    private static readonly string[] Removed = [".gitleaksignore", ".secrets.baseline"];

    /// <summary>The tool finds a folder where it writes a file before it moves it, as one that is killed in this write leaves all others.</summary>
    [Fact]
    public void StoppedAtAnyFile_ASecondRunComesToTheSame()
    {
        using Sandbox whole = MigrateTests.Posix();
        MigrateTests.Plant(whole);
        whole.Run("migrate", "--write", "--remove-old").ExitCode.ShouldBe(0);
        foreach (string file in Written)
        {
            using var box = new Sandbox();
            MigrateTests.Plant(box);
            Dictionary<string, string?> before = State(box);
            box.RunInShell($"mkdir -p '{file}.'$$.tmp; exec {BuiltTool.InShell} migrate --write --remove-old").ShouldSatisfyAllConditions(
                outcome => outcome.ExitCode.ShouldBe(2, outcome.Error), outcome => outcome.Error.ShouldContain("cannot write"));
            ShouldBeWhole(box, before, State(whole));
            box.Run("scan").ExitCode.ShouldBeOneOf(0, 1);
            ShouldBeCompleted(box, whole, file);
        }
    }

    [Fact]
    public void KilledAtAnyMoment_ASecondRunComesToTheSame()
    {
        using Sandbox whole = MigrateTests.Posix();
        MigrateTests.Plant(whole);
        whole.Run("migrate", "--write", "--remove-old").ExitCode.ShouldBe(0);
        for (int changes = 1; changes <= 10; changes++)
        {
            using var box = new Sandbox();
            MigrateTests.Plant(box);
            Dictionary<string, string?> before = State(box);
            KillAfter(changes, box, "migrate", "--write", "--remove-old");
            ShouldBeWhole(box, before, State(whole));
            ShouldBeCompleted(box, whole, $"killed after {changes} changes");
        }
    }

    [Fact]
    public void AnImportThatIsKilled_IsCompletedByASecondRun()
    {
        for (int changes = 1; changes <= 6; changes++)
        {
            using Sandbox box = MigrateTests.Posix();
            box.Write("a.env", $"A_TOKEN={box.Secret()}\n").Write(".gitleaksignore", "a.env:github-pat:1\n");
            KillAfter(changes, box, "import", "gitleaks", ".gitleaksignore");
            box.Run("scan").ExitCode.ShouldBeOneOf(0, 1);
            box.Run("import", "gitleaks", ".gitleaksignore").ExitCode.ShouldBe(0);
            box.Run("scan").ExitCode.ShouldBe(0);
            box.Run("import", "gitleaks", ".gitleaksignore").Output.ShouldContain("nothing is to be written\n");
        }
    }

    /// <summary>Kills the tool as soon as so many files of the sandbox were made, changed or moved.</summary>
    private static void KillAfter(int changes, Sandbox box, params string[] arguments)
    {
        using var watcher = new FileSystemWatcher(box.Root) { IncludeSubdirectories = true };
        int seen = 0;
        using Process process = box.StartTool(arguments);
        watcher.Created += See;
        watcher.Changed += See;
        watcher.Renamed += See;
        watcher.Deleted += See;
        watcher.EnableRaisingEvents = true;
        _ = process.StandardOutput.ReadToEndAsync();
        process.WaitForExit();

        void See(object sender, FileSystemEventArgs change)
        {
            if (!change.Name!.StartsWith(".git/", StringComparison.Ordinal) && Interlocked.Increment(ref seen) == changes)
            {
                process.Kill();
            }
        }
    }

    private static void ShouldBeWhole(Sandbox box, Dictionary<string, string?> before, Dictionary<string, string?> after)
    {
        foreach ((string file, string? text) in State(box))
        {
            text.ShouldBeOneOf(before[file], after[file]);
        }
    }

    private static void ShouldBeCompleted(Sandbox box, Sandbox whole, string when)
    {
        box.Shell("rm -rf ./*.tmp .*.tmp */*.tmp .config/*.tmp .husky/*.tmp");
        box.Run("migrate", "--write", "--remove-old").ExitCode.ShouldBe(0, when);
        State(box).ShouldBe(State(whole), ignoreOrder: true, when);
        box.Shell("test -x .husky/pre-commit");
        box.Run("scan").ExitCode.ShouldBe(0, when);
    }

    /// <summary>The files as they are, without what the salt decides.</summary>
    private static Dictionary<string, string?> State(Sandbox box) => Written.Concat(Removed).ToDictionary(file => file, file =>
        File.Exists(Path.Combine(box.Root, file)) ? Regex.Replace(box.Read(file), "[0-9a-f]{32}", "…", RegexOptions.None, TimeSpan.FromSeconds(1)) : null, StringComparer.Ordinal);
}
