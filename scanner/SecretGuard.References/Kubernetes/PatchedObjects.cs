using System.Text.RegularExpressions;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>
/// What operations of RFC 6902 make of the objects that they are put into: alone they say a number in a list, and not of which key or variable. And what parts of objects replace or
/// take out, which alone say what comes. Objects are looked for in what the Kustomization names, and what it names in turn.
/// </summary>
internal sealed class PatchedObjects : IJointExtractor
{
    private const int LargestFile = 1_000_000; // characters: texts are kept until all are read
    private const string About = "ecret", Components = "components";

    /// <summary>What may change objects.</summary>
    private static readonly string[] Signs = ["patches", Components, "replacements", "resources", "bases", KustomizedNames.Prefix, KustomizedNames.Suffix];

    private static readonly string[] Kustomizations = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    /// <inheritdoc/>
    public string Name => "kustomize-patches";

    /// <inheritdoc/>
    public bool MayRead(SourceText source) => !source.IsPart && source.Text.Length <= LargestFile
        && (Kustomizations.Contains(source.FileName, StringComparer.Ordinal) || (source.IsYaml && ((source.Text.Contains(About, StringComparison.Ordinal) && KubernetesExtractor.HasObjects(source)) || Patches.MayStandIn(source) || KustomizedNames.MayStandIn(source))));

    /// <inheritdoc/>
    public void Read(SourceText source, Extraction found) => Join([Draft(source)], found);

    /// <inheritdoc/>
    public FileDraft Draft(SourceText source) => new ManifestDraft(this, source);

    /// <inheritdoc/>
    public void Join(IReadOnlyList<FileDraft> drafts, Extraction found)
    {
        var files = new ManifestFolders(drafts.OfType<ManifestDraft>().Select(draft => draft.Source), Kustomizations);
        (string Folder, YamlValue Holder)[] holders = [.. files.All.Where(file => Array.Exists(Signs, sign => file.Text.Contains(sign, StringComparison.Ordinal))).SelectMany(file => HoldersIn(files, file))];
        var names = new KustomizedNames(files, holders, found.Declaration);
        foreach (YamlValue root in names.Files.SelectMany(files.RootsOf).SelectMany(KubernetesExtractor.Objects))
        {
            Rename(names, root, found);
        }

        foreach ((string folder, YamlValue holder) in holders)
        {
            Read(files, folder, holder, names, [.. ChangesOf(files, RepositoryPath.FolderOf(holder.Source.Path), holder, through: null, [])], found);
        }
    }

    /// <summary>The Kustomizations of a file, and what Flux and Argo CD say in the place of one, each with the folder that it stands for.</summary>
    private static IEnumerable<(string Folder, YamlValue Holder)> HoldersIn(ManifestFolders files, SourceText source)
    {
        foreach (YamlValue root in files.RootsOf(source.Path))
        {
            (string? folder, YamlValue holder) = root["spec", "source", "kustomize"].IsMap ? (root["spec", "source", "path"].Text, root["spec", "source", "kustomize"])
                : root["spec"].IsMap && root.TextOf("kind") == "Kustomization" ? (root["spec", "path"].Text, root["spec"])
                : Kustomizations.Contains(source.FileName, StringComparer.Ordinal) ? ("/" + RepositoryPath.FolderOf(source.Path), root) : (null, root);
            if (folder is not null && RepositoryPath.Join("", folder) is { } start)
            {
                yield return (start, holder);
            }
        }
    }

    /// <summary>What an object refers to, under the names that it gets.</summary>
    private static void Rename(KustomizedNames names, YamlValue root, Extraction found)
    {
        var read = new Extraction();
        KubernetesExtractor.Read(root, read);
        InventoryRecord[] named = [.. read.Records.SelectMany(record => names.Of(root, record))];
        foreach (InventoryRecord record in named.Where(_ => Array.Exists(named, one => one.Renamed is not null)))
        {
            found.Add(record);
        }

        foreach (ClusterObject one in read.Objects.SelectMany(one => names.Of(root, one)))
        {
            found.Add(one);
        }
    }

    /// <summary>What patches do, those of components first, as they are applied; of a component once, since some name each other.</summary>
    private static IEnumerable<PatchChange> ChangesOf(ManifestFolders files, string folder, YamlValue holder, YamlValue? through, HashSet<string> passed) =>
    [
        .. from item in holder[Components].Items
           let component = item.Text is { } path ? RepositoryPath.Join(folder, path) : null
           where component is not null && passed.Add(component)
           from root in files.KustomizationOf(component)
           from change in ChangesOf(files, component, root, through ?? item, passed)
           select change,
        .. from patch in Patches.ListedIn(holder)
           from root in RootsOf(files, folder, patch)
           from done in root.IsMap && ((MergedPatches.IsCustom(root) && !holder["openapi"].IsMap) || root.Source.Text.Contains(PatchDeletions.Directive, StringComparison.Ordinal)) ? [root] : root.Items
           let target = patch["target"].IsMap ? patch["target"] : done.IsMap && done["metadata", "name"].Text is not null ? done : YamlValue.Nothing
           where target.IsMap
           select new PatchChange(target, done, through),
        .. FieldReplacements.In(files, folder, holder).Select(change => change with { Through = through }),
    ];

    private static IEnumerable<YamlValue> RootsOf(ManifestFolders files, string folder, YamlValue patch)
    {
        YamlValue text = patch.Text is null ? patch["patch"] : patch;
        return text.Text?.Contains(':', StringComparison.Ordinal) == true ? YamlDocuments.Read(text.Inner().As("yaml")).Roots
            : (patch.TextOf("path") ?? patch.Text) is { } path && RepositoryPath.Join(folder, path) is { } file ? files.RootsOf(file) : [];
    }

    /// <summary>What objects refer to once all is done to them, and did not before; and what they no longer refer to.</summary>
    private static void Read(ManifestFolders files, string folder, YamlValue holder, KustomizedNames names, PatchChange[] changes, Extraction found)
    {
        foreach (YamlValue root in changes.Length == 0 ? [] : files.ObjectsOf(folder))
        {
            PatchChange[] done = [.. changes.Where(change => IsAimedAt(change.Target, root) && !change.Except.Any(other => IsAimedAt(other, root)))];
            if (done.Length > 0)
            {
                Extraction before = new(), after = new();
                KubernetesExtractor.Read(root, before);
                YamlValue changed = done.Aggregate(root, (value, change) => change.IsOperation ? JsonPatch.Apply(value, [change.Done]) : MergedPatches.Apply(value, change.Done));
                KubernetesExtractor.Read(changed, after);
                Compare(Named(names, root, before, holder), Named(names, changed, after, holder), before.Stores, after.Stores, done, found);
            }
        }
    }

    private static InventoryRecord[] Named(KustomizedNames names, YamlValue root, Extraction said, YamlValue holder) => [.. said.Records.SelectMany(record => names.Of(root, record, holder.Source.Path))];

    private static void Compare(InventoryRecord[] before, InventoryRecord[] after, IReadOnlyList<StoreDeclaration> storesBefore, IReadOnlyList<StoreDeclaration> storesAfter, PatchChange[] changes, Extraction found)
    {
        var nowhere = new Location("", 0, 0, 0, 0);
        HashSet<InventoryRecord> known = [.. before.Select(record => record with { Location = nowhere })], left = [.. after.Select(record => record with { Location = nowhere })];
        foreach (InventoryRecord record in known.Except(left))
        {
            found.TakeAway(record with { Location = changes[0].Place });
        }

        foreach (InventoryRecord record in after.Where(record => !known.Contains(record with { Location = nowhere })))
        {
            found.Add(record with { Location = PlaceOf(record.Location, [record.Reference.Property, record.Reference.Name, record.Reference.Address, record.Provides?.Property, record.Provides?.Name], changes) });
        }

        HashSet<StoreDeclaration> stores = [.. storesBefore.Select(store => store with { Location = nowhere })];
        foreach (StoreDeclaration store in storesAfter.Where(store => !stores.Contains(store with { Location = nowhere })))
        {
            found.Add(store with { Location = PlaceOf(store.Location, [store.Address, store.Mount, store.Prefix, store.Name], changes) });
        }
    }

    /// <summary>Where a patch says what is new: the place itself, else that of the operation whose value it has.</summary>
    private static Location PlaceOf(Location place, string?[] said, PatchChange[] changes)
    {
        if (Array.Find(changes, change => change.Says(place)) is { } own)
        {
            return own.Through?.Location ?? place;
        }

        PatchChange change = said.Where(text => text is not null).SelectMany(text => changes.Where(one => one.Puts(text!))).FirstOrDefault() ?? changes[0];
        return change.Through is null && change.Done["value"].Text is not null ? change.Done["value"].Location : change.Place;
    }

    /// <summary>Whether a patch is for an object; its name may be a regular expression of the whole.</summary>
    private static bool IsAimedAt(YamlValue target, YamlValue root) =>
        (target.TextOf("kind") is not { } kind || Is(kind, root.TextOf("kind"))) && ((target.TextOf("name") ?? target["metadata", "name"].Text) is not { } name || Is(name, root["metadata", "name"].Text))
        && (target.TextOf("group") is not { } group || Is(group, root.TextOf("apiVersion")?.Split('/') is [var first, _] ? first : ""))
        && LabelSelector.Selects(target.TextOf("labelSelector"), root["metadata", "labels"]) && LabelSelector.Selects(target.TextOf("annotationSelector"), root["metadata", "annotations"]);

    private static bool Is(string pattern, string? text)
    {
        try
        {
            return text is not null && (pattern == text || new Regex($"^(?:{pattern})$", RegexOptions.NonBacktracking).IsMatch(text));
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private sealed record ManifestDraft(IJointExtractor Extractor, SourceText Source) : FileDraft(Extractor, Source.Path);
}
