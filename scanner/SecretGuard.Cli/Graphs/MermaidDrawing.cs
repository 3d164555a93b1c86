using System.Web;
using SecretGuard.References.Joining;

namespace SecretGuard.Cli.Graphs;

/// <summary>A diagram in Mermaid, which Markdown on GitHub, GitLab and Azure DevOps draws.</summary>
internal static class MermaidDrawing
{
    public static void Write(ReferenceDiagram diagram, TextWriter output)
    {
        output.Write("flowchart LR\n");
        foreach (DiagramNode node in diagram.Nodes)
        {
            string text = $"\"{Quoted(NodeText.Kind(node))}<br/>{Quoted(NodeText.Name(node))}\"";
            output.Write(node.Name is null ? $"  {node.Id}([{text}])\n" : $"  {node.Id}[{text}]{(node.IsBroken ? ":::broken" : "")}\n");
        }

        foreach (DiagramEdge edge in diagram.Edges)
        {
            output.Write($"  {edge.From} --> {edge.To}\n");
        }

        output.Write("  classDef broken stroke:#c00,color:#c00\n");
    }

    /// <summary>Mermaid takes entities of HTML for the characters that its own language uses.</summary>
    private static string Quoted(string text) => HttpUtility.HtmlEncode(text).Replace("#", "#35;", StringComparison.Ordinal).Replace("&#35;", "&#", StringComparison.Ordinal);
}
