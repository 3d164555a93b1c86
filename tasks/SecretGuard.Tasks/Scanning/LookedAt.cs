using System.Globalization;
using SecretGuard.Tasks.Caching;
using SecretGuard.Tasks.Projects;

namespace SecretGuard.Tasks.Scanning;

/// <summary>The files of a project that were looked at before its output is: what they show was told there, or accepted there.</summary>
internal sealed class LookedAt
{
    /// <summary>A file that shows so much of the beginning or the end of a literal shows the literal, perhaps in pieces.</summary>
    private const int Part = 8;

    private readonly Lazy<string[]> _texts;

    /// <summary>The code that the compiler got, and the other files, less what git ignores: nobody was told of those.</summary>
    public LookedAt(IReadOnlyList<string> sources, IEnumerable<FileInfo> others, GitIgnore git, long largest)
    {
        FileInfo[] read = [.. others.Where(file => file.Length <= largest)];
        FileInfo[] code = [.. sources.Select(path => new FileInfo(path)).Where(file => file.Exists)];
        Key = Digests.Of(code.Concat(read).Select(file => string.Format(CultureInfo.InvariantCulture, "{0}|{1}|{2}", file.FullName, file.Length, file.LastWriteTimeUtc.Ticks)));
        _texts = new(() => [.. code.Concat(read.Where(file => !git.IsIgnored(file.FullName))).Select(file => File.ReadAllText(file.FullName))]);
    }

    /// <summary>Changes with any of the files.</summary>
    public string Key { get; }

    /// <summary>Whether a file shows this value.</summary>
    public bool Shows(string value) => _texts.Value.Any(text => text.Contains(value));

    /// <summary>Whether a file shows where this literal came from.</summary>
    public bool ShowsPartOf(string literal) => Shows(literal.Substring(0, Math.Min(Part, literal.Length))) || Shows(literal.Substring(Math.Max(0, literal.Length - Part)));
}
