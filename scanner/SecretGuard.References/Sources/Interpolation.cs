using System.Text;

namespace SecretGuard.References.Sources;

/// <summary>A variable that a text is filled with: <c>$NAME</c>, <c>${NAME:-fallback}</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">Where the name begins.</param>
/// <param name="IsOptional">True where there is a fallback, false where its absence is an error, null where nothing is said.</param>
internal sealed record Interpolation(string Name, int Start, bool? IsOptional)
{
    /// <summary>The variables of a text in which two signs stand for one that means itself, as Compose has it. Fallbacks may name further ones.</summary>
    public static IEnumerable<Interpolation> In(string text)
    {
        for (int at = text.IndexOf('$', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('$', at))
        {
            if (text[at + 1] == '$')
            {
                at += 2;
            }
            else if (Read(text, at + 1) is { } variable)
            {
                yield return variable;
                at = variable.Start + variable.Name.Length;
            }
            else
            {
                at++;
            }

            if (at >= text.Length)
            {
                yield break;
            }
        }
    }

    /// <summary>The secret variables in braces of a text that somebody fills in before it is used: a sign alone may be a part of a value.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isSecret">Whether all of it is a secret, so that a variable which is the whole is one whatever its name.</param>
    public static IEnumerable<Interpolation> Placeholders(string text, bool isSecret) =>
        In(text).Where(variable => text[variable.Start - 1] == '{' && (variable.IsOptional is not null || text[variable.Start + variable.Name.Length] == '}') && (ReferenceOf.SaysSecret(variable.Name) || (isSecret && text.StartsWith("${", StringComparison.Ordinal) && text.IndexOf('}', StringComparison.Ordinal) == text.Length - 1)));

    /// <summary>A text with <c>*</c> for each variable in it.</summary>
    public static string Known(string text)
    {
        var known = new StringBuilder();
        int at = 0;
        foreach (Interpolation variable in In(text))
        {
            int sign = text.LastIndexOf('$', variable.Start);
            if (sign < at)
            {
                continue; // within the fallback of the one before
            }

            bool braced = text[sign + 1] == '{';
            int end = variable.Start + variable.Name.Length;
            known.Append(text, at, sign - at).Append('*');
            at = !braced ? end : text.IndexOf('}', end) is var close and >= 0 ? close + 1 : text.Length;
        }

        return known.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The variable whose name begins, with or without a brace, at an index behind the sign. Null where there is none.</summary>
    public static Interpolation? Read(string text, int at)
    {
        bool braced = at < text.Length && text[at] == '{';
        int start = braced ? at + 1 : at, end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        if (end == start || char.IsAsciiDigit(text[start]) || (braced && (end == text.Length || text[end] is not ('}' or ':' or '-' or '?' or '+' or '=' or '#' or '%' or '/' or '^' or ',' or '[' or '@'))))
        {
            return null;
        }

        int sign = braced && text[end] == ':' ? end + 1 : end;
        bool? optional = braced && sign < text.Length ? text[sign] switch { '-' or '+' or '=' => true, '?' => false, _ => null } : null;
        return new Interpolation(text[start..end], start, optional);
    }
}
