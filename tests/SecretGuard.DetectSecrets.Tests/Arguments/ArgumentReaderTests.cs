using SecretGuard.DetectSecrets.Arguments;

namespace SecretGuard.DetectSecrets.Tests.Arguments;

/// <summary>The command line as argparse reads it.</summary>
public sealed class ArgumentReaderTests
{
    [Theory]
    [InlineData("--exclude-l x", Grammar.ExcludeLines, "x")]
    [InlineData("--exclude-lines=x=y", Grammar.ExcludeLines, "x=y")]
    [InlineData("--basel b", Grammar.Baseline, "b")]
    [InlineData("--hex -1", Grammar.HexLimit, "-1")]
    [InlineData("-Csub", Grammar.Folder, "sub")]
    [InlineData("-vC sub", Grammar.Folder, "sub")]
    [InlineData("--exclude-files -", Grammar.ExcludeFiles, "-")]
    public void Option_HasItsWord(string line, string key, string value) => Read(Grammar.Hook, line)!.Value(key).ShouldBe(value);

    [Theory]
    [InlineData("a b --json c", "a b c")]
    [InlineData("-- --json", "--json")]
    [InlineData("-n a", "a")]
    public void Words_AreWhatBelongsToNoOption(string line, string words) => string.Join(' ', Read(Grammar.Hook, line)!.Words).ShouldBe(words);

    [Theory]
    [InlineData("--exclude x", "ambiguous option: --exclude could match --exclude-lines, --exclude-files, --exclude-secrets")]
    [InlineData("--nope", "unrecognized arguments: --nope")]
    [InlineData("--slim", "unrecognized arguments: --slim")]
    [InlineData("-z", "unrecognized arguments: -z")]
    [InlineData("--baseline", "argument --baseline: expected one argument")]
    [InlineData("--baseline --json", "argument --baseline: expected one argument")]
    [InlineData("--json=1", "argument --json: ignored explicit argument '1'")]
    public void Line_ThatIsWrong_IsTold(string line, string message) =>
        Should.Throw<CommandLineException>(() => Read(Grammar.Hook, line)).Message.ShouldStartWith(message);

    [Theory]
    [InlineData("-c two a.py")]
    [InlineData("--cores= a.py")]
    public void Cores_AreANumber(string line)
    {
        Session.Outcome hook = Session.Hook(new FakeWorkspace(), line.Split(' '));
        (hook.ExitCode, hook.Output).ShouldBe((2, ""));
        hook.Error.ShouldContain("error: argument -c/--cores: invalid int value: '");
        Session.Run(new FakeWorkspace(), [.. line.Split(' ')[..^1], "scan"]).ExitCode.ShouldBe(2);
    }

    [Fact]
    public void Text_CanStandForItself()
    {
        Read(Grammar.Scan, "--string")!.Value(Grammar.Text).ShouldBeNull();
        Read(Grammar.Scan, "--string abc")!.Value(Grammar.Text).ShouldBe("abc");
    }

    [Theory]
    [InlineData("-h")]
    [InlineData("--hel")]
    [InlineData("-vh")]
    public void Help_IsAskedFor(string line) => Read(Grammar.Hook, line).ShouldBeNull();

    private static ParsedArguments? Read(CommandSpec command, string line) => ArgumentReader.Read(command, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
