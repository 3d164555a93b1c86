using System.Text;
using SecretGuard.Detection;
using SecretGuard.Findings;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Core.Tests.Triage;

/// <summary>In the texts, <c>$1</c> is a token of one rule, <c>$2</c> of another; an outcome is told as the numbers that remain findings.</summary>
public sealed class InlineSuppressionTests
{
    private static readonly Rule First = new("first-token", "First", "fst_[0-9a-z]{20}") { Provider = "Test" };
    private static readonly Rule Second = new("second-token", "Second", "snd_[0-9a-z]{20}") { Provider = "Test" };
    private static readonly Detector Detector = new(new RuleSet([First, Second], []));

    [Theory]
    [InlineData("a.py", "x = '$1'  # secretguard:allow first-token test data", "")]
    [InlineData("a.py", "x = '$1'  # secretguard:allow second-token test data", "1")]
    [InlineData("a.py", "x = '$1', '$2'  # secretguard:allow * test data", "")]
    [InlineData("a.py", "x = '$1', '$2'  # secretguard:allow first-*,nothing test data", "2")]
    [InlineData("a.py", "# secretguard:allow * test data\nx = '$1'\ny = '$2'", "2")]
    [InlineData("a.py", "# secretguard:allow first-token a\r\n# secretguard:allow second-token b\r\nx = '$1', '$2'\r\n", "")]
    [InlineData("a.py", "# secretguard:allow * test data\n\nx = '$1'", "1")]
    [InlineData("a.py", "y = 1 # secretguard:allow * test data\nx = '$1'", "1")]
    [InlineData("a.c", "/* secretguard:allow * test data */ x = \"$1\";", "")]
    [InlineData("a.c", "/* secretguard:allow * test data */\nx = \"$1\";", "")]
    [InlineData("a.xml", "<!-- secretguard:allow * test data -->\n<a>$1</a>", "")]
    [InlineData("a.sql", "-- secretguard:allow * test data\nselect '$1'", "")]
    [InlineData("a.py", "x = '$1'  # secretguard:allow", "1")]
    [InlineData("a.py", "x = '$1'  # secretguard:allowance * x", "1")]
    [InlineData("a.py", "x = '$1 secretguard:allow * x'", "1")]
    [InlineData("a.json", "{\"//secretguard\": \"allow * fixture\", \"a\": \"$1\", \"b\": {\"c\": \"$2\"}}", "2")]
    [InlineData("a.json", "{\"a\": \"$1\", \"b\": {\"c\": \"$2\", \"//secretguard\": \"allow second-token fixture\"}}", "1")]
    [InlineData("a.json", "{\"$comment\": \"secretguard:allow * fixture\",\n \"a\": [\"$1\"],\n \"b\": {}, \"c\": \"$2\"}", "")]
    [InlineData("a.json", "{\"$comment\": \"allow * fixture\", \"a\": \"$1\"}", "1")]
    [InlineData("a.json", "{\"_c\": \"// secretguard:allow * fixture\", \"a\": \"$1\"}", "")]
    [InlineData("a.json", "{ // it's \"odd\n \"//secretguard\": \"allow * x\", /* \" */ \"a\": \"$1\"}", "")]
    [InlineData("a.yml", "{\"//secretguard\": \"allow * fixture\", \"a\": \"$1\"}", "1")]
    public void Allow_InManySyntaxes_AcceptsWhatItSpeaksOf(string path, string text, string remaining) => Remaining(path, text).ShouldBe(remaining);

    [Theory]
    [InlineData("x = '$1'  # pragma: allowlist secret", "")]
    [InlineData("x = '$1'  #pragma:allowlist secret", "")]
    [InlineData("x = '$1'  # pragma: whitelist secret", "")]
    [InlineData("x = '$1'  # pragma: allowlist-secret because", "")]
    [InlineData("x = '$1'; // pragma: allowlist secret", "")]
    [InlineData("x = '$1' ' pragma: allowlist secret", "")]
    [InlineData("x = '$1' -- pragma: allowlist secret", "")]
    [InlineData("x = '$1'; /* pragma: allowlist secret */", "")]
    [InlineData("x = /* pragma: allowlist secret */ '$1';", "1")]
    [InlineData("<a>$1</a> <!-- pragma: allowlist secret -->", "")]
    [InlineData("{\"a\": \"$1\", \"_c\": \"// pragma: allowlist secret\"}", "")]
    [InlineData("x = '$1'  # pragma:  allowlist secret", "1")]
    [InlineData("x = '$1'  # Pragma: allowlist secret", "1")]
    [InlineData("x = '$1'  # see pragma: allowlist secret", "1")]
    [InlineData("# pragma: allowlist secret\nx = '$1'", "1")]
    [InlineData("  # pragma: allowlist nextline secret\nx = '$1'\ny = '$2'", "2")]
    [InlineData("// pragma: allowlist-nextline-secret why\r\nx = '$1'", "")]
    [InlineData("<!-- pragma: allowlist nextline secret -->\n<a>$1</a>", "")]
    [InlineData("# pragma: whitelist nextline secret\nx = '$1'", "1")]
    [InlineData("y = 1 # pragma: allowlist nextline secret\nx = '$1'", "1")]
    public void Pragma_AsInDetectSecrets(string text, string remaining) => Remaining("a.txt", text).ShouldBe(remaining);

    [Theory]
    [InlineData("x = '$1' # gitleaks:allow")]
    [InlineData("x = '$1' # trufflehog:ignore")]
    [InlineData("x = '$1' # kingfisher:ignore")]
    [InlineData("x = '$1' // NOSONAR")]
    [InlineData("x = '$1' # ggignore")]
    [InlineData("x = '$1' // secretlint-disable-line")]
    [InlineData("// secretlint-disable-next-line\nx = '$1'")]
    [InlineData("/* secretlint-disable */\ny = 1\nx = '$1'\n/* secretlint-enable */")]
    public void OtherTools_CountOnlyWhereAsked(string text)
    {
        Remaining("a.txt", text).ShouldBe("1");
        Remaining("a.txt", text, new TriagePolicy { CompatPragmas = true }).ShouldBe("");
    }

    [Fact]
    public void Secretlint_AfterEnable_CountsAgain() =>
        Remaining("a.js", "// secretlint-disable\nx = '$1'\n// secretlint-enable\ny = '$2'", new TriagePolicy { CompatPragmas = true }).ShouldBe("2");

    [Fact]
    public void RequireReason_WithoutOne_AcceptsNothingAndSaysSo()
    {
        var policy = new TriagePolicy { RequireReason = true };
        Remaining("a.py", "x = '$1'  # secretguard:allow *", policy).ShouldBe("1");
        Remaining("a.py", "x = '$1'  # secretguard:allow * test data", policy).ShouldBe("");
        Remaining("a.json", "{\"a\": \"$1\", \"_c\": \"// pragma: allowlist secret\"}", policy).ShouldBe("1");
        Remaining("a.json", "{\"a\": \"$1\", \"_c\": \"// pragma: allowlist secret of a test\"}", policy).ShouldBe("");
        Remaining("a.py", "x = '$1'  # pragma: allowlist secret \"test\"", policy).ShouldBe("");
        Notice notice = Judge("a.py", "x = '$1'  # secretguard:allow *", policy).Notices.ShouldHaveSingleItem();
        notice.DiagnosticId.ShouldBe(DiagnosticIds.SuppressionWithoutReason);
        notice.Severity.ShouldBe(Severity.High);
    }

    [Theory]
    [InlineData("a.py", "x = '$1'  # secretguard:allow *", DiagnosticIds.SuppressionWithoutReason)]
    [InlineData("a.py", "x = '$1'  # secretguard:allow second-token why", DiagnosticIds.UnusedSuppression)]
    [InlineData("a.py", "x = 1  # pragma: allowlist secret", DiagnosticIds.UnusedSuppression)]
    [InlineData("a.py", "x = 1  # secretguard:allow", DiagnosticIds.UnusedSuppression)]
    [InlineData("a.md", "x = 1  # secretguard:allow * why", null)]
    [InlineData("a.cs", "x = \"y = 1 // secretguard:allow * why\";", null)]
    [InlineData("a.cs", "x = \"y\"; // secretguard:allow * why", DiagnosticIds.UnusedSuppression)]
    [InlineData("a.json", "{\"x\": 1, \"_c\": \"// pragma: allowlist secret\"}", DiagnosticIds.UnusedSuppression)]
    [InlineData("a.json", "{\"x\": 1, \"_c\": \"// secretguard:allow * why\"}", DiagnosticIds.UnusedSuppression)]
    [InlineData("a.py", "x = 1  # gitleaks:allow", null)]
    [InlineData("a.py", "x = '$1'  # secretguard:allow first-token why", null)]
    public void Notices_TellWhatIsWrongWithASuppression(string path, string text, string? id) =>
        Judge(path, text, new TriagePolicy { CompatPragmas = true }).Notices.Select(notice => notice.DiagnosticId).SingleOrDefault().ShouldBe(id);

    [Fact]
    public void Notices_WhereOnlySomeRulesRun_CallNothingUnused()
    {
        var policy = new TriagePolicy { TellsUnused = false };
        Judge("a.py", "x = 1  # secretguard:allow * why", policy).Notices.ShouldBeEmpty();
        Judge("a.py", "x = '$1'  # secretguard:allow *", policy).Notices.ShouldHaveSingleItem().DiagnosticId.ShouldBe(DiagnosticIds.SuppressionWithoutReason);
    }

    [Fact]
    public void Notice_PointsAtTheMarker()
    {
        Location at = Judge("a.py", "é = 1\ny = 2 # secretguard:allow * why", new TriagePolicy()).Notices.ShouldHaveSingleItem().Location.ShouldNotBeNull();
        (at.StartLine, at.StartColumn).ShouldBe((2, 9));
    }

    [Fact]
    public void Reason_IsTold_ButNeverWithASecretInIt()
    {
        Judge("a.py", "x = '$1'  # secretguard:allow * test data", new TriagePolicy()).Suppressed.ShouldHaveSingleItem().Reason.ShouldBe("test data");
        TriagedContent both = Judge("a.py", "x = '$1'  # secretguard:allow * like $2", new TriagePolicy());
        both.Suppressed.Count.ShouldBe(2);
        both.Suppressed.ShouldAllBe(suppressed => suppressed.Reason == "(not shown: it holds a secret itself)");
    }

    private static string Remaining(string path, string text, TriagePolicy? policy = null) =>
        string.Concat(Judge(path, text, policy ?? new TriagePolicy()).Findings.Select(finding => finding.Rule == First.Slug ? "1" : "2"));

    private static TriagedContent Judge(string path, string text, TriagePolicy policy)
    {
        var random = new Random(5);
        string filled = text.Replace("$1", First.MakeExample(random), StringComparison.Ordinal).Replace("$2", Second.MakeExample(random), StringComparison.Ordinal);
        var content = Content.FromBytes(Encoding.UTF8.GetBytes(filled), Encoding.UTF8.GetByteCount(filled), path);
        IReadOnlyList<Match> matches = Detector.Detect(content);
        return new ContentTriage(policy).Judge(content, matches, matches);
    }
}
