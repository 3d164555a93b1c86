using System.Text;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CSharp.Places;

namespace SecretGuard.CSharp.Facts;

/// <summary>
/// What the compiler knows about the constants of a file, written down as plain statements that the engine reads: one judge of names and values for every
/// front end. <c>Connect(Db.User, Prefix + "…")</c> becomes a line for each parameter with the folded value.
/// </summary>
internal sealed class FactSheet
{
    /// <summary>The name under which a value is written that is judged by itself: a connection string, a key file, a URL.</summary>
    public const string Whole = "_";

    private const int LongestNamed = 100;

    private readonly StringBuilder _text = new();
    private readonly List<Entry> _entries = [];

    /// <summary>A statement's value: where in the sheet it stands, and where in the code its literal does, which may be a part of the value only.</summary>
    internal readonly record struct Entry(int Start, int End, TextSpan Literal, CodeMatchKind Kind, string? Part = null)
    {
        /// <summary>Whether a secret in the value is the literal's: the host beside a password is none.</summary>
        public bool IsIn(string secret) => Part is null || Part.Contains(secret) || (secret.Contains(Part) && !secret.StartsWith(Part + ":", StringComparison.Ordinal)); // nor is its user
    }

    /// <summary>What the literal gives to the values that are written next, or null where it is all of them.</summary>
    public string? Part { get; set; }

    /// <summary>Whether nothing was written.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>The sheet as text.</summary>
    public string Text => _text.ToString();

    /// <summary>Begins a group: what stands together in the code is seen together, a user beside a password.</summary>
    public void Begin() => _text.Append("\n\n\n");

    /// <summary>Writes one statement. Signs that a literal would escape are replaced in what a name holds: they weigh as symbols, whichever they are.</summary>
    public void Add(Place place, string value, TextSpan literal) => Add(place, [(value, literal)]);

    /// <summary>Writes one statement whose value stands in several places.</summary>
    /// <param name="place">What the code says about the value.</param>
    /// <param name="pieces">The value's parts and where they stand.</param>
    /// <param name="others">What the same name is compared with besides.</param>
    public void Add(Place place, IReadOnlyList<(string Text, TextSpan Literal)> pieces, IEnumerable<string>? others = null)
    {
        string value = string.Concat(pieces.Select(piece => piece.Text));
        string name = place.Name.TrimStart('@', '$', ':', '-').Replace("\"", "").Replace("\n", "").Replace("\\", "").Replace(' ', '_');
        (string before, string after) = place.Kind switch
        {
            PlaceKind.Keyed => ("[\"" + name + "\"] = \"", "\",\n"),
            PlaceKind.Compared => ("if (" + name + " == \"", string.Concat((others ?? []).Select(other => "\" || " + name + " == \"" + Soften(other))) + "\")\n"),
            PlaceKind.Fallback => ("value = configuration[\"" + name + "\"] ?? \"", "\";\n"),
            _ => (name + " = \"", "\";\n"),
        };
        pieces = value.Length > 2 && value[0] == '"' && value[value.Length - 1] == '"' ? [(value.Substring(1, value.Length - 2), pieces[0].Literal)] : pieces; // unicodePwd of Active Directory has them
        bool whole = place.Name == Whole || value.Length > LongestNamed || value.IndexOf('\n') >= 0;
        Func<string, string> write = whole ? Escape : Soften;
        CodeMatchKind kind = place.Kind == PlaceKind.Fallback ? CodeMatchKind.Fallback : CodeMatchKind.Semantic;
        _text.Append(before);
        foreach ((string text, TextSpan literal) in pieces)
        {
            _entries.Add(new Entry(_text.Length, _text.Append(write(text)).Length, literal, kind, Part is null ? null : write(Part)));
        }

        _text.Append(after);
    }

    /// <summary>Writes a command line that ends with the value.</summary>
    public void AddCommand(IReadOnlyList<string> words, string value, TextSpan literal)
    {
        _text.Append("command = \"").Append(string.Join(" ", words).Replace('"', '\'').Replace("\n", " ")).Append(' ');
        int start = _text.Length;
        _entries.Add(new Entry(start, _text.Append(Escape(value)).Length, literal, CodeMatchKind.Semantic));
        _text.Append("\";\n");
    }

    /// <summary>The statement whose value holds this character of the sheet, or null.</summary>
    public Entry? At(int position)
    {
        int low = 0, high = _entries.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            Entry entry = _entries[middle];
            if (position < entry.Start)
            {
                high = middle - 1;
            }
            else if (position >= entry.End)
            {
                low = middle + 1;
            }
            else
            {
                return entry;
            }
        }

        return null;
    }

    private static string Soften(string value) => value.Replace('\\', '|').Replace('"', '\'');

    private static string Escape(string value) => value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\r", "\\r").Replace("\n", "\\n");
}
