using SecretGuard.Cli.Hooks.Setup;
using YamlDotNet.RepresentationModel;

namespace SecretGuard.Cli.Migrating;

/// <summary>Changes single lines of a YAML text: all others stay as they are, comments too.</summary>
internal sealed class YamlEdit(string text)
{
    private readonly HashSet<int> _gone = [];
    private readonly Dictionary<int, string> _changed = [];
    private readonly Dictionary<int, List<string>> _added = [];
    private readonly string[] _lines = MarkedBlock.Lines(text);
    private readonly YamlLines _yaml = new(text);

    /// <summary>Writes another value of a key, where there is one.</summary>
    public void SetValue(YamlNode mapping, string key, string value)
    {
        if (HookEntry.Find(mapping, key).Value is not YamlScalarNode scalar)
        {
            return;
        }

        int line = (int)scalar.Start.Line - 1, start = (int)scalar.Start.Column - 1, end = (int)scalar.End.Column - 1;
        string old = _changed.GetValueOrDefault(line, _lines[line]);
        _changed[line] = scalar.End.Line == scalar.Start.Line ? old[..start] + value + old[end..] : old[..start] + value;
    }

    /// <summary>Takes out a key with its value. The line (1-based) where that is left to do, because the dash of a list stands before it; else null.</summary>
    public int? RemoveKey(YamlNode mapping, string key)
    {
        if (HookEntry.Find(mapping, key).Key is not { } node)
        {
            return null;
        }

        int line = (int)node.Start.Line - 1;
        if (_lines[line].AsSpan(0, (int)node.Start.Column - 1).IndexOf('-') >= 0)
        {
            return line + 1;
        }

        _gone.UnionWith(Enumerable.Range(line, _yaml.EndOf(line) - line));
        return null;
    }

    /// <summary>Adds lines behind a key, as far in as that is.</summary>
    public void Add(YamlNode mapping, string behind, string[] lines)
    {
        YamlNode key = HookEntry.Find(mapping, behind).Key!;
        int line = (int)key.Start.Line - 1;
        string indent = new(' ', (int)key.Start.Column - 1);
        _added[line] = [.. _added.GetValueOrDefault(line, []), .. lines.Select(added => indent + added)];
    }

    /// <summary>Takes out an item of a list: its dash stands before it.</summary>
    public void Remove(YamlMappingNode item)
    {
        int line = (int)item.Start.Line - 1, indent = _lines[line].Length - _lines[line].TrimStart(' ').Length, end = line + 1;
        while (end < _lines.Length && (_lines[end].Trim().Length == 0 || _lines[end].Length - _lines[end].TrimStart(' ').Length > indent))
        {
            end++;
        }

        // Empty lines in front of the next item belong to that.
        while (_lines[end - 1].Trim().Length == 0 && end - 1 > line)
        {
            end--;
        }

        _gone.UnionWith(Enumerable.Range(line, end - line));
    }

    /// <summary>The text with all changes; as it was where there are none.</summary>
    public string Written()
    {
        if (_gone.Count + _changed.Count + _added.Count == 0)
        {
            return text;
        }

        var lines = new List<string>();
        for (int i = 0; i < _lines.Length; i++)
        {
            if (!_gone.Contains(i))
            {
                lines.Add(_changed.GetValueOrDefault(i, _lines[i]));
            }

            lines.AddRange(_added.GetValueOrDefault(i, []));
        }

        string end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return string.Join(end, lines) + end;
    }
}
