using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace SecretGuard.Migration.Formats;

/// <summary>A TOML file as tables with their lines.</summary>
internal sealed class TomlDocument
{
    private readonly ForeignText _text;
    private readonly DocumentSyntax _document;

    private TomlDocument(ForeignText text, DocumentSyntax document)
    {
        _text = text;
        _document = document;
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="ForeignFileException">It is no TOML.</exception>
    public static TomlDocument Read(ForeignText text)
    {
        // The library's words may quote the text.
        const string Wrong = "this is no valid TOML; mend it, or let the tool's own check say what is wrong";
        try
        {
            DocumentSyntax document = SyntaxParser.Parse(text.Text, text.Name);
            return document.HasErrors ? throw text.Wrong(document.Diagnostics[0].Span.Start.Line + 1, Wrong) : new TomlDocument(text, document);
        }
        catch (TomlException error)
        {
            throw text.Wrong(error.Span?.Start.Line + 1 ?? 1, Wrong);
        }
    }

    /// <summary>Every table in the order of the file, the root first; tables in a line of their own and in arrays too.</summary>
    public IEnumerable<TomlSection> Sections()
    {
        yield return new TomlSection(_text, "", 1, _document.KeyValues);
        foreach (TableSyntaxBase table in _document.Tables)
        {
            yield return new TomlSection(_text, NameOf(table.Name), table.Span.Start.Line + 1, table.Items);
        }
    }

    /// <summary>The name of a table or key without blanks and quotes: <c>rules.allowlist</c>.</summary>
    public static string NameOf(SyntaxNode? key) => (key?.ToString() ?? "").Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Trim();
}

/// <summary>One table of a TOML file.</summary>
/// <param name="text">The file.</param>
/// <param name="name">Its name; empty for the root.</param>
/// <param name="line">Where it begins, 1-based.</param>
/// <param name="items">Its keys.</param>
internal sealed class TomlSection(ForeignText text, string name, int line, SyntaxList<KeyValueSyntax> items)
{
    public string Name => name;

    /// <summary>Where it stands.</summary>
    public string Origin => text.At(line);

    public bool Has(string key) => Find(key) is not null;

    public string? Text(string key) => (Find(key) as StringValueSyntax)?.Value;

    public bool Flag(string key) => Find(key) is BooleanValueSyntax { Value: true };

    public double Number(string key) => Find(key) switch { IntegerValueSyntax whole => whole.Value, FloatValueSyntax number => number.Value, _ => 0 };

    /// <summary>The texts of an array, each with its place.</summary>
    public IReadOnlyList<(string Text, string Origin)> Texts(string key) => Find(key) is ArraySyntax array
        ? [.. array.Items.Select(item => item.Value).OfType<StringValueSyntax>().Select(value => (value.Value ?? "", text.At(value.Span.Start.Line + 1)))]
        : [];

    /// <summary>The tables that stand in an array beside a key.</summary>
    public IEnumerable<string> InlineKeys(string key) => Find(key) is InlineTableSyntax table ? table.Items.Select(item => TomlDocument.NameOf(item.KeyValue?.Key)) : [];

    private ValueSyntax? Find(string key) => items.FirstOrDefault(item => TomlDocument.NameOf(item.Key) == key)?.Value;
}
