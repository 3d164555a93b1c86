using System.Globalization;
using System.Text.RegularExpressions;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Tests.Audits;

/// <summary><c>secretguard audit</c>, end to end: on a terminal, and where there is none.</summary>
public sealed partial class AuditTests
{
    private const string Enter = "\e[?1049h";
    private const string Leave = "\e[?1049l";

    [Fact]
    public void OnATerminal_KeysDecide_AndTheScreenIsLeftAsItWas()
    {
        using Sandbox box = Box(3);
        using var terminal = new Terminal(box, "audit");
        terminal.WaitFor("3 to decide");
        terminal.Press("y\r");
        terminal.WaitFor("1 accepted");
        terminal.Press("n\r");
        terminal.WaitFor("1 real");
        terminal.Press("q");
        terminal.WaitForExit().ShouldBe(0);
        terminal.Shown.ShouldContain(box.Planted[0]);
        terminal.Shown.ShouldEndWith($"\e[?25h{Leave}secretguard.baseline: 1 accepted, 1 real, 1 to decide\r\n");
        box.Read("secretguard.baseline").Split('\n').Select(line => string.Join(' ', line.Split('\t').Skip(2))).ShouldBe(["", "- no secret: made up for a test", "real real: rotate and remove", ""]);

        // What is accepted is silent, what is real stays a finding, and only the rest is asked about again.
        Sandbox.Outcome scan = box.Run("scan", "--fail-on-unaudited");
        scan.ExitCode.ShouldBe(1);
        scan.Output.ShouldContain("2 findings");
        box.Run("baseline", "stats").Output.ShouldStartWith("2 entries, 0 without a reason, 0 expired, 1 real\n");
        box.Run("baseline", "update", "--add", "--expires", "2999-01-01").ExitCode.ShouldBe(1);
        box.Read("secretguard.baseline").ShouldContain("\treal\treal: rotate and remove\n");
        HoldsNoSecret(box);
    }

    [Fact]
    public void KilledInTheMiddle_HasEveryDecisionThatWasShown()
    {
        const int Files = 40;
        using Sandbox box = Box(Files);
        foreach (int after in new[] { 3, 11, 5 })
        {
            using var terminal = new Terminal(box, "audit --context 1");
            terminal.WaitFor("to decide");
            int before = Counts(ToDecide(), terminal)[0];
            for (int i = 0; i < before && Counts(Accepted(), terminal).Max() < after; i++)
            {
                terminal.Press("y\r");
                Thread.Sleep(i * 7 % 40);
            }

            terminal.Press("y\ry\ry\ry\r");
            terminal.Kill();
            terminal.WaitForExit();
            int shown = Counts(Accepted(), terminal).Max();
            var errors = new List<string>();
            Baseline baseline = BaselineFormat.Read(box.Read("secretguard.baseline"), "", errors);
            errors.ShouldBeEmpty();
            baseline.Count.ShouldBeGreaterThanOrEqualTo(Files - before + shown);
            baseline.Entries.ShouldAllBe(entry => entry.Reason != null);
        }
    }

    [Theory]
    [InlineData("\u0003")]
    [InlineData("TERM")]
    public void Stopped_LeavesTheScreenAndSaysThatNothingIsLost(string how)
    {
        using Sandbox box = Box(2);
        using var terminal = new Terminal(box, "audit");
        terminal.WaitFor("2 to decide");
        terminal.Press("y\r");
        terminal.WaitFor("1 accepted");
        if (how == "TERM")
        {
            box.Shell($"kill -TERM {terminal.Pid}");
        }
        else
        {
            terminal.Press(how);
        }

        terminal.WaitForExit().ShouldBe(130);
        terminal.Shown.ShouldContain($"\e[?25h{Leave}secretguard: stopped; every decision was written when it was made: 1 accepted, 0 real, 1 to decide");
        box.Read("secretguard.baseline").Split('\n').Length.ShouldBe(3);
    }

    [Fact]
    public void Window_ThatIsMadeSmaller_IsDrawnAnew()
    {
        using Sandbox box = Box(1);
        using var terminal = new Terminal(box, "audit", columns: 100, rows: 30);
        terminal.WaitFor("quit");
        terminal.Shown.ShouldContain(new string('─', 100));
        int from = terminal.Shown.Length;
        box.Shell($"stty cols 50 rows 15 < /proc/{terminal.Pid}/fd/0");
        terminal.WaitFor("quit", from);
        terminal.Press("q");
        terminal.WaitForExit().ShouldBe(0);
        string drawn = terminal.Shown[from..];
        drawn.ShouldContain(new string('─', 50));
        drawn.ShouldNotContain(new string('─', 51));
    }

    [Fact]
    public void WithoutColours_NoneIsWritten()
    {
        using Sandbox box = Box(1);
        using var terminal = new Terminal(box, "audit", environment: "TERM=xterm-256color NO_COLOR=1");
        terminal.WaitFor("quit");
        terminal.Press("q");
        terminal.WaitForExit().ShouldBe(0);
        Colour().IsMatch(terminal.Shown).ShouldBeFalse(terminal.Shown.Replace('\e', '␛'));
    }

    [Fact]
    public void NothingToDecide_IsSaidWithoutAScreen()
    {
        using var box = new Sandbox();
        box.Write("a.py", "x = 1\n");
        using var terminal = new Terminal(box, "audit");
        terminal.WaitForExit().ShouldBe(0);
        terminal.Shown.ShouldContain("secretguard.baseline: nothing to decide");
        terminal.Shown.ShouldNotContain(Enter);
    }

    [Theory]
    [InlineData("", "audit shows secrets, so it works on an interactive terminal only; elsewhere decide by pattern: secretguard audit --answer yes|no --rule RULE --path GLOB --reason TEXT")]
    [InlineData("--answer yes --path a.py", "--answer needs a --reason")]
    [InlineData("--answer yes --reason why", "--answer needs --rule or --path")]
    [InlineData("--answer maybe --reason why", "--answer: 'maybe' is not one of yes, no")]
    [InlineData("--dry-run", "--dry-run shows what --answer would decide")]
    [InlineData("--rule generic-pasword", "--rule: no rule is called 'generic-pasword'; did you mean 'generic-password'?")]
    [InlineData("--since HEAD", "unknown option '--since'")]
    [InlineData("--path a[", "--path: the pattern 'a[' opens a bracket")]
    [InlineData("--grace soon", "--grace: 'soon' is no number of days from 0 to 3650")]
    [InlineData("--context -1", "--context: '-1' is no number of lines from 0 to 40")]
    [InlineData("none.baseline", "'none.baseline' does not exist")]
    [InlineData(".secrets.baseline", "'.secrets.baseline' is a baseline of detect-secrets: secretguard detect-secrets audit '.secrets.baseline' labels it")]
    public void WhatCannotBeMeant_Is2_AndWritesNothing(string line, string message)
    {
        using Sandbox box = Box(1);
        box.Write(".secrets.baseline", "{ \"version\": \"1.5.0\" }");
        Sandbox.Outcome outcome = box.Run(["audit", .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        outcome.Error.ShouldContain(message);
        outcome.ExitCode.ShouldBe(2);
        File.Exists(Path.Combine(box.Root, "secretguard.baseline")).ShouldBeFalse();
        File.Exists(Path.Combine(box.Root, "secretguard.yml")).ShouldBeFalse();
    }

    [Fact]
    public void Answer_ForAllThatMatch_ShowsThemAndDecidesThemAtOnce()
    {
        using Sandbox box = Box(3);
        box.Write("tests/z.py", $"x = '{box.Secret()}'\n");
        string[] line = ["audit", "--answer", "yes", "--path", "tests/**", "--reason", "made up", "--owner", "ops"];
        Sandbox.Outcome dry = box.Run([.. line, "--dry-run"]);
        dry.Output.Split('\n').Count(text => text.Contains("tests/z.py:1 [github-pat-classic] sg1:", StringComparison.Ordinal)).ShouldBe(1);
        dry.Output.ShouldEndWith("secretguard.baseline: 0 accepted, 0 real, 1 to decide\n");
        File.Exists(Path.Combine(box.Root, "secretguard.baseline")).ShouldBeFalse();
        box.Run(line).Output.ShouldEndWith("secretguard.baseline: 1 accepted, 0 real, 0 to decide\n");
        box.Read("secretguard.baseline").Split('\n')[1].ShouldEndWith("\tops\t-\tmade up");
        box.Run("audit", "--answer", "no", "--rule", "github-*", "--reason", "rotate", "--grace", "30d").Output.ShouldEndWith("secretguard.baseline: 3 accepted, 0 real, 0 to decide\n");
        box.Run("scan", "--fail-on-unaudited").ExitCode.ShouldBe(0);
        box.Run(line).Output.ShouldBe("secretguard.baseline: nothing to decide\n");
        HoldsNoSecret(box);
    }

    private static int[] Counts(Regex number, Terminal terminal) =>
        [.. number.Matches(terminal.Shown).Select(match => int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture))];

    private static Sandbox Box(int files)
    {
        var box = new Sandbox();
        for (int i = 0; i < files; i++)
        {
            box.Write($"f{i:D2}.py", $"# a\nx = '{box.Secret()}'\n");
        }

        return box;
    }

    /// <summary>Only the files that held the secrets before hold one.</summary>
    private static void HoldsNoSecret(Sandbox box) =>
        Directory.GetFiles(box.Root, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".py", StringComparison.Ordinal))
            .ShouldAllBe(file => !box.Planted.Any(secret => File.ReadAllText(file).Contains(secret, StringComparison.Ordinal)));

    [GeneratedRegex("(?<count>[0-9]+) accepted", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Accepted();

    [GeneratedRegex("(?<count>[0-9]+) to decide", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ToDecide();

    [GeneratedRegex(@"\e\[[0-9;]*(3[0-8]|9[0-7])[;m]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Colour();
}
