using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Findings;
using SecretGuard.Inventories;
using SecretGuard.Rules;
using SecretGuard.Stores;

namespace SecretGuard.Cli.Verifying;

/// <summary>One thing that must be somewhere, in one environment.</summary>
/// <param name="Environment">The environment; empty where none is declared.</param>
/// <param name="Location">Where it is asked for.</param>
/// <param name="Places">Where it may be; one of them suffices.</param>
internal sealed record Question(string Environment, Location Location, IReadOnlyList<Place> Places)
{
    /// <summary>The reference that asks, or null where a declaration does.</summary>
    public InventoryRecord? Record { get; init; }

    /// <summary>The declaration of it, or null.</summary>
    public DeclaredSecret? Secret { get; init; }

    /// <summary>Whether it goes on without it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it is asked only because it says more of others. It is not told of by itself.</summary>
    public bool IsHelping { get; init; }

    /// <summary>What it asks for, for people; the same on every run, so that a baseline can speak of it.</summary>
    public string Subject => In(Places[0]);

    /// <summary>What something that is wrong is about: this, or the whole of a declared secret, so that it is told once and not once for each field.</summary>
    public string SubjectOf(Rule wrong) => Record is null && SecretJudge.IsOfWhole(wrong) ? In(Places[0] with { Query = Places[0].Query with { Property = null } }) : Subject;

    private string In(Place place) => (Environment.Length == 0 ? "" : Environment + ": ") + place.Shown;
}

/// <summary>Where something may be.</summary>
/// <param name="Store">The store.</param>
/// <param name="Query">What it is asked.</param>
internal sealed record Place(StoreInUse Store, SecretQuery Query)
{
    /// <summary>The store as its declaration calls it, else as it is shown.</summary>
    public string StoreName => Store.Declared.Name is { Length: > 0 } name ? name : Store.Shown;

    /// <summary><c>hashicorp-vault kv/shop/db#password</c>.</summary>
    public string Shown => $"{Store.Declared.Type} {(Query.Kind == SecretKind.Secret ? "" : Query.Kind == SecretKind.Key ? "key " : "certificate ")}{Query.Name}"
        + $"{(Query.Property is null ? "" : "#" + Query.Property)}{(Query.Version is null ? "" : "@" + Query.Version)}";
}

/// <summary>What nobody answered.</summary>
/// <param name="Store">Who was asked, for people.</param>
/// <param name="Subject">For what, for people.</param>
/// <param name="Cause">Why there is no answer, for people.</param>
/// <param name="Advice">What to do, for people.</param>
/// <param name="Location">Where it is asked for.</param>
internal sealed record Unanswered(string Store, string Subject, string Cause, string Advice, Location Location);

/// <summary>A reference that no store is asked for.</summary>
/// <param name="Record">It.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record Unasked(InventoryRecord Record, string Environment, string Reason);

/// <summary>A reference that is wrong whatever stores say: filled, but not with what it asks for; or under a name that another one has too.</summary>
/// <param name="Record">It.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Cause">What is there instead, for people.</param>
internal sealed record Broken(InventoryRecord Record, string Environment, string Cause)
{
    /// <summary>What is wrong with it.</summary>
    public Rule Rule { get; init; } = ReferenceRules.Broken;
}
