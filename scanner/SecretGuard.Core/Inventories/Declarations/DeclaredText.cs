using System.Text;

namespace SecretGuard.Inventories;

/// <summary>Texts of a declaration that differ between environments: <c>kv-shop-${ENV}</c>.</summary>
public static class DeclaredText
{
    /// <summary>The word that stands for the environment's name.</summary>
    public const string EnvironmentName = "ENV";

    /// <summary>The text with every <c>${NAME}</c> replaced; <c>$${</c> is a <c>${</c> that stays.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">What a name stands for, or null.</param>
    /// <param name="unknown">Takes the names that stand for nothing; they stay in the text.</param>
    public static string Expand(string text, Func<string, string?> value, ICollection<string>? unknown = null)
    {
        var expanded = new StringBuilder();
        int at = 0;
        for (int open = text.IndexOf("${", StringComparison.Ordinal); open >= 0; open = text.IndexOf("${", at, StringComparison.Ordinal))
        {
            int close = text.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            if (open > at && text[open - 1] == '$')
            {
                expanded.Append(text, at, open - 1 - at).Append(text, open, close + 1 - open);
            }
            else
            {
                string name = text.Substring(open + 2, close - open - 2);
                expanded.Append(text, at, open - at);
                if (value(name) is { } found)
                {
                    expanded.Append(found);
                }
                else
                {
                    expanded.Append(text, open, close + 1 - open);
                    unknown?.Add(name);
                }
            }

            at = close + 1;
        }

        return expanded.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>A text as YAML: plain where it can only be read as itself.</summary>
    public static string Quote(string text) =>
        text.Length > 0 && IsLetter(text[0]) && text.All(c => IsLetter(c) || c is (>= '0' and <= '9') or '_' or '-' or '/' or '.') && text is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off")
            ? text : $"'{text.Replace("'", "''")}'";

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
