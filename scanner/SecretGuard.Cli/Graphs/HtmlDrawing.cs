using System.Web;
using SecretGuard.References.Joining;

namespace SecretGuard.Cli.Graphs;

/// <summary>A diagram as one page that needs nothing else: it runs no script and fetches nothing.</summary>
internal static class HtmlDrawing
{
    private const int BoxWidth = 270;
    private const int BoxHeight = 40;
    private const int ColumnGap = 70;
    private const int RowGap = 14;
    private const int Margin = 20;
    private const int LongestName = 36;

    public static void Write(ReferenceDiagram diagram, TextWriter output)
    {
        var layout = new DiagramLayout(diagram);
        int width = Math.Max(1, layout.Width) * (BoxWidth + ColumnGap) - ColumnGap + 2 * Margin, height = Math.Max(1, layout.Rows) * (BoxHeight + RowGap) - RowGap + 2 * Margin;
        output.Write($$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width">
            <title>Ways of secrets</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 13px/1.3 system-ui, sans-serif; margin: 1rem; }
            svg { max-width: none; }
            rect { fill: Canvas; stroke: GrayText; }
            path { fill: none; stroke: GrayText; }
            text { fill: CanvasText; }
            .kind { font-size: 11px; opacity: .75; }
            .broken rect { stroke: #c00; stroke-width: 2; }
            .broken text { fill: #c00; }
            </style>
            </head>
            <body>
            <main>
            <h1>Ways of secrets</h1>
            <p>From who uses a secret, on the left, to what keeps it. What nothing fills is red{{(diagram.Nodes.Any(node => node.IsBroken) ? "" : "; there is nothing such")}}.</p>
            <svg role="img" aria-label="Ways of secrets" width="{{width}}" height="{{height}}" viewBox="0 0 {{width}} {{height}}">

            """);
        foreach (DiagramEdge edge in diagram.Edges)
        {
            (int x1, int y1) = Corner(layout[edge.From]);
            (int x2, int y2) = Corner(layout[edge.To]);
            output.Write($"<path d=\"M{x1 + BoxWidth} {y1 + BoxHeight / 2} C{x1 + BoxWidth + ColumnGap / 2} {y1 + BoxHeight / 2} {x2 - ColumnGap / 2} {y2 + BoxHeight / 2} {x2} {y2 + BoxHeight / 2}\"/>\n");
        }

        foreach (DiagramNode node in diagram.Nodes)
        {
            (int x, int y) = Corner(layout[node.Id]);
            string name = NodeText.Name(node), shown = name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name;
            output.Write($"<g{(node.IsBroken ? " class=\"broken\"" : "")}><title>{HttpUtility.HtmlEncode(name)}\n{HttpUtility.HtmlEncode(string.Join('\n', NodeText.Places(node)))}</title>"
                + $"<rect x=\"{x}\" y=\"{y}\" width=\"{BoxWidth}\" height=\"{BoxHeight}\" rx=\"{(node.Name is null ? BoxHeight / 2 : 6)}\"/>"
                + $"<text class=\"kind\" x=\"{x + 14}\" y=\"{y + 15}\">{HttpUtility.HtmlEncode(NodeText.Kind(node))}{(node.IsBroken ? " – nothing fills it" : "")}</text><text x=\"{x + 14}\" y=\"{y + 31}\">{HttpUtility.HtmlEncode(shown)}</text></g>\n");
        }

        output.Write("</svg>\n</main>\n</body>\n</html>\n");
    }

    private static (int X, int Y) Corner((int Column, int Row) place) => (Margin + place.Column * (BoxWidth + ColumnGap), Margin + place.Row * (BoxHeight + RowGap));
}
