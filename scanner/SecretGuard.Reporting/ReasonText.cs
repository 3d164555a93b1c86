namespace SecretGuard.Reporting;

/// <summary>Why something is told, where a report puts everything into one line.</summary>
internal static class ReasonText
{
    /// <summary>The reason as a sentence behind another; empty where none is given. One that asks (<c>did you mean 'x'?</c>) has its sign already.</summary>
    public static string Sentence(string? reason) => reason is null ? "" : $" Why: {reason}{(reason.EndsWith('?') ? "" : ".")}";
}
