namespace SecretGuard.Cli.Tests;

/// <summary>Where reports go: pipes, devices, links, places that take nothing.</summary>
public sealed class OutputTests
{
    [Theory]
    [InlineData("scan")]
    [InlineData("scan --format json")]
    [InlineData("scan --format html")]
    [InlineData("suppressions")]
    [InlineData("explain a.py:1")]
    [InlineData("rules list")]
    [InlineData("rules list --format json")]
    [InlineData("rules show github-pat-classic")]
    [InlineData("rules test")]
    [InlineData("completion bash")]
    [InlineData("--help")]
    [InlineData("--version")]
    public void StandardOutput_ThatTakesNothing_Is2WithoutATrace(string line)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "no device that is always full");
        using var box = new Sandbox();
        box.Write("a.py", $"x = '{box.Secret()}'\n");
        foreach (string redirection in (string[])["> /dev/full", ">&-"])
        {
            Sandbox.Outcome outcome = box.RunInShell($"secretguard {line} {redirection}");
            outcome.ExitCode.ShouldBe(2, outcome.Error);
            outcome.Error.Trim().Split('\n')[^1].ShouldStartWith("secretguard: cannot go on: ");
        }
    }

    [Theory]
    [InlineData("scan")]
    [InlineData("scan --format json")]
    [InlineData("rules list")]
    [InlineData("rules list --format json")]
    public void StandardOutput_WhoseReaderGoes_IsNoError(string line)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a POSIX shell");
        using var box = new Sandbox();
        for (int i = 0; i < 400; i++)
        {
            box.Write($"{i}.py", $"x = '{box.Secret()}'\n");
        }

        Sandbox.Outcome outcome = box.RunInShell($"secretguard {line} | head -n 1");
        outcome.Output.Split('\n').Length.ShouldBe(2);
        outcome.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public void Report_ToADeviceAPipeOrALink_IsWrittenIntoIt()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "no /dev/stdout");
        using var box = new Sandbox();
        box.Write("a.py", $"x = '{box.Secret()}'\n").Write("out/real.csv", "old").Shell("ln -s real.csv out/link.csv && mkfifo out/pipe");
        Sandbox.Outcome outcome = box.RunInShell("cat out/pipe > out/read.csv & secretguard scan --exclude out --report csv=/dev/stdout --report csv=out/link.csv --report csv=out/pipe; wait; test -L out/link.csv && test -p out/pipe && test -c /dev/null");
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        string table = box.Read("out/real.csv");
        table.ShouldStartWith("state,severity,");
        box.Read("out/read.csv").ShouldBe(table);
        outcome.Output.ShouldEndWith(table);
    }

    [Fact]
    public void Report_WhereNoFileCanBe_Is2AndLeavesNothing()
    {
        using var box = new Sandbox();
        box.Write("a.py", "x = 1\n").Write("folder/b.py", "x = 1\n");
        foreach (string place in (string[])["a.py/x.json", "folder"])
        {
            Sandbox.Outcome outcome = box.Run("scan", "--report", $"json={place}");
            outcome.ExitCode.ShouldBe(2);
            outcome.Error.ShouldContain("secretguard: cannot write '");
        }

        Directory.GetFiles(box.Root, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("scan")]
    [InlineData("suppressions")]
    [InlineData("explain", "a.py:1")]
    [InlineData("baseline", "update")]
    public void EveryCommandThatReports_TakesFormatAndReport(params string[] command)
    {
        using var box = new Sandbox();
        box.Write("a.py", $"x = '{box.Secret()}'  # secretguard:allow * sample\n").Write("secretguard.baseline", "# secretguard.baseline 1\n");
        Sandbox.Outcome outcome = box.Run([.. command, "--format", "json", "--report", "sarif=out/x.sarif"]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Output.ShouldStartWith("{\n");
        outcome.Output.ShouldContain("sample");
        box.Read("out/x.sarif").ShouldContain($"secretguard/{string.Join('-', command.Where(word => !word.Contains(':', StringComparison.Ordinal)))}/");
        box.Run([.. command, "--format", "jsn"]).ExitCode.ShouldBe(2);
    }
}
