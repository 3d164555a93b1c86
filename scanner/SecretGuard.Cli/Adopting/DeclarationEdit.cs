using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Configuration;
using SecretGuard.Inventories;

namespace SecretGuard.Cli.Adopting;

/// <summary>Adds a secret, and its store where that is new, to the text of a declaration; everything that somebody wrote stays as it is.</summary>
/// <param name="target">The secret.</param>
/// <param name="consumer">Who uses it.</param>
internal sealed class DeclarationEdit(AdoptionTarget target, string consumer)
{
    /// <summary>The line that declares the secret.</summary>
    public string Entry
    {
        get
        {
            string name = target.Key == target.Id ? "" : $", name: {DeclaredText.Quote(Escaped(target.Key))}", fields = target.Field is null ? "" : $", fields: [{DeclaredText.Quote(target.Field)}]";
            return $"{DeclaredText.Quote(target.Id)}: {{ store: {DeclaredText.Quote(target.StoreName)}{name}{fields}, consumers: [{DeclaredText.Quote(consumer)}] }}";
        }
    }

    /// <summary>The line that declares the store; null where it is declared.</summary>
    public string? StoreEntry => target.IsStoreDeclared ? null
        : $"{DeclaredText.Quote(target.StoreName)}: {{ type: {target.Store.Declared.Type}{string.Concat(target.Store.Declared.Settings.Select(setting => $", {setting.Key}: {DeclaredText.Quote(Escaped(setting.Value))}"))} }}";

    /// <summary>The bytes of the declaration with both, made new where there is none; null where they cannot be added, or would not be read as what they are.</summary>
    /// <param name="before">The file; null where there is none.</param>
    public byte[]? With(byte[]? before)
    {
        byte[]? bytes = before ?? System.Text.Encoding.UTF8.GetBytes("version: 1\n");
        foreach ((string section, string? entry) in ((string, string?)[])[("stores", StoreEntry), ("secrets", Entry)])
        {
            bytes = entry is null || bytes is null ? bytes : EncodedText.Of(bytes, SettingsReader.FileName) is { } text && Place(text.Text, section, entry) is var (start, end, put) ? text.With(start, end, put) : null;
        }

        return bytes is not null && IsDeclared(before, bytes) ? bytes : null;
    }

    /// <summary>A text without templates in it.</summary>
    private static string Escaped(string text) => text.Replace("${", "$${", StringComparison.Ordinal);

    private bool IsDeclared(byte[]? before, byte[] after)
    {
        int old = before is null ? 0 : Read(before).Declaration.Secrets.Count;
        SettingsResult read = SettingsReader.Read(EncodedText.Of(after, SettingsReader.FileName)?.Text ?? "", SettingsReader.FileName);
        return read.Errors.Count == 0 && read.Settings.Declaration.Secrets.Count == old + 1
            && read.Settings.Declaration.Secrets.Any(secret => secret.Id == target.Id && secret.Store == target.StoreName && secret.NameIn(target.StoreName) == Escaped(target.Key));
    }

    private static Settings Read(byte[] bytes) => SettingsReader.Read(EncodedText.Of(bytes, SettingsReader.FileName)?.Text ?? "", SettingsReader.FileName).Settings;

    /// <summary>Where an entry of a section goes, and what is put there; null where that is not to be seen from lines.</summary>
    private static (int Start, int End, string Put)? Place(string text, string section, string entry)
    {
        string end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = new YamlLines(text);
        int[] starts = [0, .. Enumerable.Range(0, text.Length).Where(i => text[i] == '\n').Select(i => i + 1)];
        if (lines.Find(section, 0, lines.Count, 0) is var header and >= 0)
        {
            int last = lines.EndOf(header), indent = last > header + 1 ? Math.Max(1, lines.IndentAt(header + 1, last)) : 2;
            return Line(text, last < starts.Length ? starts[last] : text.Length, $"{new string(' ', indent)}{entry}", end);
        }

        if (lines.FindValue(section, 0, lines.Count, 0) is var flow and >= 0)
        {
            string line = text[starts[flow]..(flow + 1 < starts.Length ? starts[flow + 1] : text.Length)];
            int open = line.IndexOf('{', StringComparison.Ordinal), close = line.LastIndexOf('}');
            return open < 0 || close < open ? null
                : string.IsNullOrWhiteSpace(line[(open + 1)..close]) ? (starts[flow] + open, starts[flow] + close + 1, $"{{ {entry} }}")
                : (starts[flow] + line.AsSpan(0, close).TrimEnd().Length, starts[flow] + close, $", {entry} ");
        }

        return Line(text, text.Length, $"{(text.Length == 0 ? "" : end)}{section}:{end}  {entry}", end);
    }

    private static (int Start, int End, string Put) Line(string text, int at, string line, string end) =>
        (at, at, $"{(at == 0 || text[at - 1] == '\n' ? "" : end)}{line}{end}");
}
