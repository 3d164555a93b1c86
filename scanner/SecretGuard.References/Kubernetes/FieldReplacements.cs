using System.Globalization;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>What <c>replacements</c> of a Kustomization copy from a field of one object into fields of others, as operations: by the reference of its ReplacementTransformer.</summary>
internal static class FieldReplacements
{
    private const string List = "replacements", ConfigMap = "ConfigMap", Name = "name", Options = "options", ObjectName = "metadata.name", Delimiter = "delimiter", Index = "index";

    /// <summary>Those of a Kustomization.</summary>
    /// <param name="files">Where the objects stand that they copy from.</param>
    /// <param name="folder">The folder of the Kustomization.</param>
    /// <param name="holder">The Kustomization.</param>
    public static IEnumerable<PatchChange> In(ManifestFolders files, string folder, YamlValue holder)
    {
        foreach (YamlValue listed in holder[List].Items)
        {
            IEnumerable<YamlValue> own = listed.TextOf("path") is { } path && RepositoryPath.Join(folder, path) is { } file ? files.RootsOf(file).SelectMany(root => root.IsMap ? [root] : root.Items) : [listed];
            foreach (YamlValue replacement in own)
            {
                string? text = replacement.TextOf("sourceValue") ?? SourceOf(files, folder, holder, replacement["source"]);
                foreach (YamlValue target in text is null ? [] : replacement["targets"].Items)
                {
                    foreach (YamlValue field in target["fieldPaths"].Items.Where(field => field.Text is not null))
                    {
                        yield return new PatchChange(target["select"], OperationOf(field, text!, target[Options]), Through: null) { Except = target["reject"].Items };
                    }
                }
            }
        }
    }

    /// <summary>Whether some copy the name of an object, which may have a prefix by then, or stand in files of their own.</summary>
    public static bool TakeNames(YamlValue holder) =>
        holder[List].Items.Any(one => one.TextOf("path") is not null || (one.TextOf("sourceValue") is null && (one["source"].TextOf("fieldPath") ?? ObjectName) == ObjectName));

    /// <summary>The keys of a field's path; a dot after a backslash, and those in brackets, belong to a key.</summary>
    public static IEnumerable<string> SegmentsOf(string path)
    {
        var segment = new System.Text.StringBuilder();
        int depth = 0;
        for (int i = 0; i < path.Length; i++)
        {
            depth += path[i] == '[' ? 1 : path[i] == ']' ? -1 : 0;
            if (path[i] == '.' && depth == 0)
            {
                yield return segment.ToString();
                segment.Clear();
            }
            else
            {
                i += path[i] == '\\' && i + 1 < path.Length ? 1 : 0;
                segment.Append(path[i]);
            }
        }

        yield return segment.ToString();
    }

    private static string? SourceOf(ManifestFolders files, string folder, YamlValue holder, YamlValue source)
    {
        string field = source.TextOf("fieldPath") ?? ObjectName;
        string? text = files.ObjectsOf(folder).Where(one => IsMeant(source, one.TextOf("kind"), one["metadata", Name].Text)).Select(one => SegmentsOf(field).Aggregate(one, JsonPatch.Member).Text)
            .Concat(holder["configMapGenerator"].Items.Where(made => IsMeant(source, ConfigMap, made.TextOf(Name))).Select(made => Literal(made, field))).FirstOrDefault(found => found is not null);
        return text is not null && source[Options].TextOf(Delimiter) is { } delimiter ? text.Split(delimiter).ElementAtOrDefault(IndexOf(source[Options])) : text;
    }

    private static bool IsMeant(YamlValue source, string? kind, string? name) => (source.TextOf("kind") ?? kind) == kind && (source.TextOf(Name) ?? name) == name;

    /// <summary><c>literals: [dbKey=shop-db]</c> for <c>data.dbKey</c>.</summary>
    private static string? Literal(YamlValue made, string field) =>
        SegmentsOf(field).ToArray() is ["data", var key] ? made["literals"].Items.Select(literal => literal.Text).FirstOrDefault(literal => literal?.StartsWith(key + "=", StringComparison.Ordinal) == true)?[(key.Length + 1)..].Trim('"', '\'') : null;

    private static YamlValue OperationOf(YamlValue field, string text, YamlValue options)
    {
        var operation = new YamlValue(field.Source, field.Start, field.End) { IsMap = true };
        operation.Add(At(field, "op"), At(field, options.Says("create") ? "add" : "replace"));
        operation.Add(At(field, "path"), At(field, string.Concat(SegmentsOf(field.Text!).Select(segment => "/" + segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)))));
        operation.Add(At(field, "value"), At(field, text));
        if (options.TextOf(Delimiter) is { } delimiter)
        {
            operation.Add(At(field, Delimiter), At(field, delimiter));
            operation.Add(At(field, Index), At(field, IndexOf(options).ToString(CultureInfo.InvariantCulture)));
        }

        return operation;
    }

    private static int IndexOf(YamlValue options) => int.TryParse(options.TextOf(Index), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int index) ? index : 0;

    private static YamlValue At(YamlValue place, string text) => new(place.Source, place.Start, place.End) { Text = text };
}
