using SecretGuard.Cli.CommandLine;

namespace SecretGuard.Cli.Tests;

/// <summary>Help and completion of every command.</summary>
public sealed class HelpTests
{
    private const int Longest = 200;

    public static TheoryData<string> Commands => [.. CommandCatalogue.All.SelectMany(entry => entry.Create() is { Subcommands.Count: > 0 } group
        ? group.Subcommands.Select(command => $"{group.Name} {command.Name}").Prepend(group.Name)
        : [entry.Name])];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_OfEveryCommand_HasExamplesAndLinesThatCanBeRead(string command)
    {
        using var box = new Sandbox(git: false);
        Sandbox.Outcome help = box.Run([.. command.Split(' '), "--help"]);
        help.ExitCode.ShouldBe(0);
        help.Output.Split('\n').ShouldAllBe(line => line.Length < Longest);
        help.Output.ShouldContain(command is "rules" or "baseline" or "inventory" or "rotation" or "policy" or "runbook" ? "Commands:" : $"Examples:\n  ");
        box.Run([.. command.Split(' '), "-h"]).Output.ShouldBe(help.Output);
        box.Run(["help", .. command.Split(' ')]).Output.ShouldBe(help.Output);
    }

    [Fact]
    public void Completion_InBash_Completes()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "no bash");
        using var box = new Sandbox();
        Sandbox.Outcome outcome = box.RunInShell("""
            source <(secretguard completion bash)
            try() { COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _secretguard; echo "${COMPREPLY[*]}"; }
            try secretguard sc
            try secretguard scan --form
            try secretguard scan --format sar
            try secretguard scan --rule github-pat
            try secretguard rules show github-pat
            try secretguard completion ""
            """, "bash");
        outcome.Output.ShouldBe("scan\n--format\nsarif\ngithub-pat-classic\ngithub-pat-classic\n--help -? -h bash fish pwsh zsh\n", outcome.Error);
    }

    [Fact]
    public void APathThatLooksLikeHelpOnWindows_IsAPath()
    {
        using var box = new Sandbox(git: false);
        box.Run("scan", "/h").Error.ShouldContain("'/h' does not exist");
    }
}
