namespace SecretGuard.Repo.Tests;

/// <summary>Files that can be read in one go.</summary>
public sealed class SourceSizeTests
{
    private const int MostLines = 400;
    private const int MedianLines = 150;

    private static readonly string[] Sources = [.. Repository.Files(".cs", "scanner/"), .. Repository.Files(".cs", "analyzers/"), .. Repository.Files(".cs", "tasks/")];

    [Fact]
    public void EveryFile_FitsIntoAnHour()
    {
        Sources.Concat(Repository.Files(".cs", "tests/")).Where(path => Lines(path) > MostLines).Select(path => $"{path}: {Lines(path)} lines").ShouldBeEmpty($"at most {MostLines} lines");
    }

    [Fact]
    public void HalfOfTheFiles_FitOnTwoScreens()
    {
        int[] lengths = [.. Sources.Select(Lines).Order()];
        lengths[lengths.Length / 2].ShouldBeLessThan(MedianLines);
    }

    private static int Lines(string path) => Repository.Text(path).AsSpan().Count('\n');
}
