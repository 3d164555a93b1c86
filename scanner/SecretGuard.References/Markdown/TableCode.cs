using SecretGuard.References.Shell;
using SecretGuard.References.Sources;

namespace SecretGuard.References.Markdown;

/// <summary>The commands in tables of a document: <c>| shows it | `kubectl get secret db -o yaml` |</c>. Other pieces of code are names more often than texts of a language.</summary>
internal static class TableCode
{
    private const string Pipe = "\\|"; // as a table must write it

    /// <summary>The commands in their order.</summary>
    public static IEnumerable<SourceText> In(SourceText source, IEnumerable<TableRow> rows)
    {
        foreach (TableRow row in rows)
        {
            foreach ((int start, int end) in row.Code(0, row.Text.Length))
            {
                string text = row.Text[start..end].Replace(Pipe, " |", StringComparison.Ordinal);
                if (ShellExtractor.BeginsAsScript(text))
                {
                    yield return source.Block(text, row.Line, [start], "bash", "");
                }
            }
        }
    }
}
