using System.Text.RegularExpressions;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>
/// What patches make of objects: texts in Kustomizations, in those of Flux and in Applications of Argo CD, and files of operations (RFC 6902). Each becomes an object that has
/// only what the patch says, at the places of the patch.
/// </summary>
internal static class Patches
{
    private const string Kind = "kind", Name = "name", Metadata = "metadata", Version = "apiVersion";

    private const int DeepestPath = 64; // as deep as documents are read

    /// <summary>A list of patches, an operation, or a directive: <c>loop:</c> of a playbook is neither.</summary>
    private static readonly Regex Sign = new("""\bpatches(?:Json6902|StrategicMerge)?["']?\s*:|(?:^|[\s{,\["'-])op["']?\s*:\s*["']?(?:add|replace|remove)\b|\$patch["']?\s*:""", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    /// <summary>Where lists of patches stand.</summary>
    private static readonly string[][] Holders = [[], ["spec"], ["spec", "source", "kustomize"]];

    private static readonly string[] Lists = ["patches", "patchesJson6902", "patchesStrategicMerge"];

    /// <summary>Whether a text may hold patches.</summary>
    public static bool MayStandIn(SourceText source) => Sign.IsMatch(source.Text);

    /// <summary>What the patches of a document make of objects.</summary>
    public static IEnumerable<YamlValue> In(YamlValue root)
    {
        if (root.Items.Count > 0)
        {
            return root.Items.Select(operation => Changed(operation, YamlValue.Nothing)).OfType<YamlValue>();
        }

        return Holders.Select(path => path.Aggregate(root, (value, key) => value[key])).SelectMany(ListedIn)
            .SelectMany(patch => patch.Text is null ? Read(patch["patch"], patch["target"]) : Read(patch, YamlValue.Nothing));
    }

    /// <summary>The patches of a Kustomization, or of what holds the like, in their order.</summary>
    public static IEnumerable<YamlValue> ListedIn(YamlValue holder) => Lists.SelectMany(list => holder[list].Items);

    private static IEnumerable<YamlValue> Read(YamlValue text, YamlValue target)
    {
        if (text.Text?.Contains(':', StringComparison.Ordinal) != true) // else a path of a file, which is read by itself
        {
            return [];
        }

        return YamlDocuments.Read(text.Inner().As("yaml")).Roots.SelectMany(patch => patch.IsMap ? [Aimed(patch, target)] : patch.Items.Select(operation => Changed(operation, target)).OfType<YamlValue>());
    }

    /// <summary>A part of an object, under the names of what it is put into: those that it has itself need not be right.</summary>
    private static YamlValue Aimed(YamlValue patch, YamlValue target)
    {
        if (target[Kind].Text is null && target[Name].Text is null)
        {
            return patch;
        }

        YamlValue aimed = Empty(patch);
        foreach ((YamlValue key, YamlValue value) in patch.Members)
        {
            aimed.Add(key, key.Text == Metadata && target[Name].Text is not null ? With(value, Name, target[Name]) : key.Text == Kind && target[Kind].Text is not null ? target[Kind] : value);
        }

        return aimed;
    }

    /// <summary>What an operation makes of an object that has nothing yet; null for one that only takes away, moves or looks.</summary>
    private static YamlValue? Changed(YamlValue operation, YamlValue target)
    {
        if (operation.TextOf("op") is not ("add" or "replace") || SegmentsOf(operation) is not { } segments)
        {
            return null;
        }

        YamlValue value = operation["value"];
        for (int i = segments.Length - 1; i > 0; i--)
        {
            value = IsIndex(segments[i]) ? Listed(value) : With(Empty(operation), segments[i], value);
        }

        YamlValue changed = With(Empty(operation), segments[0], value);
        bool isStore = segments is ["spec", "provider", ..];
        changed = With(changed, Version, Scalar(operation, target["group"].Text is { } group ? $"{group}/{target["version"].Text ?? "v1"}" : target["version"].Text ?? (isStore ? "external-secrets.io/v1" : "v1")));
        changed = With(changed, Kind, target[Kind].Text is null ? Scalar(operation, isStore ? "SecretStore" : "Patch") : target[Kind]);
        return With(changed, Metadata, With(changed[Metadata].IsMap ? changed[Metadata] : Empty(operation), Name, target[Name].Text is null ? Scalar(operation, "*") : target[Name]));
    }

    /// <summary>The path of an operation; null where it has none that leads anywhere.</summary>
    public static string[]? SegmentsOf(YamlValue operation)
    {
        if (operation.TextOf("path") is not ['/', .. string path])
        {
            return null;
        }

        string[] segments = [.. path.Split('/', DeepestPath + 1).Select(segment => segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
        return segments.Length > DeepestPath ? null : segments;
    }

    private static bool IsIndex(string segment) => segment == "-" || (segment.Length > 0 && segment.All(char.IsAsciiDigit));

    private static YamlValue Listed(YamlValue value)
    {
        var list = new YamlValue(value.Source, value.Start, value.End);
        list.Add(value);
        return list;
    }

    /// <summary>A mapping with one member more, which counts in the place of one of the same name.</summary>
    private static YamlValue With(YamlValue map, string key, YamlValue value)
    {
        YamlValue with = Empty(map);
        foreach ((YamlValue old, YamlValue kept) in map.Members)
        {
            with.Add(old, kept);
        }

        with.Add(Scalar(map, key), value);
        return with;
    }

    private static YamlValue Empty(YamlValue at) => new(at.Source, at.Start, at.End) { IsMap = true };

    private static YamlValue Scalar(YamlValue at, string text) => new(at.Source, at.Start, at.End) { Text = text };
}
