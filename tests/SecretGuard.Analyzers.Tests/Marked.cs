using System.Text;

namespace SecretGuard.Analyzers.Tests;

/// <summary>A text without its marks, and what they mark.</summary>
internal sealed record Marked(string Text, IReadOnlyList<(string Id, int Start, int End)> Marks)
{
    /// <summary>Reads <c>[|…|]</c> (SG1001) and <c>{|id:…|}</c>.</summary>
    public static Marked Read(string text)
    {
        var plain = new StringBuilder();
        var marks = new List<(string Id, int Start, int End)>();
        var open = new Stack<(string Id, int Start)>();
        for (int i = 0; i < text.Length; i++)
        {
            if (Starts(text, i, "[|"))
            {
                open.Push(("SG1001", plain.Length));
                i++;
            }
            else if (Starts(text, i, "{|SG"))
            {
                int colon = text.IndexOf(':', i);
                open.Push((text[(i + 2)..colon], plain.Length));
                i = colon;
            }
            else if (open.Count > 0 && (Starts(text, i, "|]") || Starts(text, i, "|}")))
            {
                (string id, int start) = open.Pop();
                marks.Add((id, start, plain.Length));
                i++;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return new Marked(plain.ToString(), [.. marks.OrderBy(mark => mark.Start)]);
    }

    private static bool Starts(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;
}
