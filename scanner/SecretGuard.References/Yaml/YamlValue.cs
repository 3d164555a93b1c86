using System.Text;
using SecretGuard.Findings;
using SecretGuard.References.Sources;
using YamlDotNet.Core;

namespace SecretGuard.References.Yaml;

/// <summary>A value of a YAML document with its place. Of keys that stand twice the last counts, as most readers have it.</summary>
internal sealed class YamlValue
{
    private const string Merge = "<<";
    private const int DeepestMerge = 8;
    private const int MostSearched = 100_000; // characters in which places of parts are looked for

    private readonly List<(YamlValue Key, YamlValue Value)> _members = [];
    private readonly List<YamlValue> _items = [];

    /// <summary>What stands where there is nothing.</summary>
    public static YamlValue Nothing { get; } = new(new SourceText("", ""), default, default);

    public YamlValue(SourceText source, Mark start, Mark end)
    {
        Source = source;
        Start = start;
        End = end;
    }

    /// <summary>The text of the document.</summary>
    public SourceText Source { get; }

    /// <summary>Where it begins.</summary>
    public Mark Start { get; }

    /// <summary>Where it ends.</summary>
    public Mark End { get; set; }

    /// <summary>The text of a scalar that is not empty; null for everything else.</summary>
    public string? Text { get; init; }

    /// <summary>How a scalar is written.</summary>
    public ScalarStyle Style { get; init; }

    /// <summary>Whether this is a mapping.</summary>
    public bool IsMap { get; init; }

    /// <summary>The members of a mapping as they are written, merged ones left out.</summary>
    public IReadOnlyList<(YamlValue Key, YamlValue Value)> Members => _members;

    /// <summary>The elements of a list.</summary>
    public IReadOnlyList<YamlValue> Items => _items;

    /// <summary>Where it stands.</summary>
    public Location Location => Source.At((int)Start.Line, (int)Start.Column, (int)End.Line, (int)End.Column);

    /// <summary>The value of a key, or <see cref="Nothing"/>.</summary>
    public YamlValue this[string key] => Find(key, 0) ?? Nothing;

    /// <summary>The value at the end of some keys, or <see cref="Nothing"/>.</summary>
    public YamlValue this[string first, params string[] rest] => rest.Aggregate(this[first], (value, key) => value[key]);

    /// <summary>The text of a key's value, or null.</summary>
    public string? TextOf(string key) => this[key].Text;

    /// <summary>The key of that name as it stands in the mapping, or <see cref="Nothing"/>.</summary>
    public YamlValue KeyOf(string key) => _members.FindLast(member => member.Key.Text == key).Key ?? Nothing;

    /// <summary>Whether a key says yes.</summary>
    public bool Says(string key) => this[key].Text is "true" or "True" or "TRUE";

    public void Add(YamlValue key, YamlValue value) => _members.Add((key, value));

    public void Add(YamlValue item) => _items.Add(item);

    /// <summary>The text of a scalar as a source of its own, whose places are places of the file.</summary>
    public SourceText Inner() => Verbatim() is { } place ? Source.Part(Text!, place.LinesBefore, place.ColumnsBefore) : Source.Quoted(Text ?? "", Location);

    /// <summary>The texts of scalars that one shell runs one after the other, as one source. One each where they do not stand in the file as they are, each on lines of its own.</summary>
    public static IReadOnlyList<SourceText> Joined(IReadOnlyList<YamlValue> scalars)
    {
        var text = new StringBuilder();
        var columns = new List<int>();
        int first = 0;
        foreach (YamlValue scalar in scalars)
        {
            if (scalar.Verbatim() is not { } place || scalar.Source != scalars[0].Source || (columns.Count > 0 && place.LinesBefore < first + columns.Count))
            {
                return [.. scalars.Select(scalar => scalar.Inner())];
            }

            first = columns.Count == 0 ? place.LinesBefore : first;
            text.Append('\n', place.LinesBefore - first - columns.Count);
            columns.AddRange(Enumerable.Repeat(0, place.LinesBefore - first - columns.Count));
            string own = scalar.Text!.TrimEnd('\n');
            text.Append(own).Append('\n');
            columns.AddRange(Enumerable.Repeat(place.ColumnsBefore, own.AsSpan().Count('\n') + 1));
        }

        return scalars.Count == 0 ? [] : [scalars[0].Source.Block(text.ToString(), first, columns, null, "")];
    }

    /// <summary>How many lines and columns stand before the text of a scalar; null where it does not stand in the file as it is.</summary>
    public (int LinesBefore, int ColumnsBefore)? Verbatim()
    {
        if (Text is null || Style is ScalarStyle.Folded)
        {
            return null;
        }

        int line = (int)Start.Line, column = (int)Start.Column - 1;
        if (Style != ScalarStyle.Literal)
        {
            int quote = Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0;
            bool isSame = string.CompareOrdinal(Source.Text, Source.IndexOf(line, column + 1 + quote), Text, 0, Text.Length) == 0 && !Text.Contains('\n', StringComparison.Ordinal);
            return isSame ? (line - 1, column + quote) : null;
        }

        // The text begins on the line behind the sign "|"; what its lines are indented by can be seen at one that is not blank.
        string[] lines = Text.Split('\n');
        int first = Math.Max(0, Array.FindIndex(lines, text => !string.IsNullOrWhiteSpace(text)));
        return (line, Math.Max(0, Indent(Source.Line(line + 1 + first)) - Indent(lines[first])));
    }

    /// <summary>The place of some characters of a scalar's text: exact where they stand in the file as they are, else that of the whole.</summary>
    public Location Place(int start, int length)
    {
        if (Text is null || Text.Length > MostSearched || start + length > Text.Length)
        {
            return Location;
        }

        ReadOnlySpan<char> wanted = Text.AsSpan(start, length);
        int begin = Source.IndexOf((int)Start.Line, (int)Start.Column);
        ReadOnlySpan<char> raw = Source.Text.AsSpan(begin, Math.Max(0, Source.IndexOf((int)End.Line, (int)End.Column) - begin));
        int at = -1;
        for (int before = Count(Text.AsSpan(0, start + length - 1), wanted); before >= 0; before--)
        {
            int next = raw[(at + 1)..].IndexOf(wanted);
            if (next < 0)
            {
                return Location;
            }

            at += 1 + next;
        }

        return Source.At(begin + at, length);
    }

    private static int Count(ReadOnlySpan<char> text, ReadOnlySpan<char> wanted)
    {
        int count = 0;
        for (int at = text.IndexOf(wanted); at >= 0; count++)
        {
            int next = text[(at + 1)..].IndexOf(wanted);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return count;
    }

    private static int Indent(ReadOnlySpan<char> line) => line.Length - line.TrimStart(' ').Length;

    private YamlValue? Find(string key, int depth)
    {
        for (int i = _members.Count - 1; i >= 0; i--)
        {
            if (_members[i].Key.Text == key)
            {
                return _members[i].Value;
            }
        }

        return depth == DeepestMerge ? null : _members.Where(member => member.Key.Text == Merge)
            .SelectMany(member => member.Value.IsMap ? [member.Value] : member.Value.Items)
            .Select(merged => merged.Find(key, depth + 1)).FirstOrDefault(found => found is not null);
    }
}
