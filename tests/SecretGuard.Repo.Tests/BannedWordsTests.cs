using System.Text.RegularExpressions;

namespace SecretGuard.Repo.Tests;

/// <summary>What must not get into a tracked file.</summary>
public sealed partial class BannedWordsTests
{
    [Fact]
    public void Files_HoldNoPathOfAMachine()
    {
        Lines().Where(line => MachinePath().IsMatch(line.Text))
            .Select(line => $"{line.Path}: {line.Text.Trim()}").ShouldBeEmpty();
    }

    [Fact]
    public void Sources_LeaveNothingForLater()
    {
        Lines().Where(line => line.Path.EndsWith(".cs", StringComparison.Ordinal) && Later().IsMatch(line.Text))
            .Select(line => $"{line.Path}: {line.Text.Trim()}").ShouldBeEmpty();
    }

    private static IEnumerable<(string Path, string Text)> Lines() =>
        from path in Repository.TrackedFiles
        from line in Repository.Text(path).Split('\n')
        select (path, line);

    [GeneratedRegex(@"(?<![\w.~/)}>*-])/(root|work|home/[a-z]+|Users/[a-z]+|tmp)/\w", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"/{2}.*\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException[(]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Later();
}
