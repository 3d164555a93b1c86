using System.Text;
using SecretGuard.TestKit;

namespace SecretGuard.Migration.Tests.Formats;

/// <summary>What each kind of file says, entry by entry.</summary>
public sealed class ReaderTests
{
    [Theory]
    [InlineData("src/a.cs:generic-api-key:7", "src/a.cs", 7, "generic-api-key", null)]
    [InlineData("0123456789abcdef0123456789abcdef01234567:src/a b.cs:github-pat:12", "src/a b.cs", 12, "github-pat", "0123456789abcdef0123456789abcdef01234567")]
    [InlineData("0123abc:win\\a.cs:github-pat:12", "win/a.cs", 12, "github-pat", "0123abc")]
    [InlineData("dir:with:colon.txt:rule:1", "dir:with:colon.txt", 1, "rule", null)]
    [InlineData("./a.cs:rule:1 # why", "a.cs", 1, "rule", null)]
    public void IgnoreLine_IsAPlace(string line, string path, int number, string kind, string? commit)
    {
        ForeignEntry entry = Read("gitleaks", line, ".gitleaksignore").Entries.ShouldHaveSingleItem();
        (entry.Path, entry.Line, entry.Kind, entry.Commit, entry.Origin).ShouldBe((path, number, kind, commit, ".gitleaksignore:1"));
    }

    [Fact]
    public void IgnoreList_TakesCommentsForReasons_AndTellsWhatIsNoFingerprint()
    {
        ForeignFile file = Read("gitleaks", "# an example\n# of the manual\na.md:r:1\na.md:r:2\n\nb.md:r:3\nnonsense\n", ".gitleaksignore");
        file.Entries.Select(entry => entry.Reason).ShouldBe(["an example of the manual", "an example of the manual", "ignored in .gitleaksignore"]);
        file.Leftovers.ShouldHaveSingleItem().Origin.ShouldBe(".gitleaksignore:7");
    }

    [Theory]
    [InlineData("REDACTED", false)]
    [InlineData("abcd...", false)]
    [InlineData("‹tok›", true)]
    public void GitleaksReport_HasAValueWhereItIsNotRedacted(string secret, bool isThere)
    {
        ForeignEntry entry = Read("gitleaks", $$"""[{"RuleID":"r","File":"a","StartLine":1,"Secret":"{{secret}}"}]""", "r.json").Entries.ShouldHaveSingleItem();
        entry.Values.Count.ShouldBe(isThere ? 1 : 0);
        entry.ToString().ShouldBe("r in a:1");
    }

    [Fact]
    public void TrufflehogReport_HasTheParts_AndTellsWhatIsInNoFile()
    {
        string[] lines =
        [
            """{"SourceMetadata":{"Data":{"Filesystem":{"file":"./a.env","line":3}}},"DetectorName":"AWS","DecoderName":"PLAIN","Raw":"idididid","RawV2":"idididid:restrest"}""",
            """{"SourceMetadata":{"Data":{"Github":{"commit":"c0ffee1","file":"b.env","line":4,"repository":"https://example.org/r.git"}}},"DetectorName":"X","DecoderName":"BASE64","Raw":"decoded1"}""",
            """{"SourceMetadata":{"Data":{"Slack":{"channel_id":"c"}}},"DetectorName":"X","Raw":"elsewhere"}""",
        ];
        ForeignFile file = Read("trufflehog", string.Join('\n', lines), "t.json");
        file.Entries.Select(entry => (entry.Path, entry.Line, entry.Commit, Values: string.Join(' ', entry.Values)))
            .ShouldBe([("a.env", 3, null, "idididid restrest"), ("b.env", 4, "c0ffee1", "")]);
        file.Leftovers.ShouldHaveSingleItem().Origin.ShouldBe("t.json, entry 3");
    }

    [Fact]
    public void KingfisherReport_OfAHistory_HasCommitAndPath()
    {
        ForeignEntry entry = Read("kingfisher", """{"rule":{"id":"kingfisher.github.1"},"finding":{"snippet":"[REDACTED:ab]","line":5,"path":"clone/x","git_metadata":{"commit":{"id":"c0ffee1"},"file":{"path":"src/x"}}}}""", "k.json").Entries.ShouldHaveSingleItem();
        (entry.Path, entry.Line, entry.Commit, entry.Kind, entry.Values.Count).ShouldBe(("src/x", 5, "c0ffee1", "kingfisher.github.1", 0));
    }

    [Fact]
    public void GitleaksConfiguration_BecomesSettings()
    {
        ForeignFile file = Read("gitleaks", """
            title = "ours"
            [extend]
            path = "base.toml"
            disabledRules = ["json-web-token", "no-such"]

            [[rules]]
            id = "Acme Key"
            description = "Acme's key"
            regex = '''(?P<key>acme_[[:xdigit:]]{32})'''
            secretGroup = 1
            entropy = 3.5
            keywords = ["acme_"]
            path = '''\.env$'''
              [[rules.allowlists]]
              description = "examples"
              paths = ['''^docs/''']
              stopwords = ["x"]

            [[rules]]
            id = "backwards"
            regex = '''acme(?=x)'''

            [[rules]]
            id = "short"
            regex = '''[a-z]{3}'''

            [[rules]]
            id = "names"
            path = '''\.pem$'''

            [[allowlists]]
            paths = ['''^vendor/''', '''[a-z]+/''']
            commits = ["c0ffee1"]

            [[allowlists]]
            condition = "AND"
            paths = ['''^both/''']
            regexes = ['''x''']
            """, ".gitleaks.toml");
        file.Exclude.ShouldHaveSingleItem().Globs.ShouldBe(["/vendor/**"]);
        file.Additions.Select(addition => $"{addition.Section} {string.Join(" | ", addition.Lines)} {addition.Origin}").ShouldBe(
        [
            "rules.disable 'json-web-token' .gitleaks.toml:4",
            "rules.custom acme-key: |   title: 'Acme''s key' |   regex: '(?<key>acme_[0-9A-Fa-f]{32})' |   keywords: ['acme_'] |   secretGroup: 1 |   entropy: 3.5 |   paths: ['*.env'] .gitleaks.toml:6",
            "allow paths: ['/docs/**'] | rules: ['acme-key'] | reason: 'examples' .gitleaks.toml:16",
        ]);
        file.Leftovers.Select(leftover => $"{leftover.Origin} {leftover.What}").ShouldBe(
        [
            ".gitleaks.toml:2 another configuration, base.toml",
            ".gitleaks.toml:4 the rule 'no-such', which is off there",
            ".gitleaks.toml:17 words in values in the allowlist of the rule 'Acme Key' (1)",
            ".gitleaks.toml:19 the rule 'backwards', whose expression cannot run here in linear time, or at all",
            ".gitleaks.toml:23 the rule 'short', of which no text of three characters is known that stands in or near every value",
            ".gitleaks.toml:27 the rule 'names', which looks at names of files only",
            ".gitleaks.toml:33 commits in the allowlist (1)",
            ".gitleaks.toml:37 the paths ^both/, which are allowed together with other conditions only",
            ".gitleaks.toml:38 expressions of values in the allowlist (1)",
            ".gitleaks.toml:32 the paths [a-z]+/",
        ]);
    }

    [Fact]
    public void KingfisherConfiguration_BecomesExcludedPaths_AndTellsTheRest()
    {
        ForeignFile file = Read("kingfisher", "filters:\n  exclude:\n  - vendor/\n  skip_words: [EXAMPLE]\nrules:\n  disabled:\n  - kingfisher.github.1\n", "kingfisher.yaml");
        file.Exclude.ShouldHaveSingleItem().Globs.ShouldBe(["vendor/"]);
        file.Leftovers.Select(leftover => leftover.Origin).ShouldBe(["kingfisher.yaml:4", "kingfisher.yaml:7"]);
    }

    private static ForeignFile Read(string tool, string text, string name)
    {
        ForeignText file = ForeignText.Of(Encoding.UTF8.GetBytes(Placeholders.Fill(text, new Random(1))), name);
        return ForeignFormats.Find(tool, file).Read!(file);
    }
}
