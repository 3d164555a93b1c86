using System.Globalization;
using System.Text;

namespace SecretGuard.Text;

/// <summary>Pieces of JSON.</summary>
public static class JsonText
{
    /// <summary>An object of names and pieces.</summary>
    public static string Object(params (string Name, string Value)[] members) => "{" + string.Join(",", members.Select(member => $"{Of(member.Name)}:{member.Value}")) + "}";

    /// <summary>An array of pieces.</summary>
    public static string Array(IEnumerable<string> items) => "[" + string.Join(",", items) + "]";

    /// <summary>A number.</summary>
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text in quotes. Characters that some readers stumble over are written by number.</summary>
    public static string Of(string text)
    {
        var json = new StringBuilder(text.Length + 2).Append('"');
        foreach (char c in text)
        {
            if (c is '"' or '\\')
            {
                json.Append('\\').Append(c);
            }
            else if (c is < ' ' or '\u007F' or '\u2028' or '\u2029' || char.IsSurrogate(c))
            {
                json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                json.Append(c);
            }
        }

        return json.Append('"').ToString();
    }
}
