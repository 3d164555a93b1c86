using SecretGuard.Cli.Adopting.Places;
using SecretGuard.Reporting;
using SecretGuard.Stores.Values;
using SecretGuard.Stores.Writing;

namespace SecretGuard.Cli.Adopting;

/// <summary>What is to be done for one secret.</summary>
/// <param name="Subject">The secret in its file.</param>
/// <param name="Target">Where it is to be kept.</param>
/// <param name="Steps">The steps, as they are told.</param>
internal sealed record AdoptionPlan(AdoptionSubject Subject, AdoptionTarget Target, IReadOnlyList<AdoptionStep> Steps)
{
    /// <summary>The value that is written; null where none is, or it was not given yet.</summary>
    public SecretValue? Value { get; init; }

    /// <summary>What stands in the store; null where that was not looked at.</summary>
    public Standing? Standing { get; init; }

    /// <summary>What is added to the declaration.</summary>
    public required DeclarationEdit Declaration { get; init; }

    /// <summary>The bytes of the file with the reference in it; null where it stays as it is.</summary>
    public byte[]? Rewritten { get; init; }

    /// <summary>Whether nothing can be done.</summary>
    public bool IsBarred => Steps.Any(step => step.Action is AdoptionAction.Refuse or AdoptionAction.CannotTell);

    /// <summary>Says nothing of the value.</summary>
    public override string ToString() => Target.Shown;
}

/// <summary>A secret in its file.</summary>
/// <param name="File">The file.</param>
/// <param name="Found">The secret.</param>
/// <param name="Place">What holds it.</param>
/// <param name="Names">What it is called.</param>
internal sealed record AdoptionSubject(SuspectFile File, Importing.Candidate Found, SecretPlace Place, SecretNames Names)
{
    /// <summary>Says where it is.</summary>
    public override string ToString() => File.Path;
}
