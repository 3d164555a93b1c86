using System.Text.Json;
using System.Text.RegularExpressions;
using SecretGuard.TestKit;

namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>What a verification leaves for who checks later that it took place.</summary>
public sealed class VerifyEvidenceTests
{
    private const string Declared = """
        environments: { dev: , prod: }
        stores:
          variables: { type: dotenv, path: "env/${ENV}.env", environments: [dev] }
          listed: { type: inventory, path: stores.yaml, environments: [prod] }
          gone: { type: dotenv, path: gone.env }
        secrets:
          DB_PASSWORD: { store: variables, owner: team-data, environments: [dev] }
          db: { store: listed, fields: [user, password], environments: [prod] }
          mail: { store: listed, environments: [prod], mirrors: [gone] }
          made: { store: listed, environments: [prod], origin: operator }
        """;

    [Theory]
    [InlineData("md", @"^sha256: ([0-9a-f]{64})$", "^sha256: ")]
    [InlineData("json", @"^  ""sha256"": ""([0-9a-f]{64})""$", "^  \"sha256\": ")]
    public void Evidence_TellsAllButValues_AndAnEditShows(string kind, string pattern, string start)
    {
        using Sandbox box = Deployment();
        Sandbox.Outcome verified = box.Run("verify", "--evidence", $"out/audit.{kind}", "--evidence", "again.json");
        verified.ExitCode.ShouldBe(1, verified.Error);
        string text = box.Read($"out/audit.{kind}"), told = Regex.Match(text, pattern, RegexOptions.Multiline | RegexOptions.NonBacktracking).Groups[1].Value;
        EvidenceText.SumWithout(text, start).ShouldBe(told);
        EvidenceText.SumWithout(text.Replace("field-missing", "present", StringComparison.Ordinal), start).ShouldNotBe(told);
        text.ShouldNotContain(box.Planted[0]);
        text.ShouldContain(box.Output("rev-parse", "HEAD"));
        EvidenceText.Scrubbed(text).ShouldMatchApproved(settings => settings.SubFolder("../Approved").WithDiscriminator(kind).NoDiff());
    }

    /// <summary>Of a declaration, of a folder that is no repository and declares nothing, and of a change.</summary>
    [Fact]
    public void Json_SatisfiesItsSchema()
    {
        using Sandbox declared = Deployment(), plain = new(git: false);
        declared.Run("verify", "--evidence", "all.json").ExitCode.ShouldBe(1);
        declared.Run("verify", "--evidence", "change.json", "--diff", "HEAD").ExitCode.ShouldBe(0);
        plain.Write("compose.yaml", "services:\n  api:\n    environment:\n      DB_PASSWORD: ${DB_PASSWORD}\n").Run("verify", "--evidence", "all.json").ExitCode.ShouldBe(1);
        foreach (string text in new[] { declared.Read("all.json"), declared.Read("change.json"), plain.Read("all.json") })
        {
            JsonSchemaCheck.Errors(EvidenceText.Schema, text).ShouldBeEmpty(text);
            JsonSchemaCheck.Errors(EvidenceText.Schema, text.Replace("\"notVerified\"", "\"verified\"", StringComparison.Ordinal)).ShouldBe(["$: lacks notVerified"]);
        }
    }

    [Fact]
    public void Evidence_IsTheSameButForTimes_AndTellsOfUncommittedChanges()
    {
        using Sandbox box = Deployment();
        box.Run("verify", "--evidence", "a.json").ExitCode.ShouldBe(1);
        box.Run("verify", "--evidence", "b.json", "--threads", "1").ExitCode.ShouldBe(1);
        EvidenceText.Scrubbed(box.Read("b.json")).ShouldBe(EvidenceText.Scrubbed(box.Read("a.json")));
        box.Write(".gitignore", "env/\n*.json\n");
        box.Run("verify", "--evidence", "c.json", "--evidence", "c.md", "--diff", "HEAD").ExitCode.ShouldBe(0);
        using JsonDocument changed = JsonDocument.Parse(box.Read("c.json"));
        changed.RootElement.GetProperty("changedSinceCommit").GetBoolean().ShouldBeTrue();
        changed.RootElement.GetProperty("onlyWhatIsNotIn").GetString().ShouldBe("HEAD");
        changed.RootElement.GetProperty("asked").GetArrayLength().ShouldBe(0);
        box.Read("c.md").ShouldContain(", with changes that are not committed");
    }

    [Theory]
    [InlineData("audit.txt", "--evidence: 'audit.txt' ends with neither .json nor .md")]
    [InlineData("audit", "--evidence: 'audit' ends with neither .json nor .md")]
    public void Name_SaysTheForm(string file, string expected)
    {
        using Sandbox box = Deployment();
        Sandbox.Outcome verified = box.Run("verify", "--evidence", file);
        (verified.ExitCode, verified.Error.Contains(expected, StringComparison.Ordinal)).ShouldBe((2, true), verified.Error);
    }

    private static Sandbox Deployment()
    {
        var box = new Sandbox();
        box.Write("secretguard.yml", Declared).Write(".gitignore", "env/\n").Write("stores.yaml", "secrets:\n  db: { fields: [user], updated: 2026-03-01 }\n  mail: { version: \"7\", expires: 2099-01-02 }\n");
        box.Write("compose.yaml", "services:\n  api:\n    environment:\n      DB_PASSWORD: ${DB_PASSWORD}\n").Commit();
        box.Write("env/dev.env", $"DB_PASSWORD={box.Secret()}\n");
        File.SetLastWriteTimeUtc(Path.Combine(box.Root, "env/dev.env"), new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc));
        return box;
    }
}
