using System.Globalization;
using System.Text;

namespace SecretGuard.Remedies;

/// <summary>What is written in C# in the place of a secret: it is read, and where it is missing the program does not start.</summary>
public static class ReadingText
{
    /// <summary><c>Environment.GetEnvironmentVariable("NAME")</c>.</summary>
    /// <param name="type">How <c>System.Environment</c> is written there.</param>
    /// <param name="variable">The variable.</param>
    public static string OfVariable(string type, string variable) => type + ".GetEnvironmentVariable(" + Quote(variable) + ")";

    /// <summary>What an expression gives, or an exception. It stands lower than every operator but <c>=</c>, <c>=></c> and <c>?:</c>.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="exception">How <c>System.InvalidOperationException</c> is written there.</param>
    /// <param name="message">What to do, for whoever starts the program.</param>
    public static string OrThrow(string expression, string exception, string message) => expression + " ?? throw new " + exception + "(" + Quote(message) + ")";

    /// <summary>What is to be said where a variable is not set.</summary>
    /// <param name="variable">It.</param>
    /// <param name="form">How its value is to be written down, such as <c> in Base64</c>; empty where that is as it is.</param>
    public static string SetIt(string variable, string form = "") => "Set " + variable + form + ".";

    /// <summary>A text as a literal.</summary>
    public static string Quote(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (char c in text)
        {
            literal = c is '"' or '\\' ? literal.Append('\\').Append(c)
                : char.IsControl(c) || c is '\u2028' or '\u2029' ? literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture))
                : literal.Append(c);
        }

        return literal.Append('"').ToString();
    }
}
