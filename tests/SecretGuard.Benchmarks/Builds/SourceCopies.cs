using System.Text.RegularExpressions;

namespace SecretGuard.Benchmarks.Builds;

/// <summary>C# that compiles as it is, copied as often as it takes to have many lines. Every copy but the first has namespaces of its own.</summary>
internal static class SourceCopies
{
    private static readonly Regex Namespace = new(@"^[ \t]*namespace[ \t]+(?<root>\w+)", RegexOptions.Multiline | RegexOptions.NonBacktracking);

    /// <summary>Copies the sources below a folder, and gives the numbers of files, lines and copies.</summary>
    public static (int Files, int Lines, int Copies) Make(string folder, string target, int leastLines)
    {
        var sources = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Select(path => (Path: Path.GetRelativePath(folder, path), Text: File.ReadAllText(path)))
            .Where(source => !source.Path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")).ToList();
        Regex roots = Roots(sources.Select(source => source.Text));
        int linesOfOne = sources.Sum(source => source.Text.AsSpan().Count('\n'));
        int copies = (leastLines + linesOfOne - 1) / linesOfOne;
        for (int copy = 0; copy < copies; copy++)
        {
            foreach ((string path, string text) in sources)
            {
                string file = Path.Combine(target, $"copy{copy}", path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, copy == 0 ? text : roots.Replace(text, "$0" + copy));
            }
        }

        return (sources.Count * copies, linesOfOne * copies, copies);
    }

    /// <summary>The first words of all namespaces, wherever they stand: what is renamed everywhere stays one thing.</summary>
    private static Regex Roots(IEnumerable<string> texts) =>
        new($@"\b({string.Join('|', texts.SelectMany(text => Namespace.Matches(text)).Select(match => match.Groups["root"].Value).Distinct(StringComparer.Ordinal))})\b", RegexOptions.NonBacktracking);
}
