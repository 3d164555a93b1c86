using SecretGuard.Detection;
using SecretGuard.Git.Caching;

namespace SecretGuard.Git.Scanning;

/// <summary>Takes secrets into a cache and out of it: it holds their places, so that their values are read again from the repository.</summary>
internal static class KeptSecrets
{
    /// <summary>What is kept of a secret.</summary>
    public static KeptSecret Of(HistorySecret secret) =>
        new(secret.Identity.Rule, secret.Kind, secret.Seen, [.. secret.Holders]);

    /// <summary>
    /// Enters the secrets of a cache. False where it is of no use any more: a secret is not at its place, or something was pruned since, and with it names that
    /// a file may have been a secret's for.
    /// </summary>
    public static bool TryRestore(HistoryCache cache, GitRepository repository, HistorySecrets secrets)
    {
        if (!cache.Commits.All(commit => repository.Has(commit.Id)) || !cache.Secrets.All(secret => secret.Holders.All(holder => repository.Has(holder))))
        {
            return false;
        }

        (ObjectId last, GitObject found) = (default, default);
        foreach (KeptSecret kept in cache.Secrets)
        {
            SeenPlace seen = kept.Seen;
            if (seen.Holder != last && !repository.TryRead(seen.Holder, out found, out _))
            {
                return false;
            }

            last = seen.Holder;
            Content content = kept.Kind == ObjectKind.Blob ? Content.FromBytes(found.Content, found.Content.Length, seen.Path) : LogVisitor.MessageOf(found.Kind, found.Content);
            if (seen.Start < 0 || seen.Length <= 0 || seen.Length > content.Length - seen.Start)
            {
                return false;
            }

            secrets.Restore(kept, content.Buffer.AsSpan(seen.Start, seen.Length));
        }

        return true;
    }
}
