using System.Globalization;
using System.Text.Json;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Rules;
using SecretGuard.TestKit;
using SecretGuard.Triage;

namespace SecretGuard.Reporting.Tests;

/// <summary>What documents say of one sample, for reading in a review; their schemas, and what hostile text does to them.</summary>
public sealed class DocumentTests
{
    private static readonly DateTime Today = new(2026, 3, 14, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTimeOffset Now = new(Today);

    /// <summary>Every document, made of a sample; the text is what a project may choose.</summary>
    private static readonly Dictionary<string, (string Schema, Func<string, Document> Make)> Documents = new(StringComparer.Ordinal)
    {
        ["rules"] = ("rules", text => new RulesDocument([.. Rules(text).Select((rule, i) => new RuleEntry(rule, IsCustom: i == 1, IsEnabled: i != 0))]) { ToolVersion = "1.2.3" }),
        ["rule"] = ("rules", text => new RuleDocument(new RuleEntry(Rules(text)[0], IsCustom: false, IsEnabled: true)) { ToolVersion = "1.2.3" }),
        ["rule-tests"] = ("rule-tests", text => new RuleTestsDocument(Tests(text)) { ToolVersion = "1.2.3" }),
        ["import"] = ("import", text => new ImportDocument(Secrets(text), [new("exclude", $"'{text}/**'", $"{text}.toml:3")], [new($"{text}.toml:9", $"the rule {text}", "Write it yourself.")], ["secretguard.yml", text]) { ToolVersion = "1.2.3", IsDry = true }),
        ["references"] = ("references", text => new ReferencesDocument(References(text), [new($"{text}.yaml:3", $"this is no YAML: {text}", null)]) { ToolVersion = "1.2.3" }),
        ["trace"] = ("trace", text => new TraceDocument(text, Ways(text)) { ToolVersion = "1.2.3" }),
        ["trace-none"] = ("trace", text => new TraceDocument(text, []) { ToolVersion = "1.2.3" }),
        ["compare"] = ("compare", text => new ComparisonDocument(Stores(text), [.. Enum.GetValues<ComparedState>().Select(state => new ComparedSecret(text, state == ComparedState.OnlyInTo ? "" : text, state == ComparedState.OnlyInFrom ? "" : "b", state)
        {
            Reason = state == ComparedState.CannotTell ? text : "",
            Newer = state == ComparedState.Different ? "to" : null,
            FromChanged = state == ComparedState.Different ? Now : null,
        })]) { ToolVersion = "1.2.3" }),
        ["sync"] = ("sync", text => Sync(text, false, [.. Enum.GetValues<SyncAction>().Select(action => new SyncedSecret(text, text, "b", action) { Reason = text })])),
        ["sync-applied"] = ("sync", text => Sync(text, true, [.. Enum.GetValues<SyncState>().Select(state => new SyncedSecret(text, text, text, SyncAction.Update)
        {
            State = state,
            Reason = text,
            VersionBefore = "3",
            VersionWritten = state == SyncState.Written ? "4" : null,
            WayBack = state == SyncState.Written ? $"vault kv rollback -mount=secret -version=3 {text}" : "",
            At = Now,
        })])),
        ["rotation"] = ("rotation", text => new RotationDocument("rotation-status", RotationSample.Day, RotationSample.Entries(text)) { ToolVersion = "1.2.3" }),
        ["rotation-none"] = ("rotation", _ => new RotationDocument("rotation-due", RotationSample.Day, []) { ToolVersion = "1.2.3", Nothing = "Nothing is due within 30d." }),
        ["access"] = ("access", text => new AccessDocument(AccessSample.Of(text)) { ToolVersion = "1.2.3" }),
        ["access-none"] = ("access", _ => new AccessDocument(new AccessOverview([], [], [])) { ToolVersion = "1.2.3" }),
        ["baseline-stats"] = ("baseline-stats", text => new BaselineStatsDocument(new Baseline(Entries(text)), Today) { ToolVersion = "1.2.3" }),
    };

    public static TheoryData<string> Names => [.. Documents.Keys];

    public static TheoryData<string, string> NamesAndFormats => [.. Documents.Keys.SelectMany(_ => Document.Formats, (name, format) => (name, format))];

    [Theory]
    [MemberData(nameof(NamesAndFormats))]
    public void Sample_IsWrittenAsApproved(string name, string format) => Write(name, format, "ops").ShouldMatchApproved(options => options
        .NoDiff()
        .SubFolder("Approved")
        .WithFilenameGenerator((_, _, type, _) => $"document.{name}.{format}.{type}.txt"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Json_SatisfiesItsSchema(string name)
    {
        using var reader = new StreamReader(typeof(DocumentTests).Assembly.GetManifestResourceStream($"{Documents[name].Schema}.schema.json")!);
        string schema = reader.ReadToEnd();
        foreach (string text in (string[])["ops", .. Hostile.Texts.Values])
        {
            JsonSchemaCheck.Errors(schema, Write(name, "json", text)).ShouldBeEmpty();
        }

        JsonSchemaCheck.Errors(schema, Write(name, "json", "ops").Replace("-1\"", "-2\"", StringComparison.Ordinal)).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void HostileText_CannotActInText(string name)
    {
        int lines = Write(name, "text", "ops").Split('\n').Length;
        foreach (string text in Hostile.Texts.Values)
        {
            string output = Write(name, "text", text);
            output.Split('\n').Length.ShouldBe(lines);
            output.Replace("\n", "", StringComparison.Ordinal).EnumerateRunes().ShouldAllBe(rune => VisibleText.IsPlain(rune));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void UnknownFormat_IsRefused(string name) => Should.Throw<ArgumentOutOfRangeException>(() => Write(name, "sarif", "ops"));

    [Fact]
    public void Json_GivesTextBackAsItWas()
    {
        using var json = JsonDocument.Parse(Write("rules", "json", "\e[2J „ops“\n"));
        json.RootElement.GetProperty("rules")[0].GetProperty("title").GetString().ShouldBe("\e[2J „ops“\n");
    }

    [Fact]
    public void EmptyBaseline_IsCountedToo()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new BaselineStatsDocument(Baseline.Empty, Today) { ToolVersion = "1.2.3" }.Write("text", output);
        output.ToString().ShouldBe("0 entries, 0 without a reason, 0 expired, 0 real\nby rule\nby owner\n");
    }

    private static ComparedStores Stores(string text) => new(text, "keyvault") { FromAddress = text, ToAddress = "https://vault.example", Environment = text, Notices = [text] };

    private static SyncDocument Sync(string text, bool isApplied, SyncedSecret[] secrets) => new(Stores(text), secrets) { ToolVersion = "1.2.3", IsApplied = isApplied, StartedAt = Now, User = text, Stopped = isApplied ? text : "" };

    private static ImportedSecret[] Secrets(string text) =>
    [
        .. Enum.GetValues<ImportOutcome>().Reverse().Select((outcome, i) => new ImportedSecret($"src/{text}", i, outcome, $"{text}:{i}")),
        new("a.env", 3, ImportOutcome.Accepted, text) { Kind = text, Commit = "c0ffee1", Rules = ["generic-password", "generic-token"], Detail = text },
    ];

    private static string Write(string name, string format, string text)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Documents[name].Make(text).Write(format, output);
        return output.ToString();
    }

    private static Rule[] Rules(string text) =>
    [
        new("acme-token", text, "acme_[0-9a-z]{12}", "acme-[0-9a-z]{16}")
        {
            Provider = text,
            Severity = Severity.Critical,
            Confidence = Confidence.VeryHigh,
            Advice = text,
            Documentation = "https://acme.example/docs/tokens",
            Near = ["acme", text],
        },
        new("database-password", "Database password") { Severity = Severity.Low, Confidence = Confidence.Medium, Advice = "Change it, and name the store instead." },
    ];

    private static RuleTest[] Tests(string text) =>
    [
        new("acme-token", IsCustom: true, 60, [new(RuleTestFailureKind.NotFound, text, 20), new(RuleTestFailureKind.Found, "acme_[0-9]{12}", 3)]),
        new("acme-word", IsCustom: true, 0, [new(RuleTestFailureKind.NoExamples, null, 0)]),
        new("database-password", IsCustom: false, 0, []),
        new("test-key", IsCustom: false, 20, [new(RuleTestFailureKind.NotFound, null, 1)]),
    ];

    private static IEnumerable<BaselineEntry> Entries(string text)
    {
        BaselineEntry Entry(string rule, char digit) => new(Fingerprint.TryParse($"sg1:{rule}:a.env:{new string(digit, 32)}")!);
        return
        [
            Entry("acme-token", '1') with { Owner = text, Reason = "sample", Expires = Today },
            Entry("acme-token", '2') with { Owner = text, Expires = Today.AddDays(-1) },
            Entry("acme-token", '3'),
            Entry("test-key", '4') with { Owner = "a second one", Reason = "sample", Expires = BaselineEntry.OnNoDay },
        ];
    }

    private static InventoryRecord[] References(string text) =>
    [
        new(new(StoreTypes.Kubernetes, ReferenceKinds.Secret, $"{text}-db") { Property = "password", Address = text, IsSecret = true, IsOptional = true, Via = "secretKeyRef" }, new($"{text}/deploy.yaml", 7, 9, 7, 17), $"Deployment/{text}")
        {
            Provides = new(StoreTypes.Environment, ReferenceKinds.Variable, $"{text}__PASSWORD") { IsSecret = true, Via = "env" },
        },
        new(new(StoreTypes.AzureKeyVault, ReferenceKinds.Key, text) { Version = "1", Address = "https://kv.example.net/", IsSecret = true, IsOptional = false, Via = "SecretProviderClass" }, new($"{text}/spc.yaml", 3, 5, 3, 8), $"SecretProviderClass/{text}"),
    ];

    private static ReferenceStep[] Ways(string text)
    {
        InventoryRecord[] records = [.. References(text.Replace('*', '+'))]; // a name with a star has a line more
        return [new(records[0].Provides!, null, [new(records[0].Reference, records[0], []), new(records[1].Reference, records[1], []) { EndsHere = true }, new(records[1].Reference with { Name = text + "*" }, records[1] with { Environment = text }, [])])];
    }
}
