using SecretGuard.DetectSecrets.Tests.Commands;

namespace SecretGuard.DetectSecrets.Tests;

/// <summary>What a person reads, as approved.</summary>
public sealed class ApprovedOutputTests
{
    [Theory]
    [InlineData("program", "--help")]
    [InlineData("scan", "scan --help")]
    [InlineData("audit", "audit --help")]
    [InlineData("install", "install --help")]
    public void Help(string name, string line) => Approve(Session.Run(new FakeWorkspace(), line.Split(' ')).Output, $"Help.{name}");

    [Fact]
    public void Help_OfTheHook() => Approve(Session.Hook(new FakeWorkspace(), "--help").Output, "Help.hook");

    [Fact]
    public void Hook_WithNewSecrets() =>
        Approve(Session.Hook(HookTests.Leaky("src/b.py").Add("src/a.py", $"t = '{Made.GitHub()}'\n"), "src/a.py", "src/b.py").Output, "Hook");

    [Fact]
    public void Hook_WithAGoneSecret()
    {
        FakeWorkspace workspace = HookTests.WithBaseline(HookTests.Leaky("a.py"));
        Approve(Session.Hook(workspace.Add("a.py", ""), "--baseline", ".secrets.baseline", "a.py").Output, "Hook.gone");
    }

    [Fact]
    public void Hook_WithAWrongLine() => Approve(Session.Hook(new FakeWorkspace(), "--baselin").Error, "Hook.wrong");

    [Fact]
    public void Audit_OnATerminal()
    {
        FakeWorkspace workspace = new FakeWorkspace().Add("a.py", "import os\n\nuser = 'ops'\npassword = 'example-1'\n\nprint(user)\n");
        HookTests.WithBaseline(workspace);
        Approve(Session.Run(workspace, "x\nn\n", isInteractive: true, "audit", ".secrets.baseline").Output, "Audit");
    }

    private static void Approve(string output, string name) =>
        output.ShouldMatchApproved(settings => settings.SubFolder("Approved").WithFilenameGenerator((_, _, type, extension) => $"{name}.{type}.{extension}").NoDiff());
}
