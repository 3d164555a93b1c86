using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;

namespace SecretGuard.References.Joining;

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

    private readonly Declaration _declaration;
    private readonly (DeclaredEnvironment Environment, string[] Words)[] _environments;

    public EnvironmentWords(Declaration declaration)
    {
        _declaration = declaration;
        _environments = [.. declaration.Environments.Select(environment => (environment, WordsOf(environment.Name)))];
    }

    /// <summary>All that are declared.</summary>
    public IEnumerable<DeclaredEnvironment> All => _environments.Select(one => one.Environment);

    /// <summary>Whether there are several, so that they can be confused.</summary>
    public bool AreSeveral => _environments.Length > 1;

    /// <summary>The environments that a text names.</summary>
    public IReadOnlyList<DeclaredEnvironment> In(string text)
    {
        string[] words = WordsOf(text);
        return [.. _environments.Where(one => one.Words.Length > 0 && Holds(words, one.Words)).Select(one => one.Environment)];
    }

    /// <summary>
    /// The environments that a file is for: those that the declaration says, else those that the nearest part of its path names. Empty where it may be for all; null where it
    /// is for one that nobody declared.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="folder">A folder whose own path says nothing of that.</param>
    public IReadOnlyList<DeclaredEnvironment>? OfPath(string path, string folder = "") => OfDeclared(path) ?? OfNames(path[folder.Length..].Split('/').Reverse());

    /// <summary>The environments whose own files the declaration says that a file is one of; null where it says nothing of it.</summary>
    public IReadOnlyList<DeclaredEnvironment>? OfDeclared(string path) => _declaration.EnvironmentsOf(path) is var said && said.Count < _environments.Length ? said : null;

    /// <summary>The same of names, the nearest first: of <c>prod-eu</c> and <c>prod</c> the one is meant that says more.</summary>
    public IReadOnlyList<DeclaredEnvironment>? OfNames(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            string[] words = WordsOf(name);
            (DeclaredEnvironment Environment, string[] Words)[] named = [.. _environments.Where(one => one.Words.Length > 0 && Holds(words, one.Words))];
            if (named.Length > 0)
            {
                int most = named.Max(one => one.Words.Length);
                return [.. named.Where(one => one.Words.Length == most).Select(one => one.Environment)];
            }

            if (_environments.Length > 0 && Array.Exists(words, Usual.ContainsValue))
            {
                return null;
            }
        }

        return [];
    }

    /// <summary>Whether a text says nothing but the name of an environment.</summary>
    public bool IsAll(string text, DeclaredEnvironment environment) => WordsOf(text).AsSpan().SequenceEqual(Array.Find(_environments, one => one.Environment == environment).Words);

    /// <summary>The environments that a manifest is for: by its path where the declaration says so, else by its namespace. Empty where it may be for all.</summary>
    public IReadOnlyList<DeclaredEnvironment> Of(Manifest manifest)
    {
        IReadOnlyList<DeclaredEnvironment> here = _declaration.EnvironmentsOf(manifest.Path);
        return here.Count < _environments.Length ? here : manifest.Namespace is { } space ? In(space) : [];
    }

    /// <summary>The others that a text names, where it names none of those that it stands for.</summary>
    public IReadOnlyList<DeclaredEnvironment> Others(string text, IReadOnlyList<DeclaredEnvironment> here) =>
        here.Count > 0 && In(text) is { Count: > 0 } named && !named.Any(here.Contains) ? named : [];

    /// <summary>The names of environments, for people.</summary>
    public static string Shown(IEnumerable<DeclaredEnvironment> environments) => string.Join(" and ", environments.Select(environment => $"'{environment.Name}'"));

    private static bool Holds(string[] words, string[] wanted) => Enumerable.Range(0, Math.Max(0, words.Length - wanted.Length + 1)).Any(start => words.AsSpan(start, wanted.Length).SequenceEqual(wanted));

    private static string[] WordsOf(string text) =>
        [.. text.ToLowerInvariant().Split([.. text.ToLowerInvariant().Where(letter => !char.IsAsciiLetterOrDigit(letter)).Distinct()], StringSplitOptions.RemoveEmptyEntries).Select(word => Usual.GetValueOrDefault(word, word))];
}
