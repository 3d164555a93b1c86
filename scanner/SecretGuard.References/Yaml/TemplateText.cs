using System.Text;

namespace SecretGuard.References.Yaml;

/// <summary>
/// Templates of Helm, Jinja and Liquid read as YAML: an action alone on its line is no line, one within a value is a part of it that is not known. Every other character
/// stays where it is, so that places are those of the template.
/// </summary>
internal static class TemplateText
{
    private const string Opens = "{{";
    private const string Closes = "}}";
    private const string StatementOpens = "{%"; // of Jinja and Liquid: {% raw %}, {% if … %}
    private const string StatementCloses = "%}";

    /// <summary>A part that is not known.</summary>
    public const char Unknown = '\uE000'; // of a private area: nobody writes it, and YAML takes it for a letter

    /// <summary>Whether there are actions.</summary>
    public static bool IsOne(string text) => text.Contains(Opens, StringComparison.Ordinal);

    /// <summary>What a template may be read as, the gentlest first: without its statements, which may keep what is between them as it is, then without its actions too.</summary>
    public static IEnumerable<string> Forms(string text)
    {
        string plain = Flatten(text, StatementOpens, StatementCloses);
        return IsOne(plain) ? [plain, Flatten(plain, Opens, Closes)] : [plain];
    }

    /// <summary>The text without the actions that begin at some places: those that YAML takes for a mapping in a mapping.</summary>
    public static string Without(string text, IEnumerable<int> actions)
    {
        var flat = new StringBuilder(text);
        foreach (int start in actions)
        {
            if (string.CompareOrdinal(text, start, Opens, 0, Opens.Length) == 0 && text.IndexOf(Closes, start, StringComparison.Ordinal) is var close and >= 0)
            {
                Blank(flat, text, start, close + Closes.Length);
            }
        }

        return flat.ToString();
    }

    private static string Flatten(string text, string opens, string closes)
    {
        var flat = new StringBuilder(text);
        int at = 0;
        while (text.IndexOf(opens, at, StringComparison.Ordinal) is var start && start >= 0 && text.IndexOf(closes, start, StringComparison.Ordinal) is var close && close >= 0)
        {
            int end = close + closes.Length;
            start -= start > at && text[start - 1] == '$' ? 1 : 0; // as pipelines of GitHub write it
            Blank(flat, text, start, end);
            at = end;
        }

        return flat.ToString();
    }

    private static void Blank(StringBuilder flat, string text, int start, int end)
    {
        bool alone = IsBlank(text, LineStart(text, start), start) && IsBlank(text, end, LineEnd(text, end));
        for (int i = start; i < end; i++)
        {
            flat[i] = text[i] is '\n' or '\r' ? text[i] : alone ? ' ' : Unknown;
        }
    }

    /// <summary>A scalar with <c>*</c> for each part that is not known.</summary>
    public static string Name(string scalar)
    {
        if (!scalar.Contains(Unknown, StringComparison.Ordinal))
        {
            return scalar;
        }

        var name = new StringBuilder();
        foreach (char character in scalar)
        {
            if (character != Unknown)
            {
                name.Append(character);
            }
            else if (name.Length == 0 || name[^1] != '*')
            {
                name.Append('*');
            }
        }

        return name.ToString();
    }

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    private static int LineEnd(string text, int at) => text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;

    private static bool IsBlank(string text, int start, int end) => text.AsSpan(start, end - start).IsWhiteSpace();
}
