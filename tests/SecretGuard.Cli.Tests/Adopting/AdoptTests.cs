using System.Text;
using System.Text.Json;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Tests.Vault;
using SecretGuard.TestKit;

namespace SecretGuard.Cli.Tests.Adopting;

/// <summary>What <c>adopt</c> plans, writes and refuses; as the program that users run.</summary>
public sealed class AdoptTests
{
    private const string Stores = """
        version: 1 # mine
        stores:
          vault: { type: hashicorp-vault, address: "‹address›", mount: secret }

        """;

    private static string Schema => File.ReadAllText(Path.Combine(Sandbox.Repository, "scanner", "SecretGuard.Reporting", "Schemas", "adopt.schema.json"));

    [Fact]
    public async Task Finding_IsPlannedThenDone_AndTheInventoryIsContent()
    {
        var vault = new FakeVault();
        await using LoopbackServer server = await vault.StartAsync();
        using var box = new Sandbox();
        string old = box.Secret(), issued = box.Secret();
        box.Write("secretguard.yml", Stores.Replace("‹address›", server.Address, StringComparison.Ordinal))
            .Write("src/Shop.csproj", "<Project />\n")
            .Write("src/appsettings.json", $$"""{ "GitHub": { "Token": "{{old}}" }, "Copy": "{{old}}" }""").Commit();

        Sandbox.Outcome plan = Run(box, vault, null, "adopt", "src/appsettings.json:1:25", "--to", "vault", "--key", "shop/github");
        plan.ExitCode.ShouldBe(1, plan.Error);
        plan.Output.ReplaceLineEndings("\n").ShouldBe("""
            adopt: src/appsettings.json:1:25 github-pat-classic as 'shop/github'
              create: vault 'secret/shop/github': what is given
              declare: secretguard.yml: shop/github: { store: vault, consumers: [Shop] }
              rewrite: src/appsettings.json: 'GitHub:Token' becomes ""
              history: the commit that is checked out holds the value, and its history keeps it: whoever has the repository knows it
              then: revoke the old value where it was issued
              then: let 'GitHub:Token' come from vault where the program runs
              then: the same value stands in line 1 too: secretguard scan src/appsettings.json
              then: secretguard git (where the history has it)
              then: secretguard verify --leaks (whether a store still serves it)
            3 steps to do; nothing is done without --apply

            """.ReplaceLineEndings("\n"));
        (vault.Engine.Versions.Count, box.Output("status", "--porcelain")).ShouldBe((0, ""));

        Sandbox.Outcome applied = Run(box, vault, issued + "\n", "adopt", "src/appsettings.json:1:25", "--to", "vault", "--key", "shop/github", "--stdin", "--apply", "--record", "adopt.json");
        applied.ExitCode.ShouldBe(0, applied.Output + applied.Error);
        applied.Output.ReplaceLineEndings("\n").ShouldContain("""
              written: vault 'secret/shop/github' version 1: what is given
                to go back: vault kv metadata delete -mount=secret shop/github
              written: secretguard.yml: shop/github: { store: vault, consumers: [Shop] }
              written: src/appsettings.json: 'GitHub:Token' becomes ""
            """.ReplaceLineEndings("\n"));
        applied.Output.ShouldEndWith("3 steps done\n");
        JsonDocument.Parse(vault.Engine.Current("secret/shop/github")!).RootElement.GetProperty("value").GetString().ShouldBe(issued);
        box.Read("src/appsettings.json").ShouldBe($$"""{ "GitHub": { "Token": "" }, "Copy": "{{old}}" }""");
        box.Read("secretguard.yml").ShouldBe(Stores.Replace("‹address›", server.Address, StringComparison.Ordinal) + "\nsecrets:\n  shop/github: { store: vault, consumers: [Shop] }\n");
        string schema = Schema, record = box.Read("adopt.json");
        JsonSchemaCheck.Errors(schema, record).ShouldBeEmpty(record);
        Sandbox.Outcome check = box.Run("inventory", "check");
        check.ExitCode.ShouldBe(0, check.Output);

        Sandbox.Outcome again = Run(box, vault, issued, "adopt", "src/appsettings.json:1:25", "--to", "vault", "--key", "shop/github", "--stdin", "--apply");
        (again.ExitCode, again.Error.Contains("nothing is found at 'src/appsettings.json:1:25' (any more); the file has secrets at 1:", StringComparison.Ordinal)).ShouldBe((2, true), again.Error);
        Sandbox.Outcome json = Run(box, vault, null, "adopt", "src/appsettings.json", "--to", "vault", "--key", "other", "--format", "json");
        JsonSchemaCheck.Errors(schema, json.Output).ShouldBeEmpty(json.Output);
        foreach (string value in new[] { old, issued, vault.Token })
        {
            (plan.Output + plan.Error + applied.Output + applied.Error + record + again.Error + json.Output + box.Read("secretguard.yml")).ShouldNotContain(value);
        }
    }

    [Theory]
    [InlineData("utf-8", true, "\r\n")]
    [InlineData("utf-8", false, "")]
    [InlineData("utf-16", true, "\r\n")]
    [InlineData("utf-16BE", true, "\n")]
    [InlineData("iso-8859-1", false, "\n")]
    public void EveryOtherByte_Stays(string encoding, bool hasMark, string end)
    {
        using var box = new Sandbox(git: false);
        var bytes = Encoding.GetEncoding(encoding);
        string text = $"# größe{end}A=1{end}TOKEN=‹› # ä{end}", old = box.Secret();
        text = end.Length == 0 ? "größe=1\nTOKEN=‹›" : text;
        byte[] File(string value) => [.. hasMark ? bytes.GetPreamble() : [], .. bytes.GetBytes(text.Replace("‹›", value, StringComparison.Ordinal))];
        box.Write("app.env", File(old));
        string path = Path.Combine(box.Root, "app.env");
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead);
        }

        Sandbox.Outcome done = box.Run("adopt", "app.env", "--to", "files:run", "--key", "token", "--keep-value", "--apply");
        done.ExitCode.ShouldBe(0, done.Output + done.Error);
        System.IO.File.ReadAllBytes(path).ShouldBe(File(""));
        box.Read("run/token").ShouldBe(old);
        (done.Output + done.Error).ShouldNotContain(old);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead);
            System.IO.File.GetUnixFileMode(Path.Combine(box.Root, "secretguard.yml")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }

    [Fact]
    public void Code_GetsWhatTheCodeFixWrites_AndWhatOnlyTheCompilerKnowsIsLeft()
    {
        using var box = new Sandbox(git: false);
        string first = box.Secret(), second = box.Secret();
        box.Write("src/Shop.csproj", "<Project><PropertyGroup><ImplicitUsings>enable</ImplicitUsings></PropertyGroup></Project>\n");
        box.Write("src/Keys.cs", $"class Keys\n{{\n    readonly string _gitHubToken = \"{first}\";\n    const string Other = \"{second}\";\n}}\n");
        Sandbox.Outcome done = box.Run("adopt", "src/Keys.cs:3", "--to", "dotenv:.env", "--key", "GIT_HUB_TOKEN", "--name", "GIT_HUB_TOKEN", "--keep-value", "--apply");
        done.ExitCode.ShouldBe(0, done.Output + done.Error);
        box.Read("src/Keys.cs").ShouldContain("    readonly string _gitHubToken = Environment.GetEnvironmentVariable(\"GIT_HUB_TOKEN\") ?? throw new InvalidOperationException(\"Set GIT_HUB_TOKEN.\");\n");
        Sandbox.Outcome left = box.Run("adopt", "src/Keys.cs:4", "--to", "dotenv:.env", "--key", "OTHER", "--keep-value", "--apply");
        left.ExitCode.ShouldBe(1, left.Output + left.Error);
        left.Output.ShouldContain("  by hand: src/Keys.cs\n    why: a constant is needed here: the code fix of SG1001 does it in an editor");
        left.Output.ShouldEndWith("2 steps done, 1 left\n");
        box.Read("src/Keys.cs").ShouldContain(second);
        (box.Read(".env"), box.Read("secretguard.yml")).ShouldBe(($"GIT_HUB_TOKEN={first}\nOTHER={second}\n", "version: 1\n\nstores:\n  dotenv: { type: dotenv, path: '.env' }\n\nsecrets:\n  GIT_HUB_TOKEN: { store: dotenv, consumers: [Shop] }\n  OTHER: { store: dotenv, consumers: [Shop] }\n"));
        (done.Output + left.Output).ShouldNotContain(first);
        (done.Output + left.Output).ShouldNotContain(second);
    }

    [Fact]
    public void UserSecrets_AreThoseOfTheProject()
    {
        using var box = new Sandbox(git: false);
        string old = box.Secret(), issued = box.Secret();
        box.Write("src/Shop.csproj", "<Project><PropertyGroup><UserSecretsId>shop-1</UserSecretsId></PropertyGroup></Project>\n").Write("src/appsettings.json", $$"""{ "GitHub": { "Token": "{{old}}" } }""");
        (string, string?)[] home = [("HOME", box.Root), ("APPDATA", null)];
        Sandbox.Outcome done = box.Run(["adopt", "src/appsettings.json:1", "--to", "user-secrets", "--key", "GitHub:Token", "--stdin", "--apply"], issued, home);
        done.ExitCode.ShouldBe(0, done.Output + done.Error);
        JsonDocument.Parse(box.Read(".microsoft/usersecrets/shop-1/secrets.json")).RootElement.GetProperty("GitHub:Token").GetString().ShouldBe(issued);
        box.Read("secretguard.yml").ShouldContain("  user-secrets: { type: user-secrets, id: shop-1 }\n");
        done.Output.ShouldNotContain("then: let");
        box.Run(["verify"], null, home).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void WhatStandsInTheStore_IsNotReplacedUnasked()
    {
        using var box = new Sandbox(git: false);
        string old = box.Secret(), issued = box.Secret(), other = box.Secret();
        string[] line = ["adopt", "app.env", "--to", "files:run", "--key", "token"];
        box.Write("app.env", $"TOKEN={old}\n").Write("run/token", other);
        Sandbox.Outcome refused = box.Pipe(Encoding.UTF8.GetBytes(issued), [.. line, "--stdin", "--apply"]);
        (refused.ExitCode, refused.Output.Contains("refuse: files 'token'\n    why: another value is there; --stored leaves it and does the rest, --overwrite replaces it\n", StringComparison.Ordinal), box.Read("run/token")).ShouldBe((1, true, other), refused.Output + refused.Error);
        refused.Output.ShouldEndWith("nothing was done: its value cannot go into the store\n");
        (box.Read("app.env"), File.Exists(Path.Combine(box.Root, "secretguard.yml"))).ShouldBe(($"TOKEN={old}\n", false));
        box.Run([.. line]).Output.ShouldContain("why: a value is there; --stored leaves it");

        Sandbox.Outcome replaced = box.Pipe(Encoding.UTF8.GetBytes(issued), [.. line, "--stdin", "--apply", "--overwrite"]);
        (replaced.ExitCode, box.Read("run/token"), box.Read("app.env")).ShouldBe((0, issued, "TOKEN=\n"), replaced.Output + replaced.Error);

        box.Write("app.env", $"TOKEN={old}\n");
        Sandbox.Outcome stored = box.Run([.. line, "--stored", "--apply"]);
        (stored.ExitCode, box.Read("run/token"), box.Read("app.env")).ShouldBe((0, issued, "TOKEN=\n"), stored.Output + stored.Error);
        stored.Output.ShouldContain("  keep: files 'token'\n  keep: secretguard.yml\n  written: app.env: 'TOKEN' is left empty\n");
        stored.Output.ShouldContain("then: the value is known, so have a new one issued: secretguard rotate token --stdin --apply\n");

        box.Write("app.env", $"TOKEN={old}\n").Write("run/token", old);
        box.Run([.. line]).Output.ShouldContain("why: the value of the file is there; --stored leaves it");
        box.Write("run/token", "changeme");
        box.Run([.. line]).Output.ShouldContain("update: files 'token': what is given\n    why: what is there is none: it is empty, or stands for one that nobody has filled in\n");
        foreach (string value in box.Planted)
        {
            (refused.Output + replaced.Output + stored.Output).ShouldNotContain(value);
        }
    }

    [Fact]
    public void StoreThatGitWouldTake_IsNone()
    {
        using var box = new Sandbox();
        box.Write("app.config.json", $$"""{ "Token": "{{box.Secret()}}" }""").Write(".gitignore", "run\n");
        Sandbox.Outcome refused = box.Run("adopt", "app.config.json", "--to", "dotenv:.env", "--key", "TOKEN", "--keep-value", "--apply");
        (refused.ExitCode, refused.Output.Contains("why: git would take '.env' with the next commit: name it in .gitignore first", StringComparison.Ordinal)).ShouldBe((1, true), refused.Output);
        Sandbox.Outcome done = box.Run("adopt", "app.config.json", "--to", "files:run", "--key", "token", "--keep-value", "--apply");
        done.ExitCode.ShouldBe(0, done.Output + done.Error);
    }

    [Theory]
    [InlineData("adopt", 2, "Required argument 'FILE' missing for command: 'adopt'")]
    [InlineData("adopt nowhere.json:3", 2, "'nowhere.json' does not exist")]
    [InlineData("adopt .:3", 2, "'.' is a folder: name a file, as a report does")]
    [InlineData("adopt two.env", 2, "several secrets are found at 'two.env'; say which, as FILE:LINE:COLUMN: 1:3 github-pat-classic")]
    [InlineData("adopt two.env:3", 2, "nothing is found at 'two.env:3' (any more); the file has secrets at 1:3 github-pat-classic")]
    [InlineData("adopt two.env:1", 2, "--to: say which store it goes into (run, none, named); a store that is not declared is typed as TYPE:ADDRESS, such as dotenv:.env")]
    [InlineData("adopt two.env:1 --to run", 2, "--key: say under which name it goes into the store, such as --key a")]
    [InlineData("adopt two.env:1 --to rum --key a", 2, "no store is called 'rum'; did you mean 'run'?")]
    [InlineData("adopt two.env:1 --to user-secrets --key a", 2, "--to: no project is above this file, whose user secrets could be meant; name them as user-secrets:ID")]
    [InlineData("adopt two.env:1 --to run --key a --apply", 2, "say where the value comes from: --stdin takes a new one, --keep-value moves the one in the file, --stored leaves the one in the store")]
    [InlineData("adopt two.env:1 --to run --key a --stdin --stored", 2, "--stdin, --keep-value, --stored: the value comes from one of them")]
    [InlineData("adopt two.env:1 --to run --key a --stdin --apply", 2, "--stdin: nothing came in")]
    [InlineData("adopt two.env:1 --to run --key a --id known", 2, "--id: 'known' is another secret in secretguard.yml; say which name this one gets")]
    [InlineData("adopt two.env:1 --to run --key known --id a", 2, "--id: 'known' in 'run' is declared as 'known' already")]
    [InlineData("adopt two.env:1 --id known", 1, "create: run 'known': what is given\n  keep: secretguard.yml")]
    [InlineData("adopt two.env:1 --to run --key a --stored", 1, "refuse: run 'a'\n    why: no value is there that could stay")]
    [InlineData("adopt two.env:1 --to run --key ../a", 1, "refuse: run '../a'\n    why: '../a' cannot be a name there:")]
    [InlineData("adopt two.env:1 --to named --key a", 1, "refuse: named 'a'\n    why: 'a' cannot be a name there: 'a' is not of the form app-{name}")]
    [InlineData("adopt two.env:1 --to open --key a", 2, "open: ${NOWHERE} stands for nothing")]
    [InlineData("adopt two.env:1 --to variables --key A", 1, "why: nothing can be written to a store of type environment yet")]
    [InlineData("adopt two.env:1 --to none --key A", 3, "cannot tell: none 'A'")]
    [InlineData("adopt two.env:1 --to run --key a --reference %A%", 1, "rewrite: two.env: 'A' becomes %A%")]
    [InlineData("adopt two.env:1 --to run --key a --permissions", 0, "# run (run): no permission but to read and write it")]
    public void WhatIsNotSaid_IsSaid(string line, int exitCode, string said)
    {
        using var box = new Sandbox(git: false);
        box.Write("secretguard.yml", "version: 1\nstores: { run: { type: files, path: run }, variables: { type: environment }, none: { type: dotenv, path: run }, open: { type: files, path: \"${NOWHERE}\" }, named: { type: files, path: run, naming: 'app-{name}' } }\nsecrets: { known: { store: run } }\n")
            .Write("two.env", $"A={box.Secret()}\nB={box.Secret()}\n").Write("run/x", "x");
        Sandbox.Outcome outcome = box.Run([.. line.Split(' ')]);
        (outcome.Output + outcome.Error).ReplaceLineEndings("\n").ShouldContain(said);
        outcome.ExitCode.ShouldBe(exitCode, outcome.Output + outcome.Error);
        foreach (string value in box.Planted)
        {
            (outcome.Output + outcome.Error).ShouldNotContain(value);
        }
    }

    [Theory]
    [InlineData("changeme", "--stdin: what came in stands for a value that nobody has filled in")]
    [InlineData("‹same›", "--stdin: that is the value that stands in the file, and it is known; --keep-value moves it all the same")]
    public void ValueThatIsNone_IsRefused(string given, string said)
    {
        using var box = new Sandbox(git: false);
        string old = box.Secret();
        box.Write("a.env", $"A={old}\n");
        Sandbox.Outcome outcome = box.Pipe(Encoding.UTF8.GetBytes(given.Replace("‹same›", old, StringComparison.Ordinal)), "adopt", "a.env", "--to", "files:run", "--key", "a", "--stdin", "--apply");
        (outcome.ExitCode, outcome.Error.Contains(said, StringComparison.Ordinal), box.Read("a.env"), Directory.Exists(Path.Combine(box.Root, "run"))).ShouldBe((2, true, $"A={old}\n", false), outcome.Output + outcome.Error);
    }

    private static Sandbox.Outcome Run(Sandbox box, FakeVault vault, string? input, params string[] line) => box.Run(line, input, [("VAULT_TOKEN", vault.Token)]);
}
