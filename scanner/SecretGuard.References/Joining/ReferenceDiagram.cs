using SecretGuard.Findings;
using SecretGuard.Inventories;

namespace SecretGuard.References.Joining;

/// <summary>All ways of a repository's secrets as one picture: what is named, who uses it, and what leads to what. Sorted, so that the same records make the same picture.</summary>
/// <param name="Nodes">What is named, and who uses it without handing it on.</param>
/// <param name="Edges">From who asks to who is asked, each pair once.</param>
public sealed record ReferenceDiagram(IReadOnlyList<DiagramNode> Nodes, IReadOnlyList<DiagramEdge> Edges)
{
    /// <summary>Draws records, those of the External Secrets Operator as <see cref="DeclaredStores"/> resolved them.</summary>
    public static ReferenceDiagram Of(IReadOnlyList<InventoryRecord> records) => new DiagramDraft(JoinedRecords.Of(records).All).Finish();
}

/// <summary>A name, or somebody who uses one.</summary>
/// <param name="Id">Short and of letters and digits, unlike those of all others: <c>n12</c>.</param>
/// <param name="Name">What is named, or null for a user.</param>
/// <param name="Consumer">Who uses names: a workload, a project, else a file; null for a name.</param>
public sealed record DiagramNode(string Id, SecretReference? Name, string? Consumer)
{
    /// <summary>Where it is named.</summary>
    public IReadOnlyList<Location> Places { get; init; } = [];

    /// <summary>Whether a way ends here although this is no store that keeps anything by itself, and the whole name is known.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Whether something in the repository writes it.</summary>
    public bool IsWritten { get; init; }
}

/// <summary>That one gets what it is or has from the other.</summary>
/// <param name="From">The node that asks.</param>
/// <param name="To">The node that is asked.</param>
public sealed record DiagramEdge(string From, string To)
{
    /// <summary>Where that is said; empty where two names are one to who reads them, as a variable and a key of the configuration.</summary>
    public IReadOnlyList<Location> Places { get; init; } = [];
}
