using System.Globalization;
using System.Text;

namespace SecretGuard.Migration;

/// <summary>Writes texts as YAML values.</summary>
public static class YamlText
{
    /// <summary>A text in single quotes; in double quotes where it holds what those cannot.</summary>
    public static string Quoted(string text)
    {
        if (!text.Any(char.IsControl))
        {
            return $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
        }

        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '"' or '\\' => $"\\{c}",
                '\n' => "\\n",
                _ when char.IsControl(c) => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A list on one line.</summary>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Quoted))}]";
}
