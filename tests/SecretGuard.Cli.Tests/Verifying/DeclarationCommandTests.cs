using SecretGuard.Inventories;

namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>The lock, and the commands that write and check a declaration.</summary>
public sealed class DeclarationCommandTests
{
    private const string Compose = """
        services:
          api:
            environment:
              DB_PASSWORD: ${DB_PASSWORD}
              MAIL_TOKEN: ${MAIL_TOKEN}
        """;

    private const string Declared = """
        version: 1
        environments: { dev: , prod: }
        stores:
          variables: { type: dotenv, path: "env/${ENV}.env", naming: "{category}_{name}", categories: [DB, MAIL] }
        secrets:
          DB_PASSWORD: { rotation: 90d }
        """;

    private static Sandbox Repository()
    {
        var box = new Sandbox();
        string secret = box.Secret();
        box.Write("compose.yaml", Compose).Write("secretguard.yml", Declared).Write(".gitignore", "env/\n").Commit();
        return box.Write("env/dev.env", $"DB_PASSWORD={secret}\nMAIL_TOKEN={secret}\n").Write("env/prod.env", $"DB_PASSWORD={secret}\n");
    }

    [Fact]
    public void Lock_HoldsNamesDatesAndStatesAndAnswersOffline()
    {
        using Sandbox box = Repository();
        Sandbox.Outcome written = box.Run("lock");
        (written.ExitCode, written.Output.Trim()).ShouldBe((0, "secretguard.lock: 8 records, 2 of them not as they should be: 'secretguard verify' tells where"), written.Error);
        string text = box.Read("secretguard.lock");
        text.ShouldNotContain(box.Planted[0]);
        var errors = new List<string>();
        IReadOnlyList<LockRecord> records = LockFormat.Read(text, "x", errors);
        errors.ShouldBeEmpty();
        string today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        records.Select(record => $"{record.Environment} {record.Store} {record.Kind} {record.Name} {record.Id} {record.State}").ShouldBe(
        [
            "dev environment key DB_PASSWORD DB_PASSWORD present", "dev environment key MAIL_TOKEN  present",
            "dev variables secret DB_PASSWORD DB_PASSWORD present", "dev variables secret MAIL_TOKEN  present",
            "prod environment key DB_PASSWORD DB_PASSWORD present", "prod environment key MAIL_TOKEN  missing",
            "prod variables secret DB_PASSWORD DB_PASSWORD present", "prod variables secret MAIL_TOKEN  missing",
        ]);
        records.ShouldAllBe(record => record.Asked!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) == today);
        box.Run("lock");
        box.Read("secretguard.lock").ShouldBe(text);

        Directory.Delete(Path.Combine(box.Root, "env"), recursive: true);
        Sandbox.Outcome offline = box.Run("verify", "--offline");
        offline.ExitCode.ShouldBe(1, offline.Error);
        offline.Output.ShouldContain($"it was missing on {today}, when the store was last asked (store 'variables')");
        offline.Output.ShouldContain("0 stores asked");
        Sandbox.Outcome again = box.Run("lock");
        again.ExitCode.ShouldBe(3);
        again.Error.ShouldContain("What it said before stays in the lock.");
        box.Read("secretguard.lock").ShouldBe(text);
    }

    /// <summary>What is wrong with a whole secret is wrong with it once, however many fields are declared; what a field lacks is the field's.</summary>
    [Theory]
    [InlineData("missing", null, "secret-missing prod: hashicorp-vault kv/shop/db")]
    [InlineData("disabled", null, "secret-disabled prod: hashicorp-vault kv/shop/db")]
    [InlineData("present", "2020-01-01", "rotation-overdue prod: hashicorp-vault kv/shop/db")]
    [InlineData("field-missing", null, "secret-field-missing prod: hashicorp-vault kv/shop/db#host|secret-field-missing prod: hashicorp-vault kv/shop/db#password|secret-field-missing prod: hashicorp-vault kv/shop/db#user")]
    public void DeclaredSecretOfManyFields_IsToldOnce(string state, string? updated, string told)
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", """
            environments: { prod: }
            stores: { vault: { type: hashicorp-vault, address: https://vault.example.org } }
            secrets: { kv/shop/db: { store: vault, fields: { user: , password: , host: }, rotation: 90d, consumers: [api] } }
            """);
        DateTime? changed = updated is null ? null : DateTime.Parse(updated, System.Globalization.CultureInfo.InvariantCulture);
        box.Write("secretguard.lock", LockFormat.Write([.. new[] { "host", "password", "user" }.Select(field => new LockRecord("prod", "vault", ReferenceKinds.Secret, "kv/shop/db") { Id = "kv/shop/db", Field = field, State = state, Updated = changed, Asked = DateTime.UtcNow.Date })]));
        Sandbox.Outcome outcome = box.Run("verify", "--offline", "--format", "json");
        outcome.ExitCode.ShouldBe(1, outcome.Output + outcome.Error);
        using var report = System.Text.Json.JsonDocument.Parse(outcome.Output);
        report.RootElement.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("rule").GetString()} {finding.GetProperty("preview").GetString()}").ShouldBe(told.Split('|'));
    }

    [Fact]
    public void Lock_Check_SaysWhatIsNotInIt()
    {
        using Sandbox box = Repository();
        box.Run("lock", "--check").ExitCode.ShouldBe(1);
        box.Run("lock");
        box.Run("lock", "--check").ExitCode.ShouldBe(0);
        box.Write("compose.yaml", Compose + "\n      NEW_TOKEN: ${NEW_TOKEN}\n");
        Sandbox.Outcome checkedNow = box.Run("lock", "--check");
        checkedNow.ExitCode.ShouldBe(1);
        checkedNow.Output.ShouldContain("prod: variables NEW_TOKEN: not in the lock");
        box.Run("verify", "--offline", "--on-unreachable", "warn").Output.ShouldContain("secretguard.lock does not hold it");
        box.Run("verify", "--offline", "--env", "dev").ExitCode.ShouldBe(3);
    }

    [Fact]
    public void Lock_ThatIsOldOrWasEdited_IsTold()
    {
        using Sandbox box = Repository();
        box.Write("secretguard.lock", LockFormat.Write([new LockRecord("dev", "variables", ReferenceKinds.Secret, "DB_PASSWORD") { Asked = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc) }]));
        box.Run("verify", "--offline", "--env", "dev").Output.ShouldContain("secretguard.lock holds answers of 2026-01-02; 'secretguard lock' asks the stores anew. SG9009");
        box.Write("secretguard.lock", box.Read("secretguard.lock").Replace("present", "missing", StringComparison.Ordinal));
        Sandbox.Outcome edited = box.Run("verify", "--offline");
        edited.ExitCode.ShouldBe(2);
        edited.Error.ShouldContain("secretguard.lock(2): this line was edited: its sum is another one; run 'secretguard lock'");
    }

    /// <summary>What it is told to do has to help: what was edited, or left by a merge, is written anew.</summary>
    [Theory]
    [InlineData("<<<<<<< HEAD\n‹line›=======\n‹line›>>>>>>> main\n")]
    [InlineData("dev\tvariables\tsecret\tDB_PASSWORD\t-\t-\tpresent\t-\t-\t-\t-\t-\t00000000\n")]
    public void Lock_ThatWasEdited_IsMendedByTheCommandThatWritesIt(string lines)
    {
        using Sandbox box = Repository();
        box.Run("lock");
        string sound = box.Read("secretguard.lock"), line = sound.Split('\n')[1] + "\n";
        box.Write("secretguard.lock", sound.Replace(line, lines.Replace("‹line›", line, StringComparison.Ordinal), StringComparison.Ordinal));
        box.Run("lock", "--check").ExitCode.ShouldBe(2);
        Sandbox.Outcome mended = box.Run("lock");
        mended.ExitCode.ShouldBe(0, mended.Error);
        mended.Error.ShouldContain("secretguard.lock has lines that were edited or left by a merge; they are not taken over");
        box.Read("secretguard.lock").ShouldBe(sound);

        box.Write("secretguard.lock", "# secretguard.lock 2\n");
        box.Run("lock").ExitCode.ShouldBe(2);
        box.Read("secretguard.lock").ShouldBe("# secretguard.lock 2\n", "a newer tool has written it");
    }

    [Fact]
    public void Check_TellsWhatIsUndeclaredUnusedTwiceAndMisnamed()
    {
        using Sandbox box = Repository();
        box.Write("secretguard.yml", Declared + "\n  AGAIN: { name: DB_PASSWORD }\n  OLD_KEY: { environments: [dev] }\n");
        Sandbox.Outcome told = box.Run("inventory", "check");
        told.ExitCode.ShouldBe(1, told.Error);
        told.Output.ShouldContain("5:21 low Secret is not declared [secret-undeclared] SG3001");
        told.Output.Split("nothing under 'secrets' is 'MAIL_TOKEN' in variables").Length.ShouldBe(2, "once for both environments");
        told.Output.ShouldContain("[secret-unused] SG3002");
        told.Output.ShouldContain("'DB_PASSWORD' in line 6 is 'DB_PASSWORD' in variables (env/dev.env) too");
        told.Output.ShouldContain("'OLD' in 'OLD_KEY' is no category; there are DB, MAIL");
        box.Write("secretguard.yml", Declared + "\n  MAIL_TOKEN: {}\n");
        box.Run("inventory", "check").ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("{{ .Values.key }}", "user", false)]
    [InlineData("shop/{{ .Values.key }}", "user", false)]
    [InlineData("billing/{{ .Values.key }}", "user", true)]
    [InlineData("{{ .Values.key }}", "token", true)]
    public void Check_DoesNotCallUnusedWhatATemplateMayName(string key, string property, bool isUnused)
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", """
            stores: { vault: { type: hashicorp-vault, address: "https://vault.shop.example", mount: kv } }
            secrets: { db: { store: vault, name: shop/db, fields: [user] } }
            """);
        box.Write("charts/shop/Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
        box.Write("charts/shop/templates/secret.yaml", $"apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {{ name: db }}\nspec:\n  secretStoreRef: {{ name: central, kind: ClusterSecretStore }}\n  data:\n    - secretKey: a\n      remoteRef:\n        key: {key}\n        property: {property}\n");
        Sandbox.Outcome told = box.Run("inventory", "check");
        told.Output.Contains("SG3002", StringComparison.Ordinal).ShouldBe(isUnused, told.Output + told.Error);
    }

    /// <summary>A manifest that names the store of production is not one of development too.</summary>
    [Fact]
    public void Check_LeavesAloneWhatTheEnvironmentOfTheNamedStoreKnows()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", """
            environments: { dev: , prod: }
            stores: { vault: { type: azure-key-vault, address: "https://kv-shop-${ENV}.vault.azure.net" } }
            secrets: { mail: { store: vault } }
            """);
        box.Write("app.yaml", """
            apiVersion: external-secrets.io/v1
            kind: SecretStore
            metadata: { name: shop }
            spec: { provider: { azurekv: { authType: WorkloadIdentity, vaultUrl: "https://kv-shop-prod.vault.azure.net" } } }
            ---
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: { name: mail }
            spec:
              secretStoreRef: { name: shop }
              data:
                - { secretKey: a, remoteRef: { key: mail } }
                - { secretKey: b, remoteRef: { key: male } }
            """).Commit();
        Sandbox.Outcome told = box.Run("inventory", "check", "--format", "msbuild");
        told.Output.Split("SG3001").Length.ShouldBe(2, told.Output);
        told.Output.ShouldContain("'male'");
    }

    /// <summary>A script that names a secret of production is right, and one that names a secret of no environment is told once.</summary>
    [Fact]
    public void Check_TellsNamesThatAreOfNoEnvironment()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", """
            environments: { dev: , prod: }
            stores: { aws: { type: aws-secrets-manager, region: eu-west-1, prefix: "shop/${ENV}/", naming: "shop/{env}/{name}" } }
            secrets: { db: { store: aws, consumers: [api] } }
            """);
        box.Write("check.sh", "aws secretsmanager describe-secret --secret-id shop/prod/db\naws secretsmanager describe-secret --secret-id shop/test/db\n").Commit();
        Sandbox.Outcome told = box.Run("inventory", "check", "--format", "msbuild");
        told.Output.Split("SG3004").Length.ShouldBe(2, told.Output);
        told.Output.ShouldContain("check.sh(2,");
    }

    /// <summary>Three lists that must agree: what is declared, what Terraform makes, and (with <c>verify</c>) what the store holds.</summary>
    [Fact]
    public void Check_HoldsWhatTerraformMakesAgainstWhatIsDeclared()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", """
            stores: { aws: { type: aws-secrets-manager, region: eu-west-1 } }
            secrets:
              shop/database/main: { store: aws, consumers: [api] }
              shop/llm/openai: { store: aws, consumers: [api] }
              shop/mail/sendgrid: { store: aws, consumers: [api] }
            """);
        box.Write("main.tf", string.Concat(new[] { "database/main", "llm/openai", "jira/token" }.Select((name, i) => $"resource \"aws_secretsmanager_secret\" \"s{i}\" {{\n  name = \"shop/{name}\"\n}}\n"))).Commit();
        Sandbox.Outcome told = box.Run("inventory", "check");
        told.ExitCode.ShouldBe(1, told.Error);
        told.Output.ShouldContain("8:11 low Secret is not declared [secret-undeclared] SG3001");
        told.Output.ShouldContain("nothing under 'secrets' is 'shop/jira/token' in aws");
        told.Output.ShouldContain("5:3 low Secret is not made as others of its store are [secret-unprovisioned] SG3008");
        told.Output.ShouldContain("2 of the 3 secrets that are declared for aws are made here, as in main.tf, and 'shop/mail/sendgrid' is not");
        told.Output.ShouldContain(": 2 findings");

        box.Write("more.tf", "resource \"aws_secretsmanager_secret\" \"each\" {\n  for_each = var.names\n  name     = \"shop/${each.key}\"\n}\n");
        box.Run("inventory", "check").Output.ShouldNotContain("SG3008", customMessage: "whatever the list of names is, it may be in it");
    }

    /// <summary>What a store cannot have under any circumstances is told before anybody asks it.</summary>
    [Fact]
    public void Check_TellsNamesThatAStoreCannotHave()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", """
            stores:
              vault: { type: azure-key-vault, address: https://shop.vault.azure.net }
              cluster: { type: kubernetes, namespace: shop }
            secrets:
              db/password: { store: vault, consumers: [api] }
              db-password: { store: vault, consumers: [api] }
              DB_Password: { store: cluster, consumers: [api] }
              mail.token: { store: cluster, consumers: [api] }
            """).Commit();
        Sandbox.Outcome told = box.RunWhole("inventory", "check");
        told.ExitCode.ShouldBe(1, told.Error);
        told.Output.ShouldContain("'db/password' cannot be a name in vault: it has 1 to 127 letters, digits and '-'");
        told.Output.ShouldContain("'shop/DB_Password' cannot be a name in cluster: ");
        told.Output.ShouldContain(": 2 findings");
    }

    [Fact]
    public void Check_KnowsWhatTheClusterMakes_AndWhatIsToRotate()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", """
            version: 1
            environments: { dev: { values: { SPACE: shop-dev } } }
            stores: { cluster: { type: kubernetes, namespace: "${SPACE}" } }
            policies: { token: { rotation: { every: 30d, automation: rotate.sh } } }
            secrets:
              made: { origin: operator }
              first: { category: token, consumers: [api] }
              second: { category: token, consumers: [api] }
            """);
        box.Write("run.sh", "kubectl get secret -n shop-dev made\nkubectl get secret -n shop-dev first\n").Commit();
        Sandbox.Outcome told = box.Run("inventory", "check");
        told.ExitCode.ShouldBe(1, told.Error);
        told.Output.ShouldContain("4:58 medium What is to rotate the secret is not there [rotation-automation-missing] SG3005");
        told.Output.ShouldContain(": 1 finding");
        box.Write("rotate.sh", "exit\n");
        box.Run("inventory", "check").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Init_DeclaresWhatIsReferredTo()
    {
        using var box = new Sandbox();
        box.Write("compose.yaml", Compose).Write("deploy/db.yaml", """
            apiVersion: external-secrets.io/v1
            kind: SecretStore
            metadata: { name: main }
            spec: { provider: { vault: { server: "https://vault.example.net", path: kv } } }
            ---
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: { name: db }
            spec:
              secretStoreRef: { name: main }
              data:
                - { secretKey: password, remoteRef: { key: shop/db, property: password } }
                - { secretKey: user, remoteRef: { key: shop/db, property: user } }
            """).Commit();
        box.Run("inventory", "check").Error.ShouldContain("'secretguard inventory init' writes a first declaration");
        Sandbox.Outcome drafted = box.Run("inventory", "init", "--dry-run");
        drafted.Output.ReplaceLineEndings("\n").ShouldBe("""
            stores:
              main:
                type: hashicorp-vault
                address: 'https://vault.example.net'
                mount: kv
              variables:
                type: dotenv
                path: '.env'

            secrets:
              DB_PASSWORD:
                store: variables
                consumers: [service/api]
              MAIL_TOKEN:
                store: variables
                consumers: [service/api]
              shop/db:
                store: main
                fields: [password, user]
                consumers: [ExternalSecret/db]

            """.ReplaceLineEndings("\n"));
        box.Run("inventory", "init").ExitCode.ShouldBe(0);
        box.Run("inventory", "check").ExitCode.ShouldBe(0);
        box.Run("inventory", "init").ExitCode.ShouldBe(2);
    }
}
