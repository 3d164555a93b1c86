using System.Text;
using System.Text.Json;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Tests.Vault;

namespace SecretGuard.Cli.Tests.Rotating;

/// <summary>What <c>rotate</c> plans, writes and refuses; as the program that users run.</summary>
public sealed class RotateTests
{
    private const string Settings = """
        version: 1
        stores:
          vault: { type: hashicorp-vault, address: "‹address›", mount: secret }
          run: { type: files, path: run }
        secrets:
          jwt:
            store: vault
            mirrors: [run]
            consumers: [Deployment/api]
            rotation: { every: 30d, generate: { type: random, bits: 256, encoding: hex, field: current, previous: previous } }
          pair:
            store: vault
            rotation: { every: 30d, generate: { type: ec, bits: 384, field: private, public: public } }
        """;

    [Fact]
    public async Task VaultSecret_IsPlannedThenRenewed_AndTheValueBeforeStaysBesideIt()
    {
        var vault = new FakeVault();
        await using LoopbackServer server = await vault.StartAsync();
        using var box = new Sandbox(git: false);
        string old = box.Secret(), issuer = box.Secret();
        box.Write("secretguard.yml", Settings.Replace("‹address›", server.Address, StringComparison.Ordinal));
        vault.Engine.Put("secret/jwt", JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["current"] = old, ["issuer"] = issuer }));

        Sandbox.Outcome plan = Run(box, vault, "jwt", "pair");
        plan.ExitCode.ShouldBe(1, plan.Error);
        plan.Output.ReplaceLineEndings("\n").ShouldBe("""
            renew: jwt (vault 'secret/jwt')
              current   256 random bits as hex
              previous  what is in 'current' now
              issuer    as it is
              then: secretguard sync --from vault --to run --only jwt --overwrite --apply
              then: let its consumers read it anew: Deployment/api
            create: pair (vault 'secret/pair')
              private  a key on the curve P-384
              public   its public part
            2 secrets to rotate; nothing is done without --apply

            """.ReplaceLineEndings("\n"));
        vault.Engine.Versions.Count.ShouldBe(1);

        Sandbox.Outcome applied = Run(box, vault, "jwt", "pair", "--apply", "--record", "rotate.json");
        applied.ExitCode.ShouldBe(0, applied.Output + applied.Error);
        applied.Output.ReplaceLineEndings("\n").ShouldBe("""
            written: jwt (vault 'secret/jwt') version 1 → 2
              to go back: vault kv rollback -mount=secret -version=1 jwt
              then: secretguard sync --from vault --to run --only jwt --overwrite --apply
              then: let its consumers read it anew: Deployment/api
            written: pair (vault 'secret/pair') version 1
              to go back: vault kv metadata delete -mount=secret pair
            2 secrets rotated

            """.ReplaceLineEndings("\n"));
        JsonElement jwt = Value(vault, "jwt");
        (jwt.GetProperty("previous").GetString(), jwt.GetProperty("issuer").GetString()).ShouldBe((old, issuer));
        string made = jwt.GetProperty("current").GetString()!;
        Convert.FromHexString(made).Length.ShouldBe(32);
        JsonElement[] record = [.. JsonDocument.Parse(box.Read("rotate.json")).RootElement.GetProperty("secrets").EnumerateArray()];
        record.Select(row => $"{row.GetProperty("id")} {row.GetProperty("action")} {row.GetProperty("state")}").ShouldBe(["jwt renew written", "pair create written"]);
        foreach (string value in new[] { old, issuer, made, vault.Token, Value(vault, "pair").GetProperty("private").GetString()! })
        {
            (plan.Output + plan.Error + applied.Output + applied.Error + box.Read("rotate.json")).ShouldNotContain(value);
        }
    }

    [Fact]
    public void WhatWasChangedAMomentAgo_IsNotRenewedByMistake()
    {
        using var box = new Sandbox(git: false);
        string old = box.Secret();
        box.Write("secretguard.yml", "version: 1\nstores: { run: { type: files, path: run } }\nsecrets: { key: { rotation: { every: 30d, grace: 2h, generate: random } } }\n").Write("run/key", old);
        Sandbox.Outcome refused = box.Run("rotate", "key", "--apply");
        (refused.ExitCode, box.Read("run/key")).ShouldBe((1, old), refused.Output + refused.Error);
        refused.Output.ShouldContain("who still has the value before would be locked out: wait until 2h have gone by, or say --again");
        Age(box, "run/key", TimeSpan.FromHours(3));
        box.Run("rotate", "key", "--apply").ExitCode.ShouldBe(0);
        string second = box.Read("run/key");
        second.ShouldNotBe(old);
        box.Run("rotate", "key", "--apply").ExitCode.ShouldBe(1);
        box.Read("run/key").ShouldBe(second);
        box.Run("rotate", "key", "--apply", "--again").ExitCode.ShouldBe(0);
        box.Read("run/key").ShouldNotBe(second);
    }

    [Fact]
    public void ValueOfSomebodyElse_ComesFromStandardInput()
    {
        using var box = new Sandbox(git: false);
        string old = box.Secret(), issued = box.Secret(), other = box.Secret();
        box.Write("secretguard.yml", "version: 1\nstores: { run: { type: files, path: run } }\nsecrets: { key: {}, pair: { fields: [user, password] } }\n").Write("run/key", old).Write("run/pair", $$"""{ "user": "app", "password": "{{old}}" }""");
        Age(box, "run/key", TimeSpan.FromDays(1));
        Age(box, "run/pair", TimeSpan.FromDays(1));
        Sandbox.Outcome nothing = box.Pipe([], "rotate", "key", "--stdin", "--apply");
        (nothing.ExitCode, nothing.Output, nothing.Error.Contains("--stdin: nothing came in", StringComparison.Ordinal), box.Read("run/key")).ShouldBe((2, "", true, old));
        Sandbox.Outcome plan = box.Pipe([], "rotate", "key", "--stdin");
        (plan.ExitCode, plan.Output.Contains("what was given", StringComparison.Ordinal)).ShouldBe((1, true), plan.Output + plan.Error);
        Sandbox.Outcome applied = box.Pipe(Encoding.UTF8.GetBytes(issued + "\n"), "rotate", "key", "--stdin", "--apply");
        (applied.ExitCode, box.Read("run/key")).ShouldBe((0, issued), applied.Output + applied.Error);

        Sandbox.Outcome same = box.Pipe(Encoding.UTF8.GetBytes(issued), "rotate", "key", "--stdin", "--apply", "--again");
        (same.ExitCode, same.Output.Contains("already there: key", StringComparison.Ordinal)).ShouldBe((1, true), same.Output + same.Error);

        Sandbox.Outcome whole = box.Pipe(Encoding.UTF8.GetBytes(other), "rotate", "pair", "--stdin", "--apply");
        (whole.ExitCode, whole.Output.Contains("it has the fields 'password', 'user': say with 'field' which is new", StringComparison.Ordinal)).ShouldBe((1, true), whole.Output + whole.Error);
        Sandbox.Outcome field = box.Pipe(Encoding.UTF8.GetBytes(other), "rotate", "pair", "--stdin", "--field", "password", "--apply");
        field.ExitCode.ShouldBe(0, field.Output + field.Error);
        JsonElement pair = JsonDocument.Parse(box.Read("run/pair")).RootElement;
        (pair.GetProperty("user").GetString(), pair.GetProperty("password").GetString()).ShouldBe(("app", other));
        foreach (string value in box.Planted)
        {
            (plan.Output + applied.Output + applied.Error + whole.Output + field.Output + field.Error).ShouldNotContain(value);
        }
    }

    [Fact]
    public void Command_PrintsTheValueOrPutsItThere_AndNothingOfItIsShown()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "scripts of a POSIX shell");
        using var box = new Sandbox(git: false);
        string old = box.Secret(), issued = box.Secret(), put = box.Secret();
        box.Write("secretguard.yml", """
            version: 1
            stores: { run: { type: files, path: run } }
            secrets:
              prints: { rotation: { every: 30d, generate: { type: command, run: [sh, issue.sh] } } }
              puts: { rotation: { every: 30d, command: [./put.sh] } }
              idle: { rotation: { every: 30d, command: ["true"] } }
              fails: { rotation: { every: 30d, generate: { type: command, run: [sh, fail.sh] } } }
              absent: { rotation: { every: 30d, command: [./nowhere.sh] } }
              endless: { rotation: { every: 30d, generate: { type: command, run: [sh, endless.sh] } } }
            """);
        foreach (string name in new[] { "prints", "puts", "idle", "fails", "absent", "endless" })
        {
            Age(box.Write($"run/{name}", old), $"run/{name}", TimeSpan.FromDays(1));
        }

        box.Write("issue.sh", $"echo '{issued}'; echo '{put}' >&2\n").Write("fail.sh", $"echo '{issued}'; echo '{put}' >&2; exit 4\n");
        box.Write("endless.sh", $"sleep 60 & echo '{issued}'\n");
        box.Write("put.sh", $"#!/bin/sh\nprintf %s '{put}' > run/$SECRETGUARD_NAME\necho \"$SECRETGUARD_SECRET '{put}'\"\n");
        box.Shell($"chmod 500 {box.Root}/put.sh");
        Sandbox.Outcome plan = box.Run("rotate", "puts");
        (plan.ExitCode, plan.Output.Contains("run: puts (run 'puts')\n  ./put.sh", StringComparison.Ordinal)).ShouldBe((1, true), plan.Output);
        Sandbox.Outcome done = box.Run("rotate", "prints", "puts", "idle", "fails", "absent", "endless", "--apply");
        done.ExitCode.ShouldBe(3, done.Error);
        (box.Read("run/prints"), box.Read("run/puts"), box.Read("run/idle"), box.Read("run/fails")).ShouldBe((issued, put, old, old));
        done.Output.ShouldContain("failed: idle (run 'idle')\n  why: 'true' came to its end, and the store holds what it held");
        done.Output.ShouldContain("failed: fails (run 'fails')\n  why: 'sh' ended with 4; what it wrote is not shown, for it may hold a value: run it by hand to see it");
        done.Output.ShouldContain("failed: absent (run 'absent')\n  why: './nowhere.sh' cannot be started: ");
        done.Output.ShouldContain("failed: endless (run 'endless')\n  why: 'sh' printed nothing that is a value: no text, too much of it, or one without an end");
        box.Read("run/endless").ShouldBe(old);
        done.Output.ShouldEndWith("2 secrets rotated, 4 not\n");
        foreach (string value in box.Planted)
        {
            (done.Output + done.Error).ShouldNotContain(value);
        }
    }

    [Fact]
    public void CommandThatHangs_IsEndedWithAllThatItStarted_AndWhatStandsIsSaid()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "scripts of a POSIX shell");
        using var box = new Sandbox(git: false);
        string old = box.Secret(), put = box.Secret();
        box.Write("secretguard.yml", """
            version: 1
            stores: { run: { type: files, path: run } }
            secrets:
              half: { rotation: { every: 30d, command: [sh, half.sh] } }
              waits: { rotation: { every: 30d, command: [sh, wait.sh] } }
              issues: { rotation: { every: 30d, generate: { type: command, run: [sh, wait.sh] } } }
            """).Write("half.sh", $"printf %s '{put}' > run/half\nsleep 1000\n").Write("wait.sh", "sleep 1000 &\necho $! > child\nwait\n");
        foreach (string name in new[] { "half", "waits", "issues" })
        {
            Age(box.Write($"run/{name}", old), $"run/{name}", TimeSpan.FromDays(1));
        }

        Sandbox.Outcome done = box.Run("rotate", "half", "waits", "issues", "--apply", "--command-timeout", "2");
        done.ExitCode.ShouldBe(3, done.Error);
        done.Output.ShouldContain("failed: half (run 'half')\n  why: 'sh' took longer than 2 s, and was ended with what it had started; --command-timeout gives it more; the store holds something else now: see by hand whether who checks it has that too");
        done.Output.ShouldContain("failed: waits (run 'waits')\n  why: 'sh' took longer than 2 s, and was ended with what it had started; --command-timeout gives it more; the store holds what it held");
        done.Output.ShouldContain("failed: issues (run 'issues')\n  why: 'sh' took longer than 2 s");
        box.Read("run/issues").ShouldBe(old);
        string child = $"/proc/{box.Read("child").Trim()}/stat";
        (File.Exists(child) && !File.ReadAllText(child).Contains(") Z", StringComparison.Ordinal)).ShouldBeFalse("what the program started has ended too");
        box.Run("rotate", "half", "--command-timeout", "soon").Error.ShouldContain("--command-timeout: 'soon' is no number of seconds");
    }

    [Fact]
    public void Due_RotatesWhatIsDue_AndNamesWhatPeopleDo()
    {
        using var box = new Sandbox(git: false);
        string old = box.Secret();
        box.Write("secretguard.yml", """
            version: 1
            stores: { run: { type: files, path: run } }
            secrets:
              due: { rotation: { every: 30d, generate: { type: password, length: 40, symbols: "-_" } } }
              fresh: { rotation: { every: 90d, generate: random } }
              hand: { rotation: { every: 30d, runbook: docs/hand.md } }
              nobody: { rotation: { every: 30d } }
            """).Write("docs/hand.md", "# By hand\n1. Ask for it.\n2. Give it.\n");
        foreach (string name in new[] { "due", "fresh", "hand", "nobody" })
        {
            Age(box.Write($"run/{name}", old), $"run/{name}", TimeSpan.FromDays(40));
        }

        Sandbox.Outcome done = box.Run("rotate", "--due", "--apply");
        done.ExitCode.ShouldBe(1, done.Error);
        done.Output.ReplaceLineEndings("\n").ShouldBe("""
            written: due (run 'due')
              to go back: the store keeps no versions
            by hand: hand (run 'hand')
              why: docs/hand.md says how it is done; a value that somebody has is taken with --stdin
            by hand: nobody (run 'nobody')
              why: nothing is declared that makes its next value ('rotation: generate' or 'command'); a value that somebody has is taken with --stdin
            1 secret rotated, 2 not

            """.ReplaceLineEndings("\n"));
        box.Read("run/due").Length.ShouldBe(40);
        box.Read("run/fresh").ShouldBe(old);
    }

    [Theory]
    [InlineData("gone --apply", 2, "no secret is called 'gone' in secretguard.yml; did you mean 'gon'?")]
    [InlineData("", 2, "say which secret is to be rotated, or --due for all that are due")]
    [InlineData("gon --due", 2, "ID and --due: it is one of the two")]
    [InlineData("gon other --stdin", 2, "--stdin: one value is for one secret")]
    [InlineData("gon --field x", 2, "--field: it says what the value of --stdin is for")]
    [InlineData("made", 2, "'made' is made in the cluster (origin: helm): what makes it rotates it")]
    [InlineData("twice", 1, "create: twice (run 'twice')\n  current   256 random bits as base64url\n  previous  nothing yet")]
    [InlineData("gon --apply", 1, "refuse: gon (run 'gon')\n  why: it is not there, and nothing makes its other fields: 'user'")]
    [InlineData("one", 1, "why: it is one value, without the field 'password'")]
    [InlineData("variable", 1, "why: nothing can be written to a store of type environment yet")]
    [InlineData("weak --apply", 3, "failed: weak (run 'weak')\n  why: nothing was written: its field 'value' has fewer than the 60 characters that are declared; correct what is declared of it")]
    [InlineData("expands --apply", 2, "expands: ${variable} stands for nothing; set it under 'environments: NAME: values', or let the program read its variable")]
    [InlineData("folder", 3, "cannot tell: folder (none 'folder')")]
    [InlineData("one --permissions", 0, "# run (run): no permission but to read and write it")]
    public void WhatCannotBeRotated_IsSaid(string line, int exitCode, string said)
    {
        using var box = new Sandbox(git: false);
        box.Write("secretguard.yml", """
            version: 1
            stores: { run: { type: files, path: run }, variables: { type: environment }, none: { type: files, path: nowhere } }
            secrets:
              gon: { store: run, fields: [user, password], rotation: { every: 30d, generate: { type: password, field: password } } }
              other: { store: run }
              twice: { store: run, fields: [current, previous], rotation: { every: 30d, generate: { type: random, field: current, previous: previous } } }
              made: { store: run, origin: helm }
              one: { store: run, rotation: { every: 30d, generate: { type: password, field: password } } }
              variable: { store: variables, rotation: { every: 30d, generate: random } }
              weak: { store: run, fields: { value: { minLength: 60 } }, rotation: { every: 30d, generate: { type: random, field: value } } }
              expands: { store: run, rotation: { every: 30d, command: [sh, rotate.sh, "${variable}"] } }
              folder: { store: none, rotation: { every: 30d, generate: random } }
            """).Write("run/one", box.Secret());
        Age(box, "run/one", TimeSpan.FromDays(1));
        Sandbox.Outcome outcome = box.Run(["rotate", .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)], null, [("variable", box.Secret())]);
        (outcome.Output + outcome.Error).ReplaceLineEndings("\n").ShouldContain(said);
        outcome.ExitCode.ShouldBe(exitCode);
    }

    private static void Age(Sandbox box, string path, TimeSpan age) => File.SetLastWriteTimeUtc(Path.Combine(box.Root, path), TimeProvider.System.GetUtcNow().UtcDateTime - age);

    private static JsonElement Value(FakeVault vault, string name) => JsonDocument.Parse(vault.Engine.Current("secret/" + name)!).RootElement;

    private static Sandbox.Outcome Run(Sandbox box, FakeVault vault, params string[] more) => box.Run(["rotate", .. more], null, [("VAULT_TOKEN", vault.Token)]);
}
