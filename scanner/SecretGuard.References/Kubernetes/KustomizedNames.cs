using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.References.Sources;
using SecretGuard.References.Yaml;

namespace SecretGuard.References.Kubernetes;

/// <summary>
/// What <c>namePrefix</c> and <c>nameSuffix</c> make of the names of objects, Kustomization by Kustomization. Kustomize renames with an object those that refer to it where it
/// knows the field: to a Secret, and not to one that an operator makes of an object and calls after it. So a Secret of Kustomize's own and its users are left as they are here,
/// and what an ExternalSecret makes gets the name that it has in the cluster. By the reference of Kustomize's PrefixTransformer and its default name references.
/// </summary>
internal sealed class KustomizedNames
{
    /// <summary>The keys of what is put before names, and behind them.</summary>
    public const string Prefix = "namePrefix", Suffix = "nameSuffix";

    private const string Components = "components";
    private const int MostWays = 10_000; // from Kustomizations to files

    /// <summary>What may tell Kustomize more fields that name objects.</summary>
    private static readonly string[] Teachers = ["configurations", "transformers", "crds", "openapi"];

    private readonly ILookup<string, Naming> _byFile;
    private readonly EnvironmentWords _words;

    /// <summary>Takes all that is deployed.</summary>
    /// <param name="files">The files.</param>
    /// <param name="holders">Kustomizations and what holds the like, each with the folder that it stands for.</param>
    /// <param name="declaration">The environments that they may be for.</param>
    public KustomizedNames(ManifestFolders files, IReadOnlyList<(string Folder, YamlValue Holder)> holders, Declaration declaration)
    {
        _words = new EnvironmentWords(declaration);
        HashSet<string> inner = [.. holders.SelectMany(one => ManifestFolders.ListedIn(RepositoryPath.FolderOf(one.Holder.Source.Path), one.Holder)), .. holders.Where(one => !IsOwn(files, one) && IsNaming(one.Holder)).Select(one => one.Folder)];
        var found = new List<(string Path, Naming Naming)>();
        foreach ((string folder, YamlValue holder) in holders.Where(one => IsOwn(files, one) ? !inner.Contains(one.Folder) : IsNaming(one.Holder)))
        {
            var start = new Naming(holder.Source.Path, _words.OfPath(holder.Source.Path) is { Count: 0 } ? _words.OfPath(folder) : _words.OfPath(holder.Source.Path));
            Follow(files, folder, IsOwn(files, (folder, holder)) ? start : start.Within(files, folder, holder), found);
        }

        _byFile = found.Distinct().ToLookup(one => one.Path, one => one.Naming, StringComparer.Ordinal);
    }

    /// <summary>The files in which objects stand that are renamed.</summary>
    public IEnumerable<string> Files => _byFile.Where(file => file.Any(naming => naming.Place is not null)).Select(file => file.Key);

    /// <summary>Whether a text may rename objects.</summary>
    public static bool MayStandIn(SourceText source) => source.Text.Contains(Prefix, StringComparison.Ordinal) || source.Text.Contains(Suffix, StringComparison.Ordinal);

    /// <summary>A record of an object as the Kustomizations have it that deploy it; as it is where none renames it.</summary>
    /// <param name="root">The object.</param>
    /// <param name="record">What it says.</param>
    /// <param name="holder">The Kustomization that is meant, where it deploys the object; else all are.</param>
    public IEnumerable<InventoryRecord> Of(YamlValue root, InventoryRecord record, string? holder = null) => record.Provides is { Store: StoreTypes.Kubernetes } made && made.Name == ImpliedName(root)
        ? Each(root, holder).Select(one => one.Naming?.Place is not { } place ? record with { Environment = one.Environment } : record with
        {
            Reference = record.ProvidesItself ? record.Reference with { Name = one.Naming.Of(made.Name) } : record.Reference,
            Provides = made with { Name = one.Naming.Of(made.Name) },
            Renamed = new Renaming(made.Name, place),
            Environment = one.Environment,
        })
        : [record];

    /// <summary>The same of an object of an operator.</summary>
    public IEnumerable<ClusterObject> Of(YamlValue root, ClusterObject one) => Each(root, holder: null).Select(each => one with { Name = each.Naming?.Of(one.Name) ?? one.Name, Environment = each.Environment });

    /// <summary>The name that what an object makes has after it; null where it says another one, or makes nothing.</summary>
    private static string? ImpliedName(YamlValue root) => new Manifest(root, new Extraction()) switch
    {
        { IsExternalSecret: true } manifest when ExternalSecrets.IsNamedAfter(manifest) => manifest.Name,
        { Kind: NamedSecrets.SealedSecret } manifest when manifest.Spec["template", "metadata", "name"].Text is null => manifest.Name,
        _ => null,
    };

    /// <summary>Every environment with what it calls the object; those that no Kustomization deploys it to take it as it is.</summary>
    private IEnumerable<(Naming? Naming, string? Environment)> Each(YamlValue root, string? holder)
    {
        Naming[] all = [.. _byFile[root.Source.Path]], own = [.. all.Where(naming => naming.Holder == holder)];
        Naming[] meant = [.. (own.Length > 0 ? own : all).Where(naming => naming.For is not null)];
        if (!Array.Exists(meant, naming => naming.Place is not null))
        {
            return [(null, null)];
        }

        bool isForAll = own.Length > 0 || Array.Exists(meant, naming => naming.For!.Count == 0);
        return meant.SelectMany(naming => naming.For!.Count == 0 ? [(naming, null)] : naming.For.Select(environment => ((Naming?)naming, (string?)environment.Name)))
            .Concat(isForAll ? [] : _words.All.Except(meant.SelectMany(naming => naming.For!)).Select(environment => ((Naming?)null, (string?)environment.Name)));
    }

    /// <summary>Whether it is a Kustomization in the folder that it stands for, and not one of Flux or Argo CD that names it.</summary>
    private static bool IsOwn(ManifestFolders files, (string Folder, YamlValue Holder) one) => files.KustomizationOf(one.Folder).Contains(one.Holder);

    private static bool IsNaming(YamlValue holder) => holder[Prefix].Text is { Length: > 0 } || holder[Suffix].Text is { Length: > 0 };

    private static void Follow(ManifestFolders files, string folder, Naming naming, List<(string Path, Naming Naming)> found)
    {
        var passed = new HashSet<(string, string?, string?)>();
        var open = new Stack<(string Folder, Naming Naming)>([(folder, naming)]);
        while (open.TryPop(out (string Folder, Naming Naming) next) && passed.Count < MostWays)
        {
            if (!passed.Add((next.Folder, next.Naming.Before, next.Naming.Behind)))
            {
                continue;
            }

            IReadOnlyList<YamlValue> kustomization = files.KustomizationOf(next.Folder);
            IEnumerable<(string Listed, Naming Naming)> listed = kustomization.Count == 0 ? files.In(next.Folder).Select(path => (path, next.Naming)) : kustomization.SelectMany(root => next.Naming.Listed(files, next.Folder, root));
            foreach ((string path, Naming here) in listed)
            {
                if (files.Has(path))
                {
                    found.Add((path, here));
                }
                else
                {
                    open.Push((path, here));
                }
            }
        }
    }

    /// <summary>What is put around names on the way from a Kustomization to a file.</summary>
    /// <param name="Holder">The outermost Kustomization.</param>
    /// <param name="For">The environments that it is for: empty for all, null for none that is declared.</param>
    private sealed record Naming(string Holder, IReadOnlyList<DeclaredEnvironment>? For)
    {
        public string Before { get; private init; } = "";

        public string Behind { get; private init; } = "";

        /// <summary>Where the outermost part of it is said; null where names stay as they are, or it is not known which follow.</summary>
        public Location? Place { get; private init; }

        private bool IsOpen { get; init; }

        public string Of(string name) => Place is null ? name : $"{Before}{name}{Behind}";

        /// <summary>The same with what a Kustomization further in says, and the components that it takes, which see all of it.</summary>
        public Naming Within(ManifestFolders files, string folder, YamlValue holder)
        {
            Naming own = And(holder);
            var passed = new HashSet<string>([folder], StringComparer.Ordinal);
            return ComponentsOf(files, folder, holder, passed).Aggregate(own, (one, component) => one.And(component));
        }

        /// <summary>What a Kustomization lists, with what is put around it: a component sees what comes before it, and not itself.</summary>
        public IEnumerable<(string Path, Naming Naming)> Listed(ManifestFolders files, string folder, YamlValue holder)
        {
            Naming own = And(holder), whole = Within(files, folder, holder);
            return ManifestFolders.ListedIn(folder, holder).Select(path => (path, holder[Components].Items.Any(item => item.Text is { } text && RepositoryPath.Join(folder, text) == path) ? own : whole));
        }

        private Naming And(YamlValue holder)
        {
            bool isOpen = IsOpen || Array.Exists(Teachers, teacher => holder[teacher] != YamlValue.Nothing) || FieldReplacements.TakeNames(holder);
            YamlValue said = holder[Prefix].Text is { Length: > 0 } ? holder[Prefix] : holder[Suffix];
            return this with
            {
                IsOpen = isOpen,
                Before = Before + holder[Prefix].Text,
                Behind = holder[Suffix].Text + Behind,
                Place = isOpen ? null : Place ?? (said.Text is { Length: > 0 } ? said.Location : null),
            };
        }

        /// <summary>The components of a Kustomization, the last first: each is put around what those before it made.</summary>
        private static IEnumerable<YamlValue> ComponentsOf(ManifestFolders files, string folder, YamlValue holder, HashSet<string> passed) =>
            from item in holder[Components].Items.Reverse()
            let component = item.Text is { } path ? RepositoryPath.Join(folder, path) : null
            where component is not null && passed.Add(component)
            from root in files.KustomizationOf(component)
            from one in ComponentsOf(files, component, root, passed).Prepend(root)
            select one;
    }
}
