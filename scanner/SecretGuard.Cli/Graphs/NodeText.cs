using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Graphs;

/// <summary>Nodes as people read them.</summary>
internal static class NodeText
{
    /// <summary>What kind of thing it is: a store's type, or <c>user</c>.</summary>
    public static string Kind(DiagramNode node) => node.Name?.Store ?? "user";

    /// <summary>Its name: <c>shop/db#password</c>, with the namespace of a cluster.</summary>
    public static string Name(DiagramNode node) => VisibleText.Of(node.Name is not { } name ? node.Consumer ?? "" :
        $"{(name.Store == StoreTypes.Kubernetes && name.Address is { } space ? space + "/" : "")}{name.Name}{(name.Property is null ? "" : "#" + name.Property)}");

    /// <summary>Where it is named, one place a line.</summary>
    public static IEnumerable<string> Places(DiagramNode node) => node.Places.Select(place => $"{VisibleText.Of(place.Path)}:{place.StartLine}").Distinct(StringComparer.Ordinal);
}
