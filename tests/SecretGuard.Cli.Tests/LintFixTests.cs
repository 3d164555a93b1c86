using SecretGuard.TestKit;

namespace SecretGuard.Cli.Tests;

/// <summary>What <c>lint --fix</c> makes of the fixtures of lints: everything that a lint says can be mended is, at once, and a second run has nothing to do.</summary>
public sealed class LintFixTests
{
    private static readonly string Fixtures = Path.Combine(Sandbox.Repository, "tests", "SecretGuard.References.Tests", "Linting", "Fixtures");

    public static TheoryData<string> Mendable =>
    [
        .. Directory.EnumerateFiles(Fixtures, "expected.txt", SearchOption.AllDirectories).Where(file => File.ReadAllText(file) is var text && (text.Contains(" => ", StringComparison.Ordinal) || text.Contains(" + ", StringComparison.Ordinal)))
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!)!).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Mendable))]
    public void Fixtures_AreMendedOnce(string slug)
    {
        foreach (string entry in Directory.EnumerateFileSystemEntries(Path.Combine(Fixtures, slug), "ng*"))
        {
            using var box = new Sandbox();
            Copy(entry, box);
            string before = box.Run("lint", "--rule", slug).Output;
            string mended = box.Run("lint", "--rule", slug, "--fix").Error;
            Sandbox.Outcome after = box.Run("lint", "--rule", slug, "--fix");
            after.Error.ShouldNotContain("mended", Case.Sensitive, $"{slug}/{Path.GetFileName(entry)}: {mended}");
            if (mended.Contains("mended", StringComparison.Ordinal))
            {
                after.Output.Split('\n').Length.ShouldBeLessThan(before.Split('\n').Length, $"{slug}/{Path.GetFileName(entry)}");
            }
        }
    }

    [Theory]
    [InlineData("pipeline-secret-interpolated", ".github/workflows/deploy.yml")]
    [InlineData("pipeline-secret-interpolated", "azure-pipelines.yml")]
    [InlineData("posture-variable-unmarked", "main.tf")]
    public void File_IsMendedAsApproved(string slug, string file)
    {
        using var box = new Sandbox();
        Copy(Path.Combine(Fixtures, slug, "ng-mendable"), box);
        box.Run("lint", "--fix").Error.ShouldContain($"mended {file}");
        box.Read(file).ShouldMatchApproved(settings => settings.SubFolder("Approved").NoDiff().WithDiscriminator($"{slug}-{Path.GetFileName(file)}"));
    }

    private static void Copy(string entry, Sandbox box)
    {
        string root = Directory.Exists(entry) ? entry : Path.GetDirectoryName(entry)!;
        foreach (string file in Directory.Exists(entry) ? Directory.EnumerateFiles(entry, "*", SearchOption.AllDirectories) : [entry])
        {
            box.Write(Path.GetRelativePath(root, file), Placeholders.Fill(File.ReadAllText(file), new Random(7)));
        }
    }
}
