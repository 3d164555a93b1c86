using System.Text.Json;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Rules;

namespace SecretGuard.Cli.Tests;

/// <summary>Commands that tell no findings, in the formats that they have.</summary>
public sealed class DocumentTests
{
    private const string Configuration = """
        version: 1
        rules:
          disable: ["github-*"]
          custom:
            acme-key:
              title: "Acme key\e[2J"
              regex: 'acme_([0-9a-z]{12})'
              keywords: [acme_]
              severity: low
              advice: Ask Acme.
              examples: { match: ['acme_[0-9a-z]{12}', 'acme-[0-9]{12}'], noMatch: ['acme_[0-9]{12}', 'acne_[0-9]{12}'] }
            acme-word:
              regex: 'wrd_([0-9a-z]{12})'
              keywords: [wrd_]
        """;

    public static TheoryData<string> Lines => ["rules list", "rules show github-pat-classic", "rules test", "baseline stats"];

    [Theory]
    [MemberData(nameof(Lines))]
    public void EveryCommand_TakesFormatAndReport(string line)
    {
        using Sandbox box = Project();
        string[] command = line.Split(' ');
        Sandbox.Outcome text = box.Run([.. command, "--report", "json=out/x.json", "--report", "TEXT=out/x.txt"]), json = box.Run([.. command, "-f", "JSON"]);
        json.ExitCode.ShouldBe(text.ExitCode);
        json.Output.ShouldBe(box.Read("out/x.json"));
        text.Output.ShouldBe(box.Read("out/x.txt"));
        json.Error.ShouldBe(text.Error);
        JsonElement document = Parse(json);
        Text(document, "schema").ShouldMatch("^secretguard-[a-z-]+-1$");
        document.GetProperty("tool").GetProperty("version").GetString().ShouldBe(ToolVersion.Current);
        document.GetProperty("command").GetString().ShouldBe($"{command[0]}-{command[1]}");
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void EveryCommand_RefusesWhatItHasNot(string line)
    {
        using Sandbox box = Project();
        foreach ((string option, string value, string error) in ((string, string, string)[])
        [
            ("--format", "jsn", "--format: 'jsn' is not one of text, json; did you mean 'json'?"),
            ("--format", "sarif", "--format: 'sarif' is not one of text, json"),
            ("--report", "junit=out/x.xml", "--report: 'junit' is not one of text, json"),
            ("--report", "json", "--report: 'json' must be FORMAT=FILE, such as json="),
            ("--report", "json=secretguard.yml/x.json", "cannot write '"),
        ])
        {
            Sandbox.Outcome outcome = box.Run([.. line.Split(' '), option, value]);
            outcome.ExitCode.ShouldBe(2);
            outcome.Error.ShouldContain($"secretguard: {error}");
        }

        Directory.Exists(Path.Combine(box.Root, "out")).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void EveryCommand_SaysInHelpAndCompletionWhatItTakes(string line)
    {
        using var box = new Sandbox(git: false);
        string[] words = [.. line.Split(' ').Take(2)];
        string help = box.Run([.. words, "--help"]).Output;
        help.ShouldContain("--format <text|json> ");
        help.ShouldContain("--report <(text|json)=FILE> ");
        string typed = $"secretguard {line} --format j";
        box.Run($"[suggest:{typed.Length}]", typed).Output.ShouldBe($"json{Environment.NewLine}");
    }

    [Fact]
    public void RulesList_AsJson_HasEveryRuleSorted()
    {
        using Sandbox box = Project();
        JsonElement[] rules = [.. Parse(box.Run("rules", "list", "--format", "json")).GetProperty("rules").EnumerateArray()];
        string[] slugs = [.. rules.Select(rule => Text(rule, "slug"))];
        slugs.ShouldBe([.. Catalogue.Default.Rules.Select(rule => rule.Slug).Concat(["acme-key", "acme-word"]).Order(StringComparer.Ordinal)]);
        rules.Where(rule => !rule.GetProperty("enabled").GetBoolean()).ShouldAllBe(rule => Text(rule, "slug").StartsWith("github-"));
        JsonElement own = rules.First(rule => rule.GetProperty("custom").GetBoolean());
        (Text(own, "title"), Text(own, "severity"), Text(own, "advice")).ShouldBe(("Acme key\e[2J", "low", "Ask Acme."));
        foreach (JsonElement rule in rules)
        {
            Rule? known = Catalogue.Default.Rules.SingleOrDefault(known => known.Slug == Text(rule, "slug"));
            if (known is not null)
            {
                (Text(rule, "provider"), Text(rule, "confidence"), rule.GetProperty("formats").GetArrayLength())
                    .ShouldBe((known.Provider, OptionChoice.NameOf(known.Confidence), known.Patterns.Count));
            }
        }
    }

    [Fact]
    public void RulesList_AsText_ShowsWhatATerminalWouldObey()
    {
        using Sandbox box = Project();
        box.Run("rules", "list").Output.ShouldContain(@"Acme key\u001B[2J");
    }

    [Fact]
    public void RulesShow_AsJson_HasOneRuleLikeTheList()
    {
        using Sandbox box = Project();
        JsonElement shown = Parse(box.Run("rules", "show", "github-pat-classic", "--format", "json")).GetProperty("rules").EnumerateArray().Single();
        JsonElement listed = Parse(box.Run("rules", "list", "--format", "json")).GetProperty("rules").EnumerateArray().Single(rule => Text(rule, "slug") == "github-pat-classic");
        JsonElement.DeepEquals(shown, listed).ShouldBeTrue();
        Sandbox.Outcome unknown = box.Run("rules", "show", "github-pat-clasic", "--format", "json");
        (unknown.ExitCode, unknown.Output).ShouldBe((2, ""));
    }

    [Fact]
    public void RulesTest_AsJson_HasEveryRuleAndWhatFailed()
    {
        using Sandbox box = Project();
        Sandbox.Outcome outcome = box.Run("rules", "test", "--format", "json", "--report", "text=test.txt");
        outcome.ExitCode.ShouldBe(1);
        JsonElement document = Parse(outcome), summary = document.GetProperty("summary");
        (summary.GetProperty("rules").GetInt32(), summary.GetProperty("failures").GetInt32()).ShouldBe((Catalogue.Default.Rules.Count + 2, 3));
        string[] failures = [.. document.GetProperty("tests").EnumerateArray().SelectMany(test => test.GetProperty("failures").EnumerateArray()
            .Select(failure => $"{Text(test, "rule")} {Text(failure, "kind")} {failure.GetProperty("format")} {failure.GetProperty("examples")}/{test.GetProperty("examples")}"))];
        failures.ShouldBe(["acme-key not-found acme-[0-9]{12} 20/80", "acme-key found acme_[0-9]{12} 20/80", "acme-word no-examples  0/0"]);
        box.Read("test.txt").ShouldBe($$"""
            acme-key: an example of 'acme-[0-9]{12}' is not found
            acme-key: an example of 'acme_[0-9]{12}' is found and must not be
            acme-word: no examples; write examples.match
            {{Catalogue.Default.Rules.Count + 2}} rules, 3 failures

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void BaselineStats_AsJson_CountsByRuleAndOwner()
    {
        using Sandbox box = Project();
        JsonElement document = Parse(box.Run("baseline", "stats", "--format", "json"));
        Counts(document.GetProperty("summary")).ShouldBe((4, 1, 1, 1));
        document.GetProperty("byRule").EnumerateArray().Select(group => (Text(group, "rule"), Counts(group))).ShouldBe([("some-rule", (3, 1, 1, 1)), ("other-rule", (1, 0, 0, 0))]);
        document.GetProperty("byOwner").EnumerateArray().Select(group => (group.GetProperty("owner").GetString(), Counts(group))).ShouldBe([("ops", (3, 0, 1, 1)), (null, (1, 1, 0, 0))]);
        box.Write("other.baseline", "# secretguard.baseline 1\n");
        Counts(Parse(box.Run("baseline", "stats", "other.baseline", "--format", "json")).GetProperty("summary")).ShouldBe((0, 0, 0, 0));
        Sandbox.Outcome missing = box.Run("baseline", "stats", "none.baseline", "--format", "json");
        (missing.ExitCode, missing.Output).ShouldBe((2, ""));
    }

    private static Sandbox Project()
    {
        static string Entry(string rule, char digit, string rest) => $"sg1:{rule}:a.env:{new string(digit, 32)}\t{rest}\n";
        return new Sandbox().Write("secretguard.yml", Configuration)
            .Write("secretguard.baseline", $"# secretguard.baseline 1\n{Entry("other-rule", '3', "ops\t-\tsample")}{Entry("some-rule", '4', "-\t-\t-")}{Entry("some-rule", '5', "ops\t2020-01-01\tsample")}{Entry("some-rule", '6', "ops\treal\trotate it")}");
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static (int Entries, int WithoutReason, int Expired, int Real) Counts(JsonElement element) =>
        (element.GetProperty("entries").GetInt32(), element.GetProperty("withoutReason").GetInt32(), element.GetProperty("expired").GetInt32(), element.GetProperty("real").GetInt32());

    private static JsonElement Parse(Sandbox.Outcome outcome)
    {
        using var document = JsonDocument.Parse(outcome.Output);
        return document.RootElement.Clone();
    }
}
