using System.Text.Json;

namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>What a change brings is compared with old values, of which nothing else is told.</summary>
public sealed class VerifyChangedValuesTests
{
    private const string Declared = """
        environments:
          dev: { paths: ["deploy/dev/**"] }
          prod: { paths: ["deploy/prod/**"] }
        stores:
          main: { type: dotenv, path: "env/${ENV}.env" }
          copies: { type: files, path: "run/${ENV}" }
        secrets:
          DB_PASSWORD: { store: main }
          COPIED_KEY: { store: main, mirrors: [copies] }
          OLD_TOKEN: { store: main }
        """;

    private const string Compose = "services:\n  api:\n    environment:\n      DB_PASSWORD: ${DB_PASSWORD}\n";

    /// <summary>What changes, and all that is told. What was wrong before: a placeholder in dev, a value that both have, a copy in prod that does not follow.</summary>
    public static TheoryData<string, string, string[]> Changes => new()
    {
        { "README.md", "# nothing of interest", [] },
        { "secretguard.yml", Declared.Replace("stores:", "  test:\nstores:", StringComparison.Ordinal), ["SG5016 test: dotenv COPIED_KEY: prod has the same value"] },
        { "deploy/prod/compose.yaml", Compose, ["SG5016 prod: dotenv DB_PASSWORD: dev has the same value"] },
        { "deploy/test/compose.yaml", Compose, ["SG5016 dev: dotenv DB_PASSWORD: prod has the same value", "SG5016 prod: dotenv DB_PASSWORD: dev has the same value"] },
        { "secretguard.yml", Declared.Replace("run/", "more/", StringComparison.Ordinal), ["SG5017 prod: files COPIED_KEY: it is another value than in 'main', the store of record"] },
        {
            "secretguard.yml", Declared.Replace("env/${ENV}", "env/new-${ENV}", StringComparison.Ordinal),
            ["SG5017 prod: dotenv COPIED_KEY: of the copy in 'copies': it is another value than in 'main', the store of record"]
        },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void NewValue_IsComparedWithOldOnes(string path, string text, string[] told)
    {
        using Sandbox box = Branch();
        box.Write(path, text);
        Sandbox.Outcome verified = box.Run("verify", "--diff", "main", "--values", "--format", "json");
        verified.ExitCode.ShouldBe(told.Length == 0 ? 0 : 1, verified.Output + verified.Error);
        using JsonDocument report = JsonDocument.Parse(verified.Output);
        report.RootElement.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("id")} {finding.GetProperty("preview")}: {finding.GetProperty("reason")}").ShouldBe(told);
        box.Planted.ShouldAllBe(value => !verified.Output.Contains(value, StringComparison.Ordinal));
        box.Run("verify", "--diff", "main").ExitCode.ShouldBe(0, "without values there is nothing to compare");
    }

    [Fact]
    public void OldValue_IsReadForTheComparisonAlone()
    {
        using Sandbox box = Branch();
        box.Write("deploy/prod/compose.yaml", Compose);
        box.Run("verify", "--diff", "main", "--dry-run").Output.ShouldNotContain("dev.env");
        box.Run("verify", "--diff", "main", "--dry-run", "--values").Output.ShouldContain("dev.env");
        box.Run("verify", "--diff", "main", "--dry-run", "--values", "--env", "prod").Output.ShouldNotContain("dev.env");
        box.Run("verify", "--diff", "main", "--values", "--evidence", "audit.json").Output.ShouldContain("adds 1 reference to what main has: 1 value shared in prod;");
        using JsonDocument evidence = JsonDocument.Parse(box.Read("audit.json"));
        evidence.RootElement.GetProperty("asked").EnumerateArray().Select(asked => $"{asked.GetProperty("environment")}: {asked.GetProperty("key")} {asked.GetProperty("result")}").ShouldBe(["dev: DB_PASSWORD present", "prod: DB_PASSWORD value-shared"]);
    }

    [Fact]
    public void OldValue_ThatCannotBeRead_IsTold()
    {
        using Sandbox box = Branch();
        box.Write("deploy/prod/compose.yaml", Compose);
        File.Delete(Path.Combine(box.Root, "env/dev.env"));
        box.Run("verify", "--diff", "main").ExitCode.ShouldBe(0);
        Sandbox.Outcome verified = box.Run("verify", "--diff", "main", "--values");
        verified.ExitCode.ShouldBe(3, verified.Output);
        verified.Output.ShouldContain("there is no file env/dev.env");
    }

    private static Sandbox Branch()
    {
        var box = new Sandbox();
        (string both, string copied, string old, string another) = (box.Secret(), box.Secret(), box.Secret(), box.Secret());
        box.Write("secretguard.yml", Declared).Write(".gitignore", "env/\nrun/\nmore/\n").Commit();
        box.Git("checkout", "--quiet", "-b", "change");
        box.Write("env/dev.env", $"DB_PASSWORD={both}\nCOPIED_KEY={another}\nOLD_TOKEN=changeme\n").Write("env/prod.env", $"DB_PASSWORD={both}\nCOPIED_KEY={copied}\nOLD_TOKEN={box.Secret()}\n");
        box.Write("env/test.env", $"DB_PASSWORD={box.Secret()}\nCOPIED_KEY={copied}\nOLD_TOKEN={box.Secret()}\n");
        foreach ((string environment, string value) in (IEnumerable<(string, string)>)[("dev", another), ("prod", old), ("test", copied)])
        {
            box.Write($"run/{environment}/COPIED_KEY", value).Write($"more/{environment}/COPIED_KEY", value);
        }

        // What a new place of the store of record holds: as before, but for what was wrong.
        return box.Write("env/new-dev.env", $"DB_PASSWORD={box.Secret()}\nCOPIED_KEY={another}\nOLD_TOKEN={box.Secret()}\n").Write("env/new-prod.env", $"DB_PASSWORD={box.Secret()}\nCOPIED_KEY={copied}\nOLD_TOKEN={box.Secret()}\n");
    }
}
