using SecretGuard.Detection;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Core.Tests.Detection;

/// <summary>Whoever keeps the time can stop the work inside one content: in the index, in what is decoded, and between two fingerprints.</summary>
public sealed class StopTests
{
    [Fact]
    public void See_StopsInsideAText()
    {
        using var stop = new CancellationTokenSource();
        var matcher = new Stopping(stop);
        var detector = new Detector(new RuleSet([new Rule("stopping", "Stopping")], [matcher]));
        Content content = Content.FromText(string.Concat(Enumerable.Repeat("canary ", 100)), "a.txt");
        Should.Throw<OperationCanceledException>(() => detector.See(content, stop.Token));
        matcher.Seen.ShouldBe(3);
    }

    [Fact]
    public void Judge_StopsBeforeTheNextMatch()
    {
        var rule = new Rule("any", "Any");
        Content content = Content.FromText("value", "a.txt");
        Match[] matches = [new Match(rule, 0, 5, SecretGuard.Findings.Confidence.High, null)];
        var triage = new ContentTriage(new TriagePolicy { Fingerprinter = new Fingerprinter(Salt.Public), WantsFingerprints = true });
        Should.Throw<OperationCanceledException>(() => triage.Judge(content, matches, matches, new CancellationToken(canceled: true)));
    }

    private sealed class Stopping(CancellationTokenSource stop) : Matcher
    {
        public int Seen { get; private set; }

        public override IReadOnlyList<Signature> Signatures => [new Signature("canary", IgnoreCase: false)];

        public override void Examine(ScanContext context, int position, int signature)
        {
            if (++Seen == 3)
            {
                stop.Cancel();
            }
        }
    }
}
