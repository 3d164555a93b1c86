using System.CommandLine;
using SecretGuard.Cli.CommandLine;
using SecretGuard.Cli.Moving;
using SecretGuard.Cli.Outputs;
using SecretGuard.Cli.Projects;
using SecretGuard.Cli.Verifying.Stores;
using SecretGuard.Reporting;
using SecretGuard.Stores;
using SecretGuard.Stores.Local;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Verification;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Cli.Commands;

/// <summary><c>secretguard sync --from STORE --to STORE</c>: copies secrets from one store to another. Without <c>--apply</c> it only plans.</summary>
internal static class SyncCommand
{
    public static Command Create()
    {
        var input = new MoveArguments();
        var sync = new SyncArguments();
        var output = new DocumentArguments("sync.json");
        var command = new ToolCommand(
            "sync",
            "Copy secrets from one store to another: plan first, write with --apply. Values stay in memory; none is shown.",
            "secretguard sync --from dotenv:.env --to keyvault --env prod             what would be written",
            "secretguard sync --from dotenv:.env --to keyvault --env prod --apply --record sync.json",
            "secretguard sync --from aws --to keyvault --only 'openai*' --overwrite",
            "secretguard sync --from vault --to keyvault --permissions");
        sync.AddTo(command);
        input.AddTo(command);
        output.AddTo(command);
        command.Does((parsed, cancellation) =>
        {
            IReadOnlyList<OutputTarget> targets = output.Bind(parsed);
            Project project = input.Project(parsed);
            using var opener = new StoreOpener(project.Root);
            StorePair pair = input.Open(parsed, project, opener, sync.From(parsed), sync.To(parsed));
            if (pair.To.Adapter is not IWritableStore)
            {
                throw new UsageException($"--to: nothing can be written to a store of type {pair.To.Adapter.Type} yet");
            }

            if (pair.To.Adapter is LocalStore target)
            {
                target.IsMadeByWriting = true;
            }

            SyncOptions options = sync.Bind(parsed);
            VerifierOptions asking = input.Asking(parsed);
            return input.FindAsync(parsed, project, pair, asking, cancellation).GetAwaiter().GetResult() is { } pairs
                ? RunAsync(options, pairs, pair, asking, targets, cancellation).GetAwaiter().GetResult()
                : ExitCodes.Incomplete;
        });
        return command;
    }

    private static async Task<int> RunAsync(SyncOptions sync, IReadOnlyList<NamedPair> pairs, StorePair pair, VerifierOptions options, IReadOnlyList<OutputTarget> targets, CancellationToken cancellation)
    {
        var writer = (IWritableStore)pair.To.Adapter;
        if (sync.ShowsPermissions)
        {
            ShowPermissions(pair, [.. pairs.Where(one => one is { From.Length: > 0, To.Length: > 0 })]);
            return ExitCodes.Clean;
        }

        var comparing = new Comparing(pair, options);
        IReadOnlyList<SyncItem> items = new SyncPlan(sync.Overwrites, writer).Make(await comparing.RunAsync(pairs, cancellation));
        var record = new SyncRecord(comparing.Stores, items, sync.Record) { IsApplied = sync.Applies };
        record.Stopped = !record.IsApplied ? "" : WhyNothing(items);
        try
        {
            if (record.IsApplied && record.Stopped.Length == 0)
            {
                await new SyncRun(pair, options).RunAsync(items, record, cancellation);
            }
            else
            {
                record.Write();
            }
        }
        catch (UsageException)
        {
            // The record cannot be written any more: what was done is told here, and nothing more is done.
            ReportWriter.Write(record.Document, targets);
            throw;
        }

        ReportWriter.Write(record.Document, targets);
        return ExitCode(items, record);
    }

    /// <summary>Why nothing at all is written; empty where something is.</summary>
    private static string WhyNothing(IReadOnlyList<SyncItem> items) =>
        items.Any(item => item.Action == SyncAction.Lacking) ? "nothing was written: what is required is lacking"
        : items.Any(item => item is { Action: SyncAction.CannotTell, Compared.Pair.Secret.IsRequired: true }) ? "nothing was written: of what is required a store could not tell" : "";

    private static int ExitCode(IReadOnlyList<SyncItem> items, SyncRecord record)
    {
        bool isUntold = items.Any(item => item.Action == SyncAction.CannotTell) || record.Rows.Any(secret => secret.State is SyncState.Failed or SyncState.Unknown or SyncState.NotReached);
        bool isOpen = items.Any(item => item.Action is SyncAction.Refuse or SyncAction.Lacking || (item.Writes && !record.IsApplied)) || record.Rows.Any(secret => secret.State == SyncState.Changed);
        return isUntold ? ExitCodes.Incomplete : isOpen ? ExitCodes.Findings : ExitCodes.Clean;
    }

    private static void ShowPermissions(StorePair pair, IReadOnlyList<NamedPair> pairs)
    {
        SecretQuery[] from = [.. pairs.Select(one => pair.Query(pair.From, one.From)).Distinct()], to = [.. pairs.Select(one => pair.Query(pair.To, one.To)).Distinct()];
        bool isListed = pairs.All(one => one.Secret is null); // where nothing is declared, both stores say what there is
        IEnumerable<(StoreInUse, string)> listing = isListed ? new[] { pair.From, pair.To }.Select(StorePermissions.OfListing) : [];
        StorePermissions.Write([.. listing, .. StorePermissions.OfReading(pair.From, from, from), .. StorePermissions.OfWriting(pair.To, to)], "read and write");
    }
}
