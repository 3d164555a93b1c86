using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References;
using SecretGuard.References.Joining;
using SecretGuard.References.Linting;

namespace SecretGuard.Cli.Referring;

/// <summary>What a repository refers to.</summary>
/// <param name="Found">What its files say.</param>
/// <param name="Compiled">What builds wrote down of its code.</param>
/// <param name="Declaration">What is declared: files may differ by its environments.</param>
internal sealed record RepositoryReferences(Extraction Found, CompiledCode Compiled, Declaration Declaration)
{
    private readonly Lazy<IReadOnlyList<InventoryRecord>> _code = new(() => CodeRecords.Of(Compiled.Records, ExtractorCatalogue.Join(Found.Drafts.Where(draft => draft.IsCode)).Records, Compiled.IsCurrent));
    private readonly Lazy<Manifested> _manifests = new(() => Manifested.Of(Found, ExtractorCatalogue.Join(Found.Drafts.Where(draft => !draft.IsCode), Declaration)));

    /// <summary>What nobody refers to.</summary>
    public static RepositoryReferences None { get; } = new(new Extraction(), new CompiledCode([], _ => false), Declaration.Empty);

    /// <summary>What its files say, those of code left out.</summary>
    public IReadOnlyList<InventoryRecord> Manifests => _manifests.Value.Records;

    /// <summary>The stores that its manifests declare.</summary>
    public IReadOnlyList<StoreDeclaration> Stores => _manifests.Value.Stores;

    /// <summary>The objects of operators that its manifests declare.</summary>
    public IReadOnlyList<ClusterObject> Objects => _manifests.Value.Objects;

    /// <summary>What lints found; null where they were not asked.</summary>
    public LintFindings? Lints { get; init; }

    /// <summary>The paths of the files, relative to the root, with <c>/</c>.</summary>
    public IReadOnlySet<string> Paths { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether all files of the repository were read.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Every file of the repository, read for references or not.</summary>
    public RepositoryFiles Files { get; init; } = RepositoryFiles.None;

    /// <summary>Every reference once, by place, with the store that is meant.</summary>
    public IReadOnlyList<InventoryRecord> Resolved()
    {
        IReadOnlyList<InventoryRecord> all = Resolved([.. Stores.SelectMany(Apart)]);
        HashSet<InventoryRecord> overlaid = [.. Declaration.Environments.SelectMany(environment => Overlaid(all, environment))];
        return overlaid.Count == 0 ? all : [.. all.Where(record => !overlaid.Contains(record))];
    }

    /// <summary>The same with other stores than the manifests declare, less what files of the environment take away.</summary>
    public IReadOnlyList<InventoryRecord> Resolved(IReadOnlyList<StoreDeclaration> stores, DeclaredEnvironment? environment = null) =>
        InventoryRecord.Merge(DeclaredStores.Resolve(LeftIn(environment).Concat(_code.Value), stores, Declaration));

    private IEnumerable<InventoryRecord> LeftIn(DeclaredEnvironment? environment)
    {
        HashSet<InventoryRecord> gone = environment is null ? [] : [.. _manifests.Value.TakenAway.Where(record => environment.Paths.IsMatch(record.Location.Path)).Select(Placeless)];
        return gone.Count == 0 ? Manifests : Manifests.Where(record => environment!.Paths.IsMatch(record.Location.Path) || !gone.Contains(Placeless(record)));
    }

    private static InventoryRecord Placeless(InventoryRecord record) => record with { Location = new Location("", 0, 0, 0, 0) };

    /// <summary>What is said of an environment alone, and not by its own files, which say otherwise.</summary>
    private IEnumerable<InventoryRecord> Overlaid(IReadOnlyList<InventoryRecord> all, DeclaredEnvironment environment)
    {
        InventoryRecord[] here = [.. all.Where(record => Declaration.IsIn(record.Location.Path, record.Environment, environment))];
        return here.Except(OverlaidRecords.In(here, environment.Paths.IsMatch)).Where(record => record.Environment is not null);
    }

    /// <summary>A store once for each environment whose file declares it; as it is where it may be in all.</summary>
    private IEnumerable<StoreDeclaration> Apart(StoreDeclaration store) => store.Environment is null && Declaration.EnvironmentsOf(store.Location.Path) is { Count: > 0 } here && here.Count < Declaration.Environments.Count
        ? here.Select(environment => store with { Environment = environment.Name }) : [store];

    /// <summary>What manifests say, templates with what is put into them.</summary>
    private sealed record Manifested(IReadOnlyList<InventoryRecord> Records, IReadOnlyList<InventoryRecord> TakenAway, IReadOnlyList<StoreDeclaration> Stores, IReadOnlyList<ClusterObject> Objects)
    {
        public static Manifested Of(Extraction alone, Extraction together) =>
            new(FilledTemplates.Over(alone.Records, together.Records), together.TakenAway, FilledTemplates.Over(alone.Stores, together.Stores), FilledTemplates.Over(alone.Objects, together.Objects));
    }
}
