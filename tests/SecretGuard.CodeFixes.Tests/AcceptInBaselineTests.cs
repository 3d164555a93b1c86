using Microsoft.CodeAnalysis.CodeFixes;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.CodeFixes.Tests;

/// <summary>Accepting old secrets by lines of the baseline: the lines that a scan would write and reads.</summary>
public sealed class AcceptInBaselineTests
{
    private const string Baseline = "/repo/secretguard.baseline";
    private const string Title = "Accept it in secretguard.baseline";
    private const string Header = "# secretguard.baseline 1";
    private const string Code = "class Orders\n{\n    const string Password = \"[|‹pw›|]\";\n}\n";

    /// <summary>Digests of nothing, as they stand in entries.</summary>
    private static readonly string Digest = new('0', 32);

    private static readonly Salt Salt = Salt.Create();

    /// <summary>The baseline before and after; <c>§</c> is the new line.</summary>
    public static TheoryData<string, string> Baselines => new()
    {
        { $"{Header}\n", $"{Header}\n§\n" },

        // Sorted, between those of other rules.
        { $"{Header}\nsg1:aws-access-key:a.cs:{Digest}\tops\t2027-01-01\told\nsg1:url-password:a.cs:{Digest}\t-\t-\t-\n", $"{Header}\nsg1:aws-access-key:a.cs:{Digest}\tops\t2027-01-01\told\n§\nsg1:url-password:a.cs:{Digest}\t-\t-\t-\n" },

        // Between those of one rule in other files.
        { $"{Header}\nsg1:generic-password:A.cs:{Digest}\t-\t-\told\nsg1:generic-password:Z.cs:{Digest}\t-\t-\told\n", $"{Header}\nsg1:generic-password:A.cs:{Digest}\t-\t-\told\n§\nsg1:generic-password:Z.cs:{Digest}\t-\t-\told\n" },

        // Line ends of Windows, a comment, lines that are damaged.
        { $"{Header}\r\n# ours\r\n\r\nno entry\r\nsg1:zoom\r\n", $"{Header}\r\n# ours\r\n\r\nno entry\r\n§\r\nsg1:zoom\r\n" },

        // A merge that is not finished: its lines are the user's to mend.
        { $"{Header}\n<<<<<<< ours\n", $"{Header}\n<<<<<<< ours\n§\n" },

        // Without an end of the last line, and empty.
        { Header, $"{Header}\n§" },
        { "", "§\n" },
    };

    [Theory]
    [MemberData(nameof(Baselines))]
    public void Line_IsThatOfAScan_AndStandsWhereItBelongs(string before, string after) => Of(before, project =>
    {
        string line = BaselineFormat.Write(Scanned(project.Text).ShouldHaveSingleItem());
        project[Baseline].ShouldBe(after.Replace("§", line, StringComparison.Ordinal));
    }).RunAccepting(Code, Title);

    [Fact]
    public void Baseline_IsThatOfAScan_AndAScanAcceptsByIt() => Of(BaselineFormat.Write(Triage.Baseline.Empty), project =>
    {
        project[Baseline].ShouldBe(BaselineFormat.Write(new Baseline(Scanned(project.Text))));
        var errors = new List<string>();
        Baseline read = BaselineFormat.Read(project[Baseline], Baseline, errors);
        errors.ShouldBeEmpty();
        read.Entries.ShouldAllBe(entry => entry.Reason == null, "--fail-on-unaudited asks for the reason until the user has written one");
        TriagedContent judged = new ContentTriage(new TriagePolicy { Baseline = read, Fingerprinter = new Fingerprinter(Salt) }).Judge(Content.FromText(project.Text, "src/Orders.cs"), Matches(project.Text), Matches(project.Text));
        judged.Findings.ShouldBeEmpty();
        judged.Suppressed.ShouldHaveSingleItem().Kind.ShouldBe(SuppressionKind.Baseline);
    }).RunAccepting(Code, Title);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    public void All_AreAcceptedOnce_InEveryFramework(FixAllScope scope) =>
        new Fixed { Files = Files($"{Header}\n"), Frameworks = 2, After = project => project[Baseline].ShouldBe(BaselineFormat.Write(new Baseline(Scanned(project.Text)))) }.RunAccepting(
            """
            class Orders
            {
                const string Password = "[|‹pw›|]";
                string Url => "https://svc:[|‹pw›|]@example.org/x";
                string Get() => System.Environment.GetEnvironmentVariable("PASSWORD") ?? "{|SG1003:‹pw›|}";
            }
            """,
            Title,
            scope);

    /// <summary>What works through whole solutions, as <c>dotnet format</c> does, runs where nobody looks.</summary>
    [Fact]
    public void Solution_IsNotAcceptedAtOnce() => new AcceptInBaselineCodeFix().GetFixAllProvider().GetSupportedFixAllScopes().ShouldBe([FixAllScope.Document, FixAllScope.Project]);

    [Fact]
    public void OneValueTwice_IsOneLine() => Of($"{Header}\n", project => BaselineFormat.Read(project[Baseline], Baseline, []).Count.ShouldBe(1)).RunAccepting(
        "class Orders\n{\n    const string Password = \"[|same|]\", OldPassword = \"[|same|]\";\n}\n".Replace("same", TestKit.Placeholders.Fill("‹pw›", new Random(3)), StringComparison.Ordinal),
        Title,
        FixAllScope.Document);

    [Fact]
    public void ChosenBaseline_TakesTheLine() => new Fixed
    {
        Files = new Dictionary<string, string>(Files("no baseline at all\n"), StringComparer.Ordinal) { ["/repo/rules/accepted.txt"] = $"{Header}\n" },
        Options = "build_property.SecretGuardBaseline = /repo/rules/accepted.txt\n",
        After = project =>
        {
            project[Baseline].ShouldBe("no baseline at all\n");
            project["/repo/rules/accepted.txt"].ShouldContain("sg1:generic-password:Orders.cs:");
        },
    }.RunAccepting(Code, "Accept it in accepted.txt");

    [Fact]
    public void GeneratedCode_CanBeAccepted() => new Fixed { Files = Files($"{Header}\n"), Path = "/repo/src/Orders.Designer.cs" }.Titles(Code).ShouldBe([Title]);

    [Fact]
    public void WithoutABaseline_NothingIsOffered() => new Fixed().IsNotOffered(Code, "Accept it in");

    /// <summary>Digests that a table of everybody's could be made for are not written.</summary>
    [Fact]
    public void WithoutASalt_NothingIsOffered() => new Fixed { Files = new Dictionary<string, string>(StringComparer.Ordinal) { [Baseline] = $"{Header}\n" } }.IsNotOffered(Code, "Accept it in");

    private static Fixed Of(string baseline, Action<FixedProject> after) => new() { Files = Files(baseline), After = after };

    private static Dictionary<string, string> Files(string baseline) => new(StringComparer.Ordinal) { [Baseline] = baseline, ["/repo/secretguard.yml"] = $"version: 1\nsalt: \"{Salt}\"\n" };

    /// <summary>The entries that a scan of the file would write.</summary>
    private static IEnumerable<BaselineEntry> Scanned(string text)
    {
        var content = Content.FromText(text, "src/Orders.cs");
        var fingerprinter = new Fingerprinter(Salt);
        return Matches(text).Select(match => new BaselineEntry(fingerprinter.Of(content, match)));
    }

    private static IReadOnlyList<Match> Matches(string text) => new Detector(Catalogue.Default).Detect(Content.FromText(text, "src/Orders.cs"));
}
