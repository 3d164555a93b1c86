using SecretGuard.Findings;
using SecretGuard.References.AzureSettings;
using SecretGuard.References.Custom;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Linting.House;

/// <summary>A value of a list.</summary>
/// <param name="Text">It, with <c>*</c> for each part that is filled in later.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record ListValue(string Text, Location Location);

/// <summary>The values that a path leads to in a file.</summary>
/// <param name="Values">They, in the order of the file.</param>
internal sealed record ValueList(IReadOnlyList<ListValue> Values)
{
    private const string Key = "@key";

    private static readonly string[] Elements = ["[*]", ".*"];

    /// <summary>Reads one. Says for people why there is none; null where there is one.</summary>
    /// <param name="source">The file.</param>
    /// <param name="path">The path, as extractors of users have it; <c>@key</c> at its end means the keys that values stand at.</param>
    /// <param name="separator">What stands between values that are one text; null where each stands alone.</param>
    /// <param name="list">The values.</param>
    public static string? Read(SourceText source, string path, string? separator, out ValueList? list)
    {
        list = null;
        var text = new LintText(source);
        if (!source.IsYaml && !text.IsJson)
        {
            return $"'{source.Path}' is neither YAML nor JSON";
        }

        bool isKey = path.EndsWith(Key, StringComparison.Ordinal);
        string values = isKey ? path[..^Key.Length] : path;
        try
        {
            ValuePath steps = ValuePath.Parse(values);
            if (text.Roots.Count == 0)
            {
                return $"'{source.Path}' cannot be read";
            }

            YamlValue[] found = [.. text.Roots.SelectMany(root => steps.From(root)).Select(pair => isKey ? pair.Key : pair.Value).OfType<YamlValue>().Where(value => value != YamlValue.Nothing)
                .SelectMany(value => value is { Text: null, Items.Count: > 0 } ? value.Items : [value])]; // a path to a list means what is in it
            list = new ValueList([.. found.Where(value => value.Text is not null).SelectMany(value => Split(value, separator))]);
            return list.Values.Count > 0 || text.Roots.Any(root => IsEmpty(root, values)) ? null : Missing(source, path, ref list);
        }
        catch (FormatException error)
        {
            return error.Message;
        }
    }

    private static string Missing(SourceText source, string path, ref ValueList? list)
    {
        list = null;
        return $"'{path}' leads to no value in '{source.Path}'";
    }

    /// <summary>Whether a list is there and empty, which is not the same as no list.</summary>
    private static bool IsEmpty(YamlValue root, string path) => Elements
        .SelectMany(sign => Enumerable.Range(0, path.Length).Where(at => string.CompareOrdinal(path, at, sign, 0, sign.Length) == 0))
        .Any(at => ValuePath.Parse(path[..at]).From(root).Any(pair => pair.Value != YamlValue.Nothing && pair.Value is { Text: null, Items.Count: 0, Members.Count: 0 }));

    private static IEnumerable<ListValue> Split(YamlValue value, string? separator)
    {
        if (string.IsNullOrEmpty(separator))
        {
            yield return new ListValue(VaultSetting.Known(value.Text!), value.Place(0, value.Text!.Length));
            yield break;
        }

        int at = 0;
        foreach (string part in value.Text!.Split(separator))
        {
            string trimmed = part.Trim();
            if (trimmed.Length > 0)
            {
                yield return new ListValue(VaultSetting.Known(trimmed), value.Place(at + part.IndexOf(trimmed, StringComparison.Ordinal), trimmed.Length));
            }

            at += part.Length + separator.Length;
        }
    }
}
