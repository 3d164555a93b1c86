namespace SecretGuard.Cli.Tests;

/// <summary>What is made up in a test is a password in the program: the same bytes are looked at in every place that they had, whenever they come there.</summary>
public sealed class HistoryPlacesTests
{
    private const string Class = "class Login\n{\n    private const string Password = \"football\";\n}\n";

    public static TheoryData<string, string[]> Moves() => new()
    {
        { "a file", ["mv", "tests/unit/Login.cs", "src/Login.cs"] },
        { "a folder with what is in it", ["mv", "tests/unit", "src/unit"] },
        { "the folder above", ["mv", "tests", "src/all"] },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public void FilesThatGoFromTestsToTheProgram_AreToldThere(string what, string[] move)
    {
        what.ShouldNotBeEmpty();
        using var box = new Sandbox();
        box.Write("tests/unit/Login.cs", Class).Write("src/Program.cs", "class Program;\n").Commit();
        box.Run("git").ExitCode.ShouldBe(0);
        box.Git(move);
        box.Commit();
        foreach (string[] cache in (string[][])[[], [], ["--no-cache"]])
        {
            Sandbox.Outcome outcome = box.Run(["git", .. cache]);
            outcome.ExitCode.ShouldBe(1, outcome.Error);
            outcome.Output.ShouldContain("src/");
            outcome.Output.ShouldContain("Login.cs\n  3:38 high Hard-coded password");
        }
    }

    [Fact]
    public void FileThatStandsInBothFromTheStart_IsTold()
    {
        using var box = new Sandbox();
        box.Write("app/Login.cs", Class).Write("tests/Login.cs", Class).Commit();
        box.Run("git").ExitCode.ShouldBe(1);
        box.Git("rm", "-q", "-r", "app");
        box.Commit();
        box.Run("git", "--no-cache").ExitCode.ShouldBe(1);
    }
}
