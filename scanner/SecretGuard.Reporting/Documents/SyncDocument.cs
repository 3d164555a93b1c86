using System.Text.Json;

namespace SecretGuard.Reporting;

/// <summary>What is to be copied between two stores, and what became of it: the plan, and the record of a run. It knows no values and no digests. The schema is Schemas/sync.schema.json.</summary>
/// <param name="stores">The stores.</param>
/// <param name="secrets">What is planned, in its order.</param>
public sealed class SyncDocument(ComparedStores stores, IReadOnlyList<SyncedSecret> secrets) : Document
{
    /// <summary>Whether it was to be done; else it is only planned.</summary>
    public required bool IsApplied { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The user of the machine.</summary>
    public required string User { get; init; }

    /// <summary>What ended the run before its end, for people; empty where nothing did.</summary>
    public string Stopped { get; init; } = "";

    private protected override string Command => "sync";

    private protected override string Schema => "secretguard-sync-1";

    private protected override void WriteText(TextWriter output)
    {
        stores.WriteText(output);
        int width = secrets.Count == 0 ? 0 : Math.Min(40, secrets.Max(secret => ComparedStores.Names(secret.From, secret.To).Length));
        foreach (SyncedSecret secret in secrets)
        {
            string word = secret.State == SyncState.Planned ? Words(secret.Action) : Words(secret.State);
            output.WriteLine($"  {word,-13} {ComparedStores.Names(secret.From, secret.To).PadRight(width)}  {VisibleText.Of(secret.Reason)}".TrimEnd());
        }

        SyncedSecret[] written = [.. secrets.Where(secret => secret.State is SyncState.Written or SyncState.Unknown)];
        if (written.Length > 0)
        {
            output.WriteLine("to go back:");
            foreach (SyncedSecret secret in written)
            {
                output.WriteLine($"  {VisibleText.Of(secret.WayBack.Length > 0 ? secret.WayBack : $"{secret.To}: the store keeps no versions")}");
            }
        }

        output.WriteLine(VisibleText.Of(Stopped.Length > 0 ? Stopped : IsApplied ? $"{Amount.Of(written.Count(secret => secret.State == SyncState.Written), "secret")} written" : Sum()));
    }

    private protected override void WriteProperties(Utf8JsonWriter json)
    {
        stores.WriteProperties(json);
        json.WriteBoolean("applied", IsApplied);
        ComparedStores.WriteTime(json, "startedAt", StartedAt);
        json.WriteString("user", User);
        json.WriteString("stopped", Stopped);
        json.WriteObjects("secrets", secrets, (writer, secret) =>
        {
            writer.WriteString("name", secret.Name);
            writer.WriteString("from", secret.From);
            writer.WriteString("to", secret.To);
            writer.WriteString("action", StateName.Of(secret.Action));
            writer.WriteString("state", StateName.Of(secret.State));
            ComparedStores.WriteText(writer, "reason", secret.Reason);
            ComparedStores.WriteText(writer, "versionBefore", secret.VersionBefore);
            ComparedStores.WriteText(writer, "versionWritten", secret.VersionWritten);
            ComparedStores.WriteText(writer, "wayBack", secret.WayBack);
            ComparedStores.WriteTime(writer, "at", secret.At);
        });
    }

    private string Sum()
    {
        int Count(SyncAction action) => secrets.Count(secret => secret.Action == action);
        return $"{Count(SyncAction.Create)} to create, {Count(SyncAction.Update)} to update, {Count(SyncAction.Keep)} as it is, {Count(SyncAction.Refuse)} refused, {Count(SyncAction.Lacking)} lacking, {Count(SyncAction.CannotTell)} not told; nothing is written without --apply";
    }

    private static string Words(Enum value) => StateName.Of(value).Replace('-', ' ');
}
