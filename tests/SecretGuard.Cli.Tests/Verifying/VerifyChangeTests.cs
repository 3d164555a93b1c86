using System.Text.RegularExpressions;
using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>What a change adds to what is referred to, and that nothing else is asked about.</summary>
public sealed partial class VerifyChangeTests
{
    private const string Compose = "services:\n  api:\n    environment:\n      DB_PASSWORD: ${DB_PASSWORD}\n";

    private const string Declared = """
        environments: { dev: , prod: }
        stores: { variables: { type: dotenv, path: "env/${ENV}.env" } }
        secrets:
          OLD_KEY: { owner: team-a }
        """;

    [Fact]
    public void Comment_ShowsTheMatrixOfTheChangeAlone()
    {
        using Sandbox box = Branch();
        box.Write("compose.yaml", "# a line moves the others\n" + Compose + "      MAIL_TOKEN: ${MAIL_TOKEN}\n");
        box.Write("secretguard.yml", Declared + "\n  PAYMENT_KEY: { environments: [dev] }\n").Commit();
        Sandbox.Outcome verified = box.Run("verify", "--diff", "main", "--format", "markdown");
        verified.ExitCode.ShouldBe(1, verified.Error);
        Elapsed().Replace(verified.Output, "N s").ShouldMatchApproved(settings => settings.SubFolder("../Approved").NoDiff());
        verified.Output.ShouldNotContain("OLD_KEY");
        verified.Output.ShouldNotContain("DB_PASSWORD");
    }

    [Theory]
    [InlineData("text", "adds 1 reference to what main has: it is in dev, 1 missing in prod; what it has is not verified SG9008")]
    [InlineData("json", "adds 1 reference to what main has: it is in dev, 1 missing in prod")]
    [InlineData("sarif", "adds 1 reference to what main has: it is in dev, 1 missing in prod")]
    [InlineData("html", "adds 1 reference to what main has: it is in dev, 1 missing in prod")]
    [InlineData("junit", "adds 1 reference to what main has: it is in dev, 1 missing in prod")]
    [InlineData("github", "adds 1 reference to what main has: it is in dev, 1 missing in prod")]
    [InlineData("azure", "adds 1 reference to what main has: it is in dev, 1 missing in prod")]
    public void EveryFormat_SaysWhatIsAdded(string format, string expected)
    {
        using Sandbox box = Branch();
        box.Write("compose.yaml", Compose + "      MAIL_TOKEN: ${MAIL_TOKEN}\n");
        Sandbox.Outcome verified = box.Run("verify", "--diff", "main", "--format", format);
        verified.ExitCode.ShouldBe(1, verified.Error);
        verified.Output.ShouldContain(expected);
        verified.Output.ShouldNotContain("OLD_KEY");
    }

    /// <summary>What changes, and what is said of it.</summary>
    public static TheoryData<string, string, string> Changes => new()
    {
        { "README.md", "# nothing of interest", "adds no reference to what main has" },
        { "compose.yaml", "\n\n" + Compose, "adds no reference to what main has" },
        { "compose.yaml", Compose.Replace("DB_PASSWORD: ", "PASSWORD: ", StringComparison.Ordinal), "adds no reference to what main has" },
        { "compose.yaml", Compose + "      MAIL_TOKEN: ${MAIL_TOKEN}\n      DEV_TOKEN: ${DEV_TOKEN}\n", "adds 2 references to what main has: both in dev, 2 missing in prod" },
        { "more/compose.yaml", Compose, "adds 1 reference to what main has: it is in dev, it is in prod" },
        { "secretguard.yml", Declared.Replace("team-a", "team-b", StringComparison.Ordinal), "adds 1 reference to what main has: 1 missing in dev, 1 missing in prod" },
        { "secretguard.yml", "# a line moves the others\n" + Declared, "adds no reference to what main has" },
        { "secretguard.yml", Declared + "\n  MAIL_TOKEN: { anyOf: DB_PASSWORD }\n  DB_PASSWORD: { anyOf: MAIL_TOKEN }", "adds 2 references to what main has: both in dev, 1 in prod" },
        { "secretguard.yml", Declared.Replace("prod: }", "prod: , test: { paths: [deploy/**] } }", StringComparison.Ordinal), "adds 2 references to what main has: 2 not verified in test" },
        { "secretguard.yml", Declared.Replace("env/${ENV}", "env/new-${ENV}", StringComparison.Ordinal), "adds 2 references to what main has: 2 not verified in dev, 2 not verified in prod" },
        { "deploy.yaml", "kind: Pod\napiVersion: v1\nmetadata: { name: a }\nspec: { containers: [ { name: a, env: [ { name: A, valueFrom: { secretKeyRef: { name: db, key: a } } } ] } ] }\n", "adds 1 reference to what main has: 1 not verified in dev, 1 not verified in prod" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Change_IsComparedByWhatIsReferredTo(string path, string text, string expected)
    {
        using Sandbox box = Branch();
        box.Write(path, text);
        Sandbox.Outcome uncommitted = box.Run("verify", "--diff", "main", "--on-unreachable", "warn");
        uncommitted.Output.ShouldContain(expected + "; what it has", customMessage: uncommitted.Error);
        box.Commit();
        box.Run("verify", "--diff", "main", "--on-unreachable", "warn").Output.ShouldContain(expected + "; what it has");
        box.Run("verify", "--diff", "HEAD").Output.ShouldContain("adds no reference to what HEAD has");
    }

    [Fact]
    public void Base_IsWhereTheBranchesPart()
    {
        using Sandbox box = Branch();
        box.Write("compose.yaml", Compose + "      MAIL_TOKEN: ${MAIL_TOKEN}\n").Commit();
        box.Git("checkout", "--quiet", "main");
        box.Write("compose.yaml", "services: {}\n").Commit();
        box.Git("checkout", "--quiet", "change");
        box.Run("verify", "--diff", "main").Output.ShouldContain("adds 1 reference to what main has: it is in dev, 1 missing in prod");
    }

    [Fact]
    public void WhatAChangeBreaks_IsNew()
    {
        const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: { name: api, namespace: shop }\nspec:\n  containers:\n    - name: api\n      env:\n        - name: A\n          valueFrom: { secretKeyRef: { name: db, key: password } }\n";
        const string Filled = "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: db, namespace: shop }\nspec:\n  secretStoreRef: { name: main }\n  data:\n    - secretKey: password\n      remoteRef: { key: kv/shop/db, property: password }\n";
        using var box = new Sandbox();
        box.Write("pod.yaml", Pod).Write("external.yaml", Filled).Commit();
        box.Write("external.yaml", Filled.Replace("secretKey: password", "secretKey: pass", StringComparison.Ordinal));
        Sandbox.Outcome verified = box.Run("verify", "--diff", "main");
        verified.ExitCode.ShouldBe(1, verified.Error);
        verified.Output.ShouldContain("SG2002");
        verified.Output.ShouldContain("1 broken");
    }

    [Fact]
    public void Code_IsNewWhereItsLineIs()
    {
        using var box = new Sandbox();
        box.Write("src/Shop.csproj", "<Project />").Write(".gitignore", "obj/\n").Write("src/Program.cs", "_ = \"Db:Password\";\n").Commit();
        box.Write("src/Program.cs", "_ = 1;\n  _ = \"Db:Password\";\n_ = \"Mail:Token\";\n").Write("src/obj/secretguard.inventory.json", InventoryFormat.Write(
        [
            new(new(StoreTypes.Configuration, ReferenceKinds.Configuration, "Db:Password") { IsSecret = true }, new Location("src/Program.cs", 2, 7, 2, 20), "Shop"),
            new(new(StoreTypes.Configuration, ReferenceKinds.Configuration, "Mail:Token") { IsSecret = true }, new Location("src/Program.cs", 3, 5, 3, 17), "Shop"),
        ]));
        Sandbox.Outcome verified = box.Run("verify", "--diff", "main");
        verified.Output.ShouldContain("adds 1 reference to what main has: 1 missing;");
        verified.Output.ShouldNotContain("Db:Password");
    }

    [Fact]
    public void Declaration_OfBefore_JudgesWhatIsNew()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "stores: { v: { type: dotenv, path: v.env } }\nsecrets: { MAIL_TOKEN: { owner: team-mail } }\n").Write(".gitignore", "*.env\n").Commit();
        box.Write("v.env", "OTHER=1\n").Write("compose.yaml", Compose.Replace("DB_PASSWORD", "MAIL_TOKEN", StringComparison.Ordinal));
        Sandbox.Outcome verified = box.Run("verify", "--diff", "main");
        verified.Output.ShouldContain("(owner: team-mail)");
        verified.Output.ShouldContain(": 1 finding,");
    }

    [Theory]
    [InlineData("mian", "--diff: 'mian' is no commit of this repository; fetch it with its history (GitHub Actions: fetch-depth: 0;")]
    [InlineData("--all", "is no commit of this repository")]
    [InlineData("", "--diff: the name of the base is empty; is a variable not set?")]
    [InlineData("other", "--diff: 'other' and what is checked out have no commit in common here; fetch it with its history")]
    public void Base_ThatIsNotHere_IsAnError(string name, string expected)
    {
        using Sandbox box = Branch();
        box.Git("checkout", "--quiet", "--orphan", "other");
        box.Commit("another first commit");
        box.Git("checkout", "--quiet", "change");
        Sandbox.Outcome verified = name.Length == 0 ? box.Run("verify", "--diff", name) : box.Run("verify", $"--diff={name}");
        (verified.ExitCode, verified.Error.Contains(expected, StringComparison.Ordinal)).ShouldBe((2, true), verified.Error);
    }

    [Fact]
    public void WithoutARepository_ItIsAnError()
    {
        using var box = new Sandbox(git: false);
        Sandbox.Outcome verified = box.Run("verify", "--diff", "main");
        (verified.ExitCode, verified.Error.Contains("--diff needs git and a repository", StringComparison.Ordinal)).ShouldBe((2, true), verified.Error);
    }

    /// <summary>A branch over a main branch that refers to two secrets, of which one is nowhere.</summary>
    private static Sandbox Branch()
    {
        var box = new Sandbox();
        string secret = box.Secret();
        box.Write("compose.yaml", Compose).Write("secretguard.yml", Declared).Write(".gitignore", "env/\n").Commit();
        box.Git("checkout", "--quiet", "-b", "change");
        box.Write("env/dev.env", $"DB_PASSWORD={secret}\nMAIL_TOKEN={secret}\nDEV_TOKEN={secret}\n").Write("env/prod.env", $"DB_PASSWORD={secret}\n");
        return box;
    }

    [GeneratedRegex(@"[0-9]+\.[0-9]+ s", RegexOptions.None, 1000)]
    private static partial Regex Elapsed();
}
