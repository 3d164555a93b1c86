using System.Text.Json;

namespace SecretGuard.Reporting;

/// <summary>Which secrets are to get new values, and what became of it: the plan, and the record of a run. It knows no values and no digests. The schema is Schemas/rotate.schema.json.</summary>
/// <param name="environment">The environment; empty where none is declared.</param>
/// <param name="secrets">What is planned, in its order.</param>
public sealed class RenewalDocument(string environment, IReadOnlyList<RotatedSecret> secrets) : Document
{
    /// <summary>Whether it was to be done; else it is only planned.</summary>
    public required bool IsApplied { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The user of the machine.</summary>
    public required string User { get; init; }

    /// <summary>What ended the run before its end, for people; empty where nothing did.</summary>
    public string Stopped { get; init; } = "";

    private protected override string Command => "rotate";

    private protected override string Schema => "secretguard-rotate-1";

    private protected override void WriteText(TextWriter output)
    {
        foreach (RotatedSecret secret in secrets)
        {
            string versions = secret.VersionWritten is null ? "" : secret.VersionBefore is null ? $"version {secret.VersionWritten}" : $"version {secret.VersionBefore} → {secret.VersionWritten}";
            string word = secret.State == SyncState.Planned ? Words(secret.Action) : Words(secret.State);
            output.WriteLine($"{word}: {VisibleText.Of(secret.Id)} ({VisibleText.Of(secret.Store)} '{VisibleText.Of(secret.Name)}'{(environment.Length == 0 ? "" : $", environment {VisibleText.Of(environment)}")}){(versions.Length == 0 ? "" : $" {VisibleText.Of(versions)}")}");
            int width = secret.Parts.Count == 0 ? 0 : Math.Min(30, secret.Parts.Max(part => VisibleText.Of(part.Field).Length));
            foreach ((string field, string what) in secret.State is SyncState.Planned ? secret.Parts : [])
            {
                output.WriteLine($"  {(width == 0 ? "" : VisibleText.Of(field).PadRight(width) + "  ")}{VisibleText.Of(what)}");
            }

            if (secret.Reason.Length > 0)
            {
                output.WriteLine($"  why: {VisibleText.Of(secret.Reason)}");
            }

            if (secret.State is SyncState.Written or SyncState.Unknown)
            {
                output.WriteLine($"  to go back: {VisibleText.Of(secret.WayBack.Length > 0 ? secret.WayBack : NoWayBack(secret))}");
            }

            foreach (string next in secret.Next)
            {
                output.WriteLine($"  then: {VisibleText.Of(next)}");
            }
        }

        output.WriteLine(VisibleText.Of(Stopped.Length > 0 ? Stopped : Sum()));
    }

    /// <summary>Whoever changed it has changed more than the store.</summary>
    private static string NoWayBack(RotatedSecret secret) => secret.Action is RotationAction.Run or RotationAction.ByHand ? "by hand, in the store and at whoever checks it" : "the store keeps no versions";

    private protected override void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteString("environment", environment);
        json.WriteBoolean("applied", IsApplied);
        ComparedStores.WriteTime(json, "startedAt", StartedAt);
        json.WriteString("user", User);
        json.WriteString("stopped", Stopped);
        json.WriteObjects("secrets", secrets, (writer, secret) =>
        {
            writer.WriteString("id", secret.Id);
            writer.WriteString("store", secret.Store);
            writer.WriteString("name", secret.Name);
            writer.WriteString("action", StateName.Of(secret.Action));
            writer.WriteString("state", StateName.Of(secret.State));
            writer.WriteObjects("parts", secret.Parts, (part, one) =>
            {
                part.WriteString("field", one.Field);
                part.WriteString("what", one.What);
            });
            ComparedStores.WriteText(writer, "reason", secret.Reason);
            ComparedStores.WriteText(writer, "versionBefore", secret.VersionBefore);
            ComparedStores.WriteText(writer, "versionWritten", secret.VersionWritten);
            ComparedStores.WriteText(writer, "wayBack", secret.WayBack);
            writer.WriteTexts("next", secret.Next);
            ComparedStores.WriteTime(writer, "at", secret.At);
        });
    }

    private string Sum()
    {
        if (secrets.Count == 0)
        {
            return "nothing is to be rotated";
        }

        if (IsApplied)
        {
            return $"{Amount.Of(secrets.Count(secret => secret.State == SyncState.Written), "secret")} rotated{Open(secret => secret.State != SyncState.Written)}";
        }

        return $"{Amount.Of(secrets.Count(secret => secret.Action is RotationAction.Renew or RotationAction.Create or RotationAction.Run), "secret")} to rotate{Open(secret => secret.Action is RotationAction.ByHand or RotationAction.Refuse or RotationAction.CannotTell)}; nothing is done without --apply";
    }

    private string Open(Func<RotatedSecret, bool> isOpen) => secrets.Count(isOpen) is > 0 and int open ? $", {open} not" : "";

    private static string Words(Enum value) => StateName.Of(value).Replace('-', ' ');
}
