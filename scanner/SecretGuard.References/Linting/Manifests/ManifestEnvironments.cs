using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Sources;
using SecretGuard.Triage;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>The environments that manifests are for: those that are declared; where none is, folders of kustomizations that lie side by side and are called so (<c>overlays/dev</c>, <c>overlays/prod</c>).</summary>
internal sealed class ManifestEnvironments
{
    /// <summary>Names of folders by which overlays are of environments, and whatever means the same.</summary>
    private static readonly Declaration Usual = Declaration.Empty with { Environments = [.. new[] { "production", "staging", "development", "test", "qa", "uat", "preprod", "acceptance" }.Select(name => Environment(name, []))] };

    private readonly Declaration _declaration;
    private readonly PatchFiles _patches;

    public ManifestEnvironments(LintRepository repository)
    {
        AreDeclared = repository.Declaration.Environments.Count > 0;
        _declaration = AreDeclared ? repository.Declaration : Declaration.Empty with { Environments = Assumed(repository.Kept<Kustomized>()) };
        _patches = repository.PatchFiles;
        Words = new EnvironmentWords(_declaration);
    }

    /// <summary>Whether <c>secretguard.yml</c> says which there are.</summary>
    public bool AreDeclared { get; }

    /// <summary>What names say of them.</summary>
    public EnvironmentWords Words { get; }

    /// <summary>Those of a manifest; empty where it may be for all. A patch that lies apart is for whoever uses it.</summary>
    public IReadOnlyList<DeclaredEnvironment> Of(Manifest manifest)
    {
        IReadOnlyList<DeclaredEnvironment> here = !_patches.Has(manifest) || _declaration.EnvironmentsOf(manifest.Path).Count < _declaration.Environments.Count ? _declaration.Environments
            : [.. _patches.UsersOf(manifest.Path).SelectMany(_declaration.EnvironmentsOf).Distinct()];
        return here.Count < _declaration.Environments.Count ? here : Words.Of(manifest);
    }

    private static DeclaredEnvironment[] Assumed(IEnumerable<Kustomized> kustomizations)
    {
        var words = new EnvironmentWords(Usual);
        var overlays = kustomizations.Select(one => (one.Folder, Is: Usual.Environments.FirstOrDefault(usual => words.IsAll(one.Folder[(one.Folder.LastIndexOf('/') + 1)..], usual)))).Where(one => one.Is is not null).Distinct()
            .GroupBy(one => RepositoryPath.FolderOf(one.Folder), StringComparer.Ordinal).Where(siblings => siblings.Select(one => one.Is).Distinct().Count() > 1).SelectMany(siblings => siblings);
        return [.. overlays.GroupBy(one => one.Is!.Name, StringComparer.Ordinal).OrderBy(environment => environment.Key, StringComparer.Ordinal)
            .Select(environment => Environment(environment.First().Folder[(environment.First().Folder.LastIndexOf('/') + 1)..], environment.Select(one => Glob.Parse($"/{Plain(one.Folder)}/**"))))];
    }

    private static DeclaredEnvironment Environment(string name, IEnumerable<Glob> paths) => new(name, new Location("", 0, 0, 0, 0)) { Paths = new GlobList([.. paths]) };

    /// <summary>A path as a pattern of it alone.</summary>
    private static string Plain(string path) => string.Concat(path.Select(letter => char.IsLetterOrDigit(letter) || letter is '/' or '-' or '_' or '.' ? letter.ToString() : $"\\{letter}"));
}
