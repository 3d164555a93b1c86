using SecretGuard.Inventories;

namespace SecretGuard.Cli.Verifying.Stores;

/// <summary>What <c>${NAME}</c> stands for in one environment: its name, its own values, and then the variables of this process.</summary>
internal sealed class TemplateValues(DeclaredEnvironment? environment)
{
    private readonly SortedSet<string> _unknown = new(StringComparer.Ordinal);

    /// <summary>The names that stood for nothing.</summary>
    public IReadOnlyCollection<string> Unknown => _unknown;

    /// <summary>A text with its templates filled in.</summary>
    public string Fill(string text) => DeclaredText.Expand(text, Value, _unknown);

    /// <summary>The same by the declaration alone: a variable of this process may hold a value, and what is filled in here is shown and becomes an argument.</summary>
    public string FillDeclared(string text) => DeclaredText.Expand(text, Declared, _unknown);

    /// <summary>A store with its templates filled in.</summary>
    public DeclaredStore Fill(DeclaredStore store) => store with
    {
        Settings = Fill(store.Settings),
        Login = Fill(store.Login),
        Prefix = store.Prefix is null ? null : Fill(store.Prefix),
        Naming = store.Naming is null ? null : Fill(store.Naming),
    };

    private Dictionary<string, string> Fill(IReadOnlyDictionary<string, string> texts) => texts.ToDictionary(pair => pair.Key, pair => Fill(pair.Value), StringComparer.Ordinal);

    private string? Value(string name) => Declared(name) ?? (Environment.GetEnvironmentVariable(name) is { Length: > 0 } variable ? variable : null);

    private string? Declared(string name) => name == DeclaredText.EnvironmentName && environment is not null ? environment.Name
        : environment?.Values.TryGetValue(name, out string? value) == true ? value : null;
}
