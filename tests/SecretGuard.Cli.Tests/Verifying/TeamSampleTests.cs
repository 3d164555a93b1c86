using System.Text.RegularExpressions;

namespace SecretGuard.Cli.Tests.Verifying;

/// <summary>The repositories of teams below samples/teams: what is wrong in each is told, nothing else is, and its README shows what is printed.</summary>
public sealed partial class TeamSampleTests
{
    private static readonly string Folder = Path.Combine(Sandbox.Repository, "samples", "teams");

    public static TheoryData<string> Teams => [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Teams))]
    public void Sample_TellsWhatIsWrong_AndItsReadmeShowsIt(string team)
    {
        using var box = new Sandbox();
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Folder, team), "*", SearchOption.AllDirectories))
        {
            box.Write(Path.GetRelativePath(Path.Combine(Folder, team), file), File.ReadAllText(file).ReplaceLineEndings("\n"));
        }

        box.Commit();
        string verified = Run(box, "verify", "--env", "sample", "--no-lint"), check = Run(box, "inventory", "check"), linted = Run(box, "lint"), scanned = Run(box, "scan");
        scanned.ShouldStartWith("exit 0\n", customMessage: scanned);
        string[] shown = [.. Shown().Matches(box.Read("README.md")).Select(match => match.Groups["text"].Value)];
        shown.Length.ShouldBe(3, "what 'verify' prints, what 'inventory check' does, and a part of what 'lint' does");
        (verified.Contains($"\n--- stdout\n{shown[0]}", StringComparison.Ordinal), check.Contains($"\n--- stdout\n{shown[1]}", StringComparison.Ordinal)).ShouldBe((true, true), $"{verified}\n{check}");
        linted.ShouldContain(shown[2]);
        $"{verified}\n{check}\n{linted}".ShouldMatchApproved(settings => settings.SubFolder("../Approved").WithDiscriminator(team).NoDiff());
    }

    private static string Run(Sandbox box, params string[] arguments)
    {
        Sandbox.Outcome outcome = box.Run(arguments);
        return Elapsed().Replace($"exit {outcome.ExitCode}\n--- stdout\n{outcome.Output.ReplaceLineEndings("\n")}--- stderr\n{outcome.Error.ReplaceLineEndings("\n")}", ", 0.1 s:");
    }

    [GeneratedRegex("```text\n(?<text>[^`]*)```", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shown();

    [GeneratedRegex(", [0-9.]+ s:", RegexOptions.None, 1000)]
    private static partial Regex Elapsed();
}
