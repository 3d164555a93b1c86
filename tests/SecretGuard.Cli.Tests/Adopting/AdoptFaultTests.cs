using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SecretGuard.Cli.Adopting;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Importing;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Scanning;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Configuration;
using SecretGuard.Reporting;
using SecretGuard.Stores.Tests.Servers;
using SecretGuard.Stores.Tests.Vault;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Vault;
using SecretGuard.Stores.Verification;
using SecretGuard.Triage;

namespace SecretGuard.Cli.Tests.Adopting;

/// <summary>A store that fails at every single call, files that cannot be written, and a run that is killed: nothing is lost, all is told as it is, and a second run completes it.</summary>
public sealed class AdoptFaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnyCallThatIsLost_IsToldAsItIs_AndASecondRunCompletes(bool isDone)
    {
        for (int call = 0; ; call++)
        {
            var vault = new FakeVault();
            await using LoopbackServer server = await vault.StartAsync();
            using Sandbox box = Project(server);
            string issued = box.Secret();
            server.Lose(call, isDone);
            (string text, IReadOnlyList<AdoptionStep> steps) = await RunAsync(box, vault, server, issued, Cancellation);
            bool isStored = Value(vault) == issued;
            (steps[0].State switch { SyncState.Written => isStored, SyncState.Unknown => true, _ => !isStored }).ShouldBeTrue($"call {call}: the store is told as {steps[0].Action}/{steps[0].State}");
            ShouldLoseNothing(box, vault, issued, $"call {call}");
            bool hasLost = server.HasLost;
            server.Lose(int.MaxValue, isDone: false);
            text += (await RunAsync(box, vault, server, issued, Cancellation)).Text;
            ShouldBeDone(box, vault, issued, $"call {call}");
            foreach (string value in box.Planted)
            {
                text.ShouldNotContain(value);
            }

            if (!hasLost)
            {
                call.ShouldBeGreaterThan(4, "there are calls to lose");
                return;
            }
        }
    }

    [Theory]
    [InlineData("secretguard.yml", SyncState.Written, SyncState.Failed, SyncState.NotReached)]
    [InlineData("src/appsettings.json", SyncState.Written, SyncState.Written, SyncState.Failed)]
    public async Task FileThatCannotBeWritten_IsTold_AndASecondRunCompletes(string path, params SyncState[] states)
    {
        var vault = new FakeVault();
        await using LoopbackServer server = await vault.StartAsync();
        using Sandbox box = Project(server);
        string issued = box.Secret(), barred = Path.Combine(box.Root, path + ".secretguard-tmp");
        Directory.CreateDirectory(barred);
        (await RunAsync(box, vault, server, issued, Cancellation)).Steps.Select(step => step.State).ShouldBe(states);
        ShouldLoseNothing(box, vault, issued, path);
        Directory.Delete(barred);
        (await RunAsync(box, vault, server, issued, Cancellation)).Steps[0].Action.ShouldBe(AdoptionAction.Keep);
        ShouldBeDone(box, vault, issued, path);
    }

    [Fact]
    public async Task Interrupted_EndsTheStepThatWasBegun_AndASecondRunCompletes()
    {
        var vault = new FakeVault();
        await using LoopbackServer server = await vault.StartAsync();
        using Sandbox box = Project(server);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        string issued = box.Secret();
        vault.Engine.Wrote = _ => stop.CancelAsync();
        (await RunAsync(box, vault, server, issued, stop.Token)).Steps.Select(step => step.State).ShouldBe([SyncState.Written, SyncState.NotReached, SyncState.NotReached]);
        vault.Engine.Wrote = null;
        await RunAsync(box, vault, server, issued, Cancellation);
        ShouldBeDone(box, vault, issued, "interrupted");
    }

    /// <summary>The process ends when the write is done and not answered: the worst time.</summary>
    [Fact]
    public async Task Killed_LeavesARecordThatIsTrue_AndASecondRunCompletes()
    {
        var vault = new FakeVault();
        await using LoopbackServer server = await vault.StartAsync();
        using Sandbox box = Project(server);
        string issued = box.Secret();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        vault.Engine.Wrote = async _ =>
        {
            reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, Cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        string[] line = ["adopt", "src/appsettings.json", "--to", "vault", "--key", "smtp", "--stdin", "--apply"];
        using (Process process = box.StartTool([.. line, "--record", "adopt.json"], [("VAULT_TOKEN", vault.Token)]))
        {
            await process.StandardInput.WriteAsync(issued);
            process.StandardInput.Close();
            await reached.Task.WaitAsync(TimeSpan.FromMinutes(2), Cancellation);
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }

        string record = box.Read("adopt.json");
        JsonDocument.Parse(record).RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("state").GetString()).ShouldBe(["writing", "planned", "planned"]);
        ShouldLoseNothing(box, vault, issued, "killed");
        vault.Engine.Wrote = null;
        Sandbox.Outcome second = box.Run(line, issued, [("VAULT_TOKEN", vault.Token)]);
        second.ExitCode.ShouldBe(0, second.Output + second.Error);
        second.Output.ShouldContain("  keep: vault 'secret/smtp'\n  written: secretguard.yml");
        ShouldBeDone(box, vault, issued, "killed");
        foreach (string value in box.Planted)
        {
            (record + second.Output + second.Error).ShouldNotContain(value);
        }
    }

    private static Sandbox Project(LoopbackServer server)
    {
        var box = new Sandbox(git: false);
        box.Write("secretguard.yml", $"# mine\nversion: 1\nstores:\n  vault: {{ type: hashicorp-vault, address: \"{server.Address}\", mount: secret }}\n");
        box.Write("src/appsettings.json", $$"""{ "Smtp": { "Password": "{{box.Secret()}}" } }""");
        return box;
    }

    private static async Task<(string Text, IReadOnlyList<AdoptionStep> Steps)> RunAsync(Sandbox box, FakeVault vault, LoopbackServer server, string issued, CancellationToken cancellation)
    {
        string path = Path.Combine(box.Root, "src", "appsettings.json"), declaration = Path.Combine(box.Root, "secretguard.yml");
        var project = new Project { Root = box.Root, ConfigurationPath = declaration, Settings = SettingsReader.Read(box.Read("secretguard.yml"), "secretguard.yml").Settings };
        var scan = new ScanOptions { Project = project, Current = box.Root, Paths = [], Rules = RuleSelection.Make(project.Settings, [], []), Policy = new TriagePolicy() };
        var file = SuspectFile.Read(scan, path);
        if (file.Candidates.Count == 0)
        {
            return ("", []);
        }

        using var opener = new StoreOpener(box.Root);
        using var store = new VaultStore(new VaultSettings(server.Address, VaultLogin.WithToken(vault.Token)));
        var targets = new AdoptionTargets(project, new StoreChoice(project, opener, null), null);
        AdoptionTarget target = targets.Of(targets.Open("vault") with { Adapter = store }, "smtp", null, null);
        Candidate found = file.Choose(new FileSpot(path, null, null), null);
        Cli.Adopting.Places.SecretPlace place = file.PlaceOf(found, importsSystem: false);
        var subject = new AdoptionSubject(file, found, place, SecretNames.Of(place, found.Finding.Rule, null));
        var options = new VerifierOptions { Values = new ValueInspector(), Attempts = 1 };
        var planner = new AdoptionPlanner(subject, target, new AdoptionChoice(ValueSource.Given, Overwrites: false, null), (new DeclarationEdit(target, "shop"), declaration), box.Root, options);
        AdoptionPlan plan = await planner.MakeAsync(SecretValue.Of(issued), cancellation);
        var record = new AdoptionRecord(new AdoptedFinding(found.Finding.Location, found.Finding.Rule, target.Id), plan, Path.Combine(box.Root, $"{Guid.NewGuid():N}.json")) { IsApplied = true };
        if (!plan.IsBarred)
        {
            await new AdoptionRun(declaration, options).RunAsync(plan, record, cancellation);
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture);
        record.Document.Write("text", text);
        return (text + string.Concat(Directory.GetFiles(box.Root, "*.json").Select(File.ReadAllText)), record.Rows);
    }

    /// <summary>The secret leaves the file last: what it was is there, or what it is now is in the store and declared.</summary>
    private static void ShouldLoseNothing(Sandbox box, FakeVault vault, string issued, string when)
    {
        bool isInFile = box.Read("src/appsettings.json").Contains(box.Planted[0], StringComparison.Ordinal), isDeclared = box.Read("secretguard.yml").Contains("smtp:", StringComparison.Ordinal);
        (isInFile || isDeclared).ShouldBeTrue(when);
        (!isDeclared || Value(vault) == issued).ShouldBeTrue(when);
    }

    private static void ShouldBeDone(Sandbox box, FakeVault vault, string issued, string when)
    {
        Value(vault).ShouldBe(issued, when);
        vault.Engine.Versions.Values.ShouldAllBe(versions => versions.Count == 1);
        box.Read("src/appsettings.json").ShouldBe("""{ "Smtp": { "Password": "" } }""", when);
        box.Read("secretguard.yml").ShouldStartWith("# mine\n");
        SettingsResult declared = SettingsReader.Read(box.Read("secretguard.yml"), "secretguard.yml");
        (declared.Errors.Count, string.Join(' ', declared.Settings.Declaration.Secrets.Select(secret => secret.Id))).ShouldBe((0, "smtp"), when);
    }

    private static string? Value(FakeVault vault) => vault.Engine.Current("secret/smtp") is { } json ? JsonDocument.Parse(json).RootElement.GetProperty("value").GetString() : null;
}
