using System.Globalization;
using System.Text.Json;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Tests.Rotating;

/// <summary><c>secretguard rotation</c>: how declared secrets stand to their rotation, by what their stores or the lock say.</summary>
public sealed class RotationTests
{
    private const string Declared = """
        version: 1
        environments: { dev: , prod: }
        stores:
          held: { type: inventory, path: "held-${ENV}.yaml" }
          copy: { type: inventory, path: copy.yaml }
        policies:
          database: { owner: team-data, rotation: { every: 90d, grace: 7d, automation: rotate.sh } }
          jwt: { rotation: { every: 7d, grace: 1h, method: runbook } }
        secrets:
          db: { store: held, category: database, mirrors: [copy], fields: [user, password] }
          cache: { store: held, category: database, rotation: { every: 30d }, environments: [prod] }
          signing: { store: held, category: jwt, environments: [prod] }
          licence: { store: held, rotation: { every: manual, reason: bought once }, environments: [prod] }
          loose: { store: held, environments: [prod] }
          spare: { store: held, required: false, rotation: 90d }
          made: { store: held, origin: operator }
        """;

    private static string Days(int ago) => DateTime.UtcNow.AddDays(-ago).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Sandbox Repository(int database = 100, int cache = 10)
    {
        var box = new Sandbox();
        box.Write("secretguard.yml", Declared).Write("copy.yaml", $"secrets: {{ db: {{ updated: {Days(1)}, fields: [user, password] }} }}\n");
        box.Write("held-dev.yaml", "secrets: { db: { fields: [user, password] } }\n");
        return box.Write("held-prod.yaml", $$"""
            secrets:
              db: { updated: {{Days(database)}}, fields: [user, password] }
              cache: { updated: {{Days(cache)}}, expires: {{Days(-20)}} }
              signing: { updated: {{Days(4)}} }
              licence: { updated: {{Days(500)}} }
              loose: { updated: {{Days(500)}} }

            """);
    }

    [Fact]
    public void Status_TellsEverySecretInEachEnvironment()
    {
        using Sandbox box = Repository();
        Sandbox.Outcome told = box.Run("rotation", "status");
        told.ExitCode.ShouldBe(0, told.Error);
        Cells(told.Output).ShouldBe(
        [
            "Environment Secret Every Changed Due Grace ends Ends State Owner Method Automation",
            "dev db 90d unknown team-data rotate.sh",
            $"prod db 90d {Days(100)} {Days(10)} {Days(3)} overdue team-data rotate.sh",
            $"prod signing 7d {Days(4)} {Days(-3)} {Days(-3)} due runbook",
            $"prod cache 30d {Days(10)} {Days(-20)} {Days(-20)} fresh team-data",
            $"prod licence manual {Days(500)} manual",
            $"prod loose {Days(500)} undeclared",
        ]);
        told.Output.ShouldContain("\nunknown: dev db: 'held' does not tell when it was changed\n");
        told.Output.ShouldContain($"6 secrets on {Days(0)}: 1 overdue, 1 due, 1 unknown, 1 fresh, 1 manual, 1 undeclared");
        Cells(box.Run("rotation", "status", "--env", "dev").Output).Count.ShouldBe(2);
    }

    [Fact]
    public void Lock_AnswersInPlaceOfStores()
    {
        using Sandbox box = Repository();
        string asked = box.Run("rotation", "status").Output;
        box.Run("lock").ExitCode.ShouldBe(0);
        foreach (string store in (string[])["held-dev.yaml", "held-prod.yaml", "copy.yaml"])
        {
            File.Delete(Path.Combine(box.Root, store));
        }

        box.Run("rotation", "status", "--offline").Output.ShouldBe(asked);
        Sandbox.Outcome unanswered = box.Run("rotation", "status");
        unanswered.ExitCode.ShouldBe(3);
        unanswered.Error.ShouldContain("secretguard: held (");
        unanswered.Output.ShouldContain("unknown: prod signing: ");
        box.Run("rotation", "status", "--on-unreachable", "warn").ShouldSatisfyAllConditions(warned => warned.ExitCode.ShouldBe(0), warned => warned.Error.ShouldContain("secretguard: held ("));
        box.Run("rotation", "due", "--on-unreachable", "skip").ShouldSatisfyAllConditions(skipped => skipped.ExitCode.ShouldBe(0), skipped => skipped.Error.Trim().ShouldBe("secretguard: nobody knows when dev db, dev spare, prod cache, prod db, prod licence and 3 more were changed; 'secretguard rotation status' says why"));
    }

    [Fact]
    public void Lock_ThatIsOld_IsTold_AndItsStoresRotateByThemselves()
    {
        using var box = new Sandbox();
        box.Write("secretguard.yml", "version: 1\nstores: { ring: { type: aws-secrets-manager, region: eu-west-1 } }\nsecrets: { db: {}, mail: {} }\n");
        box.Write("secretguard.lock", LockFormat.Write(
        [
            new("", "ring", ReferenceKinds.Secret, "db") { Asked = Date(-40), Updated = Date(-60), Due = Date(10) },
            new("", "ring", ReferenceKinds.Secret, "mail") { Asked = Date(-40), Updated = Date(-60), Due = Date(-1) },
        ]));
        Sandbox.Outcome told = box.Run("rotation", "due", "--offline");
        told.ExitCode.ShouldBe(1, told.Output + told.Error);
        told.Error.ShouldContain($"secretguard.lock holds answers of {Days(40)}");
        Cells(told.Output).ShouldBe(["Secret Changed Due State", $"mail {Days(60)} {Days(1)} overdue"]);
        box.Run("rotation", "status", "--offline").Output.ShouldContain("by store");
        box.Run("verify", "--offline").Output.ShouldContain($"its store was to rotate it by {Days(1)}");
    }

    /// <summary>How long ago two secrets were changed, what is asked; the exit code and the secrets that are told.</summary>
    [Theory]
    [InlineData(100, 10, "30d", 1, "db signing cache")]
    [InlineData(95, 10, "30d", 0, "db signing cache")]
    [InlineData(80, 10, "7d", 0, "signing")]
    [InlineData(80, 10, "14d", 0, "signing db")]
    [InlineData(10, 10, "1d", 0, "")]
    public void Due_TellsWhatIsSoon_AndEndsWith1WhereGraceIsOver(int database, int cache, string within, int code, string secrets)
    {
        using Sandbox box = Repository(database, cache);
        Sandbox.Outcome told = box.Run("rotation", "due", "--within", within, "--format", "json", "--report", "text=due.txt");
        told.ExitCode.ShouldBe(code, told.Error);
        using var document = JsonDocument.Parse(told.Output);
        string.Join(' ', document.RootElement.GetProperty("secrets").EnumerateArray().Select(secret => secret.GetProperty("id").GetString())).ShouldBe(secrets);
        document.RootElement.GetProperty("command").GetString().ShouldBe("rotation-due");
        box.Read("due.txt").Contains($"Nothing is due within {within}.", StringComparison.Ordinal).ShouldBe(secrets.Length == 0);
    }

    [Fact]
    public void Calendar_OfALock_IsTheSameUntilTheLockIsWrittenAnew()
    {
        using Sandbox box = Repository();
        box.Run("lock");
        box.Run("rotation", "calendar", "--offline", "--output", "rotation.ics").ExitCode.ShouldBe(0);
        string calendar = box.Read("rotation.ics");
        calendar.ShouldContain($"DTSTAMP:{Days(0).Replace("-", "", StringComparison.Ordinal)}T000000Z\r\n");
        calendar.Split("BEGIN:VEVENT").Length.ShouldBe(5, "db, signing, cache, and the end of cache");
        calendar.ShouldContain($"DTSTART;VALUE=DATE:{Days(10).Replace("-", "", StringComparison.Ordinal)}\r\nSUMMARY:Rotate db (prod)\r\n");
        box.Run("rotation", "calendar", "--offline").Output.ShouldBe(calendar);
        box.Run("rotation", "calendar", "--format", "html").Output.ShouldContain("<h2>");
        Sandbox.Outcome none = box.Run("rotation", "calendar", "--env", "dev");
        (none.ExitCode, none.Error.Trim()).ShouldBe((0, "secretguard: no day is known on which a secret is to be rotated; 'secretguard rotation status' says why"));
    }

    [Theory]
    [InlineData("--format: 'htm' is not one of text, json, html, markdown; did you mean 'html'?", "status", "--format", "htm")]
    [InlineData("--within: 'soon' is no span of time; write 30m, 24h, 90d", "due", "--within", "soon")]
    [InlineData("--format: 'ics' is not one of icalendar, html", "calendar", "--format", "ics")]
    [InlineData("--env: no environment is called 'prd'; did you mean 'prod'?", "status", "--env", "prd")]
    public void WhatCannotBeDone_IsSaid(string error, params string[] arguments)
    {
        using Sandbox box = Repository();
        Sandbox.Outcome refused = box.Run(["rotation", .. arguments]);
        (refused.ExitCode, refused.Output).ShouldBe((2, ""));
        refused.Error.ShouldContain(error);
    }

    [Fact]
    public void NothingDeclared_IsSaid()
    {
        using var box = new Sandbox();
        box.Run("rotation", "status").ShouldSatisfyAllConditions(refused => refused.ExitCode.ShouldBe(2), refused => refused.Error.ShouldContain("'secretguard inventory init' writes a first declaration"));
    }

    private static DateTime Date(int days) => DateTime.UtcNow.Date.AddDays(days);

    /// <summary>The rows of the table, with one blank between the cells.</summary>
    private static List<string> Cells(string output) =>
        [.. output.Split('\n').TakeWhile(line => line.Length > 0).Select(line => string.Join(' ', line.Split("  ", StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Trim())))];
}
