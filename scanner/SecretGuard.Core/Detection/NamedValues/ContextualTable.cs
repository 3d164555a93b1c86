using System.Globalization;
using System.Text;
using SecretGuard.Rules;

namespace SecretGuard.Detection.NamedValues;

/// <summary>
/// The formats that many issuers share, as a text that is made beforehand: to find them needs every rule, and most values have the length of none.
/// A line each, its parts between tabs: fewest and most bytes, the words with <c>|</c> between them, family, slug, and number of the pattern.
/// </summary>
internal static class ContextualTable
{
    /// <summary>Its name as a resource.</summary>
    public const string Name = "contextual.txt";

    /// <summary>The formats, in the catalogue's order.</summary>
    public static List<ContextualFormat> Read()
    {
        string table = Encoding.UTF8.GetString(EmbeddedTables.Read(Name));
        List<ContextualFormat> formats = [];
        for (int at = 0, end; at < table.Length; at = end + 1)
        {
            end = table.IndexOf('\n', at);
            int minLength = Number(table, ref at), maxLength = Number(table, ref at);
            formats.Add(new ContextualFormat(minLength, maxLength, table, at, end));
        }

        return formats;
    }

    /// <summary>The table as the catalogue would have it.</summary>
    public static string Write()
    {
        var table = new StringBuilder();
        foreach ((int family, Rule rule) in Enumerable.Range(0, Catalogue.FamilyCount).SelectMany(family => Catalogue.Family(family).Where(rule => rule.Near.Count > 0).Select(rule => (family, rule))))
        {
            for (int pattern = 0; pattern < rule.Patterns.Count; pattern++)
            {
                TokenPattern format = rule.Patterns[pattern];
                table.Append(string.Join("\t", [Text(format.MinLength), Text(format.MaxLength), string.Join("|", rule.Near), Text(family), rule.Slug, Text(pattern)])).Append('\n');
            }
        }

        return table.ToString();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a number and the tab behind it.</summary>
    private static int Number(string table, ref int at)
    {
        int number = 0;
        for (; table[at] != '\t'; at++)
        {
            number = number * 10 + table[at] - '0';
        }

        at++;
        return number;
    }
}
