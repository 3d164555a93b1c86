namespace SecretGuard.Cli.Adopting;

/// <summary>How a secret is adopted.</summary>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Overwrites">Whether another value in the store may be replaced.</param>
/// <param name="Reference">What is to stand in the file instead, as somebody wrote it; null for what its syntax wants.</param>
internal sealed record AdoptionChoice(ValueSource Source, bool Overwrites, string? Reference);

/// <summary>Where a value comes from.</summary>
internal enum ValueSource
{
    /// <summary>Somebody gives it: a new one, for what stands in the file is known.</summary>
    Given,

    /// <summary>It stands in the file.</summary>
    File,

    /// <summary>It is in the store already.</summary>
    Store,
}
