namespace SecretGuard.Cli.Tests;

/// <summary>What a user sees of <c>scan</c>: exit code, standard output and standard error together.</summary>
public sealed class ScanTests
{
    [Fact]
    public void Scan_ATreeWithFindings_TellsThem()
    {
        using var box = new Sandbox();
        box.Write("src/app.ts", $"const a = 1;\nconst token = \"{box.Secret()}\";\n")
            .Write("ok.py", $"x = '{box.Secret()}'  # secretguard:allow github-pat-classic test data\n")
            .Write("old.py", "y = 1  # secretguard:allow * long gone\n")
            .Write(".gitignore", "ignored/\n")
            .Write("ignored/x.py", $"x = '{box.Secret()}'\n");
        box.Run("scan").Scrubbed().ShouldMatchApproved(settings => settings.SubFolder("Approved").NoDiff());
    }

    [Fact]
    public void Scan_ACleanTree_Is0()
    {
        using var box = new Sandbox();
        box.Write("a.txt", "nothing\n").Run("scan").Scrubbed().ShouldMatchApproved(settings => settings.SubFolder("Approved").NoDiff());
    }

    [Fact]
    public void FileThatIsNoText_IsLookedAtHoweverLargeItIs()
    {
        using var box = new Sandbox();
        byte[] noText = [1, 0, 2, 0, 0, .. new byte[90_000]];
        Sandbox.Outcome outcome = box.Write("a.bin", noText).Run("scan", "--max-file-size", "10KB");
        outcome.ExitCode.ShouldBe(0, outcome.Output);
        outcome.Output.ShouldContain("1 file (1 binary), 90.0 kB");
        byte[] wide = [.. System.Text.Encoding.Unicode.GetPreamble(), .. System.Text.Encoding.Unicode.GetBytes($"{new string('a', 9000)}\nTOKEN={box.Secret()}\n")];
        box.Write("a.bin", wide).Run("scan").ExitCode.ShouldBe(1, "its beginning tells that it is text");
    }

    [Theory]
    [InlineData(0, "--exclude", "**/a.py")]
    [InlineData(0, "--disable-rule", "github-*")]
    [InlineData(0, "--rule", "aws-*")]
    [InlineData(1, "--rule", "github-*")]
    [InlineData(1, "--min-confidence", "very-high")]
    [InlineData(1, "--fail-on", "critical")]
    [InlineData(3, "--max-file-size", "10")]
    [InlineData(3, "--timeout", "0.000001")]
    [InlineData(1, "--threads", "7")]
    [InlineData(1, "--no-color", "--all-files")]
    [InlineData(1, "--", "a.py")]
    [InlineData(2, "--foo", "a.py")]
    [InlineData(2, "--rule", "githubb")]
    [InlineData(2, "--max-file-size", "lots")]
    [InlineData(2, "--threads", "0")]
    [InlineData(2, "--threads", "two")]
    [InlineData(2, "--timeout", "soon")]
    [InlineData(2, "--timeout", "0")]
    [InlineData(2, "")]
    [InlineData(2, "--format", "sarrif")]
    [InlineData(2, "--report", "sarif")]
    [InlineData(2, "--config", "missing.yml")]
    [InlineData(2, "--baseline", "missing")]
    [InlineData(2, "missing.txt", "a.py")]
    [InlineData(2, "--exclude", "/")]
    [InlineData(2, "--since", "--output=x")]
    public void Scan_Options_EndWithTheirCode(int expected, params string[] arguments)
    {
        using var box = new Sandbox();
        box.Write("a.py", $"x = '{box.Secret()}'\n");
        Sandbox.Outcome outcome = box.Run(["scan", .. arguments]);
        outcome.ExitCode.ShouldBe(expected, outcome.Scrubbed());
        (expected != 2 || outcome.Error.StartsWith("secretguard: ", StringComparison.Ordinal)).ShouldBeTrue();
    }

    [Fact]
    public void Scan_WrongCommandLines_SayWhatWasMeant()
    {
        using var box = new Sandbox(git: false);
        string[][] lines = [["scna"], ["--verison"], ["scan", "--minconfidence", "low"], ["scan", "--min-confidence", "hgih"], ["scan", "--rule", "github-pat-clasic"], ["scan", "--timeout", "soon"], ["baseline", "udpate"], ["baseline"], ["completion", "bsh"], ["rules", "show", "github-pat"]];
        string.Join("\n", lines.Select(line => $"$ secretguard {string.Join(' ', line)}\n{box.Run(line).Scrubbed()}"))
            .ShouldMatchApproved(settings => settings.SubFolder("Approved").NoDiff());
    }

    [Fact]
    public void Scan_AnUnknownFormat_IsToldBeforeScanning()
    {
        using var box = new Sandbox(git: false);
        Sandbox.Outcome outcome = box.Run("scan", "--format", "sarrif");
        outcome.Error.ShouldStartWith("secretguard: --format: 'sarrif' is not one of text, json,");
        outcome.Error.ShouldEndWith("; did you mean 'sarif'?\n");
    }

    [Fact]
    public void Scan_StandardInput_IsRead()
    {
        using var box = new Sandbox(git: false);
        Sandbox.Outcome outcome = box.Run(["scan", "-"], $"x = '{box.Secret()}'", []);
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldStartWith("stdin\n  1:6 ");
    }

    [Fact]
    public void Scan_Since_LooksAtWhatChanged()
    {
        using var box = new Sandbox();
        box.Write("old.py", $"x = '{box.Secret()}'\n").Write("changed.py", "x = 1\n").Commit();
        box.Write("changed.py", $"x = '{box.Secret()}'\n").Write("new.py", $"x = '{box.Secret()}'\n");
        Sandbox.Outcome outcome = box.Run("scan", "--since", "HEAD");
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain("changed.py\n");
        outcome.Output.ShouldContain("new.py\n");
        outcome.Output.ShouldNotContain("old.py");
    }

    [Fact]
    public void Scan_WithoutGit_ReadsGitignoreAndSaysSo()
    {
        using var box = new Sandbox();
        box.Write(".gitignore", "ignored/\n*.log\n!keep.log\n{a}.txt\n").Write("ignored/x.py", $"'{box.Secret()}'").Write("x.log", $"'{box.Secret()}'")
            .Write("a.txt", $"'{box.Secret()}'").Write("sub/.gitignore", "/y.py\n").Write("sub/y.py", $"'{box.Secret()}'").Write("sub/keep.log", $"'{box.Secret()}'");
        string bin = Directory.CreateDirectory(Path.Combine(box.Root, "..", Path.GetFileName(box.Root) + "-bin")).FullName;
        string dotnet = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "dotnet")).First(File.Exists);
        File.CreateSymbolicLink(Path.Combine(bin, "dotnet"), new FileInfo(dotnet).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? dotnet);
        Sandbox.Outcome outcome = box.Run(["scan"], null, [("PATH", bin)]);
        Directory.Delete(bin, recursive: true);
        outcome.Error.ShouldContain("git is not installed, .gitignore files were read instead");
        outcome.Output.ShouldContain("a.txt\n");
        outcome.Output.ShouldContain("sub/keep.log\n");
        outcome.Output.ShouldContain(": 2 findings");
    }

    [Fact]
    public void Scan_LinksSubmodulesAndPipes_AreSafe()
    {
        using var box = new Sandbox();
        using var outside = new Sandbox(git: false);
        outside.Write("far.py", $"'{box.Secret()}'");
        Directory.CreateDirectory(Path.Combine(box.Root, "nested"));
        File.CreateSymbolicLink(Path.Combine(box.Root, "loop"), box.Root);
        File.CreateSymbolicLink(Path.Combine(box.Root, "out"), outside.Root);
        box.Git("init", "--quiet", "nested");
        box.Write("nested/in.py", $"'{box.Secret()}'");
        foreach (string option in (string[])["--no-color", "--all-files"])
        {
            Sandbox.Outcome outcome = box.Run("scan", option);
            outcome.Output.ShouldContain("nested/in.py\n");
            outcome.Output.ShouldContain(": 1 finding");
        }
    }

    [Fact]
    public void Scan_OwnBaselineAndReports_AreNotScanned()
    {
        using var box = new Sandbox();
        box.Write("a.py", "x = 1\n").Write("secrets.json", $"'{box.Secret()}'").Write("secretguard.baseline", "# secretguard.baseline 1\n");
        Sandbox.Outcome outcome = box.Run("scan", "--report", "json=secrets.json", "--report", "sarif=out/secrets.sarif");
        outcome.ExitCode.ShouldBe(0, outcome.Scrubbed());
        outcome.Output.ShouldContain("1 file,");
        box.Read("secrets.json").ShouldStartWith("{");
        box.Read("out/secrets.sarif").ShouldContain("\"2.1.0\"");
    }

    [Fact]
    public void Scan_FromASubfolder_UsesTheRootsConfiguration()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "exclude: sub/skip.py\n").Write("sub/skip.py", $"'{box.Secret()}'").Write("sub/a.py", $"'{box.Secret()}'");
        Sandbox.Outcome outcome = box.Run(["scan"], null, [], "sub");
        outcome.Output.ShouldStartWith("sub/a.py\n");
        outcome.Output.ShouldContain(": 1 finding");
    }

    [Fact]
    public void Scan_AWrongConfiguration_Is2WithThePlace()
    {
        using var box = new Sandbox();
        Sandbox.Outcome outcome = box.Write("secretguard.yml", "rules:\n  disabel: x\n").Run("scan");
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldBe("secretguard: secretguard.yml(2,3): unknown key 'disabel'; did you mean 'disable'?\n");
    }

    [Fact]
    public void Scan_AllowlistEntries_ExpireAndGetStale()
    {
        using var box = new Sandbox();
        box.Write("a.py", $"'{box.Secret()}'").Write("secretguard.yml", "allow:\n  - {paths: a.py, reason: old, expires: 2020-01-01}\n  - {paths: b.py, reason: none}\n");
        Sandbox.Outcome outcome = box.Run("scan");
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain("secretguard.yml:2:5 medium This allowlist entry ended on 2020-01-01");
        outcome.Output.ShouldContain("secretguard.yml:3:5 low This allowlist entry accepts nothing; remove it. SG9003");
    }

    [Fact]
    public void Scan_CustomRule_IsFoundAndTested()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "rules: {custom: {acme-key: {regex: 'acme_[0-9a-z]{16}', keywords: acme_, examples: {match: 'acme_[0-9a-z]{16}', noMatch: 'acme_[0-9a-z]{9}'}}}}\n")
            .Write("a.txt", "acme_" + "0a1b2c3d4e5f6g7h\n");
        box.Run("scan").Output.ShouldContain("[acme-key]");
        box.Run("rules", "test").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Scan_AnyNumberOfThreads_GivesTheSameReport()
    {
        using var box = new Sandbox();
        for (int i = 0; i < 60; i++)
        {
            box.Write($"d{i % 7}/f{i}.py", $"a = '{box.Secret()}'\nb = '{box.Secret()}' # secretguard:allow * x\nc = 1 # secretguard:allow * y\n");
        }

        string[] reports = [.. new[] { "1", "2", "8", "8" }.Select(threads => box.Run("scan", "--format", "csv", "--threads", threads).Output)];
        reports[0].Split('\n').Length.ShouldBeGreaterThan(180);
        reports.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
    }
}
