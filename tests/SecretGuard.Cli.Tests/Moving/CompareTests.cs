using System.Text.Json;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Tests.Vault;

namespace SecretGuard.Cli.Tests.Moving;

/// <summary>What <c>compare</c> tells of two stores, and that it shows no value.</summary>
public sealed class CompareTests
{
    private const string Declared = """
        version: 1
        environments:
          dev:
          prod:
        stores:
          main: { type: dotenv, path: "env/${ENV}.env" }
          copies: { type: files, path: "run/${ENV}", environments: [prod] }
        secrets:
          SAME: { store: main, mirrors: [copies] }
          OTHER: { store: main, mirrors: [copies] }
          RENAMED: { store: main, names: { copies: its-other-name } }
          GONE: { store: main, mirrors: [copies] }
          NEW: { store: copies, mirrors: [main] }
          NOWHERE: { store: main, mirrors: [copies], required: false }
          ALONE: { store: main }
        """;

    [Fact]
    public void Declared_IsComparedByTheNamesOfBoth()
    {
        using var box = new Sandbox(git: false);
        string same = box.Secret(), first = box.Secret(), second = box.Secret();
        box.Write("secretguard.yml", Declared).Write("env/prod.env", $"SAME={same}\nOTHER={first}\nRENAMED={same}\nGONE={first}\nALONE={same}\n");
        box.Write("run/prod/SAME", same).Write("run/prod/OTHER", second).Write("run/prod/its-other-name", same + "\n").Write("run/prod/NEW", second);
        File.SetLastWriteTimeUtc(Path.Combine(box.Root, "env", "prod.env"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Sandbox.Outcome compared = box.Run("compare", "main", "copies", "--env", "prod", "--report", "json=c.json");
        compared.ExitCode.ShouldBe(1, compared.Error);
        compared.Output.ReplaceLineEndings("\n").ShouldBe("""
            from main (env/prod.env) to copies (run/prod), environment prod
              only in from  GONE
              only in to    NEW
              different     OTHER                     newer in copies
              different     RENAMED → its-other-name  newer in copies  only blanks or line ends at the end differ
              same          SAME
            1 same, 2 different, 1 only in from, 1 only in to

            """.ReplaceLineEndings("\n"));
        JsonElement row = JsonDocument.Parse(box.Read("c.json")).RootElement.GetProperty("secrets").EnumerateArray().Single(row => row.GetProperty("name").GetString() == "OTHER");
        (row.GetProperty("state").GetString(), row.GetProperty("newer").GetString()).ShouldBe(("different", "to"));
        foreach (string value in new[] { same, first, second })
        {
            (compared.Output + compared.Error + box.Read("c.json")).ShouldNotContain(value);
        }

        box.Run("compare", "main", "copies", "--env", "prod", "--only", "SAME").ExitCode.ShouldBe(0);
        foreach ((string[] line, string error) in ((string[], string)[])
        [
            (["main", "copies"], "--env: say which of dev, prod"),
            (["main", "copies", "--env", "dev"], "'copies' is no store of 'dev'"),
            (["main", "copie", "--env", "prod"], "no store is called 'copie'; did you mean 'copies'?"),
            (["main", "main", "--env", "prod"], "'main' and 'main' are one store"),
            (["main", "copies", "--env", "prod", "--only", "X*"], "there is nothing to do"),
            (["main", "github-actions:https://api.github.com", "--env", "prod"], "gives no values out"),
        ])
        {
            box.Run(["compare", .. line]).ShouldSatisfyAllConditions(outcome => outcome.ExitCode.ShouldBe(2), outcome => outcome.Error.ShouldContain(error));
        }
    }

    [Fact]
    public void Undeclared_IsWhatBothList_AndAStoreThatCannotTellIsTold()
    {
        using var box = new Sandbox(git: false);
        string value = box.Secret();
        box.Write(".env", $"A={value}\nB={value}\n").Write("other.env", $"A={value}\nC={value}\n");
        Sandbox.Outcome compared = box.Run("compare", "dotenv:.env", "dotenv:other.env");
        compared.ExitCode.ShouldBe(1);
        compared.Output.ShouldContain("1 same, 1 only in from, 1 only in to");
        box.Run("compare", "dotenv:.env", "dotenv:other.env", "--only", "A").ExitCode.ShouldBe(0);
        Sandbox.Outcome missing = box.Run("compare", "dotenv:.env", "dotenv:none.env");
        (missing.ExitCode, missing.Output).ShouldBe((3, ""));
        missing.Error.ShouldContain("there is no file none.env");
    }

    /// <summary>What could not be seen may be in the other store all the same: half a list compares nothing.</summary>
    [Fact]
    public async Task PartThatMayNotBeListed_EndsTheRun()
    {
        var vault = new FakeVault();
        await using LoopbackServer server = await vault.StartAsync();
        using var box = new Sandbox(git: false);
        box.Write("secretguard.yml", $$"""stores: { vault: { type: hashicorp-vault, address: "{{server.Address}}", prefix: secret/ }, env: { type: dotenv } }""").Write(".env", "A=one\n");
        Sandbox.Outcome Run(params string[] line) => box.Run(line, null, [("VAULT_TOKEN", vault.Token)]);
        Sandbox.Outcome whole = Run("compare", "vault", "env");
        whole.ExitCode.ShouldBe(1, whole.Error);
        vault.Denied.Add("secret/metadata/app/");
        foreach (string[] line in (string[][])[["compare", "vault", "env"], ["sync", "--from", "env", "--to", "vault", "--apply"]])
        {
            Sandbox.Outcome part = Run(line);
            (part.ExitCode, part.Output).ShouldBe((3, ""), part.Error);
            part.Error.ShouldStartWith("secretguard: 'secret/app/' of vault ");
            part.Error.ShouldContain(" could not be listed: ");
        }

        vault.Engine.Versions.ShouldBeEmpty();
    }

    [Fact]
    public void Fields_AreComparedWithTheJsonOfOneValue()
    {
        using var box = new Sandbox(git: false);
        string value = box.Secret();
        box.Write("one/db/user", "app").Write("one/db/password", value).Write("two/db", $$"""{ "password": "{{value}}", "user": "app" }""").Write("three/db", $$"""{ "password": "{{value}}" }""");
        box.Run("compare", "files:one", "files:two").ExitCode.ShouldBe(0);
        box.Run("compare", "files:one", "files:three").ExitCode.ShouldBe(1);
    }
}
