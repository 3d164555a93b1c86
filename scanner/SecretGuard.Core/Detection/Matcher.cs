using SecretGuard.Rules;

namespace SecretGuard.Detection;

/// <summary>Looks at the surroundings of a signature and reports what it finds there. Stateless and thread-safe.</summary>
public abstract class Matcher
{
    /// <summary>The literals whose places this matcher wants to see.</summary>
    public abstract IReadOnlyList<Signature> Signatures { get; }

    /// <summary>Whether what stands more than <see cref="Surroundings.NearReach"/> bytes and a line away can change what is reported at a signature.</summary>
    internal virtual bool LooksFar => false;

    /// <summary>Looks at one place. Bounded work: no matcher may walk the whole text.</summary>
    /// <param name="context">The text and the matches so far.</param>
    /// <param name="position">Byte offset of the signature.</param>
    /// <param name="signature">Index into <see cref="Signatures"/>.</param>
    public abstract void Examine(ScanContext context, int position, int signature);
}
