using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SecretGuard.Cli.Tests;

/// <summary>Taking over what other tools were told to accept: every entry gets an outcome, and a scan is as quiet as those tools were.</summary>
public sealed class ImportTests
{
    [Fact]
    public void DetectSecrets_TakesAuditsForReasons_AndLeavesRealSecretsFindings()
    {
        using var box = new Sandbox();
        string example = box.Secret(), real = box.Secret(), debt = box.Secret("stripe-secret-key"), gone = box.Secret();
        box.Write("src/a.env", $"\nA_TOKEN={example}\nB_TOKEN={real}\n").Write("src/b.yml", $"stripe: \"{debt}\"\nsame: {debt}\n").Commit();
        box.Write(".secrets.baseline", Baseline(
            Entry("src/a.env", "Secret Keyword", example, 1, false), Entry("src/a.env", "Secret Keyword", real, 9, true), Entry("src/b.yml", "Stripe Access Key", debt, 1, null),
            Entry("src/a.env", "Secret Keyword", gone, 4, null), Entry("old/c.env", "Secret Keyword", gone, 4, null), Entry("../else.env", "Secret Keyword", gone, 4, null)));
        Sandbox.Outcome outcome = box.Run("import", "detect-secrets", ".secrets.baseline");
        outcome.Scrubbed().ShouldMatchApproved(settings => settings.SubFolder("Approved").NoDiff());
        Reasons(box).ShouldBe(["detect-secrets audit: no secret", "-"]);
        Sandbox.Outcome scan = box.Run("scan", "--format", "json");
        Findings(scan).ShouldBe(["src/a.env:3"]);
        box.Run("scan", "--fail-on-unaudited").ExitCode.ShouldBe(1);
        box.Run("import", "detect-secrets", ".secrets.baseline", "--accept-real", "--reason", "ticket 4711", "--owner", "ops").ExitCode.ShouldBe(0);
        Reasons(box).ShouldBe(["detect-secrets audit: no secret", "ticket 4711", "ticket 4711"], ignoreOrder: true);
        box.Run("scan", "--fail-on-unaudited").ExitCode.ShouldBe(0);
        ShouldShowNone(box, outcome);
    }

    [Fact]
    public void DetectSecrets_AHashOfABeginning_AdmitsOneValue()
    {
        using var box = new Sandbox();
        string first = box.Secret(), second = box.Secret();
        box.Write("a.env", $"A={first}\nB={second}\n");
        box.Write(".secrets.baseline", Baseline(Entry("a.env", "GitHub Token", "ghp", 2, false)));
        box.Run("import", "detect-secrets", ".secrets.baseline").Output.ShouldContain("accepted a.env:2 GitHub Token [github-pat-classic]\n");
        Findings(box.Run("scan", "--format", "json")).ShouldBe(["a.env:1"]);
    }

    [Fact]
    public void Gitleaks_FollowsLinesFromTheirCommits_AndTakesConfigurationAndComments()
    {
        using var box = new Sandbox();
        string old = box.Secret(), fixture = box.Secret(), history = box.Secret();
        box.Write("a.env", $"A_TOKEN={old}\n").Write("gone.env", $"G_TOKEN={history}\n").Write("fixtures/f.env", $"F_TOKEN={fixture}\n").Commit();
        string commit = box.Output("rev-parse", "HEAD");
        box.Write("a.env", $"# moved\nX=1\nA_TOKEN={old}\nN_TOKEN={box.Secret()}\n");
        box.Git("rm", "--quiet", "gone.env");
        box.Write(".gitleaks.toml", "[extend]\nuseDefault = true\n[[allowlists]]\npaths = ['''^fixtures/''']\n");
        box.Write(".gitleaksignore", $"# made up for the manual\n{commit}:a.env:github-pat:1\n{commit}:gone.env:github-pat:1\nc0ffee1:a.env:github-pat:4\n");
        box.Commit();
        Sandbox.Outcome outcome = box.Run("import", "gitleaks", ".gitleaks.toml", ".gitleaksignore");
        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldContain("accepted a.env:1 github-pat [github-pat-classic]\n");
        outcome.Output.ShouldContain("history  gone.env:1 github-pat [github-pat-classic]: only the history holds it");
        outcome.Output.ShouldContain("unclear  a.env:4 github-pat: the commit is not here");
        outcome.Output.ShouldContain("3 entries: 1 accepted, 1 history, 1 unclear\nexclude: '/fixtures/**'  (.gitleaks.toml:4: ^fixtures/)\n");
        Reasons(box).ShouldBe(["made up for the manual"]);
        Findings(box.Run("scan", "--format", "json")).ShouldBe(["a.env:4"], "what is new stays a finding");
        Sandbox.Outcome again = box.Run("import", "gitleaks", ".gitleaks.toml", ".gitleaksignore");
        again.Output.ShouldEndWith("nothing is to be written\n");
        ShouldShowNone(box, outcome, again);
    }

    /// <summary>What was accepted in the history is no leave to put it back into a file, and no scan of files takes the entry for a stale one.</summary>
    [Fact]
    public void WhatOnlyTheHistoryHolds_IsAcceptedThere_WhereAsked()
    {
        using var box = new Sandbox();
        string old = box.Secret(), unknown = box.Secret("stripe-secret-key");
        box.Write("gone.env", $"G_TOKEN={old}\n").Write("b.env", $"X='{unknown}'\n").Commit();
        box.Write(".gitleaksignore", $"# revoked in May\n{box.Output("rev-parse", "HEAD")}:gone.env:github-pat:1\n");
        box.Git("rm", "--quiet", "gone.env", "b.env");
        box.Commit();
        box.Run("import", "gitleaks", ".gitleaksignore").Output.ShouldContain("--accept-history accepts it there\n1 entry: 1 history\n");
        box.Run("import", "gitleaks", ".gitleaksignore", "--accept-history").Output.ShouldContain("accepted gone.env:1 github-pat [github-pat-classic]\n1 entry: 1 accepted\n");
        box.Read("secretguard.baseline").TrimEnd().ShouldEndWith("\t-\t-\trevoked in May\thistory");
        box.Run("import", "gitleaks", ".gitleaksignore", "--accept-history").Output.ShouldContain("known    gone.env:1 github-pat [github-pat-classic]\n1 entry: 1 known\nnothing is to be written\n");
        Sandbox.Outcome git = box.Run("git", "--no-color");
        git.Output.ShouldContain("b.env");
        git.Output.ShouldNotContain("gone.env");
        box.Run("scan").ShouldSatisfyAllConditions(scan => scan.ExitCode.ShouldBe(0), scan => scan.Error.ShouldNotContain("baseline update"));
        box.Run("baseline", "update", "--check").ExitCode.ShouldBe(0);

        box.Write("gone.env", $"\nAGAIN={old}\n");
        box.Git("add", "gone.env");
        box.Run("hook").ExitCode.ShouldBe(1);
        box.Run("scan").ExitCode.ShouldBe(1);
        box.Commit();
        box.Run("git").Output.ShouldContain("gone.env", customMessage: "HEAD has it again");
        box.Run("baseline", "update", "--add", "--reason", "for now").ExitCode.ShouldBe(0);
        box.Run("scan").ExitCode.ShouldBe(0);
        Reasons(box).ShouldBe(["for now"]);
    }

    [Fact]
    public void Gitleaks_AReport_IsMetByValue_AndARotatedSecretIsNot()
    {
        using var box = new Sandbox();
        string kept = box.Secret(), rotated = box.Secret();
        box.Write("a.env", $"# new line\nA_TOKEN={kept}\nB_TOKEN={box.Secret()}\n");
        box.Write("../" + Path.GetFileName(box.Root) + ".json", $$"""
            [{"RuleID":"github-pat","File":"a.env","StartLine":1,"EndLine":1,"Secret":"{{kept}}","Match":"A_TOKEN={{kept}}","Commit":""},
             {"RuleID":"github-pat","File":"a.env","StartLine":3,"EndLine":3,"Secret":"{{rotated}}","Match":"B_TOKEN={{rotated}}","Commit":""}]
            """);
        Sandbox.Outcome outcome = box.Run("import", "gitleaks", box.Root + ".json");
        File.Delete(box.Root + ".json");
        outcome.Output.ShouldContain("accepted a.env:1 github-pat [github-pat-classic]\n");
        outcome.Output.ShouldContain("gone     a.env:3 github-pat: the secret is no longer in the file\n");
        Reasons(box).ShouldBe(["-"], "a report is debt, and nobody has looked at it");
        Findings(box.Run("scan", "--format", "json")).ShouldBe(["a.env:3"]);
        ShouldShowNone(box, outcome);
    }

    [Fact]
    public void Trufflehog_AReportAndItsExclusions_AreTakenOver()
    {
        using var box = new Sandbox();
        string secret = box.Secret(), vendored = box.Secret();
        box.Write("src/a.env", $"A_TOKEN={secret}\n").Write("third/party/b.env", $"B_TOKEN={vendored}\n").Write("exclude.txt", "# others'\n^third/\n");
        box.Write("out/report.json", string.Join('\n',
            $$$$"""{"SourceMetadata":{"Data":{"Filesystem":{"file":"{{{{Path.Combine(box.Root, "src/a.env").Replace("\\", "\\\\", StringComparison.Ordinal)}}}}","line":7}}},"DetectorName":"Github","DecoderName":"PLAIN","Raw":"{{{{secret}}}}"}""",
            $$$$"""{"SourceMetadata":{"Data":{"Filesystem":{"file":"third/party/b.env","line":1}}},"DetectorName":"Github","DecoderName":"PLAIN","Raw":"{{{{vendored}}}}"}"""));
        box.Write(".gitignore", "out/\n");
        Sandbox.Outcome outcome = box.Run("import", "trufflehog", "out/report.json", "exclude.txt");
        outcome.Output.ShouldContain("accepted src/a.env:7 Github [github-pat-classic]\n");
        outcome.Output.ShouldContain("silent   third/party/b.env:1 Github: 'exclude' in secretguard.yml leaves this path out\n");
        box.Run("scan").ExitCode.ShouldBe(0);
        ShouldShowNone(box, outcome);
    }

    [Fact]
    public void Kingfisher_ABaselineFromTheFolderAbove_IsTakenOverByLine()
    {
        using var box = new Sandbox();
        string name = Path.GetFileName(box.Root);
        box.Write("src/a.env", $"A_TOKEN={box.Secret()}\n# nothing\n").Write("b.env", $"B_TOKEN={box.Secret()}\n");
        box.Write("base.yml", $"ExactFindings:\n  matches:\n  - filepath: {name}/src/a.env\n    fingerprint: '1'\n    linenum: 1\n    lastupdated: Mon, 14 Jul 2025 10:17:56 -0700\n  - filepath: b.env/\n    fingerprint: '2'\n    linenum: 1\n    lastupdated: x\n  - filepath: src/a.env\n    fingerprint: '3'\n    linenum: 2\n    lastupdated: x\n");
        Sandbox.Outcome outcome = box.Run("import", "kingfisher", "base.yml");
        outcome.Output.ShouldStartWith("accepted src/a.env:1 [github-pat-classic]\naccepted b.env:1 [github-pat-classic]\nsilent   src/a.env:2: nothing is reported in this line; the file has secrets in line 1\n3 entries: 2 accepted, 1 silent\n");
        box.Run("scan").ExitCode.ShouldBe(0);
        ShouldShowNone(box, outcome);
    }

    [Fact]
    public void AnEntry_OfALineWithSeveralSecrets_AcceptsThoseOfItsKindOnly()
    {
        using var box = new Sandbox();
        box.Write("a.env", $"X='{box.Secret()}' Y='{box.Secret("stripe-secret-key")}'\n").Write(".gitleaksignore", "a.env:github-pat:1\na.env:curl-auth-user:1\n");
        Sandbox.Outcome outcome = box.Run("import", "gitleaks", ".gitleaksignore");
        outcome.Output.ShouldContain("accepted a.env:1 github-pat [github-pat-classic]\n");
        outcome.Output.ShouldContain("unclear  a.env:1 curl-auth-user [github-pat-classic, stripe-secret-key]: 2 secrets stand there");
        box.Run("scan").Output.ShouldContain("[stripe-secret-key]");
    }

    [Fact]
    public void DryRun_WritesNothing_AndTellsTheSame()
    {
        using var box = new Sandbox();
        box.Write("a.env", $"A_TOKEN={box.Secret()}\n").Write(".gitleaksignore", "a.env:github-pat:1\n");
        Sandbox.Outcome dry = box.Run("import", "gitleaks", ".gitleaksignore", "--dry-run");
        dry.Output.ShouldEndWith("would write .config/secretguard.schema.json\nwould write secretguard.yml\nwould write secretguard.baseline\n");
        Directory.GetFileSystemEntries(box.Root).Select(Path.GetFileName).ShouldBe([".git", ".gitleaksignore", "a.env"], ignoreOrder: true);
        Sandbox.Outcome json = box.Run("import", "gitleaks", ".gitleaksignore", "--format", "json");
        JsonElement entry = JsonDocument.Parse(json.Output).RootElement.GetProperty("entries")[0];
        (entry.GetProperty("path").GetString(), entry.GetProperty("outcome").GetString(), entry.GetProperty("origin").GetString()).ShouldBe(("a.env", "accepted", ".gitleaksignore:1"));
        box.Run("scan").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Silence_IsExplained()
    {
        using var box = new Sandbox();
        box.Write("a.env", $"A_TOKEN={box.Secret()} # secretguard:allow github-pat-classic made up\nB=changeme\n").Write("ignored.env", $"T={box.Secret()}\n").Write(".gitignore", "ignored.env\n");
        box.Write(".gitleaksignore", "a.env:github-pat:1\na.env:generic-api-key:2\na.env:generic-api-key:99\nignored.env:r:1\n");
        string output = box.Run("import", "gitleaks", ".gitleaksignore").Output;
        output.ShouldContain("a.env:1 github-pat [github-pat-classic]: a comment accepts it");
        output.ShouldContain("a.env:2 generic-api-key: nothing is reported in this line; the file has secrets in line 1");
        output.ShouldContain("gone     a.env:99 generic-api-key: the file has 2 lines only");
        output.ShouldContain("ignored.env:1 r: git ignores this file, so that no scan looks at it");
    }

    [Fact]
    public void SomebodysSettings_StayAsTheyAre_AndGetWhatIsMissing()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "version: 1\n\nexclude: ['a/**'] # ours\nrules:\n  # slow\n  disable:\n  - json-web-token\nallow:\n- paths: [\"x/**\"]\n  reason: r\n");
        box.Write(".gitleaks.toml", "[extend]\ndisabledRules = ['private-key']\n[[rules]]\nid = 'acme'\nregex = '''acme_[0-9]{9}'''\n[[rules.allowlists]]\npaths = ['''^docs/''']\n[allowlist]\npaths = ['''^b/''']\n");
        box.Run("import", "gitleaks", ".gitleaks.toml").ExitCode.ShouldBe(0);
        string written = box.Read("secretguard.yml");
        written[..written.IndexOf("salt:", StringComparison.Ordinal)].ShouldBe("""
            version: 1

            exclude: ['a/**', '/b/**'] # ours
            rules:
              # slow
              disable:
              - json-web-token
              - 'private-key'
              custom:
                acme:
                  title: 'acme'
                  regex: 'acme_[0-9]{9}'
                  keywords: ['acme_']
            allow:
            - paths: ["x/**"]
              reason: r
            - paths: ['/docs/**']
              rules: ['acme']
              reason: 'allowed in the configuration of gitleaks'

            """);
        box.Run("rules", "list").Output.ShouldContain("acme");
    }

    [Theory]
    [InlineData("gitleak", "'gitleak' is not one of detect-secrets, gitleaks, trufflehog, kingfisher; did you mean 'gitleaks'?")]
    [InlineData("gitleaks", "'nowhere.json' does not exist")]
    public void WrongWords_End2(string tool, string message)
    {
        using var box = new Sandbox();
        Sandbox.Outcome outcome = box.Run("import", tool, "nowhere.json");
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(message);
    }

    [Fact]
    public void AFileThatCannotBeRead_IsTold_AndEnds3()
    {
        using var box = new Sandbox();
        box.Write("a.env", "x\n").Write("b.env", $"T={box.Secret()}\n").Write(".gitleaksignore", "a.env:r:1\nb.env:github-pat:1\n").Write("secretguard.yml", "maxFileSize: 20B\n");
        Sandbox.Outcome outcome = box.Run("import", "gitleaks", ".gitleaksignore");
        outcome.ExitCode.ShouldBe(3);
        outcome.Output.ShouldContain("unread   b.env:1 github-pat: the file cannot be read, or is larger than 20 B");
    }

    private static string Baseline(params (string File, string Entry)[] entries) =>
        $$"""{"version":"1.5.0","plugins_used":[{"name":"KeywordDetector","keyword_exclude":""},{"name":"StripeDetector"},{"name":"GitHubTokenDetector"}],"filters_used":[],"results":{{{string.Join(',', entries.GroupBy(entry => entry.File).Select(file => $"\"{file.Key}\":[{string.Join(',', file.Select(entry => entry.Entry))}]"))}}},"generated_at":"2026-01-01T00:00:00Z"}""";

    private static (string File, string Entry) Entry(string file, string type, string captured, int line, bool? isSecret) => (file,
        $$"""{"type":"{{type}}","filename":"{{file}}","hashed_secret":"{{Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(captured)))}}","is_verified":false,"line_number":{{line}}{{(isSecret is { } said ? $",\"is_secret\":{(said ? "true" : "false")}" : "")}}}""");

    private static string[] Reasons(Sandbox box) => [.. box.Read("secretguard.baseline").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t')[3])];

    private static string[] Findings(Sandbox.Outcome scan) =>
        [.. JsonDocument.Parse(scan.Output).RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("location")).Select(place => $"{place.GetProperty("path").GetString()}:{place.GetProperty("startLine").GetInt32()}")];

    private static void ShouldShowNone(Sandbox box, params Sandbox.Outcome[] outcomes)
    {
        string[] texts = [.. outcomes.Select(outcome => outcome.Output + outcome.Error), box.Read("secretguard.baseline"), box.Read("secretguard.yml")];
        texts.ShouldAllBe(text => !box.Planted.Exists(secret => text.Contains(secret.Substring(secret.Length / 2), StringComparison.Ordinal)));
    }
}
