using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;
using SecretGuard.References.Sources;
using SecretGuard.Triage;

namespace SecretGuard.References.Linting.Manifests;

/// <summary>The declared environments that names speak of: <c>vault-dev.example.net</c> of <c>dev</c>, and of <c>development</c> too.</summary>
internal sealed class EnvironmentWords
{
    /// <summary>Words for the same.</summary>
    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["prod"] = "production",
        ["prd"] = "production",
        ["dev"] = "development",
        ["stage"] = "staging",
        ["stg"] = "staging",
        ["tst"] = "test",
        ["testing"] = "test",
    };

    /// <summary>Names of folders by which overlays are of environments, where nobody declares any.</summary>
    private static readonly HashSet<string> Overlays = new(["production", "staging", "development", "test", "qa", "uat", "preprod", "acceptance"], StringComparer.Ordinal);

    private readonly Declaration _declaration;
    private readonly PatchFiles _patches;
    private readonly (DeclaredEnvironment Environment, string[] Words)[] _environments;

    public EnvironmentWords(LintRepository repository)
    {
        AreDeclared = repository.Declaration.Environments.Count > 0;
        _declaration = AreDeclared ? repository.Declaration : Declaration.Empty with { Environments = Assumed(repository.Kept<Kustomized>()) };
        _patches = repository.PatchFiles;
        _environments = [.. _declaration.Environments.Select(environment => (environment, WordsOf(environment.Name)))];
    }

    /// <summary>Whether <c>secretguard.yml</c> says which there are; else folders of kustomizations do that lie side by side: <c>overlays/dev</c>, <c>overlays/prod</c>.</summary>
    public bool AreDeclared { get; }

    /// <summary>Whether there are several, so that they can be confused.</summary>
    public bool AreSeveral => _environments.Length > 1;

    /// <summary>The environments that a text names.</summary>
    public IReadOnlyList<DeclaredEnvironment> In(string text)
    {
        string[] words = WordsOf(text);
        return [.. _environments.Where(one => one.Words.Length > 0 && Holds(words, one.Words)).Select(one => one.Environment)];
    }

    /// <summary>Whether a text says nothing but the name of an environment.</summary>
    public bool IsAll(string text, DeclaredEnvironment environment) => WordsOf(text).AsSpan().SequenceEqual(Array.Find(_environments, one => one.Environment == environment).Words);

    /// <summary>The environments that a manifest is for: by its path where the declaration says so, else by its namespace. Empty where it may be for all.</summary>
    public IReadOnlyList<DeclaredEnvironment> Of(Manifest manifest)
    {
        IReadOnlyList<DeclaredEnvironment> here = _declaration.EnvironmentsOf(manifest.Path);
        if (here.Count == _environments.Length && _patches.Has(manifest)) // a patch that lies apart is for whoever uses it
        {
            here = [.. _patches.UsersOf(manifest.Path).SelectMany(_declaration.EnvironmentsOf).Distinct()];
        }

        return here.Count < _environments.Length ? here : manifest.Namespace is { } space ? In(space) : [];
    }

    /// <summary>The others that a text names, where it names none of those that it stands for.</summary>
    public IReadOnlyList<DeclaredEnvironment> Others(string text, IReadOnlyList<DeclaredEnvironment> here) =>
        here.Count > 0 && In(text) is { Count: > 0 } named && !named.Any(here.Contains) ? named : [];

    /// <summary>The names of environments, for people.</summary>
    public static string Shown(IEnumerable<DeclaredEnvironment> environments) => string.Join(" and ", environments.Select(environment => $"'{environment.Name}'"));

    private static DeclaredEnvironment[] Assumed(IEnumerable<Kustomized> kustomizations)
    {
        var overlays = kustomizations.Select(one => (one.Folder, Name: one.Folder[(one.Folder.LastIndexOf('/') + 1)..])).Where(one => WordsOf(one.Name) is [var word] && Overlays.Contains(word)).Distinct()
            .GroupBy(one => RepositoryPath.FolderOf(one.Folder), StringComparer.Ordinal).Where(siblings => siblings.Select(one => WordsOf(one.Name)[0]).Distinct(StringComparer.Ordinal).Count() > 1).SelectMany(siblings => siblings);
        return [.. overlays.GroupBy(one => WordsOf(one.Name)[0], StringComparer.Ordinal).OrderBy(environment => environment.Key, StringComparer.Ordinal)
            .Select(environment => new DeclaredEnvironment(environment.First().Name, new Location("", 0, 0, 0, 0)) { Paths = new GlobList([.. environment.Select(one => Glob.Parse($"/{Plain(one.Folder)}/**"))]) })];
    }

    /// <summary>A path as a pattern of it alone.</summary>
    private static string Plain(string path) => string.Concat(path.Select(letter => char.IsLetterOrDigit(letter) || letter is '/' or '-' or '_' or '.' ? letter.ToString() : $"\\{letter}"));

    private static bool Holds(string[] words, string[] wanted) => Enumerable.Range(0, Math.Max(0, words.Length - wanted.Length + 1)).Any(start => words.AsSpan(start, wanted.Length).SequenceEqual(wanted));

    private static string[] WordsOf(string text) =>
        [.. text.ToLowerInvariant().Split([.. text.ToLowerInvariant().Where(letter => !char.IsAsciiLetterOrDigit(letter)).Distinct()], StringSplitOptions.RemoveEmptyEntries).Select(word => Usual.GetValueOrDefault(word, word))];
}
