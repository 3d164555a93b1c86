using System.Text.Json;
using System.Xml.Linq;
using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>Whether every secret that is referred to is where it is to be.</summary>
public sealed class VerifyTests
{
    private const string Compose = """
        services:
          api:
            environment:
              DB_PASSWORD: ${DB_PASSWORD}
              MAIL_TOKEN: ${MAIL_TOKN}
              SPARE_TOKEN: ${SPARE_TOKEN:-}
            secrets: [cert_key]
        secrets:
          cert_key: { file: ./secrets/cert.key }
        """;

    private const string Manifests = """
        apiVersion: v1
        kind: Pod
        metadata: { name: api, namespace: shop }
        spec:
          containers:
            - name: api
              env:
                - name: DB__PASSWORD
                  valueFrom: { secretKeyRef: { name: db, key: pasword } }
        ---
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: { name: db, namespace: shop }
        spec:
          secretStoreRef: { name: main }
          data:
            - secretKey: password
              remoteRef: { key: kv/shop/db, property: password }
        """;

    private const string Declared = """
        version: 1
        environments:
          dev:
          prod:
        stores:
          variables: { type: dotenv, path: "env/${ENV}.env" }
        policies:
          database: { owner: team-data, rotation: { every: 90d, grace: 7d } }
        secrets:
          DB_PASSWORD: { category: database }
          PAYMENT_KEY: { environments: [prod] }
        """;

    [Fact]
    public void NothingDeclared_AsksWhatIsOnThisMachine()
    {
        using var box = new Sandbox();
        box.Write("compose.yaml", Compose).Write(".gitignore", ".env\n").Commit();
        box.Write(".env", $"DB_PASSWORD={box.Secret()}\nMAIL_TOKEN={box.Secret()}\n");
        Sandbox.Outcome verified = box.Run("verify");
        verified.ExitCode.ShouldBe(1, verified.Error);
        verified.Output.ShouldContain("5:21 high Secret is not in its store [secret-missing] SG5001");
        verified.Output.ShouldContain("why: 'MAIL_TOKN' is in none of .env, the environment; did you mean 'MAIL_TOKEN'?");
        verified.Output.ShouldContain("why: secrets has no 'cert.key'; add it there, or correct the name in the reference");
        verified.Output.ShouldNotContain("SPARE_TOKEN");
        verified.Output.ShouldNotContain("DB_PASSWORD}");

        box.Write("secrets/cert.key", box.Secret());
        box.Run(["verify"], null, [("MAIL_TOKN", box.Secret())]).ExitCode.ShouldBe(0);
        box.Run(["verify"], null, [("MAIL_TOKN", " ")]).Output.ShouldContain("SG5006");
    }

    /// <summary>A template says what the file beside it must have; where nobody made that yet, nothing lacks.</summary>
    [Fact]
    public void TemplateOfVariables_IsHeldAgainstTheFileThatWasMadeAfterIt()
    {
        using var box = new Sandbox();
        box.Write("app/.env.example", "DB_PASSWORD=\nMAIL_TOKEN=\nPORT=\n# SPARE_TOKEN=\n").Write(".gitignore", ".env\n").Commit();
        Sandbox.Outcome fresh = box.Run("verify", "--no-lint");
        fresh.ExitCode.ShouldBe(0, fresh.Output + fresh.Error);
        fresh.Output.ShouldContain("not verified, for there is no app/.env: ");

        box.Write("app/.env", $"DB_PASSWORD={box.Secret()}\n");
        Sandbox.Outcome made = box.Run("verify", "--no-lint");
        made.ExitCode.ShouldBe(1, made.Output + made.Error);
        made.Output.ShouldContain("2:1 high Secret is not in its store [secret-missing] SG5001");
        made.Output.ShouldContain("1 finding");
    }

    /// <summary>What a document shows is written by whoever follows it.</summary>
    [Fact]
    public void FilesThatADocumentShows_AreNotMissed()
    {
        using var box = new Sandbox();
        box.Write("docs/a.md", "```yaml\n# compose.yaml\nservices: { api: { image: a } }\nsecrets: { db_password: { file: ./db_password.txt } }\n```\n```yaml\n# kustomization.yaml\nsecretGenerator: [{ name: db, files: [db_password.txt] }]\n```\n").Commit();
        Sandbox.Outcome verified = box.Run("verify", "--no-lint");
        verified.ExitCode.ShouldBe(0, verified.Output + verified.Error);
    }

    /// <summary>They come from a pipeline, a container or another script; a store that is declared for them is asked.</summary>
    [Fact]
    public void VariablesOfScripts_AreCounted_AndJudgedByADeclaredStoreOnly()
    {
        using var box = new Sandbox();
        box.Write("deploy.sh", "curl --header \"X-Token: $DEPLOY_TOKEN\" https://shop.example\n").Write(".github/workflows/a.yml", "on: push\njobs: { a: { steps: [{ run: 'deploy --token $DEPLOY_TOKEN' }] } }\n").Commit();
        Sandbox.Outcome verified = box.Run("verify", "--no-lint");
        verified.ExitCode.ShouldBe(0, verified.Output + verified.Error);
        verified.Output.ShouldContain("2 references not verified, for whoever runs the script sets it: DEPLOY_TOKEN");
        box.Write("secretguard.yml", "version: 1\nstores: { here: { type: environment } }\n");
        box.Run("verify", "--no-lint").Output.ShouldContain("2:46 high Secret is not in its store [secret-missing] SG5001");
    }

    [Fact]
    public void Code_AsksSettingsUserSecretsAndVariables()
    {
        using var box = new Sandbox();
        string id = $"secretguard-test-{Guid.NewGuid():N}";
        box.Write("src/Shop.csproj", "<Project />").Write(".gitignore", "obj/\n");
        box.Write("src/obj/secretguard.inventory.json", InventoryFormat.Write(
        [
            new(new(StoreTypes.Configuration, ReferenceKinds.Configuration, "Db:Password") { IsSecret = true }, new Location("src/Program.cs", 1, 5, 1, 18), "Shop"),
            new(new(StoreTypes.Configuration, ReferenceKinds.Configuration, "Mail:Token") { IsSecret = true }, new Location("src/Program.cs", 2, 5, 2, 17), "Shop"),
            new(new(StoreTypes.UserSecrets, ReferenceKinds.Source, id), new Location("src/Shop.csproj", 1, 1, 1, 2), "Shop"),
        ]));
        box.Write("src/Program.cs", "_ = \"Db:Password\";\n_ = \"Mail:Token\";\n").Write("src/appsettings.json", """{ "Db": { "Password": "" }, "Mail": {} }""").Commit();
        Sandbox.Outcome verified = box.Run("verify");
        verified.ExitCode.ShouldBe(1, verified.Error);
        verified.Output.ShouldContain("1:5 high");
        verified.Output.ShouldContain("'Mail:Token' is in none of src/appsettings.json, ");

        box.Run(["verify"], null, [("Db__Password", box.Secret()), ("Mail__Token", box.Secret())]).ExitCode.ShouldBe(0);
        box.Write("src/.env", $"Db__Password={box.Secret()}\n").Write("home/.microsoft/usersecrets/" + id + "/secrets.json", $$"""{ "Mail:Token": "{{box.Secret()}}" }""");
        (string, string?)[] home = [("HOME", Path.Combine(box.Root, "home")), ("APPDATA", null)];
        box.Run(["verify", "src"], null, home).ShouldSatisfyAllConditions(outcome => outcome.ExitCode.ShouldBe(0, outcome.Output + outcome.Error));
    }

    [Fact]
    public void Store_ThatSaysHowItMakesNames_IsAskedForVariablesAndKeys_AndNamesThatBecomeOneAreTold()
    {
        using var box = new Sandbox();
        box.Write("compose.yaml", "services:\n  api:\n    environment:\n      A: ${MAIL_TOKEN}\n      B: ${DB_PASSWORD}\n      C: ${DB_PASS_WORD:?}\n      D: ${OTHER.TOKEN}\n");
        box.Write("secretguard.yml", "version: 1\nenvironments:\n  dev:\n    inventories: { vault: vault.yml }\nstores:\n  vault: { type: azure-key-vault, address: \"https://shop.vault.azure.net\", prefix: shop-, transform: [underscore-to-hyphen-lower] }\n");
        box.Write("vault.yml", "secrets: [shop-mail-token, shop-db-password, shop-db-pass-word]\n").Commit();
        box.Run("verify").ShouldSatisfyAllConditions(outcome => outcome.ExitCode.ShouldBe(0, outcome.Output + outcome.Error));

        box.Write("compose.yaml", "services:\n  api:\n    environment:\n      A: ${MAIL_TOKEN}\n      B: ${mail_TOKEN_KEY}\n      C: ${MAIL_token_KEY}\n      D: ${MAIL__TOKEN}\n");
        Sandbox.Outcome verified = box.Run("verify");
        verified.ExitCode.ShouldBe(1, verified.Output + verified.Error);
        verified.Output.ShouldContain("vault.yml has no 'shop-mail-token-key'");
        box.Write("secretguard.yml", "version: 1\nstores:\n  vault: { type: inventory, path: vault.yml, transform: [shout] }\n");
        box.Run("verify").Error.ShouldContain("store 'vault': 'shout' is no transform of names");
    }

    [Fact]
    public void BrokenHop_IsToldWithoutAskingAnybody()
    {
        using var box = new Sandbox();
        box.Write("deploy/api.yaml", Manifests).Commit();
        Sandbox.Outcome verified = box.Run("verify");
        verified.ExitCode.ShouldBe(1, verified.Error);
        verified.Output.ShouldContain("9:55 high Nothing fills what is referred to [reference-broken] SG2002");
        verified.Output.ShouldContain("why: 'db' is filled at deploy/api.yaml:18 with password, not with 'pasword'; did you mean 'password'?");
        verified.Output.ShouldContain("1 reference not verified, for nothing here declares SecretStore/main: kv/shop/db SG9008");
    }

    [Fact]
    public void Environments_AreVerifiedEachInItsStores()
    {
        using Sandbox box = Deployment();
        Sandbox.Outcome verified = box.Run("verify");
        verified.ExitCode.ShouldBe(1, verified.Error);
        verified.Output.ReplaceLineEndings("\n").ShouldContain("""
            Secrets by environment
                                  dev      prod
              dotenv DB_PASSWORD  present  rotation-overdue
              dotenv MAIL_TOKN    missing  missing
              dotenv PAYMENT_KEY  –        missing

            """.ReplaceLineEndings("\n"));
        verified.Output.ShouldContain("prod: dotenv DB_PASSWORD");
        verified.Output.ShouldContain("it was changed on 2026-01-01, and is to be changed by 2026-04-01, at the latest by 2026-04-08 (owner: team-data)");
        verified.Output.ShouldContain("SG5012");

        box.Run("verify", "--env", "dev", "--exclude", "compose.yaml").ExitCode.ShouldBe(0);
        box.Run("verify", "--env", "prd").Error.ShouldContain("--env: no environment is called 'prd'; did you mean 'prod'?");
        box.Run("verify", "--on-unreachable", "ignore").ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("json", "\"state\": \"rotation-overdue\"")]
    [InlineData("markdown", "| present | **rotation-overdue** |")]
    [InlineData("junit", "classname=\"verified\"")]
    [InlineData("sarif", "\"ruleId\": \"SG5012\"")]
    [InlineData("html", "<td>present</td><td><strong>rotation-overdue</strong></td>")]
    [InlineData("ndjson", "SG5001")]
    [InlineData("github", "SG5001")]
    public void EveryFormat_TellsWhatStoresSaid(string format, string expected)
    {
        using Sandbox box = Deployment();
        Sandbox.Outcome verified = box.Run("verify", "--format", format);
        verified.ExitCode.ShouldBe(1, verified.Error);
        verified.Output.ShouldContain(expected);
        verified.Output.ShouldNotContain(box.Planted[0]);
    }

    [Fact]
    public void Accepted_IsAcceptedAsElsewhere()
    {
        using Sandbox box = Deployment();
        string json = box.Run("verify", "--format", "json").Output;
        using JsonDocument report = JsonDocument.Parse(json);
        string[] fingerprints = [.. report.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("fingerprint").GetString()!)];
        fingerprints.Distinct(StringComparer.Ordinal).Count().ShouldBe(fingerprints.Length);
        string prod = report.RootElement.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("preview").GetString() == "prod: dotenv MAIL_TOKN").GetProperty("fingerprint").GetString()!;
        box.Write("secretguard.baseline", $"# secretguard.baseline 1\n{prod}\tme\t-\tcoming\n");
        Sandbox.Outcome accepted = box.Run("verify", "--env", "prod");
        accepted.Output.ShouldContain("1 suppressed");
        box.Run("verify", "--env", "dev").Output.ShouldContain("dotenv MAIL_TOKN"); // accepted in one environment, not in the other
        box.Run("scan").Output.ShouldNotContain("stale");
        box.Run("baseline", "update").ExitCode.ShouldBe(0);
        box.Read("secretguard.baseline").ShouldContain(prod);

        box.Write("compose.yaml", Compose.Replace("${MAIL_TOKN}", "${MAIL_TOKN} # secretguard:allow secret-missing comes next week", StringComparison.Ordinal));
        box.Run("verify", "--env", "dev").Output.ShouldContain("1 suppressed");
        box.Run("scan").Output.ShouldNotContain("SG9003");
    }

    [Fact]
    public void OneOfSeveral_Suffices()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "stores: { v: { type: dotenv, path: v.env } }\nsecrets: { SENDGRID_KEY: { anyOf: POSTMARK_KEY }, POSTMARK_KEY: { anyOf: SENDGRID_KEY } }\n").Write(".gitignore", "*.env\n").Commit();
        box.Write("v.env", $"POSTMARK_KEY={box.Secret()}\n");
        box.Run("verify").ExitCode.ShouldBe(0);
        box.Write("v.env", "OTHER=1\n");
        box.Run("verify").Output.ShouldContain("2 findings");
    }

    [Fact]
    public void DryRun_AsksNothing()
    {
        using Sandbox box = Deployment();
        Sandbox.Outcome shown = box.Run("verify", "--dry-run");
        shown.ExitCode.ShouldBe(0);
        shown.Output.ReplaceLineEndings("\n").ShouldBe("# variables (env/dev.env)\nread env/dev.env\n# variables (env/prod.env)\nread env/prod.env\n");
    }

    [Theory]
    [InlineData("stores: { v: { type: dotenv, path: \"${NOWHERE_SET_TIER}.env\" } }", "${NOWHERE_SET_TIER} stands for nothing")]
    [InlineData("stores: { v: { type: dotenv, path: gone.env } }\nsecrets: { a: }", "there is no file gone.env")]
    public void WhatCannotBeAsked_IsToldAndNotMissing(string declared, string expected)
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", declared).Commit();
        Sandbox.Outcome verified = box.Run("verify");
        verified.ExitCode.ShouldBeOneOf(2, 3);
        (verified.Output + verified.Error).ShouldContain(expected);
        (verified.Output + verified.Error).ShouldNotContain("SG5001");
    }

    [Fact]
    public void Unreachable_IsWhatTheUserSays()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "stores: { v: { type: dotenv, path: gone.env } }\nsecrets: { a: , b: }\n").Commit();
        box.Run("verify").ExitCode.ShouldBe(3);
        Sandbox.Outcome warned = box.Run("verify", "--on-unreachable", "warn");
        (warned.ExitCode, warned.Output.Contains("not verified in v (gone.env): dotenv a, dotenv b: there is no file gone.env", StringComparison.Ordinal)).ShouldBe((0, true), warned.Output);
        Sandbox.Outcome skipped = box.Run("verify", "--on-unreachable", "skip");
        (skipped.ExitCode, skipped.Output.Contains("2 references not verified, for no store answered", StringComparison.Ordinal)).ShouldBe((0, true), skipped.Output);
    }

    /// <summary>A test for each reference: passed, failed, in error, or skipped with the reason why nobody was asked.</summary>
    [Fact]
    public void JUnit_HasATestForEveryReference()
    {
        using Sandbox box = Deployment();
        box.Write("eso.yaml", """
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: { name: mail }
            spec:
              secretStoreRef: { name: elsewhere, kind: ClusterSecretStore }
              data: [{ secretKey: token, remoteRef: { key: mail, property: token } }]
            """);
        XElement suite = XDocument.Parse(box.Run("verify", "--format", "junit").Output).Root!.Element("testsuite")!;
        XElement[] skipped = [.. suite.Elements("testcase").Where(test => test.Element("skipped") is not null)];
        skipped.Select(test => (string)test.Attribute("name")!).ShouldContain(name => name.StartsWith("eso.yaml:6:", StringComparison.Ordinal) && name.Contains(": ", StringComparison.Ordinal) && name.EndsWith("mail#token", StringComparison.Ordinal), suite.ToString());
        skipped.ShouldAllBe(test => ((string)test.Element("skipped")!.Attribute("message")!).Length > 10);
        ((int)suite.Attribute("skipped")!).ShouldBe(skipped.Length);
        ((int)suite.Attribute("tests")!).ShouldBe(suite.Elements("testcase").Count());

        box.Write("secretguard.yml", "stores: { v: { type: dotenv, path: gone.env } }\nsecrets: { a: , b: }\n");
        XDocument.Parse(box.Run("verify", "--on-unreachable", "skip", "--format", "junit").Output).Descendants("testcase").Count(test => ((string)test.Attribute("name")!).EndsWith("dotenv a", StringComparison.Ordinal) && test.Element("skipped") is not null).ShouldBe(1);
    }

    /// <summary>Two environments, of which one lacks secrets and has an old one.</summary>
    private static Sandbox Deployment()
    {
        var box = new Sandbox();
        string secret = box.Secret();
        box.Write("compose.yaml", Compose.Replace("    secrets: [cert_key]\nsecrets:\n  cert_key: { file: ./secrets/cert.key }", "", StringComparison.Ordinal)).Write("secretguard.yml", Declared).Write(".gitignore", "env/\n").Commit();
        box.Write("env/dev.env", $"DB_PASSWORD={secret}\n").Write("env/prod.env", $"DB_PASSWORD={secret}\n");
        File.SetLastWriteTimeUtc(Path.Combine(box.Root, "env/prod.env"), new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc));
        return box;
    }
}
