using Microsoft.CodeAnalysis.Text;
using SecretGuard.CodeFixes.Places;

namespace SecretGuard.CodeFixes.Edits;

/// <summary>
/// New entries at the end of <c>secrets</c> in the text of a declaration. It is read line by line: written anew by a library it would lose comments and blanks
/// that belong to the user.
/// </summary>
internal static class DeclarationLines
{
    private const string Section = "secrets";
    private const string DefaultStep = "  ";

    private static readonly string[] Nothing = ["", "{}", "~", "null"];

    /// <summary>The text with these secrets declared, each once; null where all are declared, or where it is written in a way that lines do not show.</summary>
    public static SourceText? Add(SourceText text, IReadOnlyList<Undeclared> secrets)
    {
        string[] lines = [.. text.Lines.Select(line => line.ToString())];
        if (!IsBlock(lines))
        {
            return null;
        }

        int header = Array.FindIndex(lines, line => KeyOf(line) == Section);
        string lineBreak = new Layout(text).LineBreak;
        if (header < 0)
        {
            string step = lines.Select(Indent).FirstOrDefault(indent => indent.Length > 0) ?? DefaultStep;
            string before = text.Length == 0 ? "" : lines[lines.Length - 1].Length == 0 ? lineBreak : lineBreak + lineBreak;
            return text.WithChanges(new TextChange(new TextSpan(text.Length, 0), before + Section + ":" + lineBreak + string.Concat(Entries(secrets, []).Select(entry => step + entry + lineBreak))));
        }

        int end = Array.FindIndex(lines, header + 1, line => line.Length > 0 && line[0] is not (' ' or '\t' or '#'));
        int[] members = [.. Enumerable.Range(header + 1, (end < 0 ? lines.Length : end) - header - 1).Where(i => Indent(lines[i]).Length > 0 && !string.IsNullOrWhiteSpace(lines[i]))];
        int[] named = [.. members.Where(i => lines[i].TrimStart()[0] != '#')];
        string indent = named.Length > 0 ? Indent(lines[named[0]]) : lines.Select(Indent).FirstOrDefault(blanks => blanks.Length > 0) ?? DefaultStep;
        string[] fresh = [.. Entries(secrets, [.. named.Where(i => Indent(lines[i]) == indent).Select(i => KeyOf(lines[i].TrimStart()))])];
        string value = WithoutComment(lines[header].Substring(lines[header].IndexOf(':') + 1));
        if (fresh.Length == 0 || Array.IndexOf(Nothing, value) < 0 || (value.Length > 0 && named.Length > 0) || (end >= 0 && named.Length == 0 && lines[end][0] == '-'))
        {
            return null;
        }

        TextLine last = text.Lines[members.Length > 0 ? members[members.Length - 1] : header];
        var added = new TextChange(new TextSpan(last.End, 0), string.Concat(fresh.Select(entry => lineBreak + indent + entry)));
        return value.Length == 0 ? text.WithChanges(added) : text.WithChanges(new TextChange(SpanOf(text.Lines[header], value), ""), added);
    }

    /// <summary>Whether members of the root begin their lines, and there is one document alone.</summary>
    private static bool IsBlock(string[] lines)
    {
        string? first = Array.Find(lines, line => WithoutComment(line).Length > 0 && line[0] != '%' && WithoutComment(line) != "---");
        return (first is null || KeyOf(first) is not null) && !Array.Exists(lines, line => line.StartsWith("...", StringComparison.Ordinal)) && lines.Count(line => line.StartsWith("---", StringComparison.Ordinal)) < 2;
    }

    private static IEnumerable<string> Entries(IReadOnlyList<Undeclared> secrets, string?[] known) =>
        secrets.Where(secret => Array.IndexOf(known, secret.Name) < 0).Select(secret => secret.Entry).Distinct(StringComparer.Ordinal);

    /// <summary>The key that begins a line, without its quotes; null where none does.</summary>
    private static string? KeyOf(string line)
    {
        if (line.Length == 0 || line[0] is ' ' or '\t' or '#' or '{' or '[' or '-')
        {
            return null;
        }

        int close = line[0] is '\'' or '"' ? line.IndexOf(line[0], 1) : -1;
        int colon = close < 0 ? (line + " ").IndexOf(": ", StringComparison.Ordinal) : close + 1 < line.Length && line[close + 1] == ':' ? close + 1 : -1;
        return colon <= 0 ? null : close < 0 ? line.Substring(0, colon).TrimEnd() : line.Substring(1, close - 1);
    }

    private static string WithoutComment(string text)
    {
        int comment = text.StartsWith("#", StringComparison.Ordinal) ? 0 : text.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? text : text.Substring(0, comment)).Trim();
    }

    /// <summary>An empty value and the blanks before it.</summary>
    private static TextSpan SpanOf(TextLine header, string value)
    {
        string line = header.ToString();
        int colon = line.IndexOf(':') + 1, start = line.IndexOf(value, colon, StringComparison.Ordinal);
        return TextSpan.FromBounds(header.Start + colon, header.Start + start + value.Length);
    }

    private static string Indent(string line) => line.Substring(0, line.Length - line.TrimStart(' ', '\t').Length);
}
