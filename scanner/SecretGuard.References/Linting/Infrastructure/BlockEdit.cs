using SecretGuard.Findings;
using SecretGuard.References.Sources;
using SecretGuard.References.Terraform;
using SecretGuard.Triage;

namespace SecretGuard.References.Linting.Infrastructure;

/// <summary>Changes of blocks of Terraform.</summary>
internal static class BlockEdit
{
    /// <summary>Sets an attribute: another value where it stands, else a line of its own at the beginning of the block. Null where the block is written in one line.</summary>
    public static TextEdit? Set(SourceText source, HclBlock block, string attribute, string value)
    {
        if (block[attribute] is { } old)
        {
            return new TextEdit(source.At(old.Start, old.Expression.Length), value);
        }

        string text = source.Text;
        int head = source.IndexOf(block.Location.EndLine, block.Location.EndColumn), brace = text.IndexOf('{', Math.Min(head, text.Length));
        int line = brace < 0 ? -1 : text.IndexOf('\n', brace);
        if (source.IsPart || brace < 0 || text[head..brace].Trim('"', ' ').Length > 0)
        {
            return null;
        }

        string indent = new(' ', block.Location.StartColumn - 1);
        if (brace + 1 < text.Length && text[brace + 1] == '}')
        {
            return new TextEdit(At(source, brace + 1), $"\n{indent}  {attribute} = {value}\n{indent}");
        }

        bool isEnd = line >= 0 && (text[(brace + 1)..line].Trim().Length == 0 || text[(brace + 1)..line].TrimStart().StartsWith('#'));
        return !isEnd ? null : new TextEdit(At(source, line + 1), $"{indent}  {attribute.PadRight(Width(text, line + 1))} = {value}{(text[line - 1] == '\r' ? "\r\n" : "\n")}");
    }

    private static Location At(SourceText source, int index) => source.At(index, 0);

    /// <summary>How wide the name of the attribute on a line is with the blanks behind it: those of a group are written in one column.</summary>
    private static int Width(string text, int start)
    {
        int end = text.IndexOf('\n', start) is var found and >= 0 ? found : text.Length;
        string line = text[start..end].TrimStart();
        int name = line.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-').Count(), equals = name + line.Skip(name).TakeWhile(c => c == ' ').Count();
        return name > 0 && equals > name && equals < line.Length && line[equals] == '=' && !line[equals..].StartsWith("==", StringComparison.Ordinal) ? equals - 1 : 0;
    }
}
