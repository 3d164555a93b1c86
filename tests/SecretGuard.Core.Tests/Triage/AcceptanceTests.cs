using System.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Core.Tests.Triage;

public sealed class AcceptanceTests
{
    private static readonly DateTime Today = new(2026, 11, 23);
    private static readonly Rule Rule = new("first-token", "First", "fst_[0-9a-z]{20}") { Provider = "Test" };
    private static readonly Detector Detector = new(new RuleSet([Rule], []));
    private static readonly Fingerprinter Fingerprinter = new(Salt.Create());

    public static TheoryData<AllowEntry, bool> Entries => new()
    {
        { new AllowEntry { Paths = Globs("docs/**") }, true },
        { new AllowEntry { Paths = Globs("src/**") }, false },
        { new AllowEntry { Rules = ["first-*"] }, true },
        { new AllowEntry { Rules = ["other"] }, false },
        { new AllowEntry { Rules = ["first-token"], Paths = Globs("src/**") }, false },
        { new AllowEntry { Rules = ["first-token"], Expires = Today }, true },
        { new AllowEntry { Rules = ["first-token"], Expires = Today.AddDays(-1) }, false },
        { new AllowEntry { Digests = [Sample().Digest.ToUpperInvariant()] }, true },
        { new AllowEntry { Digests = [new string('0', 32)] }, false },
    };

    [Theory]
    [MemberData(nameof(Entries))]
    public void Allow_AllCriteriaMustHold(AllowEntry entry, bool accepts)
    {
        TriagedContent judged = Judge(new TriagePolicy { Allow = [entry with { Reason = "why" }] });
        judged.Findings.Count.ShouldBe(accepts ? 0 : 1);
        judged.Suppressed.Select(suppressed => (suppressed.Kind, suppressed.Reason)).ShouldBe(accepts ? [(SuppressionKind.Allowlist, "why")] : []);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void Baseline_HoldsToItsLastDay(int days, bool accepts)
    {
        var baseline = new Baseline([new BaselineEntry(Sample()) { Expires = Today.AddDays(days) }]);
        TriagedContent judged = Judge(new TriagePolicy { Baseline = baseline });
        judged.Findings.Count.ShouldBe(accepts ? 0 : 1);
        judged.BaselineEntries.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Baseline_OfARealSecret_AcceptsNothing_WithoutAClockToo(bool clock)
    {
        var baseline = new Baseline([new BaselineEntry(Sample()) { Expires = BaselineEntry.OnNoDay, Reason = "rotate it" }]);
        TriagedContent judged = Judge(new TriagePolicy { Baseline = baseline }, clock ? Today : null);
        judged.Findings.Count.ShouldBe(1);
        judged.BaselineEntries.Count.ShouldBe(1);
    }

    [Fact]
    public void Baseline_OfAnotherValue_AcceptsNothing() =>
        Judge(new TriagePolicy { Baseline = new Baseline([new BaselineEntry(Sample() with { Digest = new string('0', 32) })]) }).Findings.Count.ShouldBe(1);

    [Fact]
    public void Fingerprint_IsOnlyMadeWhereWanted()
    {
        Judge(new TriagePolicy()).Findings.ShouldHaveSingleItem().Fingerprint.ShouldBeNull();
        Judge(new TriagePolicy { WantsFingerprints = true }).Findings.ShouldHaveSingleItem().Fingerprint.ShouldBe(Sample().ToString());
    }

    private static TriagedContent Judge(TriagePolicy policy) => Judge(policy, Today);

    private static TriagedContent Judge(TriagePolicy policy, DateTime? today)
    {
        (Content content, IReadOnlyList<Match> matches) = Text();
        return new ContentTriage(policy with { Today = today, Fingerprinter = Fingerprinter }).Judge(content, matches, matches);
    }

    private static Fingerprint Sample()
    {
        (Content content, IReadOnlyList<Match> matches) = Text();
        return Fingerprinter.Of(content, matches[0]);
    }

    private static (Content Content, IReadOnlyList<Match> Matches) Text()
    {
        byte[] text = Encoding.UTF8.GetBytes($"x = '{Rule.MakeExample(new Random(3))}'");
        var content = Content.FromBytes(text, text.Length, "docs/a.py");
        return (content, Detector.Detect(content));
    }

    private static GlobList Globs(string glob) => new([Glob.Parse(glob)]);
}
