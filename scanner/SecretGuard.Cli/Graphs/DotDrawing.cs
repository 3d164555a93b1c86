using SecretGuard.References.Joining;

namespace SecretGuard.Cli.Graphs;

/// <summary>A diagram in the language of Graphviz.</summary>
internal static class DotDrawing
{
    public static void Write(ReferenceDiagram diagram, TextWriter output)
    {
        output.Write("digraph secrets {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n");
        foreach (DiagramNode node in diagram.Nodes)
        {
            string look = node.Name is null ? ", shape=oval" : node.IsBroken ? ", color=red, fontcolor=red" : "";
            output.Write($"  {node.Id} [label=\"{Quoted(NodeText.Kind(node))}\\n{Quoted(NodeText.Name(node))}\", tooltip=\"{Quoted(string.Join(", ", NodeText.Places(node)))}\"{look}];\n");
        }

        foreach (DiagramEdge edge in diagram.Edges)
        {
            output.Write($"  {edge.From} -> {edge.To};\n");
        }

        output.Write("}\n");
    }

    private static string Quoted(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
