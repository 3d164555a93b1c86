using System.Buffers;
using System.Text;
using SecretGuard.DetectSecrets.Baselines;

namespace SecretGuard.DetectSecrets.Filters;

/// <summary>Words that make what contains one of them no secret.</summary>
internal sealed class WordList
{
    private readonly SearchValues<string> _words;

    private WordList(IEnumerable<string> words) => _words = SearchValues.Create([.. words], StringComparison.OrdinalIgnoreCase);

    /// <summary>The filter's entry for a file of words, one a line.</summary>
    public static Setting Setting(string path, byte[] content) => new Setting(FilterNames.WordList)
        .With("min_length", FilterNames.WordListMinLength)
        .With("file_name", path)
        .With("file_hash", Convert.ToHexStringLower(System.Security.Cryptography.SHA1.HashData(content)));

    /// <summary>The words of a file that are long enough.</summary>
    public static WordList Read(byte[] content, int minLength) =>
        new(Encoding.UTF8.GetString(content).Split('\n').Select(line => line.Trim()).Where(word => word.Length >= Math.Max(1, minLength)));

    public bool HasWord(string secret) => secret.AsSpan().ContainsAny(_words);
}
