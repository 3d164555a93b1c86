using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Inventories;
using SecretGuard.References.Joining;
using SecretGuard.Reporting;
using SecretGuard.Text;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard trace NAME [PATH…]</c>: the way of a secret from where it is used to where it is kept.</summary>
internal static class TraceCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "A key of the configuration, an environment variable, a secret, or SECRET#FIELD." };
        var input = new ReferenceArguments();
        var output = new DocumentArguments("trace.json");
        var command = new ToolCommand(
            "trace",
            "Follow a secret from where it is used to where it is kept. Exit with 1 where the way is broken.",
            "secretguard trace OPENAI:API_KEY",
            "secretguard trace mindwell-backend#OPENAI__API_KEY deploy")
        { name };
        input.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<OutputTarget> targets = output.Bind(parsed);
            (IReadOnlyList<InventoryRecord> records, IReadOnlyList<Incomplete> incomplete) = input.Read(parsed, cancellation);
            string asked = parsed.GetValue(name)!;
            var graph = new ReferenceGraph(records);
            IReadOnlyList<ReferenceStep> ways = graph.Trace(asked);
            ReportWriter.Write(new TraceDocument(asked, ways) { ToolVersion = ToolVersion.Current, Nearest = ways.Count == 0 ? NearestName.Find(asked, graph.Names()) : null }, targets);
            return ReferenceArguments.Tell(incomplete) is not ExitCodes.Clean and var unread ? unread : ways.Count == 0 || ways.Any(IsBroken) ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }

    private static bool IsBroken(ReferenceStep step) => step.IsBroken || step.Sources.Any(IsBroken);
}
