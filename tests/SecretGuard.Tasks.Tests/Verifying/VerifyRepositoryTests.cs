using SecretGuard.Inventories;
using SecretGuard.Tasks.Verifying;

namespace SecretGuard.Tasks.Tests.Verifying;

/// <summary>A build that asks the command line about the whole repository.</summary>
public sealed class VerifyRepositoryTests
{
    private static readonly string Built = Path.Combine(PackedFeed.Repository, "scanner", "SecretGuard.Cli", "bin", PackedFeed.Configuration, "net10.0", "SecretGuard.Cli.dll");

    private const string Manifest = """
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: { name: shop, namespace: shop }
        spec:
          refreshInterval: 1h
          secretStoreRef: { name: central, kind: ClusterSecretStore }
          target: { name: shop }
          data:
            - { secretKey: password, remoteRef: { key: shop-db } }
            - { secretKey: password, remoteRef: { key: shop-db } }

        """;

    private const string Declared = """
        environments: { prod: }
        stores:
          central: { type: azure-key-vault, address: https://kv-shop.vault.azure.net }
        secrets:
          shop-db: { store: central, owner: team-shop }

        """;

    [Fact]
    public void ProjectsOfOneBuild_TellOnce_AndTheNextBuildAgain()
    {
        using Workshop shop = Shop();
        Verify(shop).ShouldBe(["warning deploy/shop.yaml:10 SG3103"]);
        Verify(shop, task => task.ProjectFile = shop.Full("Other.csproj")).ShouldBeEmpty();
        shop.EndBuild();
        Verify(shop, task => task.ProjectFile = shop.Full("Other.csproj")).ShouldBe(["warning deploy/shop.yaml:10 SG3103"]);
    }

    [Fact]
    public void ProjectsOfOneBuildInAWorktree_TellOnce()
    {
        using Workshop shop = Shop();
        shop.Write("clone/HEAD", "").Write(".git", $"gitdir: {shop.Full("clone")}\n");
        Verify(shop, task => task.Command = Built).ShouldBe(["warning deploy/shop.yaml:10 SG3103"]);
        Verify(shop, task => (task.ProjectFile, task.CacheFolder) = (shop.Full("Other.csproj"), shop.Full("other/obj"))).ShouldBeEmpty();
        shop.EndBuild();
        Verify(shop, task => (task.ProjectFile, task.CacheFolder) = (shop.Full("Other.csproj"), shop.Full("other/obj"))).ShouldBe(["warning deploy/shop.yaml:10 SG3103"]);
    }

    [Fact]
    public void ReasonThatAsks_EndsAsAQuestion()
    {
        using Workshop shop = Shop();
        shop.Write("deploy/store.yaml", "apiVersion: external-secrets.io/v1\nkind: ClusterSecretStore\nmetadata: { name: centrall }\nspec: { provider: {} }\n");
        Verify(shop).ShouldContain("warning deploy/shop.yaml:6 SG3102");
        shop.Messages.ShouldContain(message => message.Contains("did you mean 'centrall'? Correct ", StringComparison.Ordinal));
    }

    [Fact]
    public void ModeError_MakesErrorsOfWhatNoConfigurationSpeaksOf()
    {
        using Workshop shop = Shop();
        shop.Write("quiet.globalconfig", "is_global = true\ndotnet_diagnostic.SG3103.severity = warning\n");
        Verify(shop, task => task.Mode = "error").ShouldBe(["error deploy/shop.yaml:10 SG3103"]);
        Verify(shop, task => (task.Mode, task.Configurations) = ("error", shop.Items("quiet.globalconfig"))).ShouldBe(["warning deploy/shop.yaml:10 SG3103"]);
        Verify(shop, task => (task.Mode, task.NoWarn) = ("error", "SG3103")).ShouldBeEmpty();
    }

    [Fact]
    public void WhatIsWorthAWordOnly_IsAMessage()
    {
        using Workshop shop = Shop();
        shop.Write("deploy/shop.yaml", "# nothing\n").Write(".pre-commit-config.yaml", "repos:\n  - repo: https://github.com/Yelp/detect-secrets\n    rev: v1.5.0\n    hooks: [{ id: detect-secrets }]\n");
        Verify(shop, task => task.Mode = "error").ShouldBeEmpty();
        shop.Messages.ShouldContain(message => message.StartsWith("Hook runs detect-secrets [pre-commit-detect-secrets]", StringComparison.Ordinal));
    }

    [Fact]
    public void Lock_AnswersForTheStores_AndWhatItLacksIsToldAsNotVerified()
    {
        using Workshop shop = Shop();
        shop.Write("secretguard.yml", Declared).Write("deploy/shop.yaml", Manifest.Replace("    - { secretKey: password, remoteRef: { key: shop-db } }\n\n", "", StringComparison.Ordinal));
        Verify(shop).ShouldContain("warning App.csproj:0 SG9008");
        shop.Write("secretguard.lock", LockFormat.Write([new LockRecord("prod", "central", ReferenceKinds.Secret, "shop-db") { Id = "shop-db", Asked = DateTime.UtcNow.Date, State = LockRecord.Missing }]));
        string[] told = Verify(shop, task => task.Environments = "prod");
        told.ShouldContain("warning deploy/shop.yaml:9 SG5001");
        told.ShouldNotContain("warning App.csproj:0 SG9008");
    }

    [Fact]
    public void Report_HoldsWhatWasTold()
    {
        using Workshop shop = Shop();
        Verify(shop, task => (task.Report, task.Part) = (shop.Full("report.sarif"), shop.Full("obj/part")));
        File.ReadAllText(shop.Full("report.sarif")).ShouldContain("\"ruleId\":\"SG3103\"");
    }

    [Fact]
    public void EnvironmentThatNobodyDeclares_FailsWithTheWordsOfTheCommandLine()
    {
        using Workshop shop = Shop();
        shop.Write("secretguard.yml", Declared);
        Verify(shop, task => (task.Mode, task.Environments) = ("error", "prud")).ShouldBe(["error App.csproj:0 SG9007"]);
        Said(shop).ShouldContain("'secretguard verify' ended with 2 (secretguard: ");
        Said(shop).ShouldContain("did you mean 'prod'?");
    }

    [Theory]
    [InlineData("no-such-program-of-anybody", "cannot be started")]
    [InlineData("git", "wrote no report that this package can read")]
    public void ProgramThatIsNoneOfOurs_IsToldAsNotLookedAt(string program, string reason)
    {
        using Workshop shop = Shop();
        Verify(shop, task => task.Command = program).ShouldBe(["warning App.csproj:0 SG9007"]);
        Said(shop).ShouldContain(reason);
    }

    [Fact]
    public async Task CancelledBuild_EndsTheProgram()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script of the shell");
        using Workshop shop = Shop();
        Script(shop, "echo $$ > started; exec sleep 600");
        using VerifyRepository task = Task(shop);
        task.Command = shop.Full("tool");
        Task<bool> run = System.Threading.Tasks.Task.Run(task.Execute, TestContext.Current.CancellationToken);
        while (!File.Exists(shop.Full("started")) && !run.IsCompleted)
        {
            await System.Threading.Tasks.Task.Delay(20, TestContext.Current.CancellationToken);
        }

        task.Cancel();
        (await run).ShouldBeTrue("who cancels a build knows that it is not complete");
        shop.Told.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/opt/secretguard", null, "/opt/secretguard")]
    [InlineData("/opt/SecretGuard.Cli.dll", null, "dotnet /opt/SecretGuard.Cli.dll")]
    [InlineData("", null, "dotnet packaged.dll")]
    [InlineData("", """{ "version": 1, "tools": { "SecretGuard.Cli": { "version": "1.0.0", "commands": ["secretguard"] } } }""", "dotnet secretguard")]
    [InlineData("/opt/secretguard", """{ "version": 1, "tools": { "secretguard.cli": {} } }""", "/opt/secretguard")]
    [InlineData("", """{ "version": 1, "isRoot": true, "tools": { "another": {} } }""", "dotnet packaged.dll")]
    [InlineData("", "{ half", "dotnet packaged.dll")]
    public void Choice_IsWhatTheProjectNames_ThenTheLocalTool_ThenThePackages(string named, string? manifest, string expected)
    {
        using var shop = new Workshop();
        if (manifest is not null)
        {
            shop.Write(".config/dotnet-tools.json", manifest);
        }

        CommandLineTool tool = CommandLineTool.Choose(named, shop.Full("src"), "packaged.dll");
        string.Join(' ', [tool.Program.Contains("dotnet", StringComparison.Ordinal) ? "dotnet" : tool.Program, .. tool.Leading]).ShouldBe(expected);
    }

    private static Workshop Shop() => new Workshop().Write("deploy/shop.yaml", Manifest);

    private static VerifyRepository Task(Workshop shop) => new()
    {
        BuildEngine = shop, ProjectFile = shop.Full("App.csproj"), Root = shop.Folder, CacheFolder = shop.Full("obj"), Packaged = Built,
    };

    private static string[] Verify(Workshop shop, Action<VerifyRepository>? change = null)
    {
        shop.Told.Clear();
        shop.Messages.Clear();
        using VerifyRepository task = Task(shop);
        change?.Invoke(task);
        task.Execute();
        return [.. shop.Told];
    }

    private static string Said(Workshop shop) => shop.Messages.Where(message => message.StartsWith("Not looked at: ", StringComparison.Ordinal)).ShouldHaveSingleItem();

    private static void Script(Workshop shop, string line)
    {
        shop.Write("tool", $"#!/bin/sh\n{line}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(shop.Full("tool"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
