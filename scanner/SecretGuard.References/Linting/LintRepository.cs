using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Linting.Access;
using SecretGuard.References.Linting.Infrastructure;
using SecretGuard.References.Linting.Manifests;

namespace SecretGuard.References.Linting;

/// <summary>What all files of a repository say together.</summary>
public sealed class LintRepository
{
    private readonly Lazy<IReadOnlyList<Manifest>> _manifests;
    private readonly Lazy<IReadOnlyList<Manifest>> _patched;
    private readonly Lazy<PatchFiles> _patchFiles;
    private readonly Lazy<IReadOnlyList<TerraformConfiguration>> _configurations;
    private readonly Lazy<AccessModel> _access;
    private readonly Lazy<DeclaredNames> _names;
    private readonly Lazy<Namespaces> _namespaces;
    private readonly Lazy<ClusterSecrets> _secrets;
    private readonly LintFindings _found;
    private readonly Func<string, bool>? _exists;

    /// <summary>Takes what was found file by file.</summary>
    /// <param name="found">What lints kept.</param>
    public LintRepository(LintFindings found)
    {
        _found = found;
        _manifests = new(() => [.. found.Kept<Manifest>()]);
        _patched = new(() => [.. found.Kept<PatchPart>().Select(one => one.Manifest)]);
        _patchFiles = new(() => new PatchFiles(found.Kept<Kustomized>()));
        _configurations = new(() => TerraformConfiguration.Of(found.Kept<TerraformFile>()));
        _access = new(() => AccessModel.Of(this));
        _names = new(() => new DeclaredNames(Declaration, Stores));
        _namespaces = new(() => new Namespaces(found.Kept<Kustomized>()));
        _secrets = new(() => new ClusterSecrets(this));
    }

    /// <summary>What <c>secretguard.yml</c> declares.</summary>
    public Declaration Declaration { get; init; } = Declaration.Empty;

    /// <summary>The references of the files and of code, stores put in for their names.</summary>
    public IReadOnlyList<InventoryRecord> Records { get; init; } = [];

    /// <summary>The references of the files as these say them: of an ExternalSecret with the name that manifests give its store.</summary>
    public IReadOnlyList<InventoryRecord> Unresolved { get; init; } = [];

    /// <summary>The stores that manifests declare.</summary>
    public IReadOnlyList<StoreDeclaration> Stores { get; init; } = [];

    /// <summary>The paths of all files that were read, relative to the root, with <c>/</c>.</summary>
    public IReadOnlySet<string> Paths { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The day by which is judged; null where no day counts.</summary>
    public DateTime? Today { get; init; }

    /// <summary>Whether all files of the repository were read: only then it can be said that nothing in it names something.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Whether a path leads to a file or a folder, read or not; by default those that were read.</summary>
    public Func<string, bool> Exists
    {
        get => _exists ?? (path => Paths.Contains(path) || Paths.Any(file => file.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal)));
        init => _exists = value;
    }

    /// <summary>The text of a file, read or not, by its path; null where there is none.</summary>
    public Func<string, string?> TextOf { get; init; } = _ => null;

    /// <summary>Who may do what with which secrets.</summary>
    public AccessModel Access => _access.Value;

    /// <summary>The configurations of Terraform.</summary>
    internal IReadOnlyList<TerraformConfiguration> Configurations => _configurations.Value;

    /// <summary>The objects that manifests of the repository describe, of the kinds that lints look at (<see cref="LintCatalogue"/>).</summary>
    internal IReadOnlyList<Manifest> Manifests => _manifests.Value;

    /// <summary>What operations and texts of patches make of such objects, apart from the patches that are manifests of their own.</summary>
    internal IReadOnlyList<Manifest> Patched => _patched.Value;

    /// <summary>Whether a manifest says only a part of an object.</summary>
    internal bool IsPart(Manifest manifest) => PatchFiles.Has(manifest) || Patched.Contains(manifest);

    /// <summary>The files that say only parts of objects.</summary>
    internal PatchFiles PatchFiles => _patchFiles.Value;

    /// <summary>Which declared secrets references mean.</summary>
    internal DeclaredNames Names => _names.Value;

    /// <summary>The namespaces that the manifests end up in.</summary>
    internal Namespaces Namespaces => _namespaces.Value;

    /// <summary>The secrets of the cluster: what fills and what uses them.</summary>
    internal ClusterSecrets Secrets => _secrets.Value;

    /// <summary>The facts of a type that lints kept.</summary>
    internal IEnumerable<T> Kept<T>() => _found.Kept<T>();
}
