using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SecretGuard.CodeFixes.Places;
using SecretGuard.Remedies;

namespace SecretGuard.CodeFixes.Remedies;

/// <summary>One way to take a secret out of code. None writes the value anywhere.</summary>
internal abstract class Remedy
{
    /// <summary>What this remedy is known by when all of its kind are applied at once.</summary>
    public abstract string Key { get; }

    /// <summary>Forms of the remedy, the best first. The first that compiles is offered; with none, the remedy is not.</summary>
    public abstract IEnumerable<Attempt> Attempts(SecretPlace place, SecretName name);

    /// <summary>The changed document, with what the remedy needs besides it in its solution.</summary>
    public virtual Task<Document> CompleteAsync(Document changed, CancellationToken cancellation) => Task.FromResult(changed);
}

/// <summary>One form of a remedy at one place.</summary>
internal sealed class Attempt(string title, IEnumerable<TextChange> changes, ISymbol? contract = null)
{
    /// <summary>What the editor shows.</summary>
    public string Title => title;

    /// <summary>Changes of the document's text, in its order.</summary>
    public IReadOnlyList<TextChange> Changes { get; } = [.. changes.OrderBy(change => change.Span.Start)];

    /// <summary>What others see otherwise afterwards: a constructor's class, a constant. Their code must compile, too.</summary>
    public ISymbol? Contract => contract;
}
