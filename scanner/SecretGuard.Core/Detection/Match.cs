using SecretGuard.Findings;
using SecretGuard.Rules;

namespace SecretGuard.Detection;

/// <summary>A secret as the detector sees it, before triage: a range of the text, never the value itself.</summary>
/// <param name="Rule">Which kind.</param>
/// <param name="Start">First byte of the value in the text.</param>
/// <param name="Length">Bytes of the value.</param>
/// <param name="Confidence">How sure.</param>
/// <param name="Reason">A clause for the user, without the value.</param>
public sealed record Match(Rule Rule, int Start, int Length, Confidence Confidence, string? Reason)
{
    /// <summary>The byte after the value.</summary>
    public int End => Start + Length;

    /// <summary>Whether the reader of the syntax knows that this value opens nothing. Else a low confidence is a doubt, and gives way to a surer match.</summary>
    public bool IsHarmless { get; init; }

    /// <summary>What is told of it where the range is no secret but names one: it may be shown, and its fingerprint is made of it. Null for secrets.</summary>
    public string? Subject { get; init; }

    /// <summary>Under how many encodings the value stands: 0 where the range says the value as it is.</summary>
    public int Encodings { get; init; }
}
