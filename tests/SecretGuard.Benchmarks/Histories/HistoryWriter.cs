using System.Globalization;

namespace SecretGuard.Benchmarks.Histories;

/// <summary>
/// Writes a repository whose history is made of real sources: commit after commit, a few files get, lose or change some lines, which come from other files;
/// half of the changes fall on few files. Half of the files are there from the start, the others come by and by. The same sources and numbers give the same
/// repository.
/// </summary>
internal sealed class HistoryWriter(FastImport import, int edits)
{
    private const int SmallestFile = 1000;
    private const int LargestFile = 60_000;
    private const int FirstSecond = 1_500_000_000;
    private static readonly string[] Extensions = [".cs", ".java", ".rb", ".py", ".go", ".c", ".h", ".js", ".ts", ".json", ".yml", ".yaml", ".xml", ".md", ".txt", ".sh", ".csproj", ".props"];

    private readonly Random _random = new(5);

    /// <summary>Makes the repository with git's own <c>fast-import</c>, bare and packed.</summary>
    /// <param name="sources">A folder with sources.</param>
    /// <param name="repository">Where it is made; must not be there.</param>
    /// <param name="files">How many files at most.</param>
    /// <param name="commits">How many commits.</param>
    /// <param name="edits">In how many places a commit changes a file, at most.</param>
    public static int Make(string sources, string repository, int files, int commits, int edits)
    {
        using var import = new FastImport(repository);
        new HistoryWriter(import, edits).Write(sources, files, commits);
        return import.Finish();
    }

    private void Write(string folder, int count, int commits)
    {
        string[] paths = [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(path => Extensions.Contains(Path.GetExtension(path)) && new FileInfo(path).Length is >= SmallestFile and <= LargestFile).Order(StringComparer.Ordinal)];
        _random.Shuffle(paths);
        paths = paths[..Math.Min(count, paths.Length)];
        List<byte[]>[] texts = [.. paths.Select(path => LinesOf(File.ReadAllBytes(path)))];
        int known = 0;
        for (int commit = 0; commit < commits; commit++)
        {
            import.Commit(string.Create(CultureInfo.InvariantCulture, $"Commit {commit}"), FirstSecond + (commit * 600));
            int there = (texts.Length / 2) + (int)((long)texts.Length * commit / commits / 2);
            IEnumerable<int> changed = commit == 0 ? Enumerable.Range(0, there) : Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Choose(there)).Distinct();
            foreach (int file in changed.Union(Enumerable.Range(known, there - known)))
            {
                for (int edit = file < known ? _random.Next(1, edits + 1) : 0; edit > 0; edit--)
                {
                    Edit(texts[file], texts[_random.Next(texts.Length)]);
                }

                import.File($"d{file % 17}/s{file % 7}/f{file}{Path.GetExtension(paths[file])}", [.. texts[file].SelectMany(line => line.Append((byte)'\n'))]);
            }

            known = there;
        }
    }

    private int Choose(int count) => _random.Next(2) == 0 ? _random.Next(count) : (int)(Math.Pow(_random.NextDouble(), 6) * count);

    private void Edit(List<byte[]> text, List<byte[]> other)
    {
        int at = _random.Next(text.Count + 1), from = _random.Next(other.Count + 1);
        List<byte[]> lines = other.GetRange(from, Math.Min(_random.Next(1, 9), other.Count - from));
        double kind = _random.NextDouble();
        if (kind >= 0.45)
        {
            int removed = Math.Min(_random.Next(1, 9), text.Count - at);
            text.RemoveRange(at, text.Count > 40 ? removed : 0);
        }

        if (kind < 0.75)
        {
            text.InsertRange(at, lines);
        }
    }

    private static List<byte[]> LinesOf(byte[] text)
    {
        var lines = new List<byte[]>();
        foreach (Range line in text.AsSpan().Split((byte)'\n'))
        {
            lines.Add(text[line]);
        }

        return lines;
    }
}
