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
    private readonly StringBuilder _text = new();
    private readonly List<Entry> _entries = [];

    /// <summary>A statement's value: where in the sheet it stands, and where in the code its literal does.</summary>
    internal readonly record struct Entry(int Start, int End, TextSpan Literal, CodeMatchKind Kind);

    /// <summary>Whether nothing was written.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>The sheet as text.</summary>
    public string Text => _text.ToString();

    /// <summary>Begins a group: what stands together in the code is seen together, a user beside a password.</summary>
    public void Begin() => _text.Append("\n\n\n");

    /// <summary>Writes one statement.</summary>
    public void Add(Place place, string value, TextSpan literal)
    {
        string name = place.Name.Replace("\"", "").Replace("\n", "").Replace("\\", "");
        (string before, string after) = place.Kind switch
        {
            PlaceKind.Keyed => ("[\"" + name + "\"] = \"", "\",\n"),
            PlaceKind.Compared => ("if (" + name + " == \"", "\")\n"),
            PlaceKind.Fallback => ("value = configuration[\"" + name + "\"] ?? \"", "\";\n"),
            _ => (name + " = \"", "\";\n"),
        };
        int start = _text.Append(before).Length;
        _entries.Add(new Entry(start, _text.Append(Escape(value)).Length, literal, place.Kind == PlaceKind.Fallback ? CodeMatchKind.Fallback : CodeMatchKind.Semantic));
        _text.Append(after);
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

    private static string Escape(string value) => value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\r", "\\r").Replace("\n", "\\n");
}
