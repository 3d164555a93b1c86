using SecretGuard.Remedies;

namespace SecretGuard.Cli.Adopting.Places;

/// <summary>Secrets in XML: an attribute's value, or the text of an element.</summary>
internal static class MarkupPlaces
{
    private static readonly (string Character, string Entity)[] Entities = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&apos;")];

    private static readonly string[] NameAttributes = ["key", "name", "id"];

    /// <summary>The value or the text.</summary>
    public static SecretPlace Find(SecretSpot spot)
    {
        string text = spot.Text;
        int open = Last(text, "<", spot.Start), close = Last(text, ">", spot.Start);
        if (Last(text, "<!--", spot.Start) > Last(text, "-->", spot.Start) || Last(text, "<![CDATA[", spot.Start) > Last(text, "]]>", spot.Start) || open < 0)
        {
            return spot.ByHand("it stands in a comment, or in what is read as it is: take it out by hand");
        }

        return open > close ? InTag(spot, open) : InElement(spot, open, close);
    }

    private static SecretPlace InTag(SecretSpot spot, int open)
    {
        string text = spot.Text;
        int start = -1;
        char quote = '\0';
        for (int at = open; at < spot.Start; at++)
        {
            if (quote == '\0' && text[at] is '"' or '\'')
            {
                (quote, start) = (text[at], at + 1);
            }
            else if (quote != '\0' && text[at] == quote)
            {
                quote = '\0';
            }
        }

        int end = quote == '\0' ? -1 : text.IndexOf(quote, spot.Start);
        if (end < spot.End)
        {
            return spot.ByHand("it is no value of an attribute: take it out by hand");
        }

        int tagEnd = text.IndexOf('>', end) is var found and >= 0 ? found : text.Length;
        string attribute = Word(text, start - 1, open), tag = text[open..start] + text[end..tagEnd];
        string name = NameAttributes.Select(key => Attribute(tag, key)).FirstOrDefault(value => value is not null) ?? attribute;
        return Of(spot, start, end, attribute == "connectionString" ? $"ConnectionStrings:{name}" : name);
    }

    private static SecretPlace InElement(SecretSpot spot, int open, int close)
    {
        int end = spot.Text.IndexOf('<', spot.End) is var found and >= 0 ? found : spot.Text.Length, start = close + 1;
        string name = string.Concat(spot.Text[(open + 1)..close].TakeWhile(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ':'));
        while (start < end && char.IsWhiteSpace(spot.Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(spot.Text[end - 1]))
        {
            end--;
        }

        return Of(spot, start, end, name);
    }

    private static SecretPlace Of(SecretSpot spot, int start, int end, string name)
    {
        string written = spot.Text[start..end], value = Entities.Reverse().Aggregate(written, (text, entity) => text.Replace(entity.Entity, entity.Character, StringComparison.Ordinal));
        return new SecretPlace(start, end, name)
        {
            Value = written.Contains("&#", StringComparison.Ordinal) ? null : value,
            IsConfiguration = name.Contains(':', StringComparison.Ordinal),
            Reference = variable => spot.FileName == "nuget.config" ? $"%{variable}%" : spot.HasEnd("proj", ".props", ".targets") ? $"$({variable})" : "",
            Write = Escaped,
            Obstacle = written.Trim() == spot.Written.Trim() || OneTexts.IsOne(value) ? null : "the secret is a part of a longer text: take it out by hand, or let all of the text come from the store",
        };
    }

    private static string Escaped(string text) => Entities.Aggregate(text, (made, entity) => made.Replace(entity.Character, entity.Entity, StringComparison.Ordinal));

    private static int Last(string text, string word, int before) => before == 0 ? -1 : text.LastIndexOf(word, before - 1, StringComparison.Ordinal);

    /// <summary>The name before the equals sign that stands before a quote.</summary>
    private static string Word(string text, int quote, int open)
    {
        int end = text.LastIndexOf('=', quote, quote - open + 1);
        string before = end < 0 ? "" : text[open..end].TrimEnd();
        return before[(before.LastIndexOfAny([' ', '\t', '\r', '\n', '<']) + 1)..];
    }

    private static string? Attribute(string tag, string name)
    {
        foreach (char quote in "\"'")
        {
            string opener = $" {name}={quote}";
            int at = tag.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ').IndexOf(opener, StringComparison.OrdinalIgnoreCase), end = at < 0 ? -1 : tag.IndexOf(quote, at + opener.Length);
            if (end > 0)
            {
                return tag[(at + opener.Length)..end];
            }
        }

        return null;
    }
}
