using System.Text;
using SecretGuard.Detection;
using SecretGuard.Migration;

namespace SecretGuard.Cli.Importing;

/// <summary>One version of a file with the secrets that SecretGuard sees in it.</summary>
/// <param name="Content">The text.</param>
/// <param name="Candidates">The secrets.</param>
internal sealed record LookedAtFile(Content Content, IReadOnlyList<Candidate> Candidates)
{
    private const int ShortestValue = 4;

    private ReadOnlySpan<byte> Text => Content.Buffer.AsSpan(0, Content.Length);

    /// <summary>How many lines there are.</summary>
    public int Lines => Text.Count((byte)'\n') + (Text.Length > 0 && Text[^1] != '\n' ? 1 : 0);

    /// <summary>Whether a value stands in it.</summary>
    public bool Holds(string value) => Text.IndexOf(Encoding.UTF8.GetBytes(value)) >= 0;

    /// <summary>The value of a secret in it. Only to be compared in memory.</summary>
    public string ValueOf(Candidate candidate) => Encoding.UTF8.GetString(Text.Slice(candidate.Match.Start, candidate.Match.Length));

    /// <summary>The secrets of which a value is a part, or that are a part of it.</summary>
    public IEnumerable<Candidate> WithValue(string value)
    {
        List<(int Start, int End)> places = Places(Encoding.UTF8.GetBytes(value));
        string packed = Packed(value);
        return Candidates.Where(candidate => places.Exists(place => place.Start < candidate.Match.End && place.End > candidate.Match.Start)
            || (packed.Length < value.Length && Packed(ValueOf(candidate)) is { Length: >= ShortestValue } own && (own.Contains(packed, StringComparison.Ordinal) || packed.Contains(own, StringComparison.Ordinal))));
    }

    /// <summary>
    /// The secrets in the lines of an entry that carries no value. Of several those of its kind count, by the issuer's name at the kind's
    /// beginning; where none is of its kind, one alone counts, and of more nobody can say which is meant.
    /// </summary>
    public IReadOnlyList<Candidate> InLines(ForeignEntry entry)
    {
        Candidate[] there = [.. Candidates.Where(candidate => candidate.Finding.Location.StartLine <= entry.LastLine && candidate.Finding.Location.EndLine >= entry.Line)];
        Candidate[] ofKind = [.. there.Where(candidate => FirstWord(candidate.Finding.Rule) == FirstWord(entry.Kind))];
        return there.Length > 1 && ofKind.Length > 0 ? ofKind : there;
    }

    /// <summary>Whether all these are of the kind of an entry.</summary>
    public static bool AreOfKind(IReadOnlyList<Candidate> candidates, ForeignEntry entry) => candidates.All(candidate => FirstWord(candidate.Finding.Rule) == FirstWord(entry.Kind));

    /// <summary>The word by which kinds of several tools can be told to be one: an issuer, or <c>generic</c>.</summary>
    private static string FirstWord(string? kind) => (kind ?? "").ToLowerInvariant().Replace("kingfisher.", "", StringComparison.Ordinal).Split('-', '_', '.', ' ')[0];

    private List<(int Start, int End)> Places(byte[] value)
    {
        var places = new List<(int Start, int End)>();
        for (int at = 0; value.Length >= ShortestValue && Text[at..].IndexOf(value) is var hit && hit >= 0; at += hit + value.Length)
        {
            places.Add((at + hit, at + hit + value.Length));
        }

        return places;
    }

    /// <summary>Without line ends and indentation: others tell a key of several lines in their own way.</summary>
    private static string Packed(string value) => string.Concat(value.Replace("\\n", "", StringComparison.Ordinal).Where(c => !char.IsWhiteSpace(c)));
}
