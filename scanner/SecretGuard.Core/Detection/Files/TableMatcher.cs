using SecretGuard.Detection.CommandLines;
using SecretGuard.Detection.Names;
using SecretGuard.Detection.Values;
using SecretGuard.Findings;
using SecretGuard.Rules.Structured;

namespace SecretGuard.Detection.Files;

/// <summary>Reads tables with a header row, as CSV and in Markdown, and reports the cells of columns that say secret.</summary>
internal sealed class TableMatcher : FileMatcher
{
    private const int MaxHeader = 4096;
    private const int MaxColumns = 64;

    public override void Read(ScanContext context)
    {
        if (context.Syntax == FileSyntax.Table)
        {
            int end = Fields.LineEnd(context.Text, 0);
            if (end <= MaxHeader)
            {
                ReadRows(context, 0, end, Delimiter(context.Text.Slice(0, end)));
            }
        }
        else if (context.Syntax == FileSyntax.Prose)
        {
            ReadMarkdown(context);
        }
    }

    private static byte Delimiter(ReadOnlySpan<byte> header)
    {
        byte best = (byte)',';
        int most = -1;
        foreach (byte candidate in ",;\t|"u8)
        {
            int count = 0;
            foreach (byte b in header)
            {
                count += b == candidate ? 1 : 0;
            }

            (best, most) = count > most ? (candidate, count) : (best, most);
        }

        return best;
    }

    /// <summary>Finds the line of dashes that follows a header.</summary>
    private static void ReadMarkdown(ScanContext context)
    {
        ReadOnlySpan<byte> text = context.Text;
        for (int at = text.IndexOf("|-"u8); at >= 0 && at < text.Length;)
        {
            int dashes = context.LineStart(at), header = dashes > 1 ? context.LineStart(dashes - 1) : dashes;
            int next = header < dashes - 1 && text[header] == '|' ? ReadRows(context, header, Fields.LineEnd(text, header), (byte)'|') : Fields.LineEnd(text, at);
            next = Math.Max(next, at + 2);
            int more = next >= text.Length ? -1 : text.Slice(next).IndexOf("|-"u8);
            at = more < 0 ? -1 : next + more;
        }
    }

    /// <summary>Reads the rows below a header; returns the place after them.</summary>
    private static int ReadRows(ScanContext context, int headerStart, int headerEnd, byte delimiter)
    {
        ReadOnlySpan<byte> text = context.Text;
        var cells = new Field[MaxColumns];
        int columns = Split(text, headerStart, headerEnd, delimiter, cells);
        var kinds = new NameKind[columns];
        bool secret = false;
        for (int i = 0; i < columns; i++)
        {
            kinds[i] = NameJudge.Judge(cells[i].In(text));
            secret |= NameJudge.IsSecret(kinds[i]);
        }

        int at = headerEnd + 1;
        while (at < text.Length && (secret || delimiter == '|'))
        {
            int end = Fields.LineEnd(text, at);
            if (delimiter == '|' && (end == at || text[at] != '|'))
            {
                return at;
            }

            int count = !secret ? 0 : Split(text, at, end, delimiter, cells);
            for (int i = 0; i < count && count == columns; i++)
            {
                if (NameJudge.IsSecret(kinds[i]) && IsCell(cells[i].In(text), delimiter == '|'))
                {
                    FileJudge.Report(context, FileRules.Table, cells[i], Confidence.High, "cell of a column that says secret", hashes: true, name: kinds[i]);
                }
            }

            at = Math.Max(end, at) + 1;
        }

        return at;
    }

    /// <summary>In documentation a column may describe what the option of that name does.</summary>
    private static bool IsCell(ReadOnlySpan<byte> cell, bool documentation) =>
        cell.Length > 0 && cell.IndexOf((byte)' ') < 0 && (!documentation || PasswordJudge.LooksChosen(cell));

    private static int Split(ReadOnlySpan<byte> text, int start, int end, byte delimiter, Field[] cells)
    {
        int count = 0, from = start;
        bool quoted = false;
        for (int at = start; at <= end && count < MaxColumns; at++)
        {
            quoted ^= at < end && text[at] == '"' && delimiter != '|';
            if (at == end || (text[at] == delimiter && !quoted))
            {
                cells[count++] = Fields.Trim(text, from, at);
                from = at + 1;
            }
        }

        return count;
    }
}
