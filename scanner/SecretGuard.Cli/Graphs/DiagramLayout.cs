using SecretGuard.References.Joining;

namespace SecretGuard.Cli.Graphs;

/// <summary>Where the nodes of a diagram stand: users left, what keeps secrets right; in a column, near those that ask.</summary>
internal sealed class DiagramLayout
{
    private readonly Dictionary<string, (int Column, int Row)> _places = new(StringComparer.Ordinal);

    /// <summary>Lays out.</summary>
    public DiagramLayout(ReferenceDiagram diagram)
    {
        ILookup<string, string> askers = diagram.Edges.ToLookup(edge => edge.To, edge => edge.From, StringComparer.Ordinal);
        Dictionary<string, int> columns = Columns(diagram);
        foreach (IGrouping<int, DiagramNode> column in diagram.Nodes.GroupBy(node => columns[node.Id]).OrderBy(column => column.Key))
        {
            int row = 0;
            foreach (DiagramNode node in column.OrderBy(node => askers[node.Id].Where(_places.ContainsKey).Select(asker => (double)_places[asker].Row).DefaultIfEmpty(double.MaxValue).Average()))
            {
                _places.Add(node.Id, (column.Key, row++));
            }

            Rows = Math.Max(Rows, row);
            Width = column.Key + 1;
        }
    }

    /// <summary>How many columns there are.</summary>
    public int Width { get; }

    /// <summary>How many rows the longest column has.</summary>
    public int Rows { get; }

    /// <summary>Column and row of a node, from 0.</summary>
    public (int Column, int Row) this[string id] => _places[id];

    /// <summary>Each node behind all that ask it; what asks itself in a circle stands where it is first met.</summary>
    private static Dictionary<string, int> Columns(ReferenceDiagram diagram)
    {
        var columns = diagram.Nodes.ToDictionary(node => node.Id, _ => 0, StringComparer.Ordinal);
        bool moved = true;
        for (int round = 0; moved && round < diagram.Nodes.Count; round++)
        {
            moved = false;
            foreach (DiagramEdge edge in diagram.Edges.Where(edge => columns[edge.To] <= columns[edge.From] && columns[edge.From] < Deepest))
            {
                columns[edge.To] = columns[edge.From] + 1;
                moved = true;
            }
        }

        return columns;
    }

    private const int Deepest = 16; // longer ways are circles
}
