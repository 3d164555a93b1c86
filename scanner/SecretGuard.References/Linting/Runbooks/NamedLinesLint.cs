using SecretGuard.References.Sources;
using SecretGuard.Rules;

namespace SecretGuard.References.Linting.Runbooks;

/// <summary>Documents about secrets that lead to lines which are not there: who follows them in an emergency reads something else, or nothing.</summary>
internal sealed class NamedLinesLint : ILint, IRepositoryLint
{
    private static readonly string[] Words = ["secret", "vault", "credential", "password", "rotat"];

    /// <summary>Documents that tell of what was: their lines are those of that day.</summary>
    private static readonly string[] Histories = ["change", "history", "news", "release", "upgrad", "migrat"];

    /// <inheritdoc/>
    public IReadOnlyList<Rule> Rules { get; } = [RunbookRules.LinesMissing];

    /// <inheritdoc/>
    public void Look(LintText text, LintFindings found)
    {
        SourceText source = text.Source;
        if (!source.IsPart && text.IsDocumentation && !Array.Exists(Histories, word => source.FileName.Contains(word, StringComparison.OrdinalIgnoreCase))
            && Array.Exists(Words, word => source.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            foreach (NamedLines named in NamedLines.In(source))
            {
                found.Keep(source, named);
            }
        }
    }

    /// <inheritdoc/>
    public void Look(LintRepository repository, LintFindings found)
    {
        var counts = new Dictionary<string, int?>(StringComparer.Ordinal);
        foreach (NamedLines named in repository.Kept<NamedLines>())
        {
            string[] files = [.. Candidates(named, repository)];
            int[] known = [.. files.Select(file => counts.TryGetValue(file, out int? count) ? count : counts[file] = Count(repository.TextOf(file))).OfType<int>()];
            if (known.Length > 0 && known.Max() is var most && most < named.Last)
            {
                found.Add(RunbookRules.LinesMissing, named.Location, named.File, $"'{named.File}' has {most} {(most == 1 ? "line" : "lines")}, and line {named.Last} is named");
            }
            else if (files.Length == 0 && IsOfHere(named, repository))
            {
                found.Add(RunbookRules.LinesMissing, named.Location, named.File, $"'{named.File}' is not in this repository, and lines of it are named");
            }
        }
    }

    /// <summary>The files that may be meant: from the document, from the root, and for a name alone the files that have it.</summary>
    private static IEnumerable<string> Candidates(NamedLines named, LintRepository repository)
    {
        string[] written = [.. Written(named).Where(repository.Exists)];
        return written.Length > 0 || named.File.Contains('/', StringComparison.Ordinal) ? written : repository.Paths.Where(path => path.EndsWith("/" + named.File, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Written(NamedLines named) =>
        new[] { named.File.StartsWith('/') ? null : RepositoryPath.Join(RepositoryPath.FolderOf(named.Location.Path), named.File), RepositoryPath.Join("", named.File) }.OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Whether a path that is not there begins in a folder that is: else it is of another repository, or no path.</summary>
    private static bool IsOfHere(NamedLines named, LintRepository repository) =>
        named.File.Contains('/', StringComparison.Ordinal) && Written(named).Any(path => path.Split('/') is { Length: > 1 } segments && repository.Exists(segments[0]) && repository.Exists(RepositoryPath.FolderOf(path)));

    private static int? Count(string? text) => text is null ? null : text.AsSpan().Count('\n') + (text.Length > 0 && !text.EndsWith('\n') ? 1 : 0);
}
