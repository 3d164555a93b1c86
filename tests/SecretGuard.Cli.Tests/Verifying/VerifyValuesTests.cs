namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>What <c>verify --values</c> tells of values, and that it shows none.</summary>
public sealed class VerifyValuesTests
{
    private const string Declared = """
        version: 1
        environments:
          dev:
          prod:
        stores:
          main: { type: dotenv, path: "env/${ENV}.env" }
          copies: { type: files, path: "run/${ENV}" }
          listed: { type: inventory, path: stores/listed.yml }
        secrets:
          DB_PASSWORD: { store: main, mirrors: [copies], owner: team-data }
          PULL: { store: copies, environments: [prod], fields: [.dockerconfigjson] }
          BROKER:
            store: main
            environments: [prod]
            fields:
              password: { minLength: 32, minEntropy: 128 }
              url: { type: uri, required: false }
          partner-key: { store: listed, environments: [prod] }
        """;

    [Fact]
    public void Values_AreToldByWhatIsWrongWithThem_AndNeverShown()
    {
        using var box = new Sandbox();
        string shared = box.Secret(), old = box.Secret(), weak = "abc" + box.Secret()[..5];
        box.Write("secretguard.yml", Declared).Write("stores/listed.yml", "secrets: [partner-key]\n").Commit();
        box.Write("env/dev.env", $"DB_PASSWORD={shared}\n").Write("run/dev/DB_PASSWORD", shared + "\n");
        box.Write("env/prod.env", $"DB_PASSWORD='{shared}'\nBROKER={{\"password\":\"{weak}\",\"url\":\"broker.example.net\"}}\n");
        box.Write("run/prod/DB_PASSWORD", old).Write("run/prod/PULL/.dockerconfigjson", "{ \"auths\": {} }");
        box.Run("verify").Output.ShouldNotContain("SG5013", customMessage: "values are not read unless the user says so");

        Sandbox.Outcome verified = box.Run("verify", "--values");
        verified.ExitCode.ShouldBe(1, verified.Error);
        string told = verified.Output.ReplaceLineEndings("\n");
        told.ShouldContain("why: prod has the same value (owner: team-data)");
        told.ShouldContain("why: it ends with other blanks or line ends than in 'main', the store of record (owner: team-data)");
        told.ShouldContain("why: it is another value than in 'main', the store of record (owner: team-data)");
        told.ShouldContain("why: its value is to be of type 'dockerconfigjson': it has no 'auths', without which no image is pulled with it");
        told.ShouldContain("why: its value has fewer than the 32 characters that are declared");
        told.ShouldContain("why: its value is to be of type 'uri': it is no absolute address");
        told.ShouldContain("1 value not looked at, for the store does not give them out: partner-key");
        foreach (string value in new[] { shared, old, weak, "broker.example.net" })
        {
            (verified.Output + verified.Error).ShouldNotContain(value);
        }
    }

    /// <summary>What a Key Vault, a parameter or a file holds has no fields to say it of.</summary>
    [Theory]
    [InlineData("{ type: json }", "{\"a\":1,}", "its value is to be of type 'json': ")]
    [InlineData("{ type: json }", "{\"a\":1}", "")]
    [InlineData("{ type: pem }", "‹short›", "its value is to be of type 'pem': ")]
    [InlineData("{ minLength: 20 }", "‹short›", "its value has fewer than the 20 characters that are declared")]
    [InlineData("{ minLength: 20 }", "{\"a\":\"b\"}", "its value has fewer than the 20 characters that are declared")]
    [InlineData("{ minEntropy: 128 }", "‹short›", "its value cannot have the 128 random bits that are declared")]
    public void WholeValue_IsHeldAgainstWhatIsDeclaredOfIt(string declared, string value, string told)
    {
        using var box = new Sandbox();
        value = value.Replace("‹short›", box.Secret()[..12], StringComparison.Ordinal);
        box.Write("secretguard.yml", $"version: 1\nstores: {{ main: {{ type: files, path: run }} }}\nsecrets: {{ one: {{ value: {declared} }} }}\n").Write(".gitignore", "run/\n").Commit();
        box.Write("run/one", value);
        Sandbox.Outcome verified = box.Run("verify", "--values", "--no-lint");
        verified.ExitCode.ShouldBe(told.Length == 0 ? 0 : 1, verified.Output + verified.Error);
        verified.Output.ShouldContain(told);
        verified.Output.ShouldNotContain(value);
    }

    [Theory]
    [InlineData("changeme")]
    [InlineData("${DB_PASSWORD}")]
    [InlineData("vault_generated_placeholder")]
    public void Placeholder_IsNoSecret(string value)
    {
        using var box = new Sandbox();
        box.Write("compose.yaml", "services: { api: { environment: { PASSWORD: '${DB_PASSWORD}' } } }\n").Write(".gitignore", ".env\n").Commit();
        box.Write(".env", $"DB_PASSWORD={value}\n");
        box.Run("verify").ExitCode.ShouldBe(0);
        Sandbox.Outcome verified = box.Run("verify", "--values");
        verified.ExitCode.ShouldBe(1, verified.Output + verified.Error);
        verified.Output.ShouldContain("[value-placeholder] SG5013");
        box.Write(".env", $"DB_PASSWORD={box.Secret()}\n");
        box.Run("verify", "--values").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Field_IsLookedForInTheValue_WhereNothingElseTells()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "version: 1\nstores:\n  main: { type: dotenv, path: .env }\nsecrets:\n  DB: { fields: [user, password] }\n").Write(".gitignore", ".env\n").Commit();
        box.Write(".env", $"DB='{{ \"user\": \"app\", \"pasword\": \"{box.Secret()}\" }}'\n");
        box.Run("verify").Output.ShouldContain("not looked for, for the store does not tell the names of fields without the value");
        Sandbox.Outcome verified = box.Run("verify", "--values");
        verified.Output.ShouldContain("it has no field 'password'; it has 'pasword', 'user'");
        verified.Output.ShouldNotContain("not looked for");
    }

    [Fact]
    public void Plan_SaysWhatReadingTakes()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "version: 1\nstores:\n  main: { type: hashicorp-vault, address: \"https://vault.example.net\", mount: kv }\nsecrets:\n  kv/db: { store: main }\n").Commit();
        box.Run("verify", "--permissions").Output.ShouldNotContain("kv/data/db");
        string permissions = box.Run("verify", "--permissions", "--values").Output;
        permissions.ShouldContain("path \"kv/data/db\" { capabilities = [\"read\"] }");
        string plan = box.Run("verify", "--dry-run", "--values").Output;
        plan.ShouldContain("GET https://vault.example.net/v1/kv/data/db");
        box.Run("verify", "--values", "--offline").ShouldSatisfyAllConditions(outcome => outcome.ExitCode.ShouldBe(2), outcome => outcome.Error.ShouldContain("secretguard.lock holds no values"));
    }

    [Fact]
    public void Permissions_OfOneIdentity_AreOnePolicyBelowAllItsStores()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", """
            version: 1
            stores:
              keys: { type: aws-ssm, region: eu-west-1 }
              main: { type: aws-secrets-manager, region: eu-west-1 }
              near: { type: aws-secrets-manager, region: eu-central-1 }
              pay: { type: aws-secrets-manager, region: eu-west-1, profile: pay }
            secrets:
              /shop/key: { store: keys }
              shop/db: { store: main }
              shop/mail: { store: near }
              pay/api: { store: pay }

            """).Commit();
        string[] lines = box.RunWhole("verify", "--permissions", "--values").Output.Split('\n');
        lines.Where(line => line.StartsWith('#') || line.Contains("Sid", StringComparison.Ordinal)).Select(line => line.Split(" (")[0].Trim(' ', ',', '\r')).ShouldBe(
            ["# keys", "\"Sid\": \"DescribeSecrets\"", "\"Sid\": \"ReadSecrets\"", "\"Sid\": \"DescribeParameters\"", "\"Sid\": \"ReadParameters\"", "# pay", "\"Sid\": \"DescribeSecrets\"", "\"Sid\": \"ReadSecrets\""]);
        lines[0].ShouldSatisfyAllConditions(line => line.ShouldContain(", main (https://secretsmanager.eu-west-1."), line => line.ShouldContain(", near (https://secretsmanager.eu-central-1."));
    }

    [Fact]
    public void Leak_ThatAStoreStillServes_IsTold_AndOneThatWasRotatedIsCounted()
    {
        using var box = new Sandbox();
        (string live, string inside, string rotated, string other) = (box.Secret("github-pat-classic"), box.Secret(), box.Secret("github-pat-classic"), box.Secret());
        box.Write("secretguard.yml", "version: 1\nstores:\n  main: { type: dotenv, path: .env }\nsecrets:\n  GH_TOKEN:\n  DB:\n").Write(".gitignore", ".env\n");
        box.Write("a.ts", $"const token = \"{live}\";\nconst old = \"{rotated}\";\n").Write("b.cs", $"var c = \"Server=db;User Id=app;Password={inside}\";\n").Commit();
        box.Write("a.ts", "const token = process.env.TOKEN;\n").Write("b.cs", "// none\n").Commit();
        box.Write(".env", $"GH_TOKEN={live}\nDB=\"Server=db2;User Id=app;Password={inside}\"\n");

        Sandbox.Outcome verified = box.Run("verify", "--leaks");
        verified.ExitCode.ShouldBe(1, verified.Output + verified.Error);
        verified.Output.ShouldContain("Leaked secret is still in use [leak-in-use] SG5018");
        verified.Output.ShouldContain("this very value is served as dotenv GH_TOKEN in ");
        verified.Output.ShouldContain("this very value is served as dotenv DB in ");
        verified.Output.ShouldContain("1 secret of the history is served by no store that was read");
        foreach (string value in new[] { live, inside, rotated })
        {
            (verified.Output + verified.Error).ShouldNotContain(value);
        }

        box.Write(".env", $"GH_TOKEN={box.Secret("github-pat-classic")}\nDB={other}\n");
        Sandbox.Outcome after = box.Run("verify", "--leaks");
        after.ExitCode.ShouldBe(0, after.Output + after.Error);
        after.Output.ShouldContain("3 secrets of the history are served by no store that was read");
    }
}
