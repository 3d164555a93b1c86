using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Graphs;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard graph [PATH…]</c>: all ways of secrets as one picture.</summary>
internal static class GraphCommand
{
    public static Command Create()
    {
        var input = new ReferenceArguments();
        var output = new DrawingArguments<ReferenceDiagram>("mermaid, dot (Graphviz) or html (a page of its own).", ("mermaid", MermaidDrawing.Write), ("dot", DotDrawing.Write), ("html", HtmlDrawing.Write));
        var command = new ToolCommand(
            "graph",
            "Draw the ways of all secrets from who uses them to what keeps them.",
            "secretguard graph --format html --output secrets.html",
            "secretguard graph deploy --format dot | dot -Tsvg > secrets.svg");
        input.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            Action<ReferenceDiagram> draw = output.Bind(parsed);
            (IReadOnlyList<InventoryRecord> records, IReadOnlyList<Incomplete> incomplete) = input.Read(parsed, cancellation);
            draw(ReferenceDiagram.Of(records));
            return ReferenceArguments.Tell(incomplete);
        });
        return command;
    }
}
