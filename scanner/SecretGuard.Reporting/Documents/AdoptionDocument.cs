using System.Globalization;
using System.Text.Json;

namespace SecretGuard.Reporting;

/// <summary>How a secret gets from a file into a store, and what became of it: the plan, and the record of a run. It knows no values and no digests. The schema is Schemas/adopt.schema.json.</summary>
/// <param name="finding">The finding.</param>
/// <param name="steps">What is planned, in its order.</param>
public sealed class AdoptionDocument(AdoptedFinding finding, IReadOnlyList<AdoptionStep> steps) : Document
{
    /// <summary>Whether it was to be done; else it is only planned.</summary>
    public required bool IsApplied { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The user of the machine.</summary>
    public required string User { get; init; }

    /// <summary>What ended the run before its end, for people; empty where nothing did.</summary>
    public string Stopped { get; init; } = "";

    private protected override string Command => "adopt";

    private protected override string Schema => "secretguard-adopt-1";

    private string History => finding.Head switch
    {
        HeadState.InHead => "the commit that is checked out holds the value, and its history keeps it: whoever has the repository knows it",
        HeadState.NotInHead => "the commit that is checked out does not hold the value; 'secretguard git' tells whether another does",
        _ => "",
    };

    private protected override void WriteText(TextWriter output)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{finding.Location.Path}:{finding.Location.StartLine}:{finding.Location.StartColumn}");
        output.WriteLine($"adopt: {VisibleText.Of(place)} {finding.Rule} as '{VisibleText.Of(finding.Id)}'{(finding.Environment.Length == 0 ? "" : $", environment {VisibleText.Of(finding.Environment)}")}");
        foreach (AdoptionStep step in steps)
        {
            WriteStep(step, output);
        }

        if (History.Length > 0)
        {
            output.WriteLine($"  history: {History}");
        }

        foreach (string next in finding.Next)
        {
            output.WriteLine($"  then: {VisibleText.Of(next)}");
        }

        output.WriteLine(VisibleText.Of(Stopped.Length > 0 ? Stopped : Sum()));
    }

    private static void WriteStep(AdoptionStep step, TextWriter output)
    {
        string versions = step.VersionWritten is null ? "" : step.VersionBefore is null ? $" version {step.VersionWritten}" : $" version {step.VersionBefore} → {step.VersionWritten}";
        string word = StateName.Of(step.State == SyncState.Planned ? step.Action : (Enum)step.State).Replace('-', ' ');
        string what = step.What.Length > 0 && step.State is SyncState.Planned or SyncState.Written ? $": {VisibleText.Of(step.What)}" : "";
        output.WriteLine($"  {word}: {VisibleText.Of(step.Target)}{VisibleText.Of(versions)}{what}");
        if (step.Reason.Length > 0)
        {
            output.WriteLine($"    why: {VisibleText.Of(step.Reason)}");
        }

        if (step is { Kind: AdoptionStepKind.Store, State: SyncState.Written or SyncState.Unknown })
        {
            output.WriteLine($"    to go back: {VisibleText.Of(step.WayBack.Length > 0 ? step.WayBack : "the store keeps no versions")}");
        }
    }

    private protected override void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteString("path", finding.Location.Path);
        json.WriteNumber("line", finding.Location.StartLine);
        json.WriteNumber("column", finding.Location.StartColumn);
        json.WriteString("rule", finding.Rule);
        json.WriteString("id", finding.Id);
        json.WriteString("environment", finding.Environment);
        json.WriteBoolean("applied", IsApplied);
        ComparedStores.WriteTime(json, "startedAt", StartedAt);
        json.WriteString("user", User);
        json.WriteString("stopped", Stopped);
        json.WriteString("history", StateName.Of(finding.Head));
        json.WriteObjects("steps", steps, (writer, step) =>
        {
            writer.WriteString("step", StateName.Of(step.Kind));
            writer.WriteString("target", step.Target);
            writer.WriteString("action", StateName.Of(step.Action));
            writer.WriteString("state", StateName.Of(step.State));
            ComparedStores.WriteText(writer, "what", step.What);
            ComparedStores.WriteText(writer, "reason", step.Reason);
            ComparedStores.WriteText(writer, "versionBefore", step.VersionBefore);
            ComparedStores.WriteText(writer, "versionWritten", step.VersionWritten);
            ComparedStores.WriteText(writer, "wayBack", step.WayBack);
            ComparedStores.WriteTime(writer, "at", step.At);
        });
        json.WriteTexts("next", finding.Next);
    }

    private string Sum()
    {
        int done = steps.Count(step => step.State == SyncState.Written), open = steps.Count(step => step.Action is AdoptionAction.ByHand or AdoptionAction.Refuse or AdoptionAction.CannotTell || step.State is SyncState.Changed or SyncState.Failed or SyncState.Unknown or SyncState.NotReached);
        string left = open == 0 ? "" : $", {open} left";
        return IsApplied ? $"{Amount.Of(done, "step")} done{left}" : $"{Amount.Of(steps.Count(step => step.Acts), "step")} to do{left}; nothing is done without --apply";
    }
}
