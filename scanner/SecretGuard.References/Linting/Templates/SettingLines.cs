using System.Buffers;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Linting.Templates;

/// <summary>Files of settings a line each: <c>name = value</c>, with sections in brackets.</summary>
internal static class SettingLines
{
    private static readonly string[] Ends = [".properties", ".ini", ".toml", ".cfg", ".conf", ".cnf", ".env"];
    private static readonly SearchValues<char> NoNames = SearchValues.Create(" \t\"'<>(){}$,");
    private static readonly string[] Templates = [".template", ".tmpl", ".tpl", ".envsubst"];

    /// <summary>Whether a text is one, or a template of some other text that variables of the environment fill.</summary>
    public static bool MayBe(SourceText source) => IsOne(source) || source.HasEnd(Templates);

    /// <summary>Whether a text has settings a line each.</summary>
    public static bool IsOne(SourceText source) => source.HasEnd(Ends) || source.Language is "properties" or "ini" or "toml" or "dotenv" or "env" || SecretFiles.IsEnvironment(source.FileName);

    /// <summary>The settings, with the sections before their names, and where the name stands.</summary>
    public static IEnumerable<(string Key, int Start, int Length, string Value)> In(string text)
    {
        string section = "";
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf('\n', at) is var found and >= 0 ? found : text.Length;
            ReadOnlySpan<char> line = text.AsSpan(at, end - at).TrimEnd('\r');
            ReadOnlySpan<char> rest = line.TrimStart();
            int start = at + line.Length - rest.Length;
            at = end + 1;
            if (rest.Length == 0 || rest[0] is '#' or ';' or '!' or '/')
            {
                continue;
            }

            if (rest[0] == '[')
            {
                section = rest.Trim("[] \t").ToString() + ":";
                continue;
            }

            if (rest.StartsWith("export "))
            {
                rest = rest["export ".Length..];
                start += "export ".Length;
            }

            int sign = rest.IndexOfAny('=', ':');
            ReadOnlySpan<char> name = sign > 0 ? rest[..sign].TrimEnd() : default;
            if (name.Length > 0 && !name.ContainsAny(NoNames))
            {
                yield return (section + name.ToString().Replace('.', ':'), start, name.Length, ValueOf(rest[(sign + 1)..]));
            }
        }
    }

    /// <summary>Without quotes, or the comment behind it.</summary>
    private static string ValueOf(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length > 1 && text[0] is '"' or '\'' && text[1..].IndexOf(text[0]) is var end and >= 0)
        {
            return text.Slice(1, end).ToString();
        }

        return (text.IndexOf(" #") is var comment and >= 0 ? text[..comment] : text).Trim().ToString();
    }
}
