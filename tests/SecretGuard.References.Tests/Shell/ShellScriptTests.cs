using SecretGuard.References.Shell;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Tests.Shell;

/// <summary>What a script does with the output of its commands.</summary>
public sealed class ShellScriptTests
{
    [Theory]
    [InlineData("a b | c d", "a b | c", "c d")]
    [InlineData("a |\n  # then\n  b", "a | b", "b")]
    [InlineData("a || b && c; d & e", "a", "b", "c", "d", "e")]
    [InlineData("a |& b", "a | b", "b")]
    [InlineData("a > f 2>&1", "a > f 2>& 1")]
    [InlineData("a &> /dev/null", "a &> /dev/null")]
    [InlineData("a 2>/dev/null >>'x y'", "a 2> /dev/null >> x y")]
    [InlineData("a 1>&2 < f <<< \"$B\"", "a 1>& 2 < f <<< *")]
    [InlineData("a $N>f x2>g", "a * x2 > f > g")]
    [InlineData("X=$(a | b)", "a into X substituted | b", "b into X substituted")]
    [InlineData("c \"$(a)\" <(b)", "a substituted in c", "b substituted in c", "c * *")]
    [InlineData("X=$( (a; b) )", "a into X grouped substituted", "b into X grouped substituted")]
    [InlineData("(a; b) | c", "a grouped", "b grouped | c", "c")]
    [InlineData("f() { a; }\nb", "f", "a grouped", "b")]
    [InlineData("for x in y; do a; done > f\nb", "for x in y grouped", "do a grouped", "done > f", "b")]
    [InlineData("while a; do if b; then c; fi; done", "while a", "do if b", "then c", "fi", "done")]
    [InlineData("if a; then b; fi | c", "if a grouped", "then b grouped", "fi | c", "c")]
    [InlineData("A=$B C=d e f", "e f with A=* C=d")]
    [InlineData("sh -c \"a | b\" > f", "sh -c a | b > f", "a carried | b", "b carried")]
    [InlineData("a <<E | b\ntext\nE\nc", "a | b", "b", "c")]
    [InlineData("a >", "a")]
    [InlineData("> f", "")]
    public void Output_IsFollowed(string script, params string[] commands) =>
        ShellScript.Read(new SourceText("a.sh", script)).Commands.Select(Line).ShouldBe(commands.Where(line => line.Length > 0));

    [Theory]
    [InlineData("$A ${B} ${C:-x} ${D:?no} \"$E\" '$F' \\$G", "A B C D E")]
    [InlineData("${#A} ${B:+x} ${C+x} ${D:0:4} ${E//x/y} ${F:-}", "F")]
    public void Word_KnowsTheVariablesWhoseValuesItHolds(string script, string variables) =>
        string.Join(' ', ShellScript.Read(new SourceText("a.sh", script)).Commands.SelectMany(command => command.Words).SelectMany(word => word.Variables)).ShouldBe(variables);

    [Theory]
    [InlineData("sudo -E -u a vault read", "vault")]
    [InlineData("if ! env A=b timeout 5 /usr/bin/vault read", "vault")]
    [InlineData("$ az login", "az")]
    [InlineData("kubectl exec a -- vault read", "kubectl vault*")]
    [InlineData("docker exec v vault read", "docker vault*")]
    [InlineData("$X a", "*")]
    [InlineData("then", "")]
    public void Program_IsFound(string script, string programs) =>
        string.Join(' ', ShellScript.Read(new SourceText("a.sh", script)).Commands.SelectMany(CalledProgram.In).Select(program => program.Name + (program.IsElsewhere ? "*" : ""))).ShouldBe(programs);

    [Fact]
    public void PowerShell_IsReadAsItIs() =>
        ShellScript.Read(new SourceText("a.ps1", "$x = az a *> $null\n$y | b")).Commands.Select(Line).ShouldBe(["* = az a *> *", "* | b", "b"]);

    private static string Line(ShellCommand command) => string.Join(' ', new[]
    {
        string.Join(' ', command.Words.Select(word => word.Text)),
        command.Before.Count == 0 ? "" : "with " + string.Join(' ', command.Before.Select(assignment => $"{assignment.Name}={assignment.Value.Text}")),
        string.Join(' ', command.Redirections.Select(one => $"{one.Sign} {one.Target.Text}")),
        command.Into is null ? "" : $"into {command.Into}",
        command.IsGrouped ? "grouped" : "",
        command.IsSubstituted ? "substituted" : "",
        command.Outer is null ? "" : $"in {command.Outer.Words[0].Text}",
        command.Carrier is null ? "" : "carried",
        command.Next is null ? "" : $"| {command.Next.Words[0].Text}",
    }.Where(part => part.Length > 0));
}
