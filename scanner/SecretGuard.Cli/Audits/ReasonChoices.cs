namespace SecretGuard.Cli.Audits;

/// <summary>Reasons that are offered: what was said last comes first, for one secret is often like the next.</summary>
internal sealed class ReasonChoices
{
    private static readonly string[] OfNoSecret = ["no secret: made up for a test", "no secret: an example or a placeholder", "no secret: an identifier, a hash or a public key", "accepted: opens nothing that matters"];

    private static readonly string[] OfRealSecret = ["real: rotate and remove", "real: revoked, remove", "real: somebody else's, tell them"];

    private readonly Dictionary<Answer, string> _last = [];

    /// <summary>The reasons for an answer, the default first.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="given">The reason of the command line, or null.</param>
    /// <param name="written">The reason in the baseline, or null. It may be one for the other answer, so it comes last.</param>
    public IReadOnlyList<string> For(Answer answer, string? given, string? written)
    {
        string?[] all = [_last.GetValueOrDefault(answer), given, .. answer == Answer.Yes ? OfNoSecret : OfRealSecret, written];
        return [.. all.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Keeps what was said.</summary>
    public void Remember(Answer answer, string reason) => _last[answer] = reason;
}
