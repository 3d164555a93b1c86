using SecretGuard.Cli.Hooks.Setup;
using SecretGuard.Configuration;
using SecretGuard.Migration;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Importing;

/// <summary>The text of secretguard.yml, to which items are added so that all that somebody wrote stays as it is. What would make it wrong is not added.</summary>
/// <param name="text">The text, which is right.</param>
/// <param name="path">The file, for messages.</param>
internal sealed class SettingsText(string text, string path)
{
    private const string Map = "rules.custom";

    private readonly List<ImportedSetting> _added = [];
    private readonly List<ImportRemainder> _refused = [];

    /// <summary>The text as it is now.</summary>
    public string Text { get; private set; } = text;

    /// <summary>What it says.</summary>
    public Settings Settings { get; private set; } = SettingsReader.Read(text, path).Settings;

    /// <summary>What was added.</summary>
    public IReadOnlyList<ImportedSetting> Added => _added;

    /// <summary>What could not be added.</summary>
    public IReadOnlyList<ImportRemainder> Refused => _refused;

    /// <summary>Adds an item, unless it is there.</summary>
    public void Add(SettingsAddition addition)
    {
        string told = string.Join("; ", addition.Section == Map ? addition.Lines.Take(1).Select(line => line.TrimEnd(':')) : addition.Lines);
        if (IsThere(addition))
        {
            return;
        }

        if (Insert(addition) is { } next && SettingsReader.Read(next, path) is { Errors.Count: 0 } read)
        {
            (Text, Settings) = (next, read.Settings);
            _added.Add(new ImportedSetting(addition.Section, told, addition.Origin));
        }
        else
        {
            _refused.Add(new ImportRemainder(addition.Origin, $"{told}, for which no place was found under '{addition.Section}'", $"Add it to '{Path.GetFileName(path)}' yourself: {string.Join(" / ", addition.Lines)}"));
        }
    }

    /// <summary>Sets a switch of the root.</summary>
    public void SetFlag(string key)
    {
        string[] lines = MarkedBlock.Lines(Text);
        int at = Array.FindIndex(lines, line => line.StartsWith($"{key}:", StringComparison.Ordinal));
        string next = at < 0 ? MarkedBlock.Insert(Text, lines.Length, [$"{key}: true"]) : string.Join('\n', [.. lines[..at], $"{key}: true", .. lines[(at + 1)..], ""]);
        if (!Settings.CompatPragmas && SettingsReader.Read(next, path) is { Errors.Count: 0 } read)
        {
            (Text, Settings) = (next, read.Settings);
            _added.Add(new ImportedSetting(key, "true", "comments in files"));
        }
    }

    private bool IsThere(SettingsAddition addition) => addition.Section switch
    {
        "exclude" => Settings.Exclude.Globs.Any(glob => YamlText.Quoted(glob.Text) == addition.Lines[0]),
        "rules.disable" => Settings.DisabledRules.Any(slug => YamlText.Quoted(slug) == addition.Lines[0]),
        "allow" => Settings.Allow.Any(entry => $"paths: {YamlText.List(entry.Paths.Globs.Select(glob => glob.Text))}" == addition.Lines[0] && $"rules: {YamlText.List(entry.Rules)}" == addition.Lines[1]),
        _ => Settings.CustomRules.Any(rule => $"{rule.Rule.Slug}:" == addition.Lines[0]),
    };

    private string? Insert(SettingsAddition addition)
    {
        string[] keys = addition.Section.Split('.');
        string[] item = addition.Section == Map ? [.. addition.Lines] : [.. addition.Lines.Select((line, i) => (i == 0 ? "- " : "  ") + line)];
        var lines = new YamlLines(Text);
        int parent = -1, from = 0, to = lines.Count, level = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            int key = lines.Find(keys[i], from, to, level);
            if (key < 0)
            {
                int flow = lines.FindValue(keys[i], from, to, level);
                return flow >= 0 ? i == keys.Length - 1 ? InFlow(flow, addition) : null
                    : MarkedBlock.Insert(Text, parent < 0 ? MarkedBlock.Lines(Text).Length : lines.EndOf(parent), [.. parent < 0 ? (string[])[""] : [], .. Nested(keys[i..], item, level)]);
            }

            (parent, from, to) = (key, key + 1, lines.EndOf(key));
            level = to > from ? lines.IndentAt(from, to) : level + 2;
        }

        return MarkedBlock.Insert(Text, to, [.. item.Select(line => new string(' ', level) + line)]);
    }

    /// <summary>A list on one line gets one more item on it.</summary>
    private string? InFlow(int at, SettingsAddition addition)
    {
        string[] lines = MarkedBlock.Lines(Text);
        int close = lines[at].LastIndexOf(']'), open = lines[at].IndexOf('[', StringComparison.Ordinal);
        if (addition.Lines.Count > 1 || open < 0 || close < open)
        {
            return null;
        }

        bool isEmpty = string.IsNullOrWhiteSpace(lines[at][(open + 1)..close]);
        lines[at] = $"{lines[at][..close]}{(isEmpty ? "" : ", ")}{addition.Lines[0]}{lines[at][close..]}";
        return string.Join('\n', [.. lines, ""]);
    }

    private static string[] Nested(string[] keys, string[] item, int level) =>
        [.. keys.Select((key, i) => $"{new string(' ', level + (i * 2))}{key}:"), .. item.Select(line => new string(' ', level + (keys.Length * 2)) + line)];
}
