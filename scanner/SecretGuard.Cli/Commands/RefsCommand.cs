using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Outputs;
using SecretGuard.Inventories;
using SecretGuard.Reporting;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard refs [PATH…]</c>: every place that names a secret.</summary>
internal static class RefsCommand
{
    public static Command Create()
    {
        var input = new ReferenceArguments();
        var output = new DocumentArguments("references.json");
        var command = new ToolCommand(
            "refs",
            "List every place that names a secret.",
            "secretguard refs",
            "secretguard refs deploy --format json > references.json");
        input.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<OutputTarget> targets = output.Bind(parsed);
            (IReadOnlyList<InventoryRecord> records, IReadOnlyList<Incomplete> incomplete) = input.Read(parsed, cancellation);
            ReportWriter.Write(new ReferencesDocument(records, incomplete) { ToolVersion = ToolVersion.Current }, targets);
            return incomplete.Count > 0 ? ExitCodes.Incomplete : ExitCodes.Clean;
        });
        return command;
    }
}
