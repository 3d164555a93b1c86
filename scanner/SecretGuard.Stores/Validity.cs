namespace SecretGuard.Stores;

/// <summary>Whether what is there may be used now.</summary>
internal static class Validity
{
    /// <summary>The answer that switch and dates give.</summary>
    /// <param name="query">The question.</param>
    /// <param name="metadata">The dates.</param>
    /// <param name="isEnabled">Whether it is switched on.</param>
    /// <param name="now">The time.</param>
    /// <param name="what">What it is, for people.</param>
    public static StoreAnswer Judge(SecretQuery query, SecretMetadata metadata, bool isEnabled, DateTimeOffset now, string what = "it")
    {
        StoreAnswer Finding(Verdict verdict, string cause, string advice) => new(query, verdict) { Metadata = metadata, Cause = cause, Advice = advice };
        return !isEnabled ? Finding(Verdict.Disabled, $"{what} is disabled", "enable it, or put a new version of it in")
            : metadata.NotBefore > now ? Finding(Verdict.NotYetActive, $"{what} is not valid before {metadata.NotBefore:yyyy-MM-dd HH:mm} UTC", "wait, or correct its activation date")
            : metadata.Expires <= now ? Finding(Verdict.Expired, $"{what} expired on {metadata.Expires:yyyy-MM-dd HH:mm} UTC", "put a new version of it in, or correct its expiration date")
            : StoreAnswer.Present(query, metadata);
    }
}
