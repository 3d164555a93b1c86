using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Graphs;
using SecretGuard.Cli.Outputs;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.Reporting;
using SecretGuard.Text;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard graph [PATH…]</c>: all ways of secrets as one picture.</summary>
internal static class GraphCommand
{
    private static readonly (string Name, Action<ReferenceDiagram, TextWriter> Write)[] Formats = [("mermaid", MermaidDrawing.Write), ("dot", DotDrawing.Write), ("html", HtmlDrawing.Write)];

    public static Command Create()
    {
        var input = new ReferenceArguments();
        var format = new Option<string>("--format", "-f") { Description = "mermaid, dot (Graphviz) or html (a page of its own).", HelpName = string.Join('|', Formats.Select(known => known.Name)), DefaultValueFactory = _ => Formats[0].Name };
        format.CompletionSources.Add(_ => Formats.Select(known => new System.CommandLine.Completions.CompletionItem(known.Name)));
        var output = new Option<string?>("--output", "-o") { Description = "Write into this file.", HelpName = "FILE" };
        var command = new ToolCommand(
            "graph",
            "Draw the ways of all secrets from who uses them to what keeps them.",
            "secretguard graph --format html --output secrets.html",
            "secretguard graph deploy --format dot | dot -Tsvg > secrets.svg");
        input.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(output);
        command.Does((parsed, cancellation) =>
        {
            string typed = parsed.GetValue(format)!;
            int chosen = Array.FindIndex(Formats, known => known.Name == typed);
            if (chosen < 0)
            {
                throw new UsageException($"--format: '{typed}' is not one of {string.Join(", ", Formats.Select(known => known.Name))}{NearestName.Hint(typed, Formats.Select(known => known.Name))}");
            }

            (IReadOnlyList<InventoryRecord> records, IReadOnlyList<Incomplete> incomplete) = input.Read(parsed, cancellation);
            var diagram = ReferenceDiagram.Of(records);
            if (parsed.GetValue(output) is { } file)
            {
                ReportWriter.WriteFile(Path.GetFullPath(file), text => Formats[chosen].Write(diagram, text));
            }
            else
            {
                Formats[chosen].Write(diagram, Console.Out);
            }

            return ReferenceArguments.Tell(incomplete);
        });
        return command;
    }
}
