using SecretGuard.DetectSecrets.Baselines;

namespace SecretGuard.DetectSecrets.Tests.Commands;

/// <summary>Kinds whose hash is of the beginning only: an entry admits one value.</summary>
public sealed class PartialHashTests
{
    private const string Name = ".secrets.baseline";

    [Fact]
    public void SecondToken_IsNew()
    {
        FakeWorkspace workspace = Accepted($"A={Made.GitHub(1)}\n");
        workspace.Add(".env", $"A={Made.GitHub(1)}\nB={Made.GitHub(2)}\n");
        Session.Outcome outcome = Session.Hook(workspace, "--baseline", Name, ".env");
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain("Secret Type: GitHub Token\nLocation:    .env:2\n");
        outcome.Output.ShouldNotContain(".env:1");
    }

    [Fact]
    public void SecondToken_BeforeTheKnownOne_IsNew()
    {
        FakeWorkspace workspace = Accepted($"A={Made.GitHub(1)}\n");
        workspace.Add(".env", $"B={Made.GitHub(2)}\nA={Made.GitHub(1)}\n");
        Session.Hook(workspace, "--baseline", Name, ".env").Output.ShouldContain(".env:1");
    }

    [Fact]
    public void OtherTokenInPlaceOfTheKnownOne_IsNew()
    {
        FakeWorkspace workspace = Accepted($"A={Made.GitHub(1)}\n");
        Session.Hook(workspace.Add(".env", $"A={Made.GitHub(2)}\n"), "--baseline", Name, ".env").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void KnownToken_MayMoveAndStandTwice()
    {
        FakeWorkspace workspace = Accepted($"A={Made.GitHub(1)}\n");
        workspace.Add(".env", $"\n\nC={Made.GitHub(1)}\nD={Made.GitHub(1)}\n");
        Session.Hook(workspace, "--baseline", Name, ".env").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void WithoutACommit_TheFirstTokenIsTheKnownOne()
    {
        FakeWorkspace workspace = Accepted($"A={Made.GitHub(1)}\n");
        workspace.Head.Clear();
        workspace.Add(".env", $"A={Made.GitHub(3)}\nB={Made.GitHub(2)}\n");
        Session.Hook(workspace, "--baseline", Name, ".env").Output.ShouldNotContain(".env:1");
    }

    [Fact]
    public void BothTokens_CanBeAccepted_AndTheFileHasNoFurtherKey()
    {
        FakeWorkspace workspace = Accepted($"A={Made.GitHub(1)}\n");
        workspace.Add(".env", $"B={Made.GitHub(2)}\nA={Made.GitHub(1)}\n");
        Session.Run(workspace, "scan", "--baseline", Name).ExitCode.ShouldBe(0);
        SecretsBaseline written = BaselineReader.Read(workspace.Text(Name));
        written.Entries.Where(entry => entry.Identity.Type == "GitHub Token").Select(entry => (entry.Identity.Hash, entry.Line))
            .ShouldBe([(SecretIdentity.HashOf(Made.GitHub(2)), 1), (SecretIdentity.HashOf("ghp"), 2)], ignoreOrder: true);
        Session.Hook(workspace, "--baseline", Name, ".env").ExitCode.ShouldBe(0);
        Session.Hook(workspace.Commit(".env"), "--baseline", Name, ".env").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void SecondPrivateKey_IsNew()
    {
        FakeWorkspace workspace = Accepted(HookTests.PrivateKey(1), "keys.txt");
        Session.Hook(workspace.Add("keys.txt", "\n" + HookTests.PrivateKey(1)), "--baseline", Name, "keys.txt").ExitCode.ShouldBe(0);
        Session.Hook(workspace.Add("keys.txt", HookTests.PrivateKey(1) + HookTests.PrivateKey(2)), "--baseline", Name, "keys.txt").ExitCode.ShouldBe(1);
    }

    /// <summary>A committed file whose secrets are in the baseline.</summary>
    private static FakeWorkspace Accepted(string text, string path = ".env") => HookTests.WithBaseline(new FakeWorkspace().Add(path, text).Commit(path));
}
