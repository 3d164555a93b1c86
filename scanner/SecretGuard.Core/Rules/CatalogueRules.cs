using System.Collections;

namespace SecretGuard.Rules;

/// <summary>All rules of the catalogue, in its order; none is made before somebody looks at them.</summary>
internal sealed class CatalogueRules : IReadOnlyList<Rule>
{
    private readonly Lazy<Rule[]> _rules = new(static () => [.. Enumerable.Range(0, Catalogue.FamilyCount).SelectMany(Catalogue.Family)]);

    /// <inheritdoc/>
    public int Count => _rules.Value.Length;

    /// <inheritdoc/>
    public Rule this[int index] => _rules.Value[index];

    /// <inheritdoc/>
    public IEnumerator<Rule> GetEnumerator() => ((IEnumerable<Rule>)_rules.Value).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
