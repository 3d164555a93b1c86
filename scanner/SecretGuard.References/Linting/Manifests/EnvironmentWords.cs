using SecretGuard.Inventories;
using SecretGuard.References.Kubernetes;

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

    private readonly Declaration _declaration;
    private readonly (DeclaredEnvironment Environment, string[] Words)[] _environments;

    public EnvironmentWords(Declaration declaration)
    {
        _declaration = declaration;
        _environments = [.. declaration.Environments.Select(environment => (environment, WordsOf(environment.Name)))];
    }

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
