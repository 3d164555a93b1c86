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

    /// <summary>Ten folders in each of ten, ten times: as many paths as nobody can walk, of eleven trees.</summary>
    [Fact]
    public void FolderWithMorePathsThanCanBeWalked_IsWalkedOnce()
    {
        using var box = new Sandbox();
        box.Write("tests/0/Login.cs", Class).Commit();
        string tree = box.Output("rev-parse", "HEAD:tests/0").Trim();
        for (int level = 0; level < 10; level++)
        {
            string under = tree;
            box.Write("list", string.Concat(Enumerable.Range(0, 10).Select(i => $"040000 tree {under}\t{i}\n")));
            tree = Shown(box, "git mktree < list");
        }

        CommitUnder(box, tree, "tests");
        box.Run("git").ExitCode.ShouldBe(0);
        CommitUnder(box, tree, "src");
        box.Run("git").Output.ShouldContain("Login.cs\n  3:38 high Hard-coded password");
    }

    private static void CommitUnder(Sandbox box, string tree, string folder)
    {
        string root = Shown(box, $"printf '040000 tree {tree}\\t{folder}\\n' | git mktree");
        box.Git("update-ref", "HEAD", box.Output("commit-tree", "-p", "HEAD", "-m", folder, root).Trim());
    }

    private static string Shown(Sandbox box, string line)
    {
        Sandbox.Outcome outcome = box.RunInShell(line);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return outcome.Output.Trim();
    }
}
