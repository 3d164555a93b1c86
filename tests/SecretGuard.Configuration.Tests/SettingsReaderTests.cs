using System.Text.Json;
using SecretGuard.Detection;
using SecretGuard.Detection.NamedValues;
using SecretGuard.Detection.Names;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Rules;
using SecretGuard.Triage;

namespace SecretGuard.Configuration.Tests;

public sealed class SettingsReaderTests
{
    private const string Full = """
        version: 1
        salt: "00112233445566778899aabbccddeeff"
        compatPragmas: true
        archives: true
        requireReason: true
        minConfidence: very-high
        failOn: critical
        maxFileSize: 2MB
        exclude: ["**/gen/**", "!keep"]
        rules:
          disable: [github-pat-classic, "aws-*"]
          custom:
            acme-token:
              title: Acme token
              regex: 'acme_([0-9a-z]{32})'
              keywords: [acme_]
              secretGroup: 1
              entropy: 2.5
              checksum: luhn
              severity: critical
              confidence: medium
              paths: ["src/**"]
              advice: Ask Acme.
              documentation: https://example.org
              examples:
                match: ['acme_[0-9a-z]{32}']
                noMatch: 'acme_[0-9a-z]{3}'
        allow:
          - paths: docs/**
            rules: [acme-token]
            digests: [sg1:acme-token:x.md:00000000000000000000000000000000]
            reason: manual
            expires: 2027-01-31
        sinks:
          password: [VaultClient.Login(pwd), Contoso.Legacy.Gate.Code]
          api-key: 'GateClient(handle)'
          token: []
          crypto-key: []
          secret: []
        environments: { prod: {} }
        stores: {}
        extractors: {}
        policies: {}
        secrets: {}
        assertions: []
        """;

    [Fact]
    public void Read_EveryKey_IsTaken()
    {
        Settings settings = Read(Full);
        settings.Salt.ShouldNotBeNull().ToString().ShouldBe("00112233445566778899aabbccddeeff");
        (settings.CompatPragmas, settings.Archives, settings.RequireReason, settings.MinConfidence, settings.FailOn, settings.MaxFileSize).ShouldBe((true, true, true, Confidence.VeryHigh, Severity.Critical, 2L << 20));
        settings.Exclude.IsMatch("a/gen/b").ShouldBeTrue();
        settings.DisabledRules.ShouldBe(["github-pat-classic", "aws-*"]);
        CustomRule custom = settings.CustomRules.ShouldHaveSingleItem();
        (custom.Rule.Slug, custom.Rule.Title, custom.Rule.Severity, custom.Rule.Confidence, custom.Rule.Advice).ShouldBe(("acme-token", "Acme token", Severity.Critical, Confidence.Medium, "Ask Acme."));
        (custom.Matcher.SecretGroup, custom.Matcher.MinEntropy, custom.Matching.Count, custom.NotMatching.Count).ShouldBe((1, 2.5, 1, 1));
        AllowEntry allow = settings.Allow.ShouldHaveSingleItem();
        (allow.Reason, allow.Expires, allow.Location!.StartLine).ShouldBe(("manual", new DateTime(2027, 1, 31), 29));
        allow.Digests.ShouldBe([new string('0', 32)]);
        settings.Sinks.Select(sink => $"{sink.Kind} {sink.Path} {sink.Parameter}").ShouldBe(["Password VaultClient.Login pwd", "Password Contoso.Legacy.Gate.Code ", "ApiKey GateClient handle"]);
        allow.Concerns("docs/a.md", "acme-token").ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("salt:\nallow:\nrules:\n")]
    public void Read_Nothing_IsTheDefaults(string text)
    {
        Settings settings = Read(text);
        (settings with { Allow = [], Sinks = [], Declaration = Declaration.Empty }).ShouldBe(new Settings());
        settings.Allow.ShouldBeEmpty();
        settings.Sinks.ShouldBeEmpty();
        (settings.Declaration.Environments.Count + settings.Declaration.Stores.Count + settings.Declaration.Secrets.Count).ShouldBe(0);
    }

    [Theory]
    [InlineData("saltt: x", "s.yml(1,1): unknown key 'saltt'; did you mean 'salt'?")]
    [InlineData("rules:\n  disabel: [x]", "s.yml(2,3): unknown key 'disabel'; did you mean 'disable'?")]
    [InlineData("salt: abc", "s.yml(1,7): the salt must be 32 hex digits, in quotes; 'secretguard init' makes one")]
    [InlineData("minConfidence: hgih", "s.yml(1,16): 'hgih' is not one of low, medium, high, very-high; did you mean 'high'?")]
    [InlineData("compatPragmas: yes", "s.yml(1,16): 'yes' is not one of true, false")]
    [InlineData("maxFileSize: lots", "s.yml(1,14): 'lots' is no size; write it as 500KB, 64MB or 1GB")]
    [InlineData("- a", "s.yml(1,1): this must be a mapping of keys to values")]
    [InlineData("exclude: ['/']", "s.yml(1,11): the pattern '/' matches nothing")]
    [InlineData("allow: x", "s.yml(1,8): 'allow' must be a list: begin each entry with '- '")]
    [InlineData("allow:\n  - paths: x", "s.yml(2,5): this entry needs a 'reason'")]
    [InlineData("allow:\n  - paths: x\n    reason: ''", "s.yml(2,5): this entry needs a 'reason'")]
    [InlineData("allow:\n  - paths: x\n    reason: '  '", "s.yml(2,5): this entry needs a 'reason'")]
    [InlineData("rules: {disable: [github-pat-clasic]}", "s.yml(1,19): no rule is called 'github-pat-clasic'; did you mean 'github-pat-classic'? ('secretguard rules list' shows them)")]
    [InlineData("rules:\n  custom:\n    a-b:\n      regex: '(x)(y)'\n      keywords: xyz\n      secretGroup: 3", "s.yml(6,20): the regular expression has 2 groups, so there is no group 3")]
    [InlineData("exclude: ['[']", "s.yml(1,11): the pattern '[' opens a bracket and does not close it; write '\\[' for the character itself")]
    [InlineData("allow:\n  - reason: x", "s.yml(2,5): this entry would accept everything; name paths, rules or digests")]
    [InlineData("allow:\n  - {paths: x, reason: x, expires: soon}", "s.yml(2,36): 'soon' is no date of the form yyyy-MM-dd")]
    [InlineData("allow:\n  - {digests: x, reason: x, paths: y}", "s.yml(2,15): this must be a digest of 32 hex digits: the last part of the value's fingerprint")]
    [InlineData("a: &x 1\nb: *x", "s.yml(1,4): anchors and aliases are not supported; write the value out")]
    [InlineData("version: 1\n---\nversion: 1", "s.yml(2,1): a second document; only one is read")]
    [InlineData("rules: {custom: {Bad_Name: {regex: x, keywords: abc}}}", "s.yml(1,18): the rule's name 'Bad_Name' must be lower-case words joined by hyphens")]
    [InlineData("rules: {custom: {a: {regex: x}}}", "s.yml(1,21): the rule 'a' needs 'keywords': texts of which one stands in or near every value")]
    [InlineData("rules: {custom: {a: {regex: x, keywords: ab}}}", "s.yml(1,42): a keyword must be 3 ASCII characters or more: the expression is only tried where one stands")]
    [InlineData("sinks: {pasword: [A.B]}", "s.yml(1,9): unknown key 'pasword'; did you mean 'password'?")]
    [InlineData("sinks: [A.B]", "s.yml(1,8): this must be a mapping of keys to values")]
    [InlineData("sinks:\n  token:\n    - Login", "s.yml(3,7): 'Login' is no place that takes a secret; write Type.Method(parameter), Type(parameter) or Type.Property, with its namespace if you like")]
    [InlineData("sinks: {token: A.B()}", "s.yml(1,16): 'A.B()' is no place that takes a secret; write Type.Method(parameter), Type(parameter) or Type.Property, with its namespace if you like")]
    [InlineData("sinks: {token: A.B(c)d}", "s.yml(1,16): 'A.B(c)d' is no place that takes a secret; write Type.Method(parameter), Type(parameter) or Type.Property, with its namespace if you like")]
    [InlineData("sinks: {token: 'A..B(c)'}", "s.yml(1,16): 'A..B(c)' is no place that takes a secret; write Type.Method(parameter), Type(parameter) or Type.Property, with its namespace if you like")]
    [InlineData("sinks: {token: 'A.B(c, d)'}", "s.yml(1,16): 'A.B(c, d)' is no place that takes a secret; write Type.Method(parameter), Type(parameter) or Type.Property, with its namespace if you like")]
    public void Read_SomethingWrong_SaysWhereAndWhat(string text, string expected) =>
        SettingsReader.Read(text, "s.yml").Errors.Select(error => error.ToString()).ShouldContain(error => error == expected);

    [Theory]
    [InlineData("'(a)\\1'")]
    [InlineData("'(?=x)y'")]
    [InlineData("'('")]
    public void Read_ARegexThatNeedsBacktracking_IsRefused(string regex) =>
        SettingsReader.Read($"rules: {{custom: {{a: {{regex: {regex}, keywords: abc}}}}}}", "s.yml").Errors.ShouldHaveSingleItem().Message.ShouldStartWith("this regular expression cannot be used");

    [Theory]
    [InlineData("a: [")]
    [InlineData("a: \"")]
    [InlineData("\t- x: ]")]
    public void Read_NoYaml_IsAnErrorWithAPlace(string text) => SettingsReader.Read(text, "s.yml").Errors.ShouldHaveSingleItem().Line.ShouldBePositive();

    [Fact]
    public void Read_DeepNesting_IsRefusedBeforeItHurts() =>
        SettingsReader.Read(new string('[', 100_000), "s.yml").Errors.ShouldHaveSingleItem().Message.ShouldBe("this is nested too deep");

    [Fact]
    public void Schema_AndReader_KnowTheSameKeys()
    {
        using var schema = JsonDocument.Parse(SettingsReader.Schema());
        JsonElement root = schema.RootElement, definitions = root.GetProperty("definitions");
        Keys(root).ShouldBe(["version", "salt", "compatPragmas", "archives", "requireReason", "minConfidence", "failOn", "maxFileSize", "exclude", "rules", "allow", "sinks", "environments", "stores", "extractors", "policies", "secrets", "assertions"]);

        // Every key of the schema is taken by the reader: the full text uses each of them and has no errors.
        foreach (string key in Keys(root).Concat(Keys(root.GetProperty("properties").GetProperty("rules"))).Concat(Keys(definitions.GetProperty("allow"))).Concat(Keys(root.GetProperty("properties").GetProperty("sinks"))).Concat(Keys(definitions.GetProperty("rule"))))
        {
            Full.ShouldContain($"{key}:");
        }

        // And the names that it takes are the schema's.
        Keys(root.GetProperty("properties").GetProperty("sinks")).ShouldBe(TypedSink.Kinds.Select(kind => kind.Name));
        Names(definitions.GetProperty("severity")).ShouldBe(SettingsReader.Severities.Select(choice => choice.Item1));
        Names(definitions.GetProperty("confidence")).ShouldBe(SettingsReader.Confidences.Select(choice => choice.Item1));
        Names(definitions.GetProperty("rule").GetProperty("properties").GetProperty("checksum")).ShouldBe(ChecksumKinds.All.Select(kind => kind.Name));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("500kb", 512_000)]
    [InlineData("2 GB", 2L << 30)]
    public void ByteSize_Parse(string text, long expected)
    {
        ByteSize.TryParse(text, out long size).ShouldBeTrue();
        size.ShouldBe(expected);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1MB")]
    [InlineData("MB")]
    [InlineData("99999999999GB")]
    public void ByteSize_Nonsense_IsRefused(string text) => ByteSize.TryParse(text, out _).ShouldBeFalse();

    private static IEnumerable<string> Keys(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(property => property.Name);

    private static IEnumerable<string> Names(JsonElement schema) => schema.GetProperty("enum").EnumerateArray().Select(name => name.GetString()!);

    private static Settings Read(string text)
    {
        SettingsResult result = SettingsReader.Read(text, "s.yml");
        result.Errors.ShouldBeEmpty();
        return result.Settings;
    }
}
