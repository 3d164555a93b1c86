using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Sources;
using SecretGuard.Detection;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Tests;

/// <summary>One file that cannot be scanned does not end the scan, and is told.</summary>
public sealed class FileScannerTests
{
    [Fact]
    public void Scan_AFileThatVanished_IsTold()
    {
        using var box = new Sandbox(git: false);
        FileOutcome outcome = Scanner(box, new RuleSet([], [])).Scan(new SourceFile(Path.Combine(box.Root, "gone.py"), "gone.py"));
        outcome.Incomplete.ShouldHaveSingleItem().Reason.ShouldStartWith("it vanished");
    }

    [Fact]
    public void Scan_AFault_IsToldWithoutItsMessage()
    {
        using var box = new Sandbox(git: false);
        box.Write("a.py", "some canary text\n");
        var rule = new Rule("faulty", "Faulty");
        Reporting.Incomplete told = Scanner(box, new RuleSet([rule], [new Faulty()])).Scan(new SourceFile(Path.Combine(box.Root, "a.py"), "a.py")).Incomplete.ShouldHaveSingleItem();
        told.Path.ShouldBe("a.py");
        told.Reason.ShouldBe("this tool failed on it (FormatException).");
        told.ToString().ShouldNotContain("canary");
    }

    private static readonly LargeReads Reads = new(1);

    private static FileScanner Scanner(Sandbox box, RuleSet rules)
    {
        var options = new ScanOptions { Project = new Project { Root = box.Root }, Current = box.Root, Paths = ["."], Rules = rules, Policy = new TriagePolicy { Fingerprinter = new Fingerprinter(Salt.Public) } };
        return new FileScanner(new Detector(rules), new ContentTriage(options.Policy), options, Reads, CancellationToken.None);
    }

    private sealed class Faulty : Matcher
    {
        public override IReadOnlyList<Signature> Signatures => [new Signature("canary", IgnoreCase: false)];

        public override void Examine(ScanContext context, int position, int signature) => throw new FormatException("'canary' was not in a correct format");
    }
}
