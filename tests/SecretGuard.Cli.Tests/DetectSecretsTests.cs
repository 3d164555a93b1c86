using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace SecretGuard.Cli.Tests;

/// <summary>The drop-in for detect-secrets in real repositories, with real commits.</summary>
public sealed class DetectSecretsTests
{
    private const string Baseline = ".secrets.baseline";

    [Fact]
    public void Commit_WithANewSecret_IsStopped()
    {
        using Sandbox box = WithHook();
        box.Write("a.py", $"t = '{box.Secret()}'\n");
        Sandbox.Outcome outcome = Commit(box);
        outcome.ExitCode.ShouldNotBe(0);
        (outcome.Output + outcome.Error).ShouldContain("Secret Type: GitHub Token\nLocation:    a.py:1\n");
        (outcome.Output + outcome.Error).ShouldNotContain(box.Planted[0]);
        Commit(box.Write("a.py", "t = read('t')\n")).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("commit --quiet --message=x", 1)]
    [InlineData("commit --quiet --all --message=x", 0)]
    [InlineData("commit --quiet --message=x b.py", 0)]
    public void Commit_IsJudgedByItsOwnIndex(string line, int exitCode)
    {
        using Sandbox box = WithHook();
        Commit(box.Write("a.py", "x = 1\n").Write("b.py", "x = 1\n")).ExitCode.ShouldBe(0);

        // Staged with a secret; the file on the disk has none. A commit of all files, or of another one, takes its own index.
        box.Write("a.py", $"t = '{box.Secret()}'\n");
        box.Git("add", "a.py");
        box.Write("a.py", "x = 2\n").Write("b.py", "x = 2\n");
        box.RunInShell($"git -c user.name=Test -c user.email=test@example.org {line}").ExitCode.ShouldBe(exitCode);
    }

    [Fact]
    public void File_ThatIsNotStaged_IsReadFromTheDisk()
    {
        using Sandbox box = WithBaseline(box => box.Write("a.py", "x = 1\n"));
        box.Write("a.py", $"t = '{box.Secret()}'\n");
        Hook(box, "a.py").ExitCode.ShouldBe(1);
        box.Git("add", "a.py");
        box.Write("a.py", "x = 1\n");
        Hook(box, "a.py").ExitCode.ShouldBe(1, "what is staged counts");
    }

    /// <summary>Where there is no repository nothing is staged, and files are what they are on the disk.</summary>
    [Fact]
    public void Hook_OutsideOfARepository_ReadsFromTheDisk()
    {
        using var box = new Sandbox(git: false);
        box.Write("a.py", $"t = '{box.Secret()}'\n").Write("b.py", "x = 1\n");
        box.Run("detect-secrets-hook", "a.py").ExitCode.ShouldBe(1);
        box.Run("detect-secrets-hook", "b.py").ShouldSatisfyAllConditions(outcome => outcome.ExitCode.ShouldBe(0), outcome => outcome.Error.ShouldBeEmpty());
        box.Write(Baseline, box.Run("detect-secrets", "scan", "a.py").Output);
        Hook(box, "a.py", "b.py").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Hook_InAFolderBelow_FindsWhatIsStagedThere()
    {
        using var box = new Sandbox();
        box.Write("sub/a.py", $"t = '{box.Secret()}'\n");
        box.Git("add", "--all");
        box.Write("sub/a.py", "x = 1\n");
        box.Run("detect-secrets-hook", "-C", "sub", "a.py").Output.ShouldContain("Location:    a.py:1\n");
    }

    [Fact]
    public void SecondTokenOfAKind_IsNew_AndTheKnownOneMayMove()
    {
        string first = "";
        using Sandbox box = WithBaseline(box => box.Write(".env", $"A={first = box.Secret()}\n"));
        Hook(box.Write(".env", $"\n\nA={first}\n"), ".env").ExitCode.ShouldBe(0);
        Sandbox.Outcome outcome = Hook(box.Write(".env", $"B={box.Secret()}\nA={first}\n"), ".env");
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain("Location:    .env:1\n");
    }

    [Fact]
    public void DeletedSecret_UpdatesTheBaseline_AndThenItIsUnstaged()
    {
        using Sandbox box = WithBaseline(box => box.Write("a.py", $"t = '{box.Secret()}'\n"));
        Sandbox.Outcome outcome = Hook(box.Write("a.py", "x = 1\n"), "a.py");
        outcome.ExitCode.ShouldBe(3);
        outcome.Output.ShouldContain($"Please `git add {Baseline}`, thank you.");
        JsonDocument.Parse(box.Read(Baseline)).RootElement.GetProperty("results").EnumerateObject().ShouldBeEmpty();
        Hook(box, "a.py").Output.ShouldStartWith($"Your baseline file ({Baseline}) is unstaged.");
        box.Git("add", Baseline);
        Hook(box, "a.py").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Utf16File_AndPathOfWindows_AreNormal()
    {
        using Sandbox box = WithBaseline(box => box.Write("src/a.cs", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"var t = \"{box.Secret()}\";\n")]));
        box.Write(Baseline, box.Read(Baseline).Replace("src/a.cs", "src\\\\a.cs", StringComparison.Ordinal));
        box.Git("add", Baseline);
        box.Read(Baseline).ShouldContain("GitHub Token");
        Hook(box, "src/a.cs").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Scan_LooksAtTrackedFilesOnly_AndWritesWhatPythonWould()
    {
        using var box = new Sandbox();
        box.Write("a.py", $"t = '{box.Secret()}'\n");
        box.Git("add", "--all");
        box.Write("b.py", $"t = '{box.Secret()}'\n");
        Sandbox.Outcome outcome = box.Run("detect-secrets", "scan");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Output.ShouldContain("\"filename\": \"a.py\"");
        outcome.Output.ShouldNotContain("b.py");
        outcome.Output.ShouldStartWith("{\n  \"version\": \"1.5.0\",\n  \"plugins_used\": [\n    {\n      \"name\": \"ArtifactoryDetector\"\n    },\n");
        outcome.Output.ShouldEndWith("Z\"\n}\n");
        box.Run("detect-secrets", "scan", "--all-files").Output.ShouldContain("\"filename\": \"b.py\"");
    }

    [Fact]
    public void RuleAndAllowlistOfTheProject_Hold()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", """
            version: 1
            rules:
              custom:
                acme-key:
                  title: Acme key
                  regex: 'acme_([0-9]{6})'
                  keywords: [acme_]
            allow:
            - paths: ["ok/**"]
              reason: made up
            """);
        box.Write("a.txt", "acme_493817\n").Write("ok/a.txt", "acme_493817\n");
        box.Run("detect-secrets-hook", "a.txt").Output.ShouldContain("Secret Type: Acme key");
        box.Run("detect-secrets-hook", "ok/a.txt").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Launchers_CallTheTool()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "launchers for a POSIX shell are run");
        using var box = new Sandbox();
        box.Run("detect-secrets", "install", "bin").ExitCode.ShouldBe(0);
        box.Write("a b.py", $"t = '{box.Secret()}'\n");
        box.RunInShell("bin/detect-secrets --version").Output.ShouldBe("1.5.0\n");
        box.RunInShell("bin/detect-secrets-hook 'a b.py'").ExitCode.ShouldBe(1);
        File.Exists(Path.Combine(box.Root, "bin", "detect-secrets-hook.cmd")).ShouldBeTrue();
    }

    [Fact]
    public void Scan_ThatIsKilled_LeavesAWholeBaseline()
    {
        using Sandbox box = WithBaseline(box =>
        {
            for (int i = 0; i < 30; i++)
            {
                box.Write($"f{i}.py", $"t = '{box.Secret()}'\n");
            }
        });
        string before = WithoutDate(box.Read(Baseline));
        for (int milliseconds = 100; milliseconds <= 700; milliseconds += 60)
        {
            using Process process = box.StartTool("detect-secrets", "scan", "--baseline", Baseline);
            Thread.Sleep(milliseconds);
            process.Kill();
            process.WaitForExit();
            string after = WithoutDate(box.Read(Baseline));
            (after == before || after.Contains("is_baseline_file", StringComparison.Ordinal)).ShouldBeTrue();
            JsonDocument.Parse(after).RootElement.GetProperty("results").EnumerateObject().Count().ShouldBe(30);
        }
    }

    [Fact]
    public void Audit_ThatIsKilled_KeepsWhatWasDecided()
    {
        using Sandbox box = WithBaseline(box => box.Write("a.py", $"t = '{box.Secret()}'\n").Write("b.py", $"t = '{box.Secret()}'\n"));
        using Process process = box.StartTool("detect-secrets", "audit", Baseline);
        process.StandardInput.Write("n\n");
        process.StandardInput.Flush();
        string shown = "";
        while (!shown.Contains("Secret:      2 of ", StringComparison.Ordinal) && process.StandardOutput.ReadLine() is { } line)
        {
            shown += line + "\n";
        }

        process.Kill();
        process.WaitForExit();
        box.Read(Baseline).ShouldContain("\"is_secret\": true");
        shown.ShouldNotContain(box.Planted[0]);
    }

    private static string WithoutDate(string baseline) => baseline[..baseline.IndexOf("\"generated_at\"", StringComparison.Ordinal)] + "\"generated_at\": \"\"\n}\n";

    /// <summary>A repository whose commits are judged by the hook.</summary>
    private static Sandbox WithHook()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a hook for a POSIX shell");
        var box = new Sandbox();
        box.Write(".git/hooks/pre-commit", "#!/bin/sh\ngit diff --staged --name-only --diff-filter=ACMRTUXB | xargs secretguard detect-secrets-hook\n");
        box.Shell($"chmod +x '{box.Root}/.git/hooks/pre-commit'");
        return box;
    }

    private static Sandbox.Outcome Commit(Sandbox box)
    {
        box.Git("add", "--all");
        return box.RunInShell("git -c user.name=Test -c user.email=test@example.org commit --quiet --message=test");
    }

    /// <summary>A repository whose committed secrets are in its baseline.</summary>
    private static Sandbox WithBaseline(Action<Sandbox> write)
    {
        var box = new Sandbox();
        write(box);
        box.Git("add", "--all");
        box.Write(Baseline, box.Run("detect-secrets", "scan").Output);
        box.Commit();
        return box;
    }

    private static Sandbox.Outcome Hook(Sandbox box, params string[] files) => box.Run(["detect-secrets-hook", "--baseline", Baseline, .. files]);
}
