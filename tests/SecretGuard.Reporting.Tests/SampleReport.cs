using System.Globalization;
using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Reporting.Tests;

/// <summary>Reports for tests. Everything is fixed, so that approved outputs stay; no value in them was ever a secret.</summary>
internal static class SampleReport
{
    public const string Mask = "[secret]";

    /// <summary>Own rules rather than the catalogue's, whose words may change.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("acme-token", "Acme access token")
        {
            Provider = "Acme",
            Severity = Severity.Critical,
            Confidence = Confidence.VeryHigh,
            Advice = "Revoke it at https://acme.example/tokens and keep the new one in a secret store.",
            Documentation = "https://acme.example/docs/tokens",
        },
        new("database-password", "Database password") { Severity = Severity.High, Confidence = Confidence.Medium, Advice = "Change it, and name the store instead." },
        new("test-key", "Test key") { Severity = Severity.Low, Confidence = Confidence.High, Advice = "Replace it by a made-up value." },
        new("unused-kind", "Kind that found nothing"),
    ];

    /// <summary>One of everything: every severity and suppression, wide characters, two equal lines, a range of lines, notices, gaps.</summary>
    public static Report Full { get; } = Make(
        [
            Find("acme-token", "deploy/prod.env", 3, 12, "ACME_TOKEN=", "", Severity.Critical, Confidence.VeryHigh, "checksum valid") with { DiagnosticId = DiagnosticIds.SecretInFile, Fingerprint = Fingerprint("acme-token", 1) },
            Find("acme-token", "deploy/prod.env", 9, 12, "ACME_TOKEN=", "", Severity.Critical, Confidence.VeryHigh, "checksum valid") with { DiagnosticId = DiagnosticIds.SecretInFile, Fingerprint = Fingerprint("acme-token", 2) },
            Find("database-password", "src/Über uns/設定.cs", 41, 37, "var 接続 = \"Server=db;Password=", ";\"; // 本番", Severity.High, Confidence.Medium, "value of Password"),
            Find("private-thing", "src/keys.cs", 2, 1, "", "", Severity.Medium, Confidence.High, null) with { Location = new Location("src/keys.cs", 2, 1, 17, 30) },
            Find("test-key", "test/fixtures.ts", 120, 20, "const key = '", "';", Severity.Low, Confidence.High, "name says key"),
            Find("test-key", "test/fixtures.ts", 1120, 2, "'", "'", Severity.Info, Confidence.Low, null),
        ]) with
    {
        Suppressed =
        [
            new(Find("acme-token", "deploy/prod.env", 6, 12, "ACME_TOKEN=", "", Severity.Critical, Confidence.VeryHigh, "checksum valid") with { DiagnosticId = DiagnosticIds.SecretInFile }, SuppressionKind.Baseline, "before 2026, ticket 77"),
            new(Find("test-key", "docs/guide.md", 8, 5, "key ", ".", Severity.Low, Confidence.High, null), SuppressionKind.Inline, "the documentation's example"),
            new(Find("test-key", "test/a.ts", 1, 1, "", "", Severity.Low, Confidence.High, null), SuppressionKind.Allowlist, null),
        ],
        Notices =
        [
            new(DiagnosticIds.UnusedSuppression, Severity.Low, "This entry of the allowlist suppresses nothing: remove it.", new Location("secretguard.yml", 14, 5, 14, 22)),
            new(DiagnosticIds.ExpiredAcceptance, Severity.Medium, "An accepted finding was due on 2026-01-31: rotate it or accept it anew.", null),
        ],
        Incomplete = [new("data/dump.sql", "larger than the limit of 64 MB.", "Raise --max-file-size, or exclude it in secretguard.yml.")],
        Revision = string.Concat(Enumerable.Repeat("c0ffee42", 5)),
    };

    /// <summary>What a history holds: pushed, not pushed, and what nothing leads to any more; in a file, in a message, at every place.</summary>
    public static Report History { get; } = Make(
        [
            Find("acme-token", "deploy/prod.env", 3, 12, "ACME_TOKEN=", "", Severity.Critical, Confidence.VeryHigh, "checksum valid") with { DiagnosticId = DiagnosticIds.SecretInHistory, Fingerprint = Fingerprint("acme-token", 1), Provenance = Pushed },
            Find("acme-token", "(message of commit 3a3a3a3a3a3a)", 1, 8, "Deploy ", "", Severity.Critical, Confidence.VeryHigh, null) with { DiagnosticId = DiagnosticIds.SecretInMessage, Provenance = Pushed with { Paths = [], Places = 1, Reach = Reach.Local, OnlyIn = "refs/tags/v1", IsInHead = false, LastCommit = Pushed.FirstCommit, EveryPlace = [] } },
            Find("test-key", "(blob 5b5b5b5b5b5b)", 1, 1, "", "", Severity.Low, Confidence.High, null) with { DiagnosticId = DiagnosticIds.SecretInHistory, Provenance = new Provenance { Reach = Reach.Unreachable, Places = 2 } },
        ]) with { Command = "git" };

    private static Provenance Pushed => new()
    {
        FirstCommit = Id("1a"), FirstDate = new DateTimeOffset(2024, 2, 29, 23, 59, 58, TimeSpan.FromHours(-5)), LastCommit = Id("2b"), LastDate = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), IsInHead = true, Reach = Reach.Remote,
        Paths = ["deploy/prod.env", "old/<Über> uns.env", "old/a.env", "old/b.env", "old/c.env"], Places = 2,
        EveryPlace = [new HeldPlace(Id("4c"), Id("1a"), "old/a.env", 7), new HeldPlace(Id("5d"), null, "(blob 5d5d5d5d5d5d)", null)],
    };

    public static Report Empty { get; } = Make([]);

    /// <summary>Names and words that a hostile repository may choose, in every place that comes from one.</summary>
    public static Report Hostile(string text) => Make(
        [Find("acme-token", text, 1, 1 + text.Length, text, text, Severity.Critical, Confidence.High, text) with { Title = text, Preview = text }]) with
    {
        Suppressed = [new(Find("test-key", text, 2, 1, "", text, Severity.Low, Confidence.Low, text), SuppressionKind.Inline, text)],
        Notices = [new(DiagnosticIds.UnusedSuppression, Severity.Low, text, new Location(text, 1, 1, 1, 2))],
        Incomplete = [new(text, text, text)],
    };

    private static string Id(string digits) => string.Concat(Enumerable.Repeat(digits, 20));

    public static Report Large(int findings)
    {
        var random = new Random(11);
        return Make([.. Enumerable.Range(0, findings).Select(i => Find(
            i % 3 == 0 ? "acme-token" : "test-key",
            string.Create(CultureInfo.InvariantCulture, $"src/module{i / 40:0000}/file.cs"),
            1 + i % 40,
            1 + random.Next(80),
            "value = ",
            ";",
            (Severity)(i % 5),
            (Confidence)(i % 4),
            "value of key"))]);
    }

    public static string Write(IReporter reporter, Report report)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        reporter.Write(report, output);
        return output.ToString();
    }

    private static Report Make(IReadOnlyList<Finding> findings) => new()
    {
        Command = "scan",
        ToolVersion = "1.2.3",
        StartedAt = new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero),
        Elapsed = TimeSpan.FromMilliseconds(314),
        Findings = findings,
        Counts = new ReportCounts(412, 8_123_456, 7),
        Rules = Rules,
    };

    private static Finding Find(string rule, string path, int line, int column, string before, string after, Severity severity, Confidence confidence, string? reason) => new()
    {
        DiagnosticId = DiagnosticIds.SecretInCode,
        Rule = rule,
        Title = Rules.FirstOrDefault(known => known.Slug == rule)?.Title ?? "Private thing",
        Location = new Location(path, line, column, line, column + 24),
        Severity = severity,
        Confidence = confidence,
        Preview = "… (24 characters)",
        Excerpt = new Excerpt(before + Mask + after, before.Length, Mask.Length),
        Reason = reason,
    };

    private static string Fingerprint(string rule, int number) => $"sg1:{rule}:deploy:{new string((char)('a' + number), 16)}";
}
