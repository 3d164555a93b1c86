using System.Collections;
using SecretGuard.Inventories;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Whole;

namespace SecretGuard.Stores.Local.Variables;

/// <summary>The environment of this process.</summary>
public sealed class EnvironmentStore : LocalStore, IValueStore
{
    private readonly Func<IEnumerable<(string Name, string? Value)>> _variables;

    /// <summary>The environment as it is when it is first asked.</summary>
    public EnvironmentStore()
        : this(() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => ((string)entry.Key, (string?)entry.Value)))
    {
    }

    /// <summary>Other variables.</summary>
    internal EnvironmentStore(Func<IEnumerable<(string Name, string? Value)>> variables)
        : base(StoreTypes.Environment, "the environment") => _variables = variables;

    /// <inheritdoc/>
    public override string Endpoint(SecretQuery query) => "look at the environment";

    internal override StoreContent Read()
    {
        StringComparer comparer = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var entries = new Dictionary<string, StoreEntry>(comparer);
        foreach ((string name, string? value) in _variables())
        {
            entries[name] = new StoreEntry(string.IsNullOrWhiteSpace(value) ? ValueState.Empty : ValueState.Filled);
        }

        return new StoreContent(entries);
    }

    internal override SecretValue? ReadValue(string name)
    {
        StringComparison comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return _variables().FirstOrDefault(variable => string.Equals(variable.Name, name, comparison)).Value is { } value ? SecretValue.Of(value) : null;
    }

    internal override IEnumerable<string> NamesOf(string name) => VariableNames.Of(name);
}
