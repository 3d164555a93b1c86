using System.Text;
using SecretGuard.TestKit;

namespace SecretGuard.Migration.Tests.Formats;

/// <summary>Files of other tools are known by their content, read whatever their encoding is, and refused with a place where they are broken.</summary>
public sealed class ForeignFormatsTests
{
    private const string Leaks = """[{"RuleID":"r","File":"a\\b.cs","StartLine":2,"EndLine":3,"Secret":"‹tok›","Commit":"","Fingerprint":"a"}]""";
    private const string Hog = """{"SourceMetadata":{"Data":{"Git":{"commit":"abc1234","file":"a/b.cs","line":2}}},"DetectorName":"Github","DecoderName":"PLAIN","Verified":false,"Raw":"‹tok›","RawV2":"","Redacted":""}""";
    private const string Fisher = """{"rule":{"name":"R","id":"kingfisher.r.1"},"finding":{"snippet":"‹tok›","fingerprint":"1","line":2,"path":"a/b.cs"}}""";

    [Theory]
    [InlineData("gitleaks", "a JSON report or baseline", Leaks)]
    [InlineData("gitleaks", "a JSON report or baseline", "[]")]
    [InlineData("gitleaks", "an ignore list", "# why\na/b.cs:r:2\n")]
    [InlineData("gitleaks", "a configuration", "[extend]\nuseDefault = true\n")]
    [InlineData("trufflehog", "a JSON report", Hog + "\n" + Hog + "\n")]
    [InlineData("trufflehog", "a JSON report", """{"level":"info-0","ts":"t","msg":"m"}""" + "\n" + Hog)]
    [InlineData("trufflehog", "a list of excluded paths", "# no\n^vendor/\n")]
    [InlineData("kingfisher", "a JSON report", """{"findings":[""" + Fisher + """],"audit":{}}""")]
    [InlineData("kingfisher", "a JSON report", Fisher + "\n" + Fisher)]
    [InlineData("kingfisher", "a baseline", "ExactFindings:\n  matches:\n  - filepath: a/b.cs\n    fingerprint: '1'\n    linenum: 2\n    lastupdated: now\n")]
    [InlineData("kingfisher", "a configuration", "scan:\n  confidence: high\nfilters:\n  exclude: [vendor/]\n")]
    [InlineData("detect-secrets", "a baseline", """{"version":"1.5.0","plugins_used":[],"filters_used":[],"results":{}}""")]
    public void File_IsKnownByItsContent_InAnyEncoding(string tool, string name, string text)
    {
        string filled = Placeholders.Fill(text, new Random(1));
        foreach (Encoding encoding in (Encoding[])[new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(filled)];
            ForeignFormat format = ForeignFormats.Find(tool, ForeignText.Of(bytes, "file"));
            format.Name.ShouldBe(name);
            ForeignEntry[] entries = [.. format.Read?.Invoke(ForeignText.Of(bytes, "file")).Entries ?? []];
            entries.ShouldAllBe(entry => entry.Path == "a/b.cs" && entry.Line == 2);
        }
    }

    [Theory]
    [InlineData("gitleaks", Hog, "'file' is a JSON report of trufflehog: secretguard import trufflehog file")]
    [InlineData("trufflehog", Leaks, "'file' is a JSON report or baseline of gitleaks: secretguard import gitleaks file")]
    [InlineData("gitleaks", """{"version":"1.5.0","plugins_used":[],"results":{}}""", "'file' is a baseline of detect-secrets: secretguard import detect-secrets file")]
    [InlineData("kingfisher", "{\"runs\":[]}", "'file' is SARIF, which says too little of a secret; let kingfisher write JSON instead")]
    [InlineData("detect-secrets", "hello", "'file' is no file of detect-secrets that is known here; it must be a baseline")]
    [InlineData("gitleaks", "[{\"RuleID\":\"r\",\"File\":\"f\",\"StartLine\":1},\n{\"RuleID\":", "file(2): this is no JSON; if the file was cut off, or output of another kind is in it, let the tool write it again")]
    [InlineData("trufflehog", Hog + "\n{\"SourceMetadata\":", "file(2): this is no JSON; if the file was cut off, or output of another kind is in it, let the tool write it again")]
    [InlineData("gitleaks", "[extend]\nuseDefault = ‹pw\n", "file(2): this is no valid TOML; mend it, or let the tool's own check say what is wrong")]
    [InlineData("kingfisher", "ExactFindings:\n  matches: [\n", "file(3): this is no valid YAML, or more than a file of this kind holds; mend it, or let the tool write it again")]
    [InlineData("kingfisher", "ExactFindings:\n  matches:\n  - linenum: 1\n", "file(3): this entry has no 'filepath'; let kingfisher write the baseline again")]
    [InlineData("gitleaks", "[{\"RuleID\":\"r\",\"File\":7e400,\"StartLine\":{}}]", null)]
    [InlineData("gitleaks", "\0\u0001\u0002", "'file' is no text; name the file that the tool wrote as JSON, YAML, TOML or lines")]
    public void WrongFile_IsToldWithItsPlaceAndAWayOut(string tool, string text, string? message)
    {
        void Read()
        {
            ForeignText file = ForeignText.Of(Encoding.UTF8.GetBytes(text), "file");
            ForeignFormats.Find(tool, file).Read?.Invoke(file);
        }

        if (message is null)
        {
            Should.NotThrow(Read);
        }
        else
        {
            Should.Throw<ForeignFileException>(Read).Message.ShouldBe(message);
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("a = [")]
    [InlineData("ExactFindings: [")]
    public void DeepNesting_EndsWithAMessage(string opening)
    {
        string deep = opening + string.Concat(Enumerable.Repeat(opening[^1] == ':' ? opening : "[", 100_000));
        foreach (string tool in ForeignFormats.Tools)
        {
            ForeignText file = ForeignText.Of(Encoding.UTF8.GetBytes(deep), "x.toml");
            Should.Throw<ForeignFileException>(() => ForeignFormats.Find(tool, file).Read!(file));
        }
    }
}
