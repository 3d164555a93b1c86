using SecretGuard.Inventories;

namespace SecretGuard.Cli.Tests;

/// <summary>The rehearsal that proves which layers stop a secret.</summary>
public sealed class DoctorTests
{
    [Fact]
    public void NothingSetUp_IsNamedLayerByLayer()
    {
        using Sandbox box = Posix();
        box.Write("a.txt", "x\n").Commit();
        Sandbox.Outcome outcome = Doctor(box);
        outcome.ExitCode.ShouldBe(0, outcome.Output + outcome.Error);
        outcome.Output.ShouldBe("""
            hook pre-commit  not set up      secretguard install-hook --stage pre-commit
            hook commit-msg  not set up      secretguard install-hook --stage commit-msg
            hook pre-push    not set up      secretguard install-hook --stage pre-push
            history          blocks          secretguard git
            build            not set up      dotnet add package SecretGuard
            CI               not set up      no pipeline of GitHub Actions, Azure Pipelines or GitLab was found
            verify           not set up      there is no secretguard.lock: secretguard lock
            rotation         not set up      secretguard.yml declares no secrets: secretguard inventory init
            access           not set up      secretguard.yml declares no secrets: secretguard inventory init

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void WhatIsSetUp_Blocks_AndLeavesNoTrace()
    {
        using Sandbox box = Posix();
        box.Write("a.txt", "x\n").Write(".github/workflows/secrets.yml", """
            jobs:
              secrets:
                steps:
                - run: secretguard scan --since ${{ github.event.pull_request.base.sha }} --fail-on-unaudited
                - run: |
                    secretguard git \
                      --range "$BASE..HEAD" --report sarif=history.sarif
            """).Commit();
        box.Run("install-hook", "--stage", "pre-commit", "--stage", "commit-msg", "--stage", "pre-push").ExitCode.ShouldBe(0);
        box.Write("a.txt", "changed and not committed\n");
        string objects = Objects(box), temporary = Directory.CreateDirectory(Path.Combine(box.Root, ".git", "temporary")).FullName;
        Sandbox.Outcome outcome = box.RunInShell($"TMPDIR='{temporary}' secretguard doctor");
        outcome.ExitCode.ShouldBe(0, outcome.Output + outcome.Error);
        outcome.Output.Split('\n').Count(line => line.Contains(" blocks ", StringComparison.Ordinal)).ShouldBe(6, outcome.Output);
        outcome.Output.ShouldContain("CI               blocks          .github/workflows/secrets.yml: secretguard git ");
        Objects(box).ShouldBe(objects);
        box.Output("status", "--porcelain").ShouldBe("M a.txt");
        Directory.GetFileSystemEntries(temporary).ShouldBeEmpty();
    }

    /// <summary>By the lock: a secret that is gone or overdue, and a workload that may not read what it uses.</summary>
    [Fact]
    public void WhatDeploymentsNeed_IsSeenByTheLock()
    {
        using Sandbox box = Posix();
        box.Write("secretguard.yml", "version: 1\nstores: { vault: { type: hashicorp-vault, address: \"https://vault.example\", mount: kv } }\nsecrets: { db: { rotation: { every: 30d, method: lambda } } }\n");
        DateTime today = TimeProvider.System.GetUtcNow().UtcDateTime.Date;
        LockRecord record = new("", "vault", ReferenceKinds.Secret, "kv/db") { Id = "db", State = LockRecord.Present, Asked = today, Updated = today.AddDays(-1) };
        box.Write("secretguard.lock", LockFormat.Write([record])).Write("policies/db.hcl", "path \"kv/data/db\" { capabilities = [\"read\"] }\n").Commit();
        Sandbox.Outcome fine = Doctor(box);
        fine.ExitCode.ShouldBe(0, fine.Output + fine.Error);
        fine.Output.ShouldEndWith("""
            verify           holds           secretguard verify --offline
            rotation         holds           secretguard rotation due --offline
            access           holds           secretguard access --check

            """.ReplaceLineEndings("\n"));

        box.Write("secretguard.lock", LockFormat.Write([record with { Updated = today.AddDays(-40) }]));
        Sandbox.Outcome late = Doctor(box);
        (late.ExitCode, late.Output.Contains("rotation         DOES NOT HOLD   secretguard rotation due --offline — says what is wrong", StringComparison.Ordinal)).ShouldBe((1, true), late.Output);
        box.Write("secretguard.lock", LockFormat.Write([record with { State = LockRecord.Missing }]));
        Sandbox.Outcome gone = Doctor(box);
        (gone.ExitCode, gone.Output.Contains("verify           DOES NOT HOLD   secretguard verify --offline — says what is wrong", StringComparison.Ordinal)).ShouldBe((1, true), gone.Output);
    }

    /// <summary>The repository of several teams: the hooks are the repository's.</summary>
    [Fact]
    public void AConfigurationBelowTheRoot_IsTriedInTheWholeRepository()
    {
        using Sandbox box = Posix();
        box.Write("team/secretguard.yml", "version: 1\n").Write("team/a.txt", "x\n").Commit();
        box.Run("install-hook", "--stage", "pre-commit").ExitCode.ShouldBe(0);
        Sandbox.Outcome outcome = box.RunInShell("cd team && secretguard doctor --no-build");
        outcome.ExitCode.ShouldBe(0, outcome.Output + outcome.Error);
        outcome.Output.ShouldContain("hook pre-commit  blocks ");
    }

    [Fact]
    public void ALayerThatLetsASecretPass_EndsWith1()
    {
        using Sandbox box = Posix();
        box.Write(".github/workflows/a.yml", "jobs:\n  a:\n    steps:\n    - run: secretguard scan || true\n").Write(".gitlab-ci.yml", "a:\n  script:\n  - secretguard scan docs\n").Write("docs/a.md", "x\n").Commit();
        WriteHook(box, "pre-commit", "#!/bin/sh\nsecretguard hook || echo ignored\n");
        Sandbox.Outcome outcome = Doctor(box);
        outcome.ExitCode.ShouldBe(1, outcome.Output + outcome.Error);
        outcome.Output.ShouldContain("hook pre-commit  DOES NOT BLOCK  ");
        outcome.Output.ShouldContain("CI               DOES NOT BLOCK  .github/workflows/a.yml: secretguard scan — the pipeline goes on where it fails");
        outcome.Output.ShouldContain("CI               DOES NOT BLOCK  .gitlab-ci.yml: secretguard scan docs — ends with 0");
    }

    [Fact]
    public void AHookThatStopsEverything_ProvesNothing()
    {
        using Sandbox box = Posix();
        box.Write("a.txt", "x\n").Commit();
        WriteHook(box, "pre-commit", "#!/bin/sh\necho 'make: not found'; secretguard-is-not-here\n");
        Sandbox.Outcome outcome = Doctor(box);
        outcome.ExitCode.ShouldBe(3, outcome.Output + outcome.Error);
        outcome.Output.ShouldContain("hook pre-commit  not proven      it stops what is harmless too: ");
        WriteHook(box, "pre-commit", "#!/bin/sh\nexit 0\n");
        Doctor(box).Output.ShouldContain("looks for no secrets: secretguard install-hook --stage pre-commit");
    }

    [Fact]
    public void AConfigurationThatHidesEverything_IsTold()
    {
        using Sandbox box = Posix();
        box.Write("secretguard.yml", "version: 1\nexclude: ['**']\n").Commit();
        Sandbox.Outcome outcome = Doctor(box);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("nothing would be found in this repository");
        using var outside = new Sandbox(git: false);
        outside.Run("doctor").Error.ShouldContain("is in no git repository");
    }

    [Fact]
    public void ThePackageOfAProject_IsBuilt()
    {
        using Sandbox box = Posix();
        box.Write("a/App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><PackageReference Include=\"SecretGuard\" Version=\"0.0.0\" /></ItemGroup></Project>")
            .Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>").Commit();
        Sandbox.Outcome outcome = box.RunInShell("secretguard doctor");
        outcome.ExitCode.ShouldBe(3, outcome.Output + outcome.Error);
        outcome.Output.ShouldContain("build            not proven      a/App.csproj does not build at all: ");
    }

    private static Sandbox.Outcome Doctor(Sandbox box) => box.RunInShell("secretguard doctor");

    private static string Objects(Sandbox box) => box.Output("count-objects", "-v");

    private static Sandbox Posix()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "hooks for a POSIX shell");
        return new Sandbox();
    }

    private static void WriteHook(Sandbox box, string name, string text)
    {
        box.Write($".git/hooks/{name}", text);
        box.Shell($"chmod +x '{box.Root}/.git/hooks/{name}'");
    }
}
